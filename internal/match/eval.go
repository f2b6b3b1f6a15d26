package match

import (
	"iter"
	"slices"

	"tmodel/internal/graph"
	"tmodel/internal/reach"
	"tmodel/internal/source"
	"tmodel/internal/vocab"
)

// Engine evaluates conditions over one graph.
type Engine struct {
	g       *graph.Graph
	reach   *reach.Analysis
	targets map[string][]graph.Ref // by type and kind, and components by family after a slash
	trail   trail
	chains  map[*Cond]*sinks
	circles map[*Cond]*rings
	edges   []edge            // of the relations that are being asked
	whole   map[*Cond]verdict // what the system includes
	negated bool              // an odd number of `not` stands over what is asked
	target  graph.Ref         // of the rule that is run
	found   Match             // the last one of a run; its lists are used again
	here    graph.Ref         // where the asset that is asked lies: a component, or a stage that reads it; none: anywhere
}

// New prepares an engine.
func New(g *graph.Graph, r *reach.Analysis) *Engine {
	e := &Engine{g: g, reach: r, targets: map[string][]graph.Ref{}, chains: map[*Cond]*sinks{}, circles: map[*Cond]*rings{}, whole: map[*Cond]verdict{}}
	e.list(graph.ComponentType, len(g.Components))
	e.list(graph.AssetType, len(g.Assets))
	e.list(graph.StageType, len(g.Stages))
	e.list(graph.FlowType, len(g.Flows))
	e.list(graph.SystemType, 1)
	return e
}

// list sorts what is in scope under its type, its kind, and a component under its family.
func (e *Engine) list(t graph.Type, n int) {
	for i := range n {
		r := graph.Ref{Type: t, Index: int32(i)}
		if e.g.OutOfScope(r) != "" {
			continue
		}
		e.targets[t.String()+":"] = append(e.targets[t.String()+":"], r)
		if k := e.g.Kind(r); k != nil {
			e.targets[t.String()+":"+k.ID] = append(e.targets[t.String()+":"+k.ID], r)
			if k.Family != "" {
				e.targets["/"+k.Family] = append(e.targets["/"+k.Family], r)
			}
		}
	}
}

// Run goes through the elements in scope that the rule fits, in the order of ids. A match is written over by the next.
func (e *Engine) Run(t Target, when *Cond) iter.Seq[*Match] {
	return func(yield func(*Match) bool) {
		for _, r := range e.candidates(t) {
			e.trail.clear()
			e.target = r
			if truth := e.eval(when, r); truth != False {
				if e.match(&e.found, r, truth); !yield(&e.found) {
					return
				}
			}
		}
	}
}

// Holds is the match of a condition at one element where it is known to hold, else nil.
func (e *Engine) Holds(c *Cond, r graph.Ref) *Match {
	e.trail.clear()
	if e.eval(c, r) != True {
		return nil
	}
	m := &Match{}
	e.match(m, r, True)
	return m
}

// Related are the elements that a relation condition holds for, surely or perhaps, in the order in which the
// relation meets them.
func (e *Engine) Related(c *Cond, r graph.Ref) []graph.Ref {
	defer e.stand(e.place(r, c.Name))()
	var out []graph.Ref
	relate(e.g, r, c.Name, func(other graph.Ref, _ source.Span) bool {
		if (len(c.Subs) == 0 || e.meets(&c.Subs[0], other) != False) && !slices.Contains(out, other) {
			out = append(out, other)
		}
		return true
	})
	return out
}

// meets says whether an element meets a condition, and leaves no trail.
func (e *Engine) meets(c *Cond, r graph.Ref) Truth {
	mark := e.trail.mark()
	defer e.trail.reset(mark)
	return e.eval(c, r)
}

// stand sets where the asset that is asked next lies; the result goes back.
func (e *Engine) stand(at graph.Ref) func() {
	old := e.here
	e.here = at
	return func() { e.here = old }
}

// eval decides a condition, or its opposite under `not`. What made it hold is on the trail when it is not False; a
// False leaves no trace. `not` moves inwards: not all is any of the opposites, so that the parts that decided are
// what is shown.
func (e *Engine) eval(c *Cond, r graph.Ref) Truth {
	switch c.Op {
	case OpAll, OpAny:
		if (c.Op == OpAll) != e.negated {
			if !e.negated && e.hopeless(c, c.Early, r) {
				return False
			}
			return e.all(c.Subs, r)
		}
		return e.best(len(c.Subs), c.Ranked, func(i int) Truth { return e.eval(&c.Subs[i], r) })
	case OpNot:
		e.negated = !e.negated
		truth := e.eval(&c.Subs[0], r)
		e.negated = !e.negated
		return truth
	case OpKnown:
		return e.known(c, r)
	case OpRelation:
		return e.relation(c, r)
	case OpAtLeast:
		return e.atLeast(c, r)
	case OpInfluenced:
		return e.influenced(c, r)
	case OpDisclosed:
		return e.disclosed(c, r)
	case OpAuthority:
		return e.authority(c, r)
	case OpDepends:
		return e.depends(c, r)
	case OpCycle:
		return e.cycle(c, r)
	}
	return e.attribute(c, r)
}

// known is true or false: what is only perhaps so does not count.
func (e *Engine) known(c *Cond, r graph.Ref) Truth {
	mark := e.trail.mark()
	if e.eval(&c.Subs[0], r) == True {
		return True
	}
	e.trail.reset(mark)
	return False
}

func (e *Engine) all(parts []Cond, r graph.Ref) Truth {
	mark, truth := e.trail.mark(), True
	for i := range parts {
		truth = min(truth, e.eval(&parts[i], r))
		if truth == False {
			e.trail.reset(mark)
			return False
		}
	}
	return truth
}

// best is the greatest of n alternatives, and its trail stays. Of several as true the first stays; where they name
// somebody (ranked), it is the one whose attacker is the likeliest.
func (e *Engine) best(n int, ranked bool, one func(i int) Truth) Truth {
	mark, truth, weight := e.trail.mark(), False, nobody
	var kept *saved
	for i := range n {
		t := one(i)
		w := e.trail.weight(mark)
		if t == True && (!ranked || w == 0) {
			e.trail.free(kept)
			return True
		}
		if t != False && (t > truth || t == truth && w < weight) {
			e.trail.free(kept)
			kept, truth, weight = e.trail.save(mark), t, w
		}
		e.trail.reset(mark)
	}
	if kept != nil {
		e.trail.restore(kept)
		e.trail.free(kept)
	}
	return truth
}

// decide gives a truth, or its opposite under `not`, of what needs no evidence because the target shows it.
func (e *Engine) decide(holds bool) Truth { return e.turned(truth(holds)) }

// turned is a truth, or its opposite under `not`.
func (e *Engine) turned(t Truth) Truth {
	if e.negated {
		return -t
	}
	return t
}

// show is a truth, or its opposite under `not`, with what is known, or not known, as evidence where it is not False.
func (e *Engine) show(t Truth, says func() Evidence) Truth {
	if t = e.turned(t); t != False {
		e.trail.add(says())
	}
	return t
}

// name notes who is meant, where the clause says that somebody is there and not that nobody is.
func (e *Engine) name(t vocab.Trust) {
	if !e.negated {
		e.trail.who = append(e.trail.who, who{trust: t})
	}
}
