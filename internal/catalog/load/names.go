package load

import (
	"slices"

	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/match"
	"tmodel/internal/yamltree"
)

// names are those that the condition of a rule gives.
type names struct {
	given   map[string][]graph.Type // what each can be
	bound   map[string]bool         // those that every match has
	path    bool                    // some alternative has a path
	wrong   bool                    // the condition has a mistake, so that it may give more than is known
	written map[string]bool         // all that it writes behind as
	all     bool                    // it may give any name: it can't be read, or writes one that is no word
}

// namesOf are those of a condition that c has compiled.
func namesOf(c *match.Compiler, when *match.Cond, n *yamltree.Node) *names {
	out := &names{given: c.Names, bound: when.Binds(), path: c.Path, wrong: c.Wrong, all: n == nil, written: map[string]bool{}}
	out.write(n)
	return out
}

func (s *names) write(n *yamltree.Node) {
	if n == nil {
		return
	}
	for _, p := range n.Pairs {
		if p.Key.Value == "as" {
			s.written[p.Value.Value] = true
			s.all = s.all || len(p.Value.Items)+len(p.Value.Pairs) > 0
		}
		s.write(p.Value)
	}
	for _, i := range n.Items {
		s.write(i)
	}
}

// lost says whether a name that no clause gives may be missing only because of a mistake that is said elsewhere.
func (s *names) lost(name string) bool {
	return s.all || s.wrong && (name == "path" || s.written[name])
}

// choices are the names that may be written, of clauses and of the target, sorted.
func (s *names) choices() []string {
	out := []string{"target"}
	for name := range s.given {
		if name != "target" {
			out = append(out, name)
		}
	}
	if s.path {
		out = append(out, "path")
	}
	slices.Sort(out)
	return out
}

// unknown is what to do about a name in a text that not every match has.
func (s *names) unknown(name string) string {
	if len(s.given[name]) > 0 || name == "path" && s.path {
		return "every alternative of `any` must give it"
	}
	return diag.DidYouMean(name, s.choices())
}
