package lint

import (
	"cmp"
	"slices"
	"strings"

	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/source"
	"tmodel/internal/yamltree"
)

// subsumes finds rules that are listed under one that isn't there, and circles: each is said once, where its first rule
// begins it.
func (c *checker) subsumes(r *catalog.Rule) {
	for i, id := range r.Subsumes {
		at := c.subsumed(r.ID, i, id)
		switch less, _ := c.Catalog.Rule(id); {
		case less == nil && c.Spoilt[id]:
		case less == nil:
			c.wrong(at, r.ID+" subsumes "+diag.Quote(id)+", and there is no such rule", cmp.Or(diag.DidYouMean(id, c.ruleIDs()), "tmodel catalog list has the ids of all rules"))
		case id == r.ID:
			c.wrong(at, r.ID+" subsumes itself", "take it out")
		default:
			if ring := c.ring(less, r.ID, map[string]bool{}); ring != nil && slices.Min(c.own(ring)) == r.ID {
				c.wrong(at, r.ID+" subsumes itself by way of "+strings.Join(ring[:len(ring)-1], ", "), "of two rules the one that says more about the element lists the other; take the way back out")
			}
		}
	}
}

// subsumed is the place of an id under subsumes; the compiled list is sorted.
func (c *checker) subsumed(rule string, i int, id string) source.Span {
	if r := c.Records[rule]; r != nil {
		if list := r.Node.Get("subsumes"); list != nil {
			if j := slices.IndexFunc(list.Items, func(n *yamltree.Node) bool { return n.Value == id }); j >= 0 {
				return list.Items[j].Span
			}
		}
	}
	return c.at(rule, "subsumes", i)
}

// ring are the ids on a way from a rule to that of another id, both included; none when there is no way.
func (c *checker) ring(r *catalog.Rule, id string, seen map[string]bool) []string {
	if r == nil || seen[r.ID] {
		return nil
	}
	seen[r.ID] = true
	if r.ID == id {
		return []string{id}
	}
	for _, s := range r.Subsumes {
		if less, _ := c.Catalog.Rule(s); s != r.ID {
			if rest := c.ring(less, id, seen); rest != nil {
				return append([]string{r.ID}, rest...)
			}
		}
	}
	return nil
}

// own are those of some rules that are looked at.
func (c *checker) own(ids []string) []string {
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return !c.mine(id) })
}

func (c *checker) ruleIDs() []string {
	var out []string
	for i := range c.Catalog.Rules {
		out = append(out, c.Catalog.Rules[i].ID)
	}
	return out
}
