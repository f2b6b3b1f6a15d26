package graph

import (
	"tmodel/internal/diag"
	"tmodel/internal/model"
	"tmodel/internal/source"
	"tmodel/internal/vocab"
)

func (b *builder) zones() {
	zones := b.g.Zones
	for i := range zones {
		zones[i].Parent = b.index(zones[i].Zone.Parent, ZoneType)
		b.ref(zones[i].Operator, ActorType)
	}
	b.cycles(ZoneType, len(zones), diag.Cycle, "lies inside itself", func(i int32) []step { return one(zones[i].Parent, zones[i].Zone.Parent.Span) })
	for i := range zones {
		for p, steps := zones[i].Parent, 0; zones[i].Trust == vocab.NoTrust && p >= 0 && steps < len(zones); steps++ {
			zones[i].Trust, p = zones[p].Trust, zones[p].Parent
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
			b.facts("", "asset", nil, a.Facts)
			continue
		}
		b.facts(ofKind(a.Kind), "asset", a.Kind.Facts, a.Facts)
		b.opens(a)
		for p, t := range []model.Text{a.Confidentiality, a.Integrity, a.Availability} {
			a.Sensitivity[p] = vocab.ParseLevel(t.Value)
			if a.Sensitivity[p] == vocab.LevelUnknown {
				a.Sensitivity[p], a.Assumed[p] = a.Kind.Sensitivity[p], true
			}
		}
	}
	b.cycles(AssetType, len(assets), diag.ContainsCycle, "contains itself", func(i int32) []step { return steps(assets[i].Contains) })
	for i := range assets {
		for _, u := range assets[i].Opens {
			b.g.Components[u.Index].OpenedBy = append(b.g.Components[u.Index].OpenedBy, Use{int32(i), u.Span})
		}
		for _, u := range assets[i].Contains {
			assets[u.Index].PartOf = append(assets[u.Index].PartOf, Use{int32(i), u.Span})
		}
	}
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
		if c.OperatedAt = c.Component.Operator.Span; c.Operator < 0 {
			c.Operator, c.OperatedAt = b.zoneOperator(c.Zone)
		}
		if c.Kind != nil {
			b.facts(ofKind(c.Kind), "component", c.Kind.Facts, c.Facts)
		} else {
			b.facts("", "component", nil, c.Facts)
		}
	}
	for i := range cs {
		b.host(&cs[i])
		if on := cs[i].RunsOn; on >= 0 {
			cs[on].Hosts = append(cs[on].Hosts, int32(i))
		}
	}
	b.cycles(ComponentType, len(cs), diag.RunsOnCycle, "runs on itself", func(i int32) []step { return one(cs[i].RunsOn, cs[i].Component.RunsOn.Span) })
}

// zoneOperator is the operator of the nearest zone around that has one, or -1, and where that zone names it.
func (b *builder) zoneOperator(z int32) (int32, source.Span) {
	for steps := 0; z >= 0 && steps <= len(b.g.Zones); steps++ {
		zone := &b.g.Zones[z]
		if r, ok := b.g.ids[zone.Operator.Value]; ok && r.Type == ActorType {
			return r.Index, zone.Operator.Span
		}
		z = zone.Parent
	}
	return -1, source.Span{}
}

func (b *builder) flows() {
	for i := range b.g.Flows {
		f := &b.g.Flows[i]
		f.From = b.end(f.Flow.From, f.Flow.To)
		f.To = b.end(f.Flow.To, f.Flow.From)
		f.Carries = b.uses(f.Flow.Carries, AssetType)
		f.Returns = b.uses(f.Flow.Returns, AssetType)
		if f.From.Valid() && f.From == f.To {
			b.add(diag.SelfFlow, f.Flow.To.Span, "the flow goes from "+diag.Quote(f.Flow.From.Value)+" to itself", "draw the two parts that talk as two components, or remove the flow")
			continue
		}
		if f.From.Type == ActorType && f.To.Type == ActorType {
			b.add(diag.ActorToActor, f.Flow.To.Span, "the flow goes from one actor to another, past the system", "draw the component between them; somebody inside who acts on what they read is a component of kind human-task")
		}
		b.travels(int32(i), f)
		b.attach(f.From, int32(i), false)
		b.attach(f.To, int32(i), true)
	}
}

// travels notes a flow at the assets that it moves, once at each.
func (b *builder) travels(flow int32, f *Flow) {
	for _, uses := range [][]Use{f.Carries, f.Returns} {
		for _, u := range uses {
			if a := &b.g.Assets[u.Index]; len(a.Moved) == 0 || a.Moved[len(a.Moved)-1] != flow {
				a.Moved = append(a.Moved, flow)
			}
		}
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
			b.facts("the stage kind "+s.Kind.ID, "stage", s.Kind.Facts, s.Facts)
		} else {
			b.facts("", "stage", nil, s.Facts)
		}
		if s.On >= 0 {
			b.workplace(s)
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
