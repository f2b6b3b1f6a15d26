package markdown

import (
	"fmt"
	"strings"

	"tmodel/internal/register"
	"tmodel/internal/report"
)

func (p *page) details() {
	list := p.r.Register.Threats
	if len(list) == 0 {
		return
	}
	p.line("## Threats\n")
	for i := range list[:min(len(list), detailed)] {
		p.threat(&list[i], p.rules[list[i].Rule])
	}
	if len(list) > detailed {
		p.line("%d threats more stand in the table above, and with all details in register.json.\n", len(list)-detailed)
	}
}

func (p *page) threat(t *register.Threat, rule *report.Rule) {
	p.line("<a id=\"%s\"></a>\n", anchor(t))
	p.line("### %d. %s\n", t.Rank, esc(t.Title))
	p.line("`%s` · **%s** (inherent %s) · %s · confidence %s · %s\n", t.ID, t.Residual.Level, t.Inherent.Level, t.Status, t.Confidence, strings.Join(t.Stride, ", "))
	p.line("%s\n", p.text(rule.Description, t))
	if len(t.Path) > 1 {
		p.line("Path: `%s`\n", strings.Join(t.Path, " → "))
	}
	p.line("How an attack goes:\n")
	for i, step := range rule.Attack {
		p.line("%d. %s", i+1, p.text(step, t))
	}
	p.line("\nWhy it is here:\n")
	for _, e := range t.Evidence {
		missing := ""
		if e.Missing != "" {
			missing = " (not known)"
		}
		p.line("- %s%s: `%s`", esc(e.Clause), missing, e.Span)
	}
	p.line("\nRisk: %s\n", terms(t))
	p.treatments(t)
	p.line("How to verify: %s\n", p.text(rule.Verify, t))
	p.line("References: %s\n", references(t, rule))
}

// text fills a text of the rule; what the user named is escaped on the way in.
func (p *page) text(template string, t *register.Threat) string {
	safe := *t
	safe.Names = make([]register.Name, len(t.Names))
	for i, n := range t.Names {
		safe.Names[i] = register.Name{Key: n.Key, Value: esc(n.Value)}
	}
	return report.Text(template, &safe)
}

// terms writes the sum that gave the rating, so that it can be done again by hand.
func terms(t *register.Threat) string {
	k := &t.Terms
	likelihood := fmt.Sprintf("likelihood %d", k.Base)
	if k.Adjustment != 0 {
		likelihood += fmt.Sprintf(" %+d (%s)", k.Adjustment, k.Who)
	}
	if k.Attenuation != 0 {
		likelihood += fmt.Sprintf(" -%d (the path is weakened)", k.Attenuation)
	}
	stake, assumed := "no asset named", ""
	if k.Stake != "" {
		stake = fmt.Sprintf("%s of `%s` is %s", k.Property, k.Stake, k.Sensitivity)
	}
	if k.Assumed {
		assumed = ", assumed"
	}
	return fmt.Sprintf("%s = %g; impact %g (%s%s; criticality %s); score %.1f. Residual: likelihood %g, impact %g, score %.1f.",
		likelihood, t.Inherent.Likelihood, t.Inherent.Impact, stake, assumed, k.Criticality, t.Inherent.Score,
		t.Residual.Likelihood, t.Residual.Impact, t.Residual.Score)
}

func (p *page) treatments(t *register.Threat) {
	p.line("| Treatment | On | State | Takes away |")
	p.line("|---|---|---|---|")
	for _, c := range t.Treatments {
		_, prose := p.r.Catalog.Control(c.Control)
		what := "likelihood"
		if c.Impact {
			what = "impact"
		}
		effect := "nothing yet"
		if c.Effect > 0 {
			effect = fmt.Sprintf("%.0f %% of the %s", c.Effect*100, what)
		}
		p.line("| %s (`%s`) | `%s` | %s | %s |", esc(prose.Name), c.Control, strings.Join(c.At, "`, `"), c.State, effect)
	}
	p.line("")
}

var frameworks = map[string]string{"atlas": "MITRE ATLAS", "owasp": "OWASP", "nist": "NIST AI 100-2", "cosai": "CoSAI", "steps": "attacker's steps", "harm": "harm"}

func references(t *register.Threat, rule *report.Rule) string {
	var out []string
	for _, r := range rule.References {
		out = append(out, frameworks[r.Framework]+" "+strings.Join(r.IDs, ", "))
	}
	return strings.Join(out, "; ") + "."
}
