package analyze

import (
	"slices"

	"tmodel/internal/register"
)

// cover takes out threats that another of the same element says in more detail, and lists them there. A threat hides no
// worse one, and none that is surer.
func (p *pass) cover(list []*register.Threat) []*register.Threat {
	at := map[string]*register.Threat{}
	for _, t := range list {
		at[t.ID] = t
	}
	covered := map[string]bool{}
	for _, t := range list {
		rule, _ := p.c.Rule(t.Rule)
		for _, id := range rule.Subsumes {
			less := at[id+t.ID[len(t.Rule):]]
			if less == nil || less.Inherent.Level > t.Inherent.Level || less.Residual.Level > t.Residual.Level || less.Confidence > t.Confidence {
				continue
			}
			t.Covers = append(t.Covers, less.ID)
			covered[less.ID] = true
		}
	}
	for _, t := range list {
		t.Covers = all(at, t.Covers)
	}
	return slices.DeleteFunc(list, func(t *register.Threat) bool { return covered[t.ID] })
}

// all adds to the ids of threats what those cover in turn; rules never subsume each other in a circle.
func all(at map[string]*register.Threat, ids []string) []string {
	for _, id := range ids {
		for _, more := range all(at, at[id].Covers) {
			if !slices.Contains(ids, more) {
				ids = append(ids, more)
			}
		}
	}
	return ids
}
