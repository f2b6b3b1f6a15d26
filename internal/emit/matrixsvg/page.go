package matrixsvg

import (
	"encoding/xml"
	"fmt"
	"strings"
	"unicode/utf8"

	"tmodel/internal/diag"
	"tmodel/internal/report"
	"tmodel/internal/vocab"
)

// Lengths in pixels.
const (
	left, top     = 150, 104 // of the matrix
	wide, high    = 132, 88  // a cell
	right, bottom = 28, 104
	width         = left + 5*wide + right
	height        = top + 5*high + bottom
)

// Colours that do not belong to a level.
const (
	ink   = "#1F2933"
	faint = "#52606D"
)

// look is the colours of a level; they differ in lightness too, and each cell says its level in a word.
type look struct{ fill, text string }

var looks = [vocab.Critical + 1]look{
	{"#FFFFFF", ink}, {"#D9E2EC", ink}, {"#F4C95D", ink}, {"#B5432A", "#FFFFFF"}, {"#5B0F1A", "#FFFFFF"},
}

// page is the document while it is written.
type page struct {
	b     strings.Builder
	r     *report.Report
	cells [5][5]cell
	total int // threats
	moved int // of them, those that controls put elsewhere
}

func (p *page) line(format string, args ...any) {
	fmt.Fprintf(&p.b, format, args...)
	p.b.WriteByte('\n')
}

// text writes one line of text; attributes are written as they are.
func (p *page) text(x, y, size int, fill, attributes, s string) {
	p.line(`<text x="%d" y="%d" font-size="%d" fill="%s"%s>%s</text>`, x, y, size, fill, attributes, escape(s))
}

func (p *page) draw() {
	name := p.r.Graph.System.Name.Value
	if name == "" {
		name = p.r.Graph.System.ID.Value
	}
	name = clip(name, 70)
	p.line(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-labelledby="risk-matrix-title risk-matrix-description" font-family="Helvetica, Arial, 'Liberation Sans', sans-serif">`, width, height, width, height)
	p.line(`<title id="risk-matrix-title">%s</title>`, escape("Risk matrix of "+name))
	p.line(`<desc id="risk-matrix-description">%s</desc>`, escape(p.description()))
	p.line(`<rect width="%d" height="%d" fill="#FFFFFF"/>`, width, height)
	p.text(28, 40, 22, ink, bold, "Risk matrix")
	p.text(28, 64, 14, faint, "", name)
	p.text(28, 84, 12, faint, "", p.caption())
	p.axes()
	for l := range p.cells {
		for m := range p.cells[l] {
			p.cell(l, m)
		}
	}
	p.legend()
	p.line("</svg>")
}

// caption says what is counted.
func (p *page) caption() string {
	switch {
	case p.total == 0:
		return "No threats were found."
	case p.moved == 0:
		return counted(p.total) + " at residual risk, which is the inherent risk: no control in place lowers it to another cell"
	}
	return fmt.Sprintf("%s at residual risk; controls in place moved %d to another cell", counted(p.total), p.moved)
}

func counted(n int) string {
	if n == 1 {
		return "1 threat"
	}
	return fmt.Sprintf("%d threats", n)
}

// escape makes text of any string; what a document must not contain is replaced by visible escapes.
func escape(s string) string {
	var b strings.Builder
	// A strings.Builder returns no error.
	_ = xml.EscapeText(&b, []byte(diag.Printable(s)))
	return b.String()
}

// clip cuts text that is too long.
func clip(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n-1]) + "…"
}
