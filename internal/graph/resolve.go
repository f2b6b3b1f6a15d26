package graph

import (
	"cmp"
	"slices"

	"tmodel/internal/diag"
	"tmodel/internal/model"
	"tmodel/internal/vocab"
)

func (b *builder) zones() {
	zones := b.g.Zones
	for i := range zones {
		zones[i].Parent = b.index(zones[i].Zone.Parent, ZoneType)
		b.ref(zones[i].Operator, ActorType)
	}
	b.cycles("zone", len(zones), func(i int) []int32 { return one(zones[i].Parent) }, func(i int) model.Text { return zones[i].Zone.Parent }, "lies inside itself")
	for i := range zones {
		for p, steps := zones[i].Parent, 0; zones[i].Trust == vocab.NoTrust && p >= 0 && steps < len(zones); steps++ {
			zones[i].Trust, p = zones[p].Trust, zones[p].Parent
		}
	}
}

func one(i int32) []int32 {
	if i < 0 {
		return nil
	}
	return []int32{i}
}

// cycles reports every element that can be reached from itself, once for each cycle.
func (b *builder) cycles(what string, n int, next func(int) []int32, at func(int) model.Text, says string) {
	state := make([]uint8, n) // 0 new, 1 on the way, 2 done
	var visit func(i int)
	visit = func(i int) {
		state[i] = 1
		for _, j := range next(i) {
			switch state[j] {
			case 0:
				visit(int(j))
			case 1:
				b.add(diag.Cycle, at(i).Span, "this "+what+" "+says, "take one of the references out")
			}
		}
		state[i] = 2
	}
	for i := range n {
		if state[i] == 0 {
			visit(i)
		}
	}
}

func (b *builder) objectives() {
	for i := range b.g.Objectives {
		o := &b.g.Objectives[i]
		o.Assets = b.uses(o.Objective.Assets, AssetType)
	}
}

// actors resolves zones; an actor whose trust is not said has that of the zone.
func (b *builder) actors() {
	for i := range b.g.Actors {
		a := &b.g.Actors[i]
		a.Zone = b.index(a.Actor.Zone, ZoneType)
		if a.Trust == vocab.NoTrust && a.Zone >= 0 {
			a.Trust = b.g.Zones[a.Zone].Trust
		}
	}
}

func (b *builder) assets() {
	assets := b.g.Assets
	for i := range assets {
		a := &assets[i]
		a.Opens = b.uses(a.Asset.Opens, ComponentType)
		a.Contains = b.uses(a.Asset.Contains, AssetType)
		if a.Kind == nil {
			continue
		}
		b.facts(withArticle(a.Kind.ID), a.Kind.Facts, a.Facts)
		for p, t := range []model.Text{a.Confidentiality, a.Integrity, a.Availability} {
			a.Sensitivity[p] = vocab.ParseLevel(t.Value)
			if a.Sensitivity[p] == vocab.LevelUnknown {
				a.Sensitivity[p], a.Assumed[p] = a.Kind.Sensitivity[p], true
			}
		}
	}
	b.cycles("asset", len(assets), func(i int) []int32 { return indices(assets[i].Contains) },
		func(i int) model.Text { return assets[i].ID }, "contains itself")
	for i := range assets {
		for _, u := range assets[i].Opens {
			b.g.Components[u.Index].OpenedBy = append(b.g.Components[u.Index].OpenedBy, Use{int32(i), u.Span})
		}
	}
}

func indices(uses []Use) []int32 {
	out := make([]int32, len(uses))
	for i, u := range uses {
		out[i] = u.Index
	}
	return out
}

func (b *builder) components() {
	cs := b.g.Components
	for i := range cs {
		c := &cs[i]
		c.Zone = b.index(c.Component.Zone, ZoneType)
		c.RunsOn = b.index(c.Component.RunsOn, ComponentType)
		c.Operator = b.index(c.Component.Operator, ActorType)
		c.Holds = b.uses(c.Component.Holds, AssetType)
		for _, u := range c.Holds {
			b.g.Assets[u.Index].HeldBy = append(b.g.Assets[u.Index].HeldBy, Use{int32(i), u.Span})
		}
		if c.Operator < 0 {
			c.Operator = b.zoneOperator(c.Zone)
		}
		if c.Kind != nil {
			b.facts(withArticle(c.Kind.ID), c.Kind.Facts, c.Facts)
		}
	}
	b.cycles("component", len(cs), func(i int) []int32 { return one(cs[i].RunsOn) }, func(i int) model.Text { return cs[i].Component.RunsOn }, "runs on itself")
}

