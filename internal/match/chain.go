package match

import (
	"slices"

	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/reach"
	"tmodel/internal/vocab"
	"tmodel/internal/yamltree"
)

// authority compiles who, and what they make act.
func (c *Compiler) authority(v *yamltree.Node) Cond {
	out := Cond{Op: OpAuthority, Trust: vocab.Administrator, As: c.name(v, graph.ComponentType)}
	c.Path = true
	for _, p := range v.Pairs {
		switch p.Key.Value {
		case "as":
		case "trust_at_most":
			out.Trust = c.trust(p.Value)
		case "mode":
			out.Modes = c.modes(p.Value)
		case "over":
			out.Subs = []Cond{c.part(p.Value, graph.ComponentType, nil)}
		default:
			c.fail(p.Key, `"authority" can't have `+diag.Quote(p.Key.Value)+" here", diag.DidYouMean(p.Key.Value, keysOf["authority"]))
		}
	}
	if len(out.Subs) == 0 {
		c.fail(v, `"authority" says not over what`, "over: {facts: {effect: [irreversible]}}, for example")
		return Cond{}
	}
	return out
}

// sinks are the components that meet a condition, and the chains that lead to them: to those that surely do, and to all
// that may.
type sinks struct{ sure, all *reach.Chain }

// chainsTo finds the sinks of a condition once.
func (e *Engine) chainsTo(c *Cond, chain func([]int32) *reach.Chain) *sinks {
	if s := e.chains[c]; s != nil {
		return s
	}
	defer e.stand(graph.Ref{})()
	var sure, all []int32
	for i := range e.g.Components {
		t := e.meets(&c.Subs[0], graph.Ref{Type: graph.ComponentType, Index: int32(i)})
		if t == True {
			sure = append(sure, int32(i))
		}
		if t != False {
			all = append(all, int32(i))
		}
	}
	s := &sinks{sure: chain(sure)}
	if s.all = s.sure; len(all) > len(sure) {
		s.all = chain(all)
	}
	e.chains[c] = s
	return s
}

// authority looks for somebody who influences the component, and for what acts on it then. A caller who makes a tool act
// with no more than his own rights gains nothing.
func (e *Engine) authority(c *Cond, r graph.Ref) Truth {
	if r.Type != graph.ComponentType {
		return False
	}
	s := e.chainsTo(c, e.reach.ActsOn)
	others := e.reach.Influence(r, among(c.Modes, reach.Planted, reach.Learned, reach.Control), c.Trust, nil)
	caller := e.reach.Influence(r, among(c.Modes, reach.Input), c.Trust, nil)
	return e.best(4, true, func(i int) Truth {
		chain, w := s.sure, others
		if i >= 2 {
			chain = s.all
		}
		var first func(int32) bool
		if i%2 == 1 {
			w = caller
			first = func(to int32) bool { return e.meets(lends, graph.Ref{Type: graph.ComponentType, Index: to}) != False }
		}
		if w == nil {
			return False
		}
		steps, sink, weakened := chain.Way(r.Index, first)
		if steps == nil {
			return False
		}
		truth := True
		if first != nil {
			truth = e.eval(lends, steps[0].At)
		}
		return min(truth, e.acts(c, w, steps, weakened, sink))
	})
}

// among are those of some modes that a clause asks for; one that names none asks for all.
func among(asked []reach.Mode, of ...reach.Mode) []reach.Mode {
	if len(asked) == 0 {
		return of
	}
	return slices.DeleteFunc(of, func(m reach.Mode) bool { return !slices.Contains(asked, m) })
}

// lends holds for what acts with rights that its caller need not have: anything but a tool that acts as its caller.
var lends = &Cond{Op: OpAny, Subs: []Cond{{Op: OpNot, Subs: []Cond{{Op: OpFamily, Values: []string{"tool"}}}},
	{Op: OpFact, Name: "acts_as", Values: []string{"own-identity", "shared-identity"}}}}

// acts puts the whole way on the trail, from whoever starts it to what acts.
func (e *Engine) acts(c *Cond, w *reach.Witness, steps []reach.Step, weakened, sink int32) Truth {
	at := graph.Ref{Type: graph.ComponentType, Index: sink}
	e.trail.bind(c.As, at)
	e.along(w.Then(steps, weakened-e.twice(w, steps)))
	defer e.stand(graph.Ref{})()
	return e.eval(&c.Subs[0], at)
}

// twice counts the people and guards on both parts of a way: who looks in both directions weakens it once.
func (e *Engine) twice(w *reach.Witness, steps []reach.Step) int32 {
	n := int32(0)
	for i := range len(steps) - 1 {
		at := steps[i].At
		if e.reach.Weakens(at) && slices.ContainsFunc(w.Steps, func(s reach.Step) bool { return s.At == at }) {
			n++
		}
	}
	return n
}

// depends looks for a component without which this one, or the one that the stage runs on, stops.
func (e *Engine) depends(c *Cond, r graph.Ref) Truth {
	if r.Type != graph.ComponentType && r.Type != graph.StageType {
		return False
	}
	s := e.chainsTo(c, e.reach.Needs)
	from := r.Index
	if r.Type == graph.StageType {
		from = e.g.Stages[r.Index].On
	}
	return e.best(2, false, func(i int) Truth {
		chain := []*reach.Chain{s.sure, s.all}[i]
		steps, sink, _ := chain.Way(from, nil)
		if steps == nil {
			return False
		}
		last := graph.Ref{Type: graph.ComponentType, Index: from}
		for _, step := range steps {
			e.trail.add(Evidence{At: step.At, Clause: e.g.ID(last) + " needs " + e.g.ID(step.At), Span: step.Span})
			last = step.At
		}
		at := graph.Ref{Type: graph.ComponentType, Index: sink}
		e.trail.bind(c.As, at)
		defer e.stand(graph.Ref{})()
		return e.eval(&c.Subs[0], at)
	})
}
