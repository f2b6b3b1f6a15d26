package graph

import (
	"tmodel/internal/diag"
	"tmodel/internal/model"
	"tmodel/internal/vocab"
)

// zones reports zones with nothing in them, actors who do nothing, and components outside where most are inside.
func (w *warner) zones() {
	g := w.g
	used, acting, inside := w.peopled()
	for i, yes := range used {
		if z := &g.Zones[i]; !yes {
			w.add(diag.UnusedZone, z.ID.Span, "nothing stands in the zone "+diag.Quote(z.ID.Value), "say zone: "+z.ID.Value+" on what is in it, or remove it")
		}
	}
	for i, yes := range acting {
		if a := &g.Actors[i]; !yes && len(a.Flows) == 0 {
			w.add(diag.UnusedActor, a.ID.Span, diag.Quote(a.ID.Value)+" does nothing: no flow begins or ends there, and nothing is run by them", "draw what they send and get, or remove the actor")
		}
	}
	if 2*inside > len(g.Components) && inside > 1 {
		w.zoneless()
	}
}

// peopled says which zones have something in them, which actors operate something, and how many components have a zone.
func (w *warner) peopled() (used, acting []bool, inside int) {
	g := w.g
	used, acting = make([]bool, len(g.Zones)), make([]bool, len(g.Actors))
	stand := func(zone int32) {
		if zone >= 0 {
			used[zone] = true
		}
	}
	for i := range g.Components {
		c := &g.Components[i]
		stand(c.Zone)
		if c.Operator >= 0 {
			acting[c.Operator] = true
		}
		if c.Zone >= 0 {
			inside++
		}
	}
	for i := range g.Actors {
		stand(g.Actors[i].Zone)
	}
	for i := range g.Zones {
		stand(g.Zones[i].Parent)
		if r := g.ids[g.Zones[i].Operator.Value]; r.Type == ActorType {
			acting[r.Index] = true
		}
	}
	return used, acting, inside
}

// zoneless reports the components without a zone. What runs on a machine, or at somebody's, stands where that is.
func (w *warner) zoneless() {
	for i := range w.g.Components {
		c := &w.g.Components[i]
		if c.Zone < 0 && c.Operator < 0 && c.RunsOn < 0 && c.Kind.Shape != vocab.External {
			w.add(diag.NoZone, c.ID.Span, diag.Quote(c.ID.Value)+" stands in no zone, and most components do", "say which zone it stands in: who can reach it is judged by that")
		}
	}
}

// outside reports reasons that are none.
func (w *warner) outside() {
	g := w.g
	each := func(n int, common func(i int) *model.Common) {
		for i := range n {
			if t := common(i).OutOfScope; t.Set() && noReason(t.Value) {
				w.add(diag.NoReason, t.Span, diag.Quote(t.Value)+" is no reason to leave threats out", "say why they need not be looked at, and who looks at them instead")
			}
		}
	}
	each(len(g.Actors), func(i int) *model.Common { return &g.Actors[i].Common })
	each(len(g.Zones), func(i int) *model.Common { return &g.Zones[i].Common })
	each(len(g.Assets), func(i int) *model.Common { return &g.Assets[i].Common })
	each(len(g.Components), func(i int) *model.Common { return &g.Components[i].Common })
	each(len(g.Flows), func(i int) *model.Common { return &g.Flows[i].Common })
	each(len(g.Stages), func(i int) *model.Common { return &g.Stages[i].Common })
}
