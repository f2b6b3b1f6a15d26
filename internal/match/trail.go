package match

import (
	"math"

	"tmodel/internal/graph"
	"tmodel/internal/reach"
	"tmodel/internal/vocab"
)

// trail collects what made a condition hold while it is decided. What turns out false is taken back.
type trail struct {
	evidence []note
	bound    []Bound
	paths    []*reach.Witness
	who      []who
	spare    []*saved // taken back, to be used again
}

// note is evidence whose clause may still have to be put into words, which is done when it is kept.
type note struct {
	Evidence
	about about
	name  string    // of the relation or the attribute
	of    graph.Ref // what is related to At by that name
	along *reach.Witness
	step  int
}

// about says what a clause is made of.
type about uint8

const (
	anything  about = iota // the clause stands
	aRelation              // of, name, At
	aStep                  // along, step
	aValue                 // At, name, and the value in place of the clause
	noValue                // At, name
	noFact                 // the same
)

// who has a path, or stands on the other side of a crossing.
type who struct {
	trust    vocab.Trust
	weakened int
	steps    int // of the way
}

// nobody weighs more than anybody.
const nobody = math.MaxInt

// mark is a position on the trail.
type mark struct{ evidence, bound, paths, who int }

type saved struct {
	evidence []note
	bound    []Bound
	paths    []*reach.Witness
	who      []who
}

func (t *trail) clear() { t.reset(mark{}) }

func (t *trail) mark() mark {
	return mark{len(t.evidence), len(t.bound), len(t.paths), len(t.who)}
}

func (t *trail) reset(m mark) {
	t.evidence, t.bound, t.paths, t.who = t.evidence[:m.evidence], t.bound[:m.bound], t.paths[:m.paths], t.who[:m.who]
}

// save copies what was added since the mark, into what was freed before.
func (t *trail) save(m mark) *saved {
	s := &saved{}
	if n := len(t.spare); n > 0 {
		s, t.spare = t.spare[n-1], t.spare[:n-1]
	}
	s.evidence, s.bound = append(s.evidence[:0], t.evidence[m.evidence:]...), append(s.bound[:0], t.bound[m.bound:]...)
	s.paths, s.who = append(s.paths[:0], t.paths[m.paths:]...), append(s.who[:0], t.who[m.who:]...)
	return s
}

// free takes back what nobody will restore.
func (t *trail) free(s *saved) {
	if s != nil {
		t.spare = append(t.spare, s)
	}
}

func (t *trail) restore(s *saved) {
	t.evidence, t.bound = append(t.evidence, s.evidence...), append(t.bound, s.bound...)
	t.paths, t.who = append(t.paths, s.paths...), append(t.who, s.who...)
}

func (t *trail) add(ev Evidence) { t.evidence = append(t.evidence, note{Evidence: ev}) }

// relate adds that something is related to r by name.
func (t *trail) relate(r graph.Ref, name string, to edge) {
	t.evidence = append(t.evidence, note{Evidence: Evidence{At: to.ref, Span: to.span}, about: aRelation, of: r, name: name})
}

// step adds a step of a witness.
func (t *trail) step(w *reach.Witness, i int) {
	t.evidence = append(t.evidence, note{Evidence: Evidence{At: w.Steps[i].At, Span: w.Steps[i].Span}, about: aStep, along: w, step: i})
}

func (t *trail) bind(name string, r graph.Ref) {
	if name != "" {
		t.bound = append(t.bound, Bound{name, r})
	}
}

func (t *trail) path(w *reach.Witness) {
	t.paths = append(t.paths, w)
	t.who = append(t.who, who{w.Trust, w.Attenuation, len(w.Steps)})
}

// weight compares whoever was named since the mark as reach compares paths, the shorter of two as likely before the
// longer: less is better.
func (t *trail) weight(since mark) int {
	if len(t.who) == since.who {
		return nobody
	}
	w := t.who[since.who]
	const longest = 1 << 20
	return reach.Weight(w.trust, w.weakened)*longest + min(w.steps, longest-1)
}

// match takes the trail of a rule that fits into m, whose lists are used again.
func (e *Engine) match(m *Match, r graph.Ref, truth Truth) {
	t := &e.trail
	*m = Match{Target: r, Truth: truth, Evidence: m.Evidence[:0], Bound: append(m.Bound[:0], t.bound...), Paths: append(m.Paths[:0], t.paths...), Trust: vocab.NoTrust}
	for i := range t.evidence {
		m.Evidence = append(m.Evidence, e.words(&t.evidence[i]))
	}
	if len(t.who) > 0 {
		m.Trust, m.Weakened = t.who[0].trust, t.who[0].weakened
	}
}

// words is a note as evidence.
func (e *Engine) words(n *note) Evidence {
	ev := n.Evidence
	switch n.about {
	case aRelation:
		ev.Clause = phrase(e.g, n.of, n.name, n.At)
	case aStep:
		ev.Clause = e.step(n.along, n.step)
	case aValue:
		ev.Clause = e.g.ID(n.At) + " has " + n.name + ": " + n.Clause
	case noFact, noValue:
		ev.Clause, ev.Missing = e.g.ID(n.At)+" does not say "+n.name, n.name
		if n.about == noFact {
			ev.Missing = "facts." + n.name
		}
	}
	return ev
}
