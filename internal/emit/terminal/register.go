package terminal

import (
	"fmt"
	"strconv"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/register"
	"tmodel/internal/report"
)

// shown is how many threats are listed unless all are asked for.
const shown = 25

// list draws a table of threats, worst first: what, where, the way there, and what would help most.
func (p *page) list(title string, threats []register.Threat) {
	if len(threats) == 0 {
		return
	}
	var list []*register.Threat
	below, more := 0, 0
	for i := range threats {
		switch {
		case threats[i].Residual.Level < p.o.Severity:
			below++
		case len(list) == shown && !p.o.All:
			more++
		default:
			list = append(list, &threats[i])
		}
	}
	p.section(title)
	if len(list) > 0 {
		p.table(list)
	}
	if below > 0 {
		p.line("%s", p.dim(fmt.Sprintf("%d below %s not shown", below, p.o.Severity)))
	}
	if more > 0 {
		p.line("%s", p.dim(fmt.Sprintf("%d more; --all lists them", more)))
	}
}

// The columns of the table, beside that of the rank. The gap stands after each.
const (
	levelWidth = len("critical")
	scoreWidth = len("SCORE")
	gap        = 2
)

func (p *page) table(list []*register.Threat) {
	rank := max(2, len(strconv.Itoa(list[len(list)-1].Rank)))
	indent := rank + levelWidth + scoreWidth + 3*gap
	p.line("%s", p.dim(fmt.Sprintf("%*s  %-*s  %s  %s", rank, "#", levelWidth, "LEVEL", "SCORE", "THREAT")))
	for _, t := range list {
		marks := marksOf(t)
		for i, l := range p.threat(t, p.o.Width-indent) {
			left := strings.Repeat(" ", indent)
			switch {
			case i == 0:
				left = fmt.Sprintf("%*d  %s  %*.1f  ", rank, t.Rank, p.level(t.Residual.Level, pad(t.Residual.Level.String(), levelWidth)), scoreWidth, t.Residual.Score)
			case i <= len(marks):
				left = strings.Repeat(" ", rank+gap) + p.dim(pad(marks[i-1], indent-rank-gap))
			}
			p.line("%s%s", left, l)
		}
	}
}

// marksOf are the words that stand under the level.
func marksOf(t *register.Threat) []string {
	var out []string
	if t.Status == register.Treated {
		out = append(out, "treated")
	}
	if t.Confidence != register.HighConfidence {
		out = append(out, "unsure")
	}
	return out
}

// threat is the text about a threat, in lines; never fewer than three, so that there is room for the marks.
func (p *page) threat(t *register.Threat, width int) []string {
	var out []string
	add := func(style func(string) string, s string) {
		for _, l := range wrap(s, width) {
			out = append(out, style(l))
		}
	}
	plain := func(s string) string { return s }
	add(p.bold, diag.Printable(t.Title))
	add(plain, diag.Printable(t.ID)+"  "+place(t))
	if len(t.Path) > 1 {
		add(p.dim, "via "+diag.Printable(strings.Join(t.Path, " → ")))
	}
	add(p.dim, diag.Printable(help(t)))
	for len(out) < 3 {
		out = append(out, "")
	}
	return out
}

// place is where the element is declared, as terminals make it clickable.
func place(t *register.Threat) string {
	if !t.Location.Valid() {
		return ""
	}
	return diag.Printable(t.Location.File.Name) + ":" + strconv.Itoa(int(t.Location.Line))
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
