package lint

import (
	"slices"

	"tmodel/internal/catalog"
	"tmodel/internal/diag"
)

// subsumes finds rules that are listed under one that isn't there, and circles.
func (c *checker) subsumes(r *catalog.Rule) {
	for i, id := range r.Subsumes {
		at := c.at(r.ID, "subsumes", i)
		switch less, _ := c.Catalog.Rule(id); {
		case less == nil && c.Spoilt[id]:
		case less == nil:
			c.wrong(at, r.ID+" subsumes "+diag.Quote(id)+", and there is no such rule", diag.DidYouMean(id, c.ruleIDs()))
		case c.under(less, r.ID, map[string]bool{}):
			c.wrong(at, r.ID+" and "+id+" subsume each other", "the one that says more about the element stays")
		}
	}
}

// under says whether the rule of that id is subsumed by r, directly or not.
func (c *checker) under(r *catalog.Rule, id string, seen map[string]bool) bool {
	if r == nil || seen[r.ID] {
		return false
	}
	seen[r.ID] = true
	return r.ID == id || slices.ContainsFunc(r.Subsumes, func(s string) bool {
		less, _ := c.Catalog.Rule(s)
		return c.under(less, id, seen)
	})
}

func (c *checker) ruleIDs() []string {
	var out []string
	for i := range c.Catalog.Rules {
		out = append(out, c.Catalog.Rules[i].ID)
	}
	return out
}
