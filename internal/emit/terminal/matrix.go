package terminal

import (
	"fmt"
	"strconv"
	"strings"

	"tmodel/internal/vocab"
)

// short are the words of levels where counts need the room.
var short = [...]string{"", "low", "med", "high", "crit"}

// matrix draws how many threats stand in each cell, residual likelihood against impact. Every cell says its level in a
// word; those with threats stand out.
func (p *page) matrix() {
	if len(p.r.Register.Threats) == 0 {
		return
	}
	digits, words := p.widestCount(), vocab.Level.String
	label, cell := 16, 8
	if label+5*(digits+cell+2) > min(p.o.Width, 80) {
		cell, words = 4, func(l vocab.Level) string { return short[l] }
		label = max(1, min(label, p.o.Width-5*(digits+cell+2)-2)) // 2: the last heading is longer than its word
	}
	k := &p.r.Catalog.Risk
	p.section("Threats by residual likelihood (down) and impact (across)")
	head := strings.Repeat(" ", label+digits+1)
	for _, l := range k.Impacts {
		head += " " + pad(clip(l, cell+digits), cell+digits+1)
	}
	p.line("%s", p.dim(strings.TrimRight(head, " ")))
	for l := 4; l >= 0; l-- {
		row := pad(clip(fmt.Sprintf("%d %s", l+1, k.Likelihoods[l]), label), label)
		for i := range 5 {
			level := k.Matrix[l][i]
			row += " " + p.cell(p.r.Summary.Matrix[l][i], level, digits, pad(words(level), cell))
		}
		p.line("%s", strings.TrimRight(row, " "))
	}
}

// cell is a count and the level that it stands in.
func (p *page) cell(n int, level vocab.Level, digits int, word string) string {
	if n == 0 {
		return p.dim(fmt.Sprintf("%*s %s", digits, "·", word))
	}
	return p.level(level, fmt.Sprintf("%*d %s", digits, n, word))
}

func (p *page) widestCount() int {
	most := 0
	for _, row := range p.r.Summary.Matrix {
		for _, n := range row {
			most = max(most, n)
		}
	}
	return max(2, len(strconv.Itoa(most)))
}
