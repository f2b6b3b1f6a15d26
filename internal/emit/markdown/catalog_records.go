package markdown

import (
	"fmt"
	"slices"
	"strings"

	"tmodel/internal/catalog"
	"tmodel/internal/match"
)

func (p *book) ruleRow(i int) string {
	r := &p.c.Rules[i]
	stride := "concern"
	if len(r.Stride) > 0 {
		stride = r.Stride[0]
	}
	return fmt.Sprintf("| %s | %s | %s | %d |", p.ruleLink(r.ID), esc(p.c.Prose[i].Title), stride, r.Likelihood)
}

// rule writes what a rule says of itself, without how an attack goes: that is long, and tmodel explain has it.
func (p *book) rule(i int) {
	r, prose := &p.c.Rules[i], &p.c.Prose[i]
	p.line("<a id=\"%s\"></a>\n\n#### %s: %s\n", strings.ToLower(r.ID), r.ID, esc(prose.Title))
	p.line("%s\n", esc(catalog.General(prose.Description)))
	p.line("- **Target:** %s", r.Target.String())
	if len(r.Stride) > 0 {
		p.line("- **STRIDE:** %s", strings.Join(r.Stride, ", "))
	} else {
		p.line("- **A concern:** it needs no attacker, and so has no STRIDE category")
	}
	var harms []string
	for _, a := range r.Affects {
		harms = append(harms, a.String())
	}
	p.line("- **Harms:** %s", strings.Join(harms, ", "))
	p.line("- **Likelihood:** %d", r.Likelihood)
	for j := range r.Likelier {
		p.line("- **Likelihood %d**, where it is known that", r.Likelier[j].Likelihood)
		p.nested("  ", match.Say(p.c.Vocab, r.Target, &r.Likelier[j].When))
	}
	if len(r.Subsumes) > 0 {
		var less []string
		for _, id := range r.Subsumes {
			less = append(less, p.ruleLink(id))
		}
		p.line("- **Says more than:** %s", strings.Join(less, ", "))
	}
	p.line("\n**When**\n")
	p.nested("", match.Say(p.c.Vocab, r.Target, &r.When))
	p.treated(r)
	p.line("")
	if refs := references(p.c, prose.References); refs != "" {
		p.line("**References:** %s\n", refs)
	}
}

func (p *book) treated(r *catalog.Rule) {
	if len(r.Treat) == 0 {
		return
	}
	p.line("\n**What helps, best first**\n")
	for i, t := range r.Treat {
		on := "the " + t.On
		if t.On != "target" && t.On != "path" {
			on = esc("<" + t.On + ">")
		}
		p.line("%d. %s, on %s", i+1, p.controlLink(t.Control), on)
	}
}

func (p *book) controlRow(i int) string {
	k := &p.c.Controls[i]
	return fmt.Sprintf("| %s | %s | %s by %.0f %%, verified %.0f %% | %d |", p.controlLink(k.ID), code(k.ID), reduced(k), k.Implemented*100, k.Verified*100, len(p.treats(k.ID)))
}

// control writes what a control says of itself.
func (p *book) control(i int) {
	k, prose := &p.c.Controls[i], &p.c.ControlProse[i]
	p.line("<a id=\"control-%s\"></a>\n\n#### %s (%s)\n", k.ID, esc(prose.Name), code(k.ID))
	p.line("%s\n", esc(prose.Is))
	p.line("- **Takes away** %.0f %% of the %s that stands above 1 when implemented, %.0f %% when verified. %s", k.Implemented*100, reduced(k), k.Verified*100, esc(prose.Why))
	p.line("- **What proves it:** %s", esc(prose.Proof))
	p.line("- **Stands on:** %s. **Cost:** %s.", esc(strings.Join(k.StandsOn, ", ")), esc(prose.Cost))
	if prose.Atlas != "" {
		p.line("- **MITRE ATLAS:** %s %s", esc(prose.Atlas), esc(p.c.Atlas.Name(prose.Atlas)))
	}
	if rules := p.treats(k.ID); len(rules) > 0 {
		p.line("- **Treats:** %s", strings.Join(rules, ", "))
	}
	p.line("")
}

func reduced(k *catalog.Control) string {
	if k.ReducesImpact {
		return "impact"
	}
	return "likelihood"
}

// treats are links to the rules that a control treats.
func (p *book) treats(id string) []string {
	var out []string
	for i := range p.c.Rules {
		if slices.ContainsFunc(p.c.Rules[i].Treat, func(t catalog.Treat) bool { return t.Control == id }) {
			out = append(out, p.ruleLink(p.c.Rules[i].ID))
		}
	}
	return out
}
