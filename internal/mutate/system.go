package mutate

import (
	"fmt"

	"tmodel/internal/catalog"
	"tmodel/internal/graph"
	"tmodel/internal/match"
	"tmodel/internal/reach"
	"tmodel/internal/trial"
)

// system is an example, or a change of one, that can be asked what rules do in it.
type system struct {
	graph  *graph.Graph
	engine *match.Engine
	likely []catalog.Likely
	want   []string // what the rule itself does
}

// systemsOf resolves the examples of a rule. One that does not compile notices nothing; the test of the examples says so.
func systemsOf(c *catalog.Catalog, examples []catalog.Example) ([]system, error) {
	var out []system
	for i := range examples {
		e := &examples[i]
		resolved, err := trial.Systems(e, c)
		if err != nil {
			return nil, err
		}
		for j, s := range resolved {
			if s.Graph == nil || !s.Graph.AI() {
				continue
			}
			likely := e.Likelihood
			if j > 0 {
				likely = e.Changes[j-1].Likelihood
			}
			out = append(out, system{graph: s.Graph, engine: match.New(s.Graph, reach.New(s.Graph)), likely: likely})
		}
	}
	return out, nil
}

// does is where a rule fires in a system, and how likely it is where the example says that.
func (s *system) does(r *catalog.Rule) []string {
	var out []string
	for m := range s.engine.Run(r.Target, &r.When) {
		out = append(out, s.graph.ID(m.Target))
	}
	for _, x := range s.likely {
		if at, ok := s.graph.Lookup(x.Element); ok {
			n, _ := r.Base(s.engine, at)
			out = append(out, fmt.Sprint(x.Element, n))
		}
	}
	return out
}
