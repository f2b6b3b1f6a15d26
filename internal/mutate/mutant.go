// Package mutate measures the examples of rules: each clause of each rule is taken away in turn, and some example has to
// come out differently. What no example notices says nothing, or nobody can tell what it says.
package mutate

import (
	"fmt"
	"slices"

	"tmodel/internal/catalog"
)

// Mutant is a rule without one of its clauses.
type Mutant struct {
	Clause string // the way to it in the rule, and what was done: "when.inflow.from: removed"
	Rule   *catalog.Rule
}

// Of are all mutants of a rule, in the order of its clauses.
func Of(r *catalog.Rule) []Mutant {
	var out []Mutant
	for _, c := range whole("when", r.When) {
		changed := *r
		changed.When = c.cond
		out = append(out, Mutant{c.clause, &changed})
	}
	for i := range r.Likelier {
		at := fmt.Sprintf("likelier[%d]", i+1)
		gone := *r
		gone.Likelier = slices.Delete(slices.Clone(r.Likelier), i, i+1)
		out = append(out, Mutant{at + ": removed", &gone})
		for _, c := range whole(at+".when", r.Likelier[i].When) {
			changed := *r
			changed.Likelier = slices.Clone(r.Likelier)
			changed.Likelier[i].When = c.cond
			out = append(out, Mutant{c.clause, &changed})
		}
	}
	return out
}
