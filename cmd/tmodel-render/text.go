package main

import (
	"fmt"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/gobolditalic"
	"golang.org/x/image/font/gofont/goitalic"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
)

// typeface is the font of a text; size is in points of the layout. The Go fonts, which are part of the program, stand
// in for whatever the graph names: an image is the same on every machine.
type typeface struct {
	name         string
	size         float64
	bold, italic bool
}

// faces are the fonts made so far.
type faces map[typeface]font.Face

// text draws a text on its baseline. The layout measured it with another font: a text that came out wider than its
// room is drawn that much smaller.
func (p *painter) text(in instruction) error {
	face, err := p.faces.get(p.font)
	if err != nil {
		return err
	}
	p.dc.SetFontFace(face)
	width, _ := p.dc.MeasureString(in.Text)
	if room := in.Width * scale; room > 0 && width > room {
		small := p.font
		small.size *= room / width
		if face, err = p.faces.get(small); err != nil {
			return err
		}
		p.dc.SetFontFace(face)
	}
	anchor := map[string]float64{"l": 0, "c": 0.5, "r": 1}[in.Align]
	x, y := p.at(in.Pt[0], in.Pt[1])
	p.color(p.pen)
	p.dc.DrawStringAnchored(in.Text, x, y, anchor, 0)
	return nil
}

func (f faces) get(t typeface) (font.Face, error) {
	t.bold = t.bold || strings.Contains(strings.ToLower(t.name), "bold")
	t.italic = t.italic || strings.Contains(strings.ToLower(t.name), "italic")
	t.name = ""
	if face, ok := f[t]; ok {
		return face, nil
	}
	parsed, err := opentype.Parse(ttf(t))
	if err != nil {
		return nil, fmt.Errorf("read a built-in font: %w", err)
	}
	face, err := opentype.NewFace(parsed, &opentype.FaceOptions{Size: t.size * scale, DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		return nil, fmt.Errorf("make a font of %g points: %w", t.size, err)
	}
	f[t] = face
	return face, nil
}

func ttf(t typeface) []byte {
	switch {
	case t.bold && t.italic:
		return gobolditalic.TTF
	case t.bold:
		return gobold.TTF
	case t.italic:
		return goitalic.TTF
	}
	return goregular.TTF
}
