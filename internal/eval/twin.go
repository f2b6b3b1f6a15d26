package eval

import (
	"fmt"
	"slices"
	"strings"

	"tmodel/internal/source"
	"tmodel/internal/vocab"
	"tmodel/internal/yamltree"
)

// who is the facts that say who takes part: which values name nobody from outside, what another value becomes, and what
// stands in the twin where the original is silent. Facts that say how a thing works (egress, interprets, known_outside,
// accepts_link_input, ...) stay as they are: a rule that fires on them alone has no attacker, and that is to be seen.
var who = [...]struct {
	fact            string
	trusted         []string
	becomes, silent string
}{
	{"publishing", []string{"own"}, "own", "own"},
	{"enrolment", []string{"vetted"}, "vetted", "vetted"},
	{"audience", []string{"staff"}, "staff", "staff"},
	{"serves", []string{"one-user", "one-organisation"}, "one-organisation", "one-organisation"},
	{"accelerator", []string{"none", "dedicated"}, "dedicated", "dedicated"},
	{"distributed", []string{"no", "one-operator"}, "one-operator", "no"},
}

// Trusted is the copy of a system in which nobody is untrusted: every actor is an employee, so that whoever operates a
// zone or a component is one too, every zone is internal, every asset was made by people or programs of the owner, and
// nobody from outside publishes, enrols, reads along or shares a machine. Who is trusted more stays so. What the
// original leaves open about who made or shares something is settled. Components, flows, controls and all else stay.
func Trusted(f *source.File, v *vocab.Vocabulary) ([]byte, error) {
	root, err := tree(f)
	if err != nil {
		return nil, err
	}
	t := &twin{edits: edits{file: f}, vocab: v}
	for _, n := range items(root, "actors") {
		t.raise(n.Get("trust"), v.ParseTrust, "employee")
	}
	for _, n := range items(root, "zones") {
		t.raise(n.Get("trust"), v.OfZone, "internal")
	}
	for _, n := range items(root, "assets") {
		if origin := n.Get("origin"); origin != nil {
			t.raise(origin, v.OfOrigin, "internal")
		} else {
			t.after(n, "kind", "origin: internal")
		}
	}
	for section, kind := range map[string]func(string) *vocab.Kind{"components": v.Component, "pipeline": v.Stage} {
		for _, n := range items(root, section) {
			if err := t.settle(n, kind(text(n, "kind"))); err != nil {
				return nil, err
			}
		}
	}
	return t.apply()
}

type twin struct {
	edits
	vocab *vocab.Vocabulary
}

// raise replaces a word that stands for less trust than an employee has, or for none that is known.
func (t *twin) raise(n *yamltree.Node, trust func(string) vocab.Trust, to string) {
	if n != nil && trust(n.Value) < vocab.Employee {
		t.replace(n, to)
	}
}

// settle makes the facts of a component or a stage say that nobody from outside takes part.
func (t *twin) settle(n *yamltree.Node, k *vocab.Kind) error {
	if k == nil {
		return fmt.Errorf("%s: there is no kind %q", n.Span, text(n, "kind"))
	}
	facts := n.Get("facts")
	var add []string
	for _, w := range who {
		said := facts.Get(w.fact)
		switch {
		case !k.HasFact(w.fact):
		case said == nil:
			add = append(add, w.fact+": "+w.silent)
		case !slices.Contains(w.trusted, said.Value):
			t.replace(said, w.becomes)
		}
	}
	switch {
	case len(add) == 0:
	case facts == nil:
		t.after(n, "kind", "facts: {"+strings.Join(add, ", ")+"}")
	default:
		t.before(facts, add)
	}
	return nil
}

// items are the elements of a section.
func items(root *yamltree.Node, section string) []*yamltree.Node {
	if list := root.Get(section); list != nil {
		return list.Items
	}
	return nil
}
