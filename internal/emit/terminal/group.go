package terminal

import (
	"fmt"
	"strconv"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/register"
	"tmodel/internal/report"
)

// group is the text about threats of one rule, in lines; never fewer than three, so that there is room for the marks.
func (p *page) group(g *report.Group, width int) []string {
	t := g.First()
	var out []string
	add := func(style func(string) string, s string) {
		for _, l := range wrap(diag.Printable(s), width) {
			out = append(out, style(l))
		}
	}
	plain := func(s string) string { return s }
	add(p.bold, t.Title)
	add(plain, t.ID+"  "+place(t))
	if len(t.Path) > 1 {
		add(p.dim, "via "+p.way(t))
	}
	add(p.dim, help(t))
	add(plain, others(g))
	if covers := g.Covers(); len(covers) > 0 {
		add(p.dim, "covers "+strings.Join(covers, ", "))
	}
	for len(out) < 3 {
		out = append(out, "")
	}
	return out
}

// way is the path of a threat; a long one that was shown before is only named.
func (p *page) way(t *register.Threat) string {
	whole := strings.Join(t.Path, " → ")
	if first, ok := p.ways[whole]; ok && len(t.Path) > 3 {
		return fmt.Sprintf("%s → … → %s, as for %d", t.Path[0], t.Path[len(t.Path)-1], first)
	}
	p.ways[whole] = t.Rank
	return whole
}

// alike is how many elements a row names beside the first.
const alike = 8

// others names the elements of a group beside the first, each with what is different there.
func others(g *report.Group) string {
	rest := g.Threats[1:]
	if len(rest) == 0 {
		return ""
	}
	var out []string
	for _, t := range rest[:min(len(rest), alike)] {
		at := strings.Join(t.Elements, "+")
		if apart := g.Apart(t); len(apart) > 0 {
			at += " (" + strings.Join(apart, ", ") + ")"
		}
		out = append(out, at)
	}
	text := "also on " + strings.Join(out, ", ")
	if n := len(rest) - len(out); n > 0 {
		text += fmt.Sprintf(" and %d more", n)
	}
	return text
}

// place is where the element is declared, as terminals make it clickable.
func place(t *register.Threat) string {
	if !t.Location.Valid() {
		return ""
	}
	return t.Location.File.Name + ":" + strconv.Itoa(int(t.Location.Line))
}

// help names what is in place, and the first treatment that is not, with the place where it belongs.
func help(t *register.Threat) string {
	var in, out []string
	for _, c := range t.Treatments {
		if c.Effect > 0 {
			in = append(in, c.Control)
		}
	}
	if len(in) > 0 {
		out = append(out, "in place: "+strings.Join(in, ", "))
	}
	if c, ok := report.Next(t); ok {
		next := "next: " + c.Control + " on " + c.At[0]
		switch c.State {
		case "undeclared":
		case "off":
			next += " (there, but the attacker can switch it off)"
		default:
			next += " (" + c.State + ")"
		}
		out = append(out, next)
	}
	return strings.Join(out, "; ")
}
