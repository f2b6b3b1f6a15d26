// Package matrixsvg draws the risk matrix: how many threats are left at which likelihood and impact, and which come first.
package matrixsvg

import (
	"io"

	"tmodel/internal/report"
)

// cell is what one place of the matrix has, likelihood and impact from 0.
type cell struct {
	ranks    []int // of the threats that are there now, best first
	inherent int   // threats that would be there without controls
}

// Write writes the matrix as one SVG document without scripts or outside references. The same report gives the same bytes.
func Write(w io.Writer, r *report.Report) error {
	p := &page{r: r}
	p.count()
	p.draw()
	_, err := io.WriteString(w, p.b.String())
	return err
}

// count places the threats by their residual and inherent ratings.
func (p *page) count() {
	if p.r.Register == nil {
		return
	}
	for i := range p.r.Register.Threats {
		t := &p.r.Register.Threats[i]
		l, m := place(report.Cell(t.Residual))
		p.cells[l][m].ranks = append(p.cells[l][m].ranks, t.Rank)
		il, im := place(report.Cell(t.Inherent))
		p.cells[il][im].inherent++
		p.total++
		if il != l || im != m {
			p.moved++
		}
	}
}

// place keeps a rating inside the matrix.
func place(likelihood, impact int) (l, m int) {
	return min(max(likelihood, 1), 5) - 1, min(max(impact, 1), 5) - 1
}