// zoneOperator is the operator of the nearest zone around that has one, or -1.
func (b *builder) zoneOperator(z int32) int32 {
	for steps := 0; z >= 0 && steps <= len(b.g.Zones); steps++ {
		if r, ok := b.g.ids[b.g.Zones[z].Operator.Value]; ok && r.Type == ActorType {
			return r.Index
		}
		z = b.g.Zones[z].Parent
	}
	return -1
}

func (b *builder) flows() {
	for i := range b.g.Flows {
		f := &b.g.Flows[i]
		f.From = b.ref(f.Flow.From, ActorType, ComponentType)
		f.To = b.ref(f.Flow.To, ActorType, ComponentType)
		f.Carries = b.uses(f.Flow.Carries, AssetType)
		f.Returns = b.uses(f.Flow.Returns, AssetType)
		if f.From.Valid() && f.From == f.To {
			b.add(diag.SelfFlow, f.Flow.To.Span, "the flow goes from "+diag.Quote(f.Flow.From.Value)+" to itself", "draw the two parts that talk as two components, or remove the flow")
			continue
		}
		b.attach(f.From, int32(i), false)
		b.attach(f.To, int32(i), true)
	}
}

// attach notes a flow at one of its ends.
func (b *builder) attach(end Ref, flow int32, in bool) {
	switch {
	case end.Type == ActorType:
		b.g.Actors[end.Index].Flows = append(b.g.Actors[end.Index].Flows, flow)
	case end.Type == ComponentType && in:
		b.g.Components[end.Index].In = append(b.g.Components[end.Index].In, flow)
	case end.Type == ComponentType:
		b.g.Components[end.Index].Out = append(b.g.Components[end.Index].Out, flow)
	}
}

func (b *builder) stages() {
	for i := range b.g.Stages {
		s := &b.g.Stages[i]
		s.On = b.index(s.Stage.RunsOn, ComponentType)
		s.Consumes = b.uses(s.Stage.Consumes, AssetType)
		s.Produces = b.uses(s.Stage.Produces, AssetType)
		if s.Kind != nil {
			b.facts("the stage "+s.Kind.ID, s.Kind.Facts, s.Facts)
		}
		if s.On >= 0 {
			b.g.Components[s.On].Runs = append(b.g.Components[s.On].Runs, int32(i))
		}
		for _, u := range s.Consumes {
			b.g.Assets[u.Index].ConsumedBy = append(b.g.Assets[u.Index].ConsumedBy, Use{int32(i), u.Span})
		}
		for _, u := range s.Produces {
			b.g.Assets[u.Index].ProducedBy = append(b.g.Assets[u.Index].ProducedBy, Use{int32(i), u.Span})
		}
	}
}

// place resolves the controls and sorts them by what they are and where they stand.
func (b *builder) place(decls []model.Control, known []string) {
	for i := range decls {
		c := Control{Control: &decls[i], State: controlState(decls[i].State.Value)}
		if _, ok := slices.BinarySearch(known, c.Use.Value); !ok {
			hint := diag.DidYouMean(c.Use.Value, known)
			if hint == "" {
				hint = "tmodel explain controls lists the controls of the library"
			}
			b.add(diag.UnknownControl, c.Use.Span, "the library has no control "+diag.Quote(c.Use.Value), hint)
			continue
		}
		for _, n := range c.Control.On {
			if r := b.ref(n, SystemType, ZoneType, ComponentType, FlowType, AssetType, StageType); r.Valid() {
				c.On = append(c.On, Placed{r, n.Span})
			}
		}
		slices.SortStableFunc(c.On, comparePlaced)
		c.On = slices.CompactFunc(c.On, func(x, y Placed) bool { return x.Ref == y.Ref && b.twice(x.Span, y.Span) })
		c.GovernedBy = b.uses(c.Control.GovernedBy, AssetType)
		b.g.Controls = append(b.g.Controls, c)
	}
	slices.SortStableFunc(b.g.Controls, compareControls)
}

func controlState(word string) State {
	switch word {
	case "absent":
		return Absent
	case "planned":
		return Planned
	case "verified":
		return Verified
	}
	return Implemented // `state` left out: whoever lists a control says that it is there
}

func compareControls(x, y Control) int {
	if c := cmp.Compare(x.Use.Value, y.Use.Value); c != 0 {
		return c
	}
	if c := slices.CompareFunc(x.On, y.On, comparePlaced); c != 0 {
		return c
	}
	return int(y.State) - int(x.State)
}

func comparePlaced(a, b Placed) int {
	return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(a.Index, b.Index))
}
