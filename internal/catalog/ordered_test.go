package catalog_test

import (
	"slices"
	"testing"

	"tmodel/catalogs"
	"tmodel/internal/match"
)

// against are the conditions that ask for a better value of a fact and not for all that are worse, each with the reason
// why the order is promised nevertheless.
var against = map[string]string{
	"HR-03 autonomy":    "a person who approves can be deceived; without one AG-15, AG-16 and AG-21 get worse",
	"HR-02 decides":     "a person who decides can rely on advice too much; without one LL-14, DS-08 and US-07 get worse",
	"TR-06 distributed": "an alternative beside several-operators",
	"DS-09 publishing":  "where anyone may publish, nobody's rights are lost; what is copied is worse",
}

// TestOrderedFactsGetWorse: where the order of a fact's values is promised, no rule asks for a value and not for a worse
// one. A fact that can't keep this says in the vocabulary why it is unordered.
func TestOrderedFactsGetWorse(t *testing.T) {
	c := catalogs.Shipped()
	met := map[string]bool{}
	for i := range c.Rules {
		r := &c.Rules[i]
		check := func(w match.Cond, denied bool) {
			f := c.Vocab.Fact(w.Name)
			if f == nil || f.Unordered != "" {
				return
			}
			values := slices.Clone(f.Values)
			if denied {
				slices.Reverse(values)
			}
			asked := false
			for _, v := range values {
				if asked && !slices.Contains(w.Values, v) && !met[r.ID+" "+f.ID] {
					if met[r.ID+" "+f.ID] = true; against[r.ID+" "+f.ID] == "" {
						t.Errorf("%s asks for %s %v and not for %s, which stands behind", r.ID, f.ID, w.Values, v)
					}
				}
				asked = asked || slices.Contains(w.Values, v)
			}
		}
		eachFact(r.When, false, check)
		for _, l := range r.Likelier {
			eachFact(l.When, false, check)
		}
	}
	for name := range against {
		if !met[name] {
			t.Errorf("%s is no exception any more", name)
		}
	}
}

// eachFact calls for every condition on a fact, and says whether it stands under an odd number of nots.
func eachFact(c match.Cond, denied bool, do func(match.Cond, bool)) {
	if c.Op == match.OpFact {
		do(c, denied)
	}
	for _, s := range c.Subs {
		eachFact(s, denied != (c.Op == match.OpNot), do)
	}
}
