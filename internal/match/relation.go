package match

import (
	"tmodel/internal/graph"
	"tmodel/internal/source"
)

// relation holds when some related element meets the part; the best of them is the one that is shown.
func (e *Engine) relation(c *Cond, r graph.Ref) Truth {
	if c.Name == "includes" {
		return e.once(c, r)
	}
	return e.related(c, r)
}

// edge leads to a related element, by the reference in the file that relates it.
type edge struct {
	ref  graph.Ref
	span source.Span
}

// verdict is a truth and the trail that it left.
type verdict struct {
	truth Truth
	trail *saved
}

// once decides what the system includes once for all elements that ask.
func (e *Engine) once(c *Cond, r graph.Ref) Truth {
	v, ok := e.whole[c]
	if !ok {
		mark := e.trail.mark()
		v.truth = e.related(c, r)
		v.trail = e.trail.save(mark)
		e.trail.reset(mark)
		e.whole[c] = v
	}
	if v.truth != False {
		e.trail.restore(v.trail)
	}
	return v.truth
}

func (e *Engine) related(c *Cond, r graph.Ref) Truth {
	first := len(e.edges) // a stack, since relations stand in each other
	relate(e.g, r, c.Name, func(other graph.Ref, span source.Span) bool {
		e.edges = append(e.edges, edge{other, span})
		return true
	})
	old := e.here
	e.here = e.place(r, c.Name)
	defer func() { e.here, e.edges = old, e.edges[:first] }()
	return e.best(len(e.edges)-first, c.Ranked, func(i int) Truth {
		to := e.edges[first+i]
		e.trail.relate(r, c.Name, to)
		e.trail.bind(c.As, to.ref)
		if len(c.Subs) > 0 {
			return e.eval(&c.Subs[0], to.ref)
		}
		return True
	})
}

// place is where the asset lies that a relation leads to. What is asked of the asset then, is asked of the copy
// there. None: the relation leads to no asset, or to no copy of it in particular.
func (e *Engine) place(r graph.Ref, relation string) graph.Ref {
	switch relation {
	case "holds", "receives", "sends", "consumes":
		return r
	case "produces":
		return graph.Ref{Type: graph.ComponentType, Index: e.g.Stages[r.Index].On}
	case "carries", "returns":
		f := &e.g.Flows[r.Index]
		at, other := f.To, f.From
		if relation == "returns" {
			at, other = other, at
		}
		if at.Type == graph.ActorType {
			return other
		}
		return at
	}
	return graph.Ref{}
}

// relate calls yield for each element related to r by name, in the order of ids, with the reference in the
// file that relates them. It stops when yield returns false.
func relate(g *graph.Graph, r graph.Ref, name string, yield func(graph.Ref, source.Span) bool) {
	if name == "system" {
		whole := graph.Ref{Type: graph.SystemType}
		yield(whole, g.Span(whole))
		return
	}
	switch r.Type {
	case graph.ComponentType:
		relateComponent(g, r.Index, name, yield)
	case graph.FlowType:
		relateFlow(g, &g.Flows[r.Index], name, yield)
	case graph.AssetType:
		relateAsset(g, r.Index, name, yield)
	case graph.StageType:
		relateStage(&g.Stages[r.Index], name, yield)
	case graph.SystemType:
		for i := range g.Components {
			if c := (graph.Ref{Type: graph.ComponentType, Index: int32(i)}); !yield(c, g.Span(c)) {
				return
			}
		}
	}
}

func relateComponent(g *graph.Graph, i int32, name string, yield func(graph.Ref, source.Span) bool) {
	c := &g.Components[i]
	switch name {
	case "holds":
		each(c.Holds, graph.AssetType, yield)
	case "opened_by":
		each(c.OpenedBy, graph.AssetType, yield)
	case "inflow":
		for _, f := range c.In {
			if !yield(graph.Ref{Type: graph.FlowType, Index: f}, g.Flows[f].Flow.To.Span) {
				return
			}
		}
	case "outflow":
		for _, f := range c.Out {
			if !yield(graph.Ref{Type: graph.FlowType, Index: f}, g.Flows[f].Flow.From.Span) {
				return
			}
		}
	case "runs":
		for _, s := range c.Runs {
			if !yield(graph.Ref{Type: graph.StageType, Index: s}, g.Stages[s].Stage.RunsOn.Span) {
				return
			}
		}
	case "replies_to":
		answered(g, c, yield)
	case "runs_on", "hosts", "operator":
		relateHost(g, c, name, yield)
	case "receives":
		received(g, c, yield)
	case "sends":
		exchanged(g, c.Out, c.In, yield)
	}
}

// received yields what comes to a component: by flows, and by stages, which bring what they consume to where they run.
func received(g *graph.Graph, c *graph.Component, yield func(graph.Ref, source.Span) bool) {
	if !exchanged(g, c.In, c.Out, yield) {
		return
	}
	for _, s := range c.Runs {
		if !each(g.Stages[s].Consumes, graph.AssetType, yield) {
			return
		}
	}
}

// exchanged yields what some flows carry and others return.
func exchanged(g *graph.Graph, carried, returned []int32, yield func(graph.Ref, source.Span) bool) bool {
	for _, f := range carried {
		if !each(g.Flows[f].Carries, graph.AssetType, yield) {
			return false
		}
	}
	for _, f := range returned {
		if !each(g.Flows[f].Returns, graph.AssetType, yield) {
			return false
		}
	}
	return true
}

func relateFlow(g *graph.Graph, f *graph.Flow, name string, yield func(graph.Ref, source.Span) bool) {
	switch name {
	case "from":
		yield(f.From, f.Flow.From.Span)
	case "to":
		yield(f.To, f.Flow.To.Span)
	case "carries":
		each(f.Carries, graph.AssetType, yield)
	case "returns":
		each(f.Returns, graph.AssetType, yield)
	}
}

func relateAsset(g *graph.Graph, i int32, name string, yield func(graph.Ref, source.Span) bool) {
	a := &g.Assets[i]
	switch name {
	case "held_by":
		each(a.HeldBy, graph.ComponentType, yield)
	case "opens":
		each(a.Opens, graph.ComponentType, yield)
	case "contains":
		each(a.Contains, graph.AssetType, yield)
	case "part_of":
		each(a.PartOf, graph.AssetType, yield)
	case "read_by":
		readers(g, i, yield)
	case "produced_by":
		each(a.ProducedBy, graph.StageType, yield)
	case "consumed_by":
		each(a.ConsumedBy, graph.StageType, yield)
	}
}

func relateStage(s *graph.Stage, name string, yield func(graph.Ref, source.Span) bool) {
	switch name {
	case "on":
		yield(graph.Ref{Type: graph.ComponentType, Index: s.On}, s.Stage.RunsOn.Span)
	case "consumes":
		each(s.Consumes, graph.AssetType, yield)
	case "produces":
		each(s.Produces, graph.AssetType, yield)
	}
}

func each(uses []graph.Use, t graph.Type, yield func(graph.Ref, source.Span) bool) bool {
	for _, u := range uses {
		if !yield(graph.Ref{Type: t, Index: u.Index}, u.Span) {
			return false
		}
	}
	return true
}
