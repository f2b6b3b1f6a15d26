package terminal

import (
	"fmt"
	"strings"
)

// matrix draws how many threats stand in each cell, residual likelihood against impact.
func (p *page) matrix() {
	k := &p.r.Catalog.Risk
	p.line("%s", p.bold("Risk matrix (residual)"))
	p.line("%-17s %s", "likelihood", "impact →")
	head := strings.Repeat(" ", 18)
	for _, label := range k.Impacts {
		head += fmt.Sprintf("%-11s", label)
	}
	p.line("%s", strings.TrimRight(p.dim(strings.TrimRight(head, " ")), " "))
	for l := 4; l >= 0; l-- {
		row := fmt.Sprintf("%d %-15s ", l+1, k.Likelihoods[l])
		for i := range 5 {
			level := k.Matrix[l][i]
			cell := "·"
			if n := p.r.Summary.Matrix[l][i]; n > 0 {
				cell = fmt.Sprint(n)
			}
			cell = fmt.Sprintf("%-2s %-8s", cell, level)
			row += p.level(level, cell)
		}
		p.line("%s", strings.TrimRight(row, " "))
	}
	p.line("")
}
