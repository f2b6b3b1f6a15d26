package explain

import (
	"fmt"
	"slices"
	"strings"

	"tmodel/internal/catalog"
	"tmodel/internal/vocab"
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
		p.para("", "MITRE ATLAS: "+prose.Atlas)
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

func (p *page) kind(section string, k *vocab.Kind) {
	p.head(k.ID, "a kind of "+section)
	p.para("", k.Is)
	p.line("")
	if k.Family != "" {
		p.para("", fmt.Sprintf("Family: %s. Drawn as: %s.", k.Family, k.Shape))
	}
	if k.MakesAll {
		p.line("Makes: anything.")
	} else if len(k.Makes) > 0 {
		p.para("", "Makes: "+strings.Join(k.Makes, ", ")+".")
	}
	if k.Acts != "" {
		p.para("", fmt.Sprintf("Acts as: %s. Assumed sensitivity: confidentiality %s, integrity %s, availability %s.", k.Acts, k.Sensitivity[0], k.Sensitivity[1], k.Sensitivity[2]))
	}
	if section == "pipeline stage" {
		p.line("%s", map[bool]string{true: "Fits parameters to what it consumes.", false: "Fits no parameters."}[k.Fits])
	}
	if len(k.Facts) > 0 {
		p.line("\nFacts, values from best to worst:")
	}
	for _, id := range k.Facts {
		if f := p.c.Vocab.Fact(id); f != nil {
			p.item(id + ": " + strings.Join(f.Values, ", ") + ". " + f.Is)
		}
	}
}

func (p *page) fact(f *vocab.Fact) {
	p.head(f.ID, "a fact")
	p.para("", f.Is)
	p.line("")
	p.para("", fmt.Sprintf("Values from best to worst: %s; unknown when it is left out.", strings.Join(f.Values, ", ")))
	var kinds []string
	for _, list := range [][]vocab.Kind{p.c.Vocab.Components, p.c.Vocab.Assets, p.c.Vocab.Stages} {
		for i := range list {
			if list[i].HasFact(f.ID) {
				kinds = append(kinds, list[i].ID)
			}
		}
	}
	if slices.Contains(p.c.Vocab.SystemFacts, f.ID) {
		kinds = append(kinds, "the system")
	}
	p.para("", "Asked of: "+strings.Join(kinds, ", "))
}
