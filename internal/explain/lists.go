package explain

import (
	"fmt"
	"strings"
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
	for i, s := range sections {
		p.between()
		p.line("Kinds of %s", s.what)
		for _, k := range ofSection(p.c.Vocab, i) {
			p.row(24, "  "+k.ID, k.Is)
		}
	}
}

func (p *page) facts() {
	for i := range p.c.Vocab.Facts {
		f := &p.c.Vocab.Facts[i]
		p.row(20, f.ID, f.Is+" "+f.List()+".")
	}
	p.line("")
	p.para("", `Values stand best first; those with / between them have no order. "tmodel explain" and a fact or a value says what it means.`)
}
