package explain

import (
	"slices"
	"strings"

	"tmodel/internal/catalog"
	"tmodel/internal/vocab"
)

func (p *page) rule(r *catalog.Rule, prose *catalog.Prose) {
	p.line("%s  %s\n", r.ID, prose.Title)
	p.para("", prose.Description)
	p.line("\nSTRIDE: %s. Likelihood %d of 5 for somebody who has the path. Since %s.", strings.Join(r.Stride, ", "), r.Likelihood, prose.Since)
	p.line("\nHow an attack goes:")
	for _, s := range prose.Attack {
		p.para("  - ", s)
	}
	p.line("\nTreatments, best first:")
	for _, t := range r.Treat {
		_, c := p.c.Control(t.Control)
		p.para("  - ", t.Control+" (on "+t.On+"): "+c.Is)
	}
	p.line("")
	p.para("", "How to verify: "+prose.Verify)
	p.line("\nReferences:")
	for _, ref := range prose.References {
		p.para("  ", ref.Framework+": "+strings.Join(ref.IDs, ", "))
	}
	p.line("\nIt fires in the first of these and is silent in the next:")
	for _, e := range prose.Examples {
		fires := "silent"
		if len(e.Expect) > 0 {
			fires = "fires at " + strings.Join(e.Expect, ", ")
		}
		p.line("\n  # %s: %s", e.Name, fires)
		for _, l := range strings.Split(strings.TrimRight(e.System, "\n"), "\n") {
			p.line("  %s", l)
		}
	}
}

func (p *page) rules() {
	for i := range p.c.Rules {
		p.line("%-6s %-24s %s", p.c.Rules[i].ID, first(p.c.Rules[i].Stride), p.c.Prose[i].Title)
	}
}

func first(list []string) string {
	if len(list) == 0 {
		return "concern"
	}
	return list[0]
}

func (p *page) code(c *catalog.CodeProse) {
	p.line("%s  %s\n", c.Code, c.Title)
	p.para("", c.Means)
	if c.Example != "" {
		p.line("\nFor example:\n")
		for _, l := range strings.Split(c.Example, "\n") {
			p.line("  %s", l)
		}
	}
	p.line("")
	p.para("", "What to do: "+c.Fix)
}

func (p *page) codes() {
	for _, c := range p.c.Codes {
		p.line("%s  %s", c.Code, c.Title)
	}
}

func (p *page) control(c *catalog.Control, prose *catalog.ControlProse) {
	p.line("%s  %s\n", c.ID, prose.Name)
	p.para("", prose.Is)
	what := "likelihood"
	if c.ReducesImpact {
		what = "impact"
	}
	p.line("\nReduces the %s by %.0f %% implemented, %.0f %% verified, of what stands above 1.", what, c.Implemented*100, c.Verified*100)
	p.para("", prose.Why)
	p.line("")
	p.para("", "What proves it: "+prose.Proof)
	p.line("Stands on: %s. Cost: %s.", strings.Join(c.StandsOn, ", "), prose.Cost)
	if prose.Atlas != "" {
		p.line("MITRE ATLAS: %s", prose.Atlas)
	}
	var rules []string
	for i := range p.c.Rules {
		if slices.ContainsFunc(p.c.Rules[i].Treat, func(t catalog.Treat) bool { return t.Control == c.ID }) {
			rules = append(rules, p.c.Rules[i].ID)
		}
	}
	p.para("", "Treats: "+strings.Join(rules, ", "))
}

func (p *page) controls() {
	for i := range p.c.Controls {
		p.line("%-30s %s", p.c.Controls[i].ID, p.c.ControlProse[i].Name)
	}
}

func (p *page) kind(section string, k *vocab.Kind) {
	p.line("%s  a kind of %s\n", k.ID, section)
	p.para("", k.Is)
	p.line("")
	if k.Family != "" {
		p.line("Family: %s. Drawn as: %s.", k.Family, k.Shape)
	}
	if k.MakesAll {
		p.line("Makes: anything.")
	} else if len(k.Makes) > 0 {
		p.line("Makes: %s.", strings.Join(k.Makes, ", "))
	}
	if k.Acts != "" {
		p.line("Acts as: %s. Assumed sensitivity: confidentiality %s, integrity %s, availability %s.", k.Acts, k.Sensitivity[0], k.Sensitivity[1], k.Sensitivity[2])
	}
	if section == "pipeline stage" {
		p.line("Fits parameters: %t.", k.Fits)
	}
	if len(k.Facts) > 0 {
		p.line("Facts, values from best to worst:")
	}
	for _, id := range k.Facts {
		f := p.c.Vocab.Fact(id)
		p.para("  ", id+": "+strings.Join(f.Values, ", ")+". "+f.Is)
	}
}

func (p *page) fact(f *vocab.Fact) {
	p.line("%s  a fact\n", f.ID)
	p.para("", f.Is)
	p.line("\nValues from best to worst: %s; unknown when it is left out.", strings.Join(f.Values, ", "))
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
