package markdown

import (
	"fmt"

	"tmodel/internal/register"
)

// treatments says what helps, what of it is there, and what it takes away or would take away.
func (p *page) treatments(t *register.Threat) {
	if len(t.Treatments) == 0 {
		return
	}
	p.line("| What helps | On | State | Takes away |")
	p.line("|---|---|---|---|")
	for _, c := range t.Treatments {
		head, prose := p.r.Catalog.Control(c.Control)
		name, would := code(c.Control), 0.0
		if head != nil {
			name, would = esc(prose.Name)+" ("+code(c.Control)+")", head.Implemented
		}
		what := "likelihood"
		if c.Impact {
			what = "impact"
		}
		effect := fmt.Sprintf("%.0f %% of the %s", c.Effect*100, what)
		switch {
		case c.State == "off":
			effect = "nothing as long as that is so"
		case c.Effect == 0:
			effect = fmt.Sprintf("nothing yet; %.0f %% of the %s when implemented", would*100, what)
		}
		p.line("| %s | %s | %s | %s |", name, codes(c.At, ", "), stateWords(c.State), effect)
	}
	p.line("")
}

func stateWords(state string) string {
	switch state {
	case "undeclared":
		return "not declared"
	case "off":
		return "there, but the attacker can switch it off"
	}
	return esc(state)
}
