package main

import (
	"fmt"
	"strings"

	"github.com/fogleman/gg"
)

// instruction is one drawing operation of Graphviz's xdot language, as its JSON output writes it; which fields count
// depends on Op. Lengths are in points, y upwards.
type instruction struct {
	Op     string
	Color  string                   // c, C: "#rrggbb" or "#rrggbbaa"
	Stops  []struct{ Color string } // C: of a gradient
	Style  string                   // S
	Points [][2]float64             // P p B b L
	Rect   [4]float64               // E e: centre and radii
	Pt     [2]float64               // T: on the baseline
	Align  string                   // T: l, c or r
	Width  float64                  // T: room that the layout made for the text
	Text   string                   // T
	Size   float64                  // F
	Face   string                   // F
	Chars  int                      `json:"fontchar"` // t: 1 bold, 2 italic
}

// painter carries out instructions on an image; pen, fill and font hold until the end of a list.
type painter struct {
	dc        *gg.Context
	left, top float64 // of the drawing, in points
	faces     faces
	pen, fill string
	font      typeface
}

func (p *painter) paint(list []instruction) error {
	p.pen, p.fill, p.font = "#000000", "#000000", typeface{}
	p.stroke("solid")
	for _, in := range list {
		switch in.Op {
		case "c":
			p.pen = in.Color
		case "C":
			p.fill = in.Color
			if len(in.Stops) > 0 {
				p.fill = in.Stops[0].Color
			}
		case "S":
			p.stroke(in.Style)
		case "F":
			p.font.name, p.font.size = in.Face, in.Size
		case "t":
			p.font.bold, p.font.italic = in.Chars&1 != 0, in.Chars&2 != 0
		case "T":
			if err := p.text(in); err != nil {
				return err
			}
		default:
			p.shape(in)
		}
	}
	return nil
}

// stroke sets the line by one of xdot's styles: solid, dashed, dotted, or setlinewidth(N).
func (p *painter) stroke(style string) {
	var width float64
	if _, err := fmt.Sscanf(style, "setlinewidth(%g)", &width); err == nil {
		p.dc.SetLineWidth(width * scale)
		return
	}
	switch style {
	case "solid":
		p.dc.SetDash()
		p.dc.SetLineWidth(scale)
	case "dashed":
		p.dc.SetDash(5*scale, 2*scale)
	case "dotted":
		p.dc.SetDash(1*scale, 5*scale)
	}
}

// shape draws an ellipse, polygon, line or curve; capital letters are filled too, except L.
func (p *painter) shape(in instruction) {
	switch strings.ToLower(in.Op) {
	case "e":
		x, y := p.at(in.Rect[0], in.Rect[1])
		p.dc.DrawEllipse(x, y, in.Rect[2]*scale, in.Rect[3]*scale)
	case "p", "l":
		p.along(in.Points)
	case "b":
		p.curve(in.Points)
	}
	if strings.EqualFold(in.Op, "p") {
		p.dc.ClosePath()
	}
	if in.Op == "E" || in.Op == "P" || in.Op == "B" {
		p.color(p.fill)
		p.dc.FillPreserve()
	}
	p.color(p.pen)
	p.dc.Stroke()
}

func (p *painter) along(points [][2]float64) {
	for _, point := range points {
		p.dc.LineTo(p.at(point[0], point[1]))
	}
}

// curve draws cubic Bézier curves: a start, then three points a piece.
func (p *painter) curve(points [][2]float64) {
	if len(points) == 0 {
		return
	}
	p.dc.MoveTo(p.at(points[0][0], points[0][1]))
	for i := 1; i+2 < len(points); i += 3 {
		x1, y1 := p.at(points[i][0], points[i][1])
		x2, y2 := p.at(points[i+1][0], points[i+1][1])
		x3, y3 := p.at(points[i+2][0], points[i+2][1])
		p.dc.CubicTo(x1, y1, x2, y2, x3, y3)
	}
}

// at returns the pixel of a point of the layout.
func (p *painter) at(x, y float64) (px, py float64) {
	return (x - p.left + margin) * scale, (p.top - y + margin) * scale
}

// color takes black for what it cannot read, so that nothing becomes invisible by mistake.
func (p *painter) color(hex string) {
	r, g, b, a := 0, 0, 0, 255
	if n, _ := fmt.Sscanf(hex, "#%02x%02x%02x%02x", &r, &g, &b, &a); n < 3 {
		r, g, b, a = 0, 0, 0, 255
	}
	p.dc.SetRGBA255(r, g, b, a)
}
