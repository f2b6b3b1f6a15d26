package analyze_test

import (
	"slices"

	"tmodel/internal/graph"
)

// joined are, for each element, those that the file joins it to: holders, machines, ends of flows, what stages use and make.
func joined(g *graph.Graph) map[graph.Ref][]graph.Ref {
	out := map[graph.Ref][]graph.Ref{}
	add := func(a, b graph.Ref) {
		if a.Valid() && b.Valid() {
			out[a], out[b] = append(out[a], b), append(out[b], a)
		}
	}
	ref := func(t graph.Type, i int32) graph.Ref {
		if i < 0 {
			return graph.Ref{}
		}
		return graph.Ref{Type: t, Index: i}
	}
	for i := range g.Components {
		c, at := &g.Components[i], ref(graph.ComponentType, int32(i))
		add(at, ref(graph.ComponentType, c.RunsOn))
		for _, u := range slices.Concat(c.Holds, c.OpenedBy) {
			add(at, ref(graph.AssetType, u.Index))
		}
	}
	for i := range g.Flows {
		f, at := &g.Flows[i], ref(graph.FlowType, int32(i))
		add(f.From, f.To)
		add(at, f.From)
		add(at, f.To)
		for _, u := range slices.Concat(f.Carries, f.Returns) {
			add(ref(graph.AssetType, u.Index), f.From)
			add(ref(graph.AssetType, u.Index), f.To)
		}
	}
	for i := range g.Stages {
		s, at := &g.Stages[i], ref(graph.StageType, int32(i))
		add(at, ref(graph.ComponentType, s.On))
		for _, u := range slices.Concat(s.Consumes, s.Produces) {
			add(at, ref(graph.AssetType, u.Index))
			add(ref(graph.ComponentType, s.On), ref(graph.AssetType, u.Index))
		}
	}
	for i := range g.Assets {
		for _, u := range g.Assets[i].Contains {
			add(ref(graph.AssetType, int32(i)), ref(graph.AssetType, u.Index))
		}
	}
	return out
}

// near says whether an element is another, or joined to it over one between them.
func near(g *graph.Graph, a, b string) bool {
	from, _ := g.Lookup(a)
	to, _ := g.Lookup(b)
	next := joined(g)
	return from == to || slices.Contains(next[from], to) || slices.ContainsFunc(next[from], func(r graph.Ref) bool { return slices.Contains(next[r], to) })
}
