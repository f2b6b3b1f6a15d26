package markdown

import (
	"fmt"
	"strings"

	"tmodel/internal/catalog"
	"tmodel/internal/register"
	"tmodel/internal/report"
)

func (p *page) details() {
	if len(p.threats) == 0 {
		return
	}
	p.line("## Threats\n")
	p.sections("", p.threats)
	if n := p.untold(p.threats); n > 0 {
		p.line("%s in register.json, with all details.\n", more(n, "threat"))
	}
}

// concerns are told like threats.
func (p *page) concerns() {
	if len(p.concerned) == 0 {
		return
	}
	p.line("## Concerns\n")
	p.line("What fails without an attacker: safety, quality, rights. These are not threats and stand in no count above.\n")
	p.sections("C", p.concerned)
	if n := p.untold(p.concerned); n > 0 {
		p.line("%s in register.json.\n", more(n, "concern"))
	}
}

// more counts what has no section.
func more(n int, word string) string {
	if n == 1 {
		return "1 " + word + " more is"
	}
	return plural(n, word) + " more are"
}

func (p *page) threat(prefix string, g *report.Group, t *register.Threat) {
	rule := p.rules[t.Rule]
	p.line("<a id=\"%s\"></a>\n", p.anchor(t))
	number := fmt.Sprintf("%s%d", prefix, t.Rank)
	if t == g.First() {
		p.line("### %s. %s\n", number, esc(t.Title))
	} else {
		p.line("#### %s. Also on %s\n", number, codes(t.Elements, ", "))
	}
	facts := []string{code(t.ID), "**" + t.Residual.Level.String() + "**", string(t.Status), "confidence " + t.Confidence.String()}
	if len(t.Stride) > 0 {
		facts = append(facts, strings.Join(t.Stride, ", "))
	}
	p.line("%s\n", strings.Join(append(facts, code(t.Location.String())), " · "))
	p.line("%s\n", p.text(rule.Description, t))
	if len(t.Path) > 1 {
		p.line("**Path:** %s\n", codes(t.Path, " → "))
	}
	if len(t.Covers) > 0 {
		p.line("**Covers:** %s, which %s less about the same element.\n", codes(t.Covers, ", "), map[bool]string{true: "says", false: "say"}[len(t.Covers) == 1])
	}
	p.evidence(t)
	p.line("**Risk:** %s\n", terms(t))
	p.treatments(t)
	if t != g.First() {
		return
	}
	if told, ok := p.told[t.Rule]; ok {
		p.line("Attack, verification and references: as for %s.\n", told)
		return
	}
	p.told[t.Rule] = p.link(number, t)
	p.attack(t, rule)
}

func (p *page) evidence(t *register.Threat) {
	p.line("**Why it is here:**\n")
	for _, e := range t.Evidence {
		missing := ""
		if e.Missing != "" {
			missing = " **(not known)**"
		}
		p.line("- %s%s: %s", esc(e.Clause), missing, code(e.Span.String()))
	}
	p.line("")
}

func (p *page) attack(t *register.Threat, rule *report.Rule) {
	p.line("**How it happens:**\n")
	for i, step := range rule.Attack {
		p.line("%d. %s", i+1, p.text(step, t))
	}
	p.line("\n**How to verify:** %s\n", p.text(rule.Verify, t))
	if refs := references(p.r.Catalog, rule.References); refs != "" {
		p.line("**References:** %s\n", refs)
	}
}

// text fills a text of the rule. Catalogues are anybody's, and write of <tags> and __names__ too.
func (p *page) text(template string, t *register.Threat) string { return esc(report.Text(template, t)) }

// terms writes the sum that gave the rating, so that it can be done again by hand.
func terms(t *register.Threat) string {
	k := &t.Terms
	likelihood := fmt.Sprintf("likelihood %g", t.Inherent.Likelihood)
	if k.Adjustment != 0 || k.Attenuation != 0 {
		likelihood += fmt.Sprintf(" = %d", k.Base)
	}
	if k.Adjustment != 0 {
		likelihood += fmt.Sprintf(" %+d (%s)", k.Adjustment, k.Who)
	}
	if k.Attenuation != 0 {
		likelihood += fmt.Sprintf(" -%d (the path is weakened)", k.Attenuation)
	}
	if sum := k.Base + k.Adjustment - k.Attenuation; sum < 1 || sum > 5 {
		likelihood += ", held to 1 to 5"
	}
	stake := "no asset named, medium assumed"
	if k.Stake != "" {
		stake = fmt.Sprintf("%s of %s is %s", k.Property, code(k.Stake), k.Sensitivity)
		if k.Assumed {
			stake += ", assumed for its kind"
		}
	}
	text := fmt.Sprintf("%s; impact %g (%s; criticality %s); score %.1f, **%s**.", likelihood, t.Inherent.Impact, stake, k.Criticality, t.Inherent.Score, t.Inherent.Level)
	if t.Residual == t.Inherent {
		return text + " No control in place lowers it."
	}
	return text + fmt.Sprintf(" Controls in place lower it to likelihood %g, impact %g, score %.1f, **%s**.",
		t.Residual.Likelihood, t.Residual.Impact, t.Residual.Score, t.Residual.Level)
}

var frameworks = map[string]string{"atlas": "MITRE ATLAS", "owasp": "OWASP", "nist": "NIST AI 100-2", "cosai": "CoSAI", "steps": "attacker's steps", "harm": "harm"}

// references lists what a rule cites, with titles and with what an item became in other editions.
func references(c *catalog.Catalog, list []catalog.Reference) string {
	var out []string
	for _, r := range list {
		name := frameworks[r.Framework]
		if name == "" {
			name = esc(r.Framework)
		}
		var ids []string
		for _, id := range r.IDs {
			cited := esc(id)
			if title := c.Titled(id); title != "" {
				cited += " (" + esc(title) + ")"
			}
			ids = append(ids, cited)
		}
		if len(ids) > 0 {
			out = append(out, name+" "+strings.Join(ids, ", "))
		}
	}
	if len(out) == 0 {
		return ""
	}
	return strings.Join(out, "; ") + "."
}
