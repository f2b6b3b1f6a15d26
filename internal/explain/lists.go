package explain

import (
	"fmt"
	"strings"

	"tmodel/internal/vocab"
)

// row writes a name and what it is, in columns.
func (p *page) row(width int, name, is string) {
	p.hang(fmt.Sprintf("%-*s  ", width, name), strings.Repeat(" ", width+2), is)
}

func (p *page) rules() {
	for i := range p.c.Rules {
		kind := "concern"
		if s := p.c.Rules[i].Stride; len(s) > 0 {
			kind = s[0]
		}
		p.row(30, fmt.Sprintf("%-6s %s", p.c.Rules[i].ID, kind), p.c.Prose[i].Title)
	}
}

func (p *page) controls() {
	for i := range p.c.Controls {
		p.row(30, p.c.Controls[i].ID, p.c.ControlProse[i].Name)
	}
}

func (p *page) codes() {
	for _, c := range p.c.Codes {
		p.row(7, c.Code, c.Title)
	}
}

func (p *page) kinds() {
	for _, s := range []struct {
		title string
		list  []vocab.Kind
	}{{"Kinds of component", p.c.Vocab.Components}, {"Kinds of asset", p.c.Vocab.Assets}, {"Kinds of pipeline stage", p.c.Vocab.Stages}} {
		p.between()
		p.line("%s", s.title)
		for i := range s.list {
			p.row(24, "  "+s.list[i].ID, s.list[i].Is)
		}
	}
}

func (p *page) facts() {
	for i := range p.c.Vocab.Facts {
		f := &p.c.Vocab.Facts[i]
		p.row(20, f.ID, f.Is+" "+strings.Join(f.Values, ", ")+".")
	}
}
