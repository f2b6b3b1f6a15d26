package why

import (
	"slices"

	"tmodel/internal/graph"
)

// once appends x unless it is there.
func once[T comparable](list []T, x T) []T {
	if slices.Contains(list, x) {
		return list
	}
	return append(list, x)
}

func (v *View) relate(how string, t graph.Type, index int32) {
	if index >= 0 {
		v.Relations = append(v.Relations, Relation{how, graph.Ref{Type: t, Index: index}})
	}
}

func (v *View) relateAll(how string, t graph.Type, uses []graph.Use) {
	for _, u := range uses {
		v.relate(how, t, u.Index)
	}
}

// relations are the elements that the element names, and those that name it. Flows have a list of their own.
func (v *View) relations() {
	g, i := v.Graph, v.Ref.Index
	switch v.Ref.Type {
	case graph.SystemType:
		for j := range g.Objectives {
			v.relate("objectives", graph.ObjectiveType, int32(j))
		}
	case graph.ObjectiveType:
		v.relateAll("assets", graph.AssetType, g.Objectives[i].Assets)
	case graph.ActorType:
		v.components("operates", func(c *graph.Component) bool { return c.Operator == i })
	case graph.ZoneType:
		v.contents(i)
	case graph.AssetType:
		v.asset(&g.Assets[i])
	case graph.ComponentType:
		v.component(&g.Components[i])
	case graph.FlowType:
		f := &g.Flows[i]
		v.relate("from", f.From.Type, f.From.Index)
		v.relate("to", f.To.Type, f.To.Index)
		v.relateAll("carries", graph.AssetType, f.Carries)
		v.relateAll("returns", graph.AssetType, f.Returns)
	case graph.StageType:
		s := &g.Stages[i]
		v.relate("runs_on", graph.ComponentType, s.On)
		v.relateAll("consumes", graph.AssetType, s.Consumes)
		v.relateAll("produces", graph.AssetType, s.Produces)
	}
}

// components relates the element to all components of which the condition holds.
func (v *View) components(how string, holds func(*graph.Component) bool) {
	for i := range v.Graph.Components {
		if holds(&v.Graph.Components[i]) {
			v.relate(how, graph.ComponentType, int32(i))
		}
	}
}

func (v *View) component(c *graph.Component) {
	v.relate("operator", graph.ActorType, c.Operator)
	v.relate("runs_on", graph.ComponentType, c.RunsOn)
	v.components("hosts", func(other *graph.Component) bool { return other.RunsOn == v.Ref.Index })
	v.relateAll("holds", graph.AssetType, c.Holds)
	for _, s := range c.Runs {
		v.relate("runs", graph.StageType, s)
	}
	v.relateAll("opened_by", graph.AssetType, c.OpenedBy)
}

func (v *View) asset(a *graph.Asset) {
	v.relateAll("held_by", graph.ComponentType, a.HeldBy)
	v.relateAll("produced_by", graph.StageType, a.ProducedBy)
	v.relateAll("consumed_by", graph.StageType, a.ConsumedBy)
	v.relateAll("contains", graph.AssetType, a.Contains)
	for i := range v.Graph.Assets {
		if names(v.Graph.Assets[i].Contains, v.Ref.Index) {
			v.relate("contained_in", graph.AssetType, int32(i))
		}
	}
	v.relateAll("opens", graph.ComponentType, a.Opens)
}

// contents is what stands in a zone itself, not in the zones in it.
func (v *View) contents(zone int32) {
	for i := range v.Graph.Zones {
		if v.Graph.Zones[i].Parent == zone {
			v.relate("zones", graph.ZoneType, int32(i))
		}
	}
	for i := range v.Graph.Actors {
		if v.Graph.Actors[i].Zone == zone {
			v.relate("actors", graph.ActorType, int32(i))
		}
	}
	v.components("components", func(c *graph.Component) bool { return c.Zone == zone })
}

// flows are those that start or end at an actor or a component, cross the border of a zone, or move an asset.
func (v *View) flows() {
	for i := range v.Graph.Flows {
		f := &v.Graph.Flows[i]
		switch {
		case f.To == v.Ref:
			v.Flows = append(v.Flows, Flow{"in", int32(i)})
		case f.From == v.Ref:
			v.Flows = append(v.Flows, Flow{"out", int32(i)})
		case v.Ref.Type == graph.ZoneType:
			v.crossing(int32(i), v.inside(f.From), v.inside(f.To))
		case v.Ref.Type == graph.AssetType && (names(f.Carries, v.Ref.Index) || names(f.Returns, v.Ref.Index)):
			v.Flows = append(v.Flows, Flow{"with", int32(i)})
		}
	}
}

// crossing adds a flow that enters or leaves a zone.
func (v *View) crossing(flow int32, from, to bool) {
	if from != to {
		v.Flows = append(v.Flows, Flow{map[bool]string{true: "in", false: "out"}[to], flow})
	}
}

// inside says whether an element stands in the zone, or in a zone in it.
func (v *View) inside(r graph.Ref) bool { return slices.Contains(v.zones(r), v.Ref.Index) }

func names(uses []graph.Use, index int32) bool {
	return slices.ContainsFunc(uses, func(u graph.Use) bool { return u.Index == index })
}
