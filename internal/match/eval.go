package match

import (
	"slices"

	"tmodel/internal/graph"
	"tmodel/internal/reach"
	"tmodel/internal/source"
	"tmodel/internal/vocab"
)

// Evidence is one clause that made a condition hold, and the place in the user's file that says so. Missing
// names the fact or key that is not given there.
type Evidence struct {
	At      graph.Ref
	Clause  string
	Span    source.Span
	Missing string
}

// Match is one element that a rule fits, and why.
type Match struct {
	Target   graph.Ref
	Truth    Truth // True or Unknown
	Evidence []Evidence
	Bound    []Bound
	Paths    []*reach.Witness
	Trust    vocab.Trust // of whoever has the first path or crossing; NoTrust when the rule names nobody
	Weakened int         // attenuation of the first path
}

// Bound is an element that a clause gave a name to.
type Bound struct {
	Name string
	Ref  graph.Ref
}

// Lookup is the element of that name.
func (m *Match) Lookup(name string) (graph.Ref, bool) {
	for _, b := range m.Bound {
		if b.Name == name {
			return b.Ref, true
		}
	}
	return graph.Ref{}, false
}

// Engine evaluates conditions over one graph.
type Engine struct {
	g       *graph.Graph
	reach   *reach.Analysis
	targets map[string][]graph.Ref // components by kind
	trail   trail
}

// New prepares an engine.
func New(g *graph.Graph, r *reach.Analysis) *Engine {
	e := &Engine{g: g, reach: r, targets: map[string][]graph.Ref{}}
	for i := range g.Components {
		k := g.Components[i].Kind
		ref := graph.Ref{Type: graph.ComponentType, Index: int32(i)}
		e.targets[k.ID] = append(e.targets[k.ID], ref)
		e.targets["/"+k.Family] = append(e.targets["/"+k.Family], ref)
	}
	return e
}

// Run is every element in scope that the rule fits, in the order of ids.
func (e *Engine) Run(t Target, when *Cond) []Match {
	var out []Match
	for _, r := range e.candidates(t) {
		if e.g.OutOfScope(r) != "" {
			continue
		}
		e.trail.clear()
		if truth := e.eval(when, r); truth != False {
			out = append(out, e.trail.match(r, truth))
		}
	}
	return out
}

// candidates are the elements of a target's type, kind and family.
func (e *Engine) candidates(t Target) []graph.Ref {
	switch t.Element {
	case "flow":
		return refs(graph.FlowType, len(e.g.Flows), nil)
	case "asset":
		return refs(graph.AssetType, len(e.g.Assets), func(i int) bool { return named(t.Kinds, e.g.Assets[i].Kind.ID) })
	case "stage":
		return refs(graph.StageType, len(e.g.Stages), func(i int) bool { return named(t.Kinds, e.g.Stages[i].Kind.ID) })
	}
	var out []graph.Ref
	for _, k := range t.Kinds {
		out = append(out, e.targets[k]...)
	}
	for _, f := range t.Families {
		out = append(out, e.targets["/"+f]...)
	}
	if len(t.Kinds)+len(t.Families) > 1 {
		slices.SortFunc(out, func(a, b graph.Ref) int { return int(a.Index) - int(b.Index) })
		out = slices.Compact(out)
	}
	return out
}

func named(kinds []string, kind string) bool { return len(kinds) == 0 || slices.Contains(kinds, kind) }

func refs(t graph.Type, n int, keep func(int) bool) []graph.Ref {
	out := make([]graph.Ref, 0, n)
	for i := range n {
		if keep == nil || keep(i) {
			out = append(out, graph.Ref{Type: t, Index: int32(i)})
		}
	}
	return out
}

// Meets says whether an element meets a condition, without saying why.
func (e *Engine) Meets(c *Cond, r graph.Ref) Truth {
	mark := e.trail.mark()
	defer e.trail.reset(mark)
	return e.eval(c, r)
}

// Related are the elements that a relation condition holds for, surely or perhaps, in the order of ids.
func (e *Engine) Related(c *Cond, r graph.Ref) []graph.Ref {
	var out []graph.Ref
	relate(e.g, r, c.Name, func(other graph.Ref, _ source.Span) bool {
		if e.part(c, other) != False && !slices.Contains(out, other) {
			out = append(out, other)
		}
		return true
	})
	return out
}

func (e *Engine) part(c *Cond, r graph.Ref) Truth {
	if len(c.Subs) == 0 {
		return True
	}
	return e.Meets(&c.Subs[0], r)
}

// eval decides a condition. What made it hold is on the trail when it is not False; a False leaves no trace.
func (e *Engine) eval(c *Cond, r graph.Ref) Truth {
	switch c.Op {
	case OpAll:
		return e.all(c.Subs, r)
	case OpAny:
		return e.best(len(c.Subs), func(i int) Truth { return e.eval(&c.Subs[i], r) })
	case OpNot:
		return -e.not(&c.Subs[0], r)
	case OpRelation:
		return e.relation(c, r)
	case OpInfluenced:
		return e.influenced(c, r)
	case OpDisclosed:
		return e.disclosed(c, r)
	}
	return e.attribute(c, r)
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

// not keeps the evidence of its part also where the part is false: that is what made the whole hold.
func (e *Engine) not(part *Cond, r graph.Ref) Truth {
	mark := e.trail.mark()
	e.trail.keepFalse++
	truth := e.eval(part, r)
	e.trail.keepFalse--
	if truth == True {
		e.trail.reset(mark)
	}
	return truth
}

// best is the greatest of n alternatives; the trail of the first that has it stays.
func (e *Engine) best(n int, one func(i int) Truth) Truth {
	mark := e.trail.mark()
	var perhaps *saved
	for i := range n {
		switch one(i) {
		case True:
			return True
		case Unknown:
			if perhaps == nil {
				perhaps = e.trail.save(mark)
			}
		}
		e.trail.reset(mark)
	}
	if perhaps == nil {
		return False
	}
	e.trail.restore(perhaps)
	return Unknown
}
