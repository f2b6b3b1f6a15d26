package explain

import (
	"fmt"
	"slices"
	"strings"

	"tmodel/internal/catalog"
)

func (p *page) code(c *catalog.CodeProse) {
	p.head(c.Code, c.Title)
	p.para("", c.Means)
	if c.Example != "" {
		p.line("\nFor example:\n")
		p.source(c.Example)
	}
	p.line("")
	p.para("", "What to do: "+c.Fix)
}

func (p *page) control(c *catalog.Control, prose *catalog.ControlProse) {
	p.head(c.ID, prose.Name)
	p.para("", prose.Is)
	what := "likelihood"
	if c.ReducesImpact {
		what = "impact"
	}
	p.line("")
	p.para("", fmt.Sprintf("Takes away %.0f %% of the %s that stands above 1 when implemented, %.0f %% when verified. %s",
		c.Implemented*100, what, c.Verified*100, prose.Why))
	p.line("")
	p.para("", "What proves it: "+prose.Proof)
	p.line("")
	p.para("", fmt.Sprintf("Stands on: %s. Cost: %s.", strings.Join(c.StandsOn, ", "), prose.Cost))
	if prose.Atlas != "" {
		p.para("", "MITRE ATLAS: "+prose.Atlas+" "+p.c.Titled(prose.Atlas))
	}
	var rules []string
	for i := range p.c.Rules {
		if slices.ContainsFunc(p.c.Rules[i].Treat, func(t catalog.Treat) bool { return t.Control == c.ID }) {
			rules = append(rules, p.c.Rules[i].ID)
		}
	}
	if len(rules) > 0 {
		p.para("", "Treats: "+strings.Join(rules, ", "))
	}
}
