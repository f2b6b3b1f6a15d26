package matrixsvg

import (
	"fmt"
	"strconv"
	"strings"

	"tmodel/internal/vocab"
)

// Attributes of text.
const (
	bold   = ` font-weight="bold"`
	middle = ` text-anchor="middle"`
	end    = ` text-anchor="end"`
)

// ranksWidth is how many characters of ranks fit into a cell.
const ranksWidth = 20

// axes writes the labels and numbers of the scales.
func (p *page) axes() {
	risk := &p.r.Catalog.Risk
	for i := range 5 {
		y := top + (4-i)*high + high/2
		p.text(left-12, y, 13, ink, end+bold, strconv.Itoa(i+1))
		p.text(left-12, y+16, 12, faint, end, clip(risk.Likelihoods[i], 15))
		x := left + i*wide + wide/2
		p.text(x, top+5*high+20, 13, ink, middle+bold, strconv.Itoa(i+1))
		p.text(x, top+5*high+36, 12, faint, middle, clip(risk.Impacts[i], 18))
	}
	p.text(left+5*wide/2, top+5*high+58, 13, ink, middle+bold, "Impact")
	y := top + 5*high/2
	p.text(36, y, 13, ink, middle+bold+fmt.Sprintf(` transform="rotate(-90 36 %d)"`, y), "Likelihood")
}

// cell writes one place, likelihood and impact from 0, likelihood upwards.
func (p *page) cell(l, m int) {
	c, level := &p.cells[l][m], p.level(l, m)
	x, y, look := left+m*wide, top+(4-l)*high, looks[level]
	p.line(`<g><title>%s</title>`, escape(p.sentence(l, m)))
	p.line(`<rect x="%d" y="%d" width="%d" height="%d" rx="3" fill="%s" stroke="#FFFFFF" stroke-width="3"/>`, x, y, wide, high, look.fill)
	p.text(x+10, y+19, 11, look.text, "", level.String())
	if n := len(c.ranks); n > 0 {
		p.text(x+wide/2, y+54, 26, look.text, middle+bold, strconv.Itoa(n))
		p.text(x+wide/2, y+75, 11, look.text, middle, ranks(c.ranks))
	}
	if c.inherent > 0 && p.moved > 0 {
		p.hollow(x+wide-14, y+15, look.text, c.inherent)
	}
	p.line(`</g>`)
}

// hollow is the small mark of inherent risk, its number to the left.
func (p *page) hollow(x, y int, color string, n int) {
	p.line(`<circle cx="%d" cy="%d" r="4" fill="none" stroke="%s" stroke-width="1.3"/>`, x, y, color)
	p.text(x-8, y+4, 11, color, end, strconv.Itoa(n))
}

func (p *page) level(l, m int) vocab.Level { return p.r.Catalog.Risk.LevelOf(l+1, m+1) }

// ranks names the first threats of a cell as far as they fit: #1 #4 +3.
func ranks(list []int) string {
	var b strings.Builder
	for i, rank := range list {
		next := "#" + strconv.Itoa(rank)
		rest := ""
		if i+1 < len(list) {
			rest = " +" + strconv.Itoa(len(list)-i-1)
		}
		if i > 0 && b.Len()+1+len(next)+len(rest) > ranksWidth {
			b.WriteString(" +" + strconv.Itoa(len(list)-i))
			break
		}
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(next)
	}
	return b.String()
}

// sentence says what a cell says.
func (p *page) sentence(l, m int) string {
	risk, c := &p.r.Catalog.Risk, &p.cells[l][m]
	out := fmt.Sprintf("likelihood %d (%s), impact %d (%s), %s: %s", l+1, risk.Likelihoods[l], m+1, risk.Impacts[m], p.level(l, m), counted(len(c.ranks)))
	if c.inherent != len(c.ranks) {
		out += fmt.Sprintf(", %d without controls", c.inherent)
	}
	return out
}

// description reads the matrix out, worst corner first.
func (p *page) description() string {
	var out []string
	for l := 4; l >= 0; l-- {
		for m := 4; m >= 0; m-- {
			if len(p.cells[l][m].ranks) > 0 {
				out = append(out, p.sentence(l, m))
			}
		}
	}
	if len(out) == 0 {
		return "No threats were found."
	}
	return strings.Join(out, "; ") + "."
}

// legend explains levels and marks below the matrix.
func (p *page) legend() {
	y := height - 22
	var levels [vocab.Critical + 1]int
	for l := range p.cells {
		for m := range p.cells[l] {
			levels[p.level(l, m)] += len(p.cells[l][m].ranks)
		}
	}
	x := 28
	for level := vocab.Critical; level >= vocab.Low; level-- {
		p.line(`<rect x="%d" y="%d" width="14" height="14" rx="2" fill="%s"/>`, x, y-11, looks[level].fill)
		p.text(x+20, y, 12, ink, "", fmt.Sprintf("%s: %d", level, levels[level]))
		x += 118
	}
	if p.moved > 0 {
		p.hollow(left+5*wide-264, y-4, faint, 1)
		p.text(left+5*wide-252, y, 12, faint, "", "threats there without the controls in place")
	}
}
