package match

import (
	"tmodel/internal/graph"
	"tmodel/internal/reach"
	"tmodel/internal/source"
)

// relation holds when some related element meets the part; the first one that surely does, else the first that may.
func (e *Engine) relation(c *Cond, r graph.Ref) Truth {
	type edge struct {
		ref  graph.Ref
		span source.Span
	}
	var edges []edge
	relate(e.g, r, c.Name, func(other graph.Ref, span source.Span) bool {
		edges = append(edges, edge{other, span})
		return true
	})
	return e.best(len(edges), func(i int) Truth {
		to := edges[i]
		e.trail.add(True, Evidence{At: to.ref, Clause: phrase(e.g, r, c.Name, to.ref), Span: to.span})
		e.trail.bind(c.As, to.ref)
		if len(c.Subs) == 0 {
			return True
		}
		return e.eval(&c.Subs[0], to.ref)
	})
}

// relate calls yield for each element related to r by name, in the order of ids, with the reference in the
// file that relates them. It stops when yield returns false.
func relate(g *graph.Graph, r graph.Ref, name string, yield func(graph.Ref, source.Span) bool) {
	switch r.Type {
	case graph.ComponentType:
		relateComponent(g, r.Index, name, yield)
	case graph.FlowType:
		relateFlow(g, &g.Flows[r.Index], name, yield)
	case graph.AssetType:
		relateAsset(&g.Assets[r.Index], name, yield)
	case graph.StageType:
		relateStage(&g.Stages[r.Index], name, yield)
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
	case "receives":
		if !exchanged(g, c.In, c.Out, yield) {
			return
		}
		for _, s := range c.Runs { // a stage brings what it consumes to where it runs
			if !each(g.Stages[s].Consumes, graph.AssetType, yield) {
				return
			}
		}
	case "sends":
		exchanged(g, c.Out, c.In, yield)
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

func relateAsset(a *graph.Asset, name string, yield func(graph.Ref, source.Span) bool) {
	switch name {
	case "held_by":
		each(a.HeldBy, graph.ComponentType, yield)
	case "opens":
		each(a.Opens, graph.ComponentType, yield)
	case "contains":
		each(a.Contains, graph.AssetType, yield)
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

// influenced asks the analysis; a part narrows it to copies, at the element, of assets that meet it.
func (e *Engine) influenced(c *Cond, r graph.Ref) Truth {
	var assets []int32
	if len(c.Subs) > 0 {
		assets = e.copies(&c.Subs[0], r)
	}
	w := e.reach.Influence(r, c.Mode, c.Trust, assets)
	if w == nil {
		return False
	}
	return e.along(w)
}

// copies are the assets that are at a component, in one way or another, and meet the condition. Never nil.
func (e *Engine) copies(c *Cond, r graph.Ref) []int32 {
	out := []int32{}
	for _, name := range []string{"holds", "receives"} {
		relate(e.g, r, name, func(a graph.Ref, _ source.Span) bool {
			if e.Meets(c, a) == True {
				out = append(out, a.Index)
			}
			return true
		})
	}
	return out
}

// disclosed holds for the first asset that the component sends, meets the part, and comes to a reader.
func (e *Engine) disclosed(c *Cond, r graph.Ref) Truth {
	var assets []graph.Ref
	relate(e.g, r, "sends", func(a graph.Ref, _ source.Span) bool {
		assets = append(assets, a)
		return true
	})
	return e.best(len(assets), func(i int) Truth {
		w := e.reach.Disclosure(r.Index, assets[i].Index, c.Trust)
		if w == nil {
			return False
		}
		t := True
		if len(c.Subs) > 0 {
			t = e.eval(&c.Subs[0], assets[i])
		}
		if t != False {
			e.trail.bind(c.As, assets[i])
			e.along(w)
		}
		return t
	})
}

// along puts a witness on the trail, a clause for each step.
func (e *Engine) along(w *reach.Witness) Truth {
	e.trail.path(w)
	for i, s := range w.Steps {
		e.trail.add(True, Evidence{At: s.At, Clause: e.step(w.Steps, i), Span: s.Span})
	}
	return True
}
