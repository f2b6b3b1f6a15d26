package match

import (
	"slices"

	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/reach"
	"tmodel/internal/yamltree"
)

// cycle compiles what a circle goes through: a stage or a component, any where nothing is said.
func (c *Compiler) cycle(v *yamltree.Node) Cond {
	out := Cond{Op: OpCycle, Name: graph.ComponentType.String()}
	t := graph.ComponentType
	for _, p := range v.Pairs {
		switch p.Key.Value {
		case "as":
		case "stage", "component":
			if out.Name = p.Key.Value; out.Name == "stage" {
				t = graph.StageType
			}
			if sub := c.Condition(p.Value, t, nil); sub.Op != OpAll || len(sub.Subs) > 0 {
				out.Subs = []Cond{sub}
			}
		default:
			c.fail(p.Key, `"cycle" can't have `+diag.Quote(p.Key.Value)+" here", diag.DidYouMean(p.Key.Value, keysOf["cycle"]))
		}
	}
	out.As = c.name(v, t)
	return out
}

// sharedCopy compiles to what it is short for: an asset that is held here, that such a stage uses, and such a component
// reads.
func (c *Compiler) sharedCopy(v *yamltree.Node) Cond {
	out := Cond{Op: OpRelation, Name: "holds", As: c.name(v, graph.AssetType)}
	var parts []Cond
	for _, p := range v.Pairs {
		switch p.Key.Value {
		case "as":
		case "asset":
			parts = append(parts, c.part(p.Value, graph.AssetType, nil))
		case "stage":
			parts = append(parts, c.relation("consumed_by", p.Value, graph.StageType))
		case "reader":
			parts = append(parts, c.relation("read_by", p.Value, graph.ComponentType))
		default:
			c.fail(p.Key, `"shared_copy" can't have `+diag.Quote(p.Key.Value)+" here", diag.DidYouMean(p.Key.Value, keysOf["shared_copy"]))
		}
	}
	if v.Get("stage") == nil || v.Get("reader") == nil {
		c.fail(v, `"shared_copy" needs stage and reader`, "who shares the copy; {} for any")
	}
	out.Subs, out.Ranked = []Cond{{Op: OpAll, Subs: parts}}, slices.ContainsFunc(parts, func(p Cond) bool { return p.somebody() })
	return out
}

// rings are the circles through what surely meets a condition, and through what may.
type rings struct{ sure, all *reach.Circles }

func (e *Engine) ringsThrough(c *Cond) *rings {
	if r := e.circles[c]; r != nil {
		return r
	}
	defer e.stand(graph.Ref{})()
	t, n := graph.ComponentType, len(e.g.Components)
	if c.Name == "stage" {
		t, n = graph.StageType, len(e.g.Stages)
	}
	var sure, all []graph.Ref
	for i := range n {
		ref, truth := graph.Ref{Type: t, Index: int32(i)}, True
		if len(c.Subs) > 0 {
			truth = e.meets(&c.Subs[0], ref)
		}
		if truth == True {
			sure = append(sure, ref)
		}
		if truth != False {
			all = append(all, ref)
		}
	}
	r := &rings{sure: e.reach.Circles(sure)}
	if r.all = r.sure; len(all) > len(sure) {
		r.all = e.reach.Circles(all)
	}
	e.circles[c] = r
	return r
}

// cycle looks for a way by which what the component writes comes back to it.
func (e *Engine) cycle(c *Cond, r graph.Ref) Truth {
	if r.Type != graph.ComponentType {
		return False
	}
	rings := e.ringsThrough(c)
	return e.best(2, false, func(i int) Truth {
		circles := []*reach.Circles{rings.sure, rings.all}[i]
		steps, through := circles.Of(r.Index)
		if steps == nil {
			return False
		}
		e.trail.bind(c.As, through)
		w := &reach.Witness{Steps: append([]reach.Step{{At: r, Span: e.g.Span(r)}}, steps...)}
		for i := 1; i < len(w.Steps); i++ {
			e.trail.step(w, i)
		}
		if len(c.Subs) == 0 {
			return True
		}
		defer e.stand(graph.Ref{})()
		return e.eval(&c.Subs[0], through)
	})
}
