package match

import (
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
