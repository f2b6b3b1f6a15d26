package terminal

import (
	"fmt"
	"strconv"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/report"
)

// shownTechniques is how many are listed unless all are asked for.
const shownTechniques = 20

// techniques lists the techniques of ATLAS in the order of the register, each with the first threat that shows it.
func (p *page) techniques() {
	if len(p.r.Register.Threats) == 0 {
		return
	}
	threats, below := p.severe(p.r.Register.Threats)
	list := p.r.Techniques(threats)
	more := 0
	if !p.o.All && len(list) > shownTechniques {
		more = len(list) - shownTechniques
		list = list[:shownTechniques]
	}
	p.section("Techniques of MITRE ATLAS, each with its first threat")
	digits := max(2, len(strconv.Itoa(len(list))))
	if len(list) > 0 {
		p.line("%s", p.dim(fmt.Sprintf("%*s  %-*s  TECHNIQUE", digits, "#", levelWidth, "LEVEL")))
	}
	for i := range list {
		p.technique(digits, i+1, &list[i])
	}
	p.left(below, more, "technique")
}

func (p *page) technique(digits, n int, t *report.Technique) {
	level := t.First.Residual.Level
	left := fmt.Sprintf("%*d  %s  ", digits, n, p.level(level, pad(level.String(), levelWidth)))
	indent := digits + levelWidth + 2*gap
	add := func(style func(string) string, s string) {
		for _, l := range wrap(diag.Printable(s), p.o.Width-indent) {
			p.line("%s%s", left, style(l))
			left = strings.Repeat(" ", indent)
		}
	}
	name := t.ID + "  " + t.Name
	if len(t.Tactics) > 0 {
		name += " (" + strings.Join(t.Tactics, ", ") + ")"
	}
	add(p.bold, name)
	first := t.First.ID + "  " + t.First.Title
	if t.Threats > 1 {
		first += fmt.Sprintf(", and %d more", t.Threats-1)
	}
	add(func(s string) string { return s }, first)
}
