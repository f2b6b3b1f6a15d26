package markdown

import (
	"fmt"
	"strings"

	"tmodel/internal/register"
	"tmodel/internal/report"
)

const (
	most  = 100 // threats that get a section
	alike = 10  // of one rule
	named = 12  // elements in a row of the register
)

// grouped puts threats in the order in which they are told, and notes which get a section.
func (p *page) grouped(list []register.Threat) []report.Group {
	groups := report.Groups(report.Pointers(list))
	if p.o.Single {
		groups = report.Singles(report.Pointers(list))
	}
	n := 0
	for _, g := range groups {
		for _, t := range g.Threats[:min(len(g.Threats), alike)] {
			if n++; n <= most {
				p.detailed[t] = true
			}
		}
	}
	return groups
}

// sections writes what is told of each threat, that of a rule together.
func (p *page) sections(prefix string, groups []report.Group) {
	for i := range groups {
		for _, t := range groups[i].Threats {
			if p.detailed[t] {
				p.threat(prefix, &groups[i], t)
			}
		}
	}
}

// untold counts the threats without a section.
func (p *page) untold(groups []report.Group) int {
	n := 0
	for _, g := range groups {
		for _, t := range g.Threats {
			if !p.detailed[t] {
				n++
			}
		}
	}
	return n
}

// elements names the places of a group, each with what is different there from the first.
func (p *page) elements(g *report.Group) string {
	if len(g.Threats) == 1 {
		return codes(g.First().Elements, ", ")
	}
	var out []string
	for _, t := range g.Threats[:min(len(g.Threats), named)] {
		text := codes(t.Elements, "+")
		if p.detailed[t] {
			text = p.link(text, t)
		}
		if apart := g.Apart(t); len(apart) > 0 {
			text += " (" + strings.Join(apart, ", ") + ")"
		}
		out = append(out, text)
	}
	if n := len(g.Threats) - len(out); n > 0 {
		out = append(out, fmt.Sprintf("and %d more", n))
	}
	return strings.Join(out, ", ")
}
