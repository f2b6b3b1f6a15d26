package explain

import (
	"slices"
	"strings"

	"tmodel/internal/catalog"
)

// references are the ids of public frameworks that rules and controls name, sorted.
func references(c *catalog.Catalog) []string {
	var out []string
	for i := range c.Prose {
		for _, ref := range c.Prose[i].References {
			out = append(out, ref.IDs...)
		}
	}
	for i := range c.ControlProse {
		if id := c.ControlProse[i].Atlas; id != "" {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// reference tells which rules and controls name an id of a public framework.
func (p *page) reference(id string) bool {
	all := references(p.c)
	i := slices.IndexFunc(all, func(s string) bool { return strings.EqualFold(s, id) })
	if i < 0 {
		return false
	}
	id = all[i]
	p.head(id, "is named by")
	for i := range p.c.Rules {
		for _, ref := range p.c.Prose[i].References {
			if slices.Contains(ref.IDs, id) {
				p.row(12, p.c.Rules[i].ID, p.c.Prose[i].Title+roles[ref.Framework])
			}
		}
	}
	for i := range p.c.Controls {
		if p.c.ControlProse[i].Atlas == id {
			p.row(12, "control", p.c.Controls[i].ID+": "+p.c.ControlProse[i].Name)
		}
	}
	return true
}

// roles are those that an ATLAS technique has in a rule.
var roles = map[string]string{"atlas": " (the threat)", "steps": " (a step of the attacker)", "harm": " (the harm that follows)"}
