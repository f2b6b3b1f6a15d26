package terminal

import (
	"fmt"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/report"
)

// asked is how many questions are shown, and settled how many threats of each are named.
const (
	asked   = 5
	settled = 4
)

// questions lists the facts that would settle most, each with its values and with what it settles.
func (p *page) questions() {
	if len(p.r.Questions) == 0 {
		return
	}
	list := p.r.Questions[:min(len(p.r.Questions), asked)]
	p.section("")
	p.indented("", p.bold, p.invitation(len(list))+order(list)+":")
	for i := range list {
		q := &list[i]
		values := ""
		if len(q.Values) > 0 {
			values = " " + q.Answers()
		}
		p.indented("  ", func(s string) string { return s }, fmt.Sprintf("%s: %s?%s", q.Element, strings.TrimPrefix(q.Fact, "facts."), values))
		p.indented("    ", p.dim, settles(q))
	}
	if n := len(p.r.Questions) - len(list); n > 0 {
		p.line("%s", p.dim(fmt.Sprintf("  %s more in report.md", plural(n, "question"))))
	}
}

// invitation says what the first n answers are good for.
func (p *page) invitation(n int) string {
	threats, concerns := p.r.Settled(n)
	var what []string
	if threats > 0 {
		what = append(what, plural(threats, "threat"))
	}
	if concerns > 0 {
		what = append(what, plural(concerns, "concern"))
	}
	if len(what) == 0 {
		return "Unknown facts that threats rest on"
	}
	return fmt.Sprintf("Answer %s to settle %s", plural(n, "fact"), strings.Join(what, " and "))
}

// order says how the values of some questions stand to each other.
func order(list []report.Question) string {
	ordered, strokes := false, false
	for i := range list {
		if len(list[i].Values) > 0 {
			ordered, strokes = ordered || !list[i].Unordered, strokes || list[i].Unordered
		}
	}
	switch {
	case ordered && strokes:
		return "; values best first, those with / in no order"
	case ordered:
		return "; values best first"
	case strokes:
		return "; values in no order"
	}
	return ""
}

// settles names the threats that an answer settles, or else those that it bears on.
func settles(q *report.Question) string {
	verb, ids := "settles ", q.Settles
	if len(ids) == 0 {
		verb, ids = "bears on ", q.Threats
	}
	text := verb + strings.Join(ids[:min(len(ids), settled)], ", ")
	if n := len(ids) - settled; n > 0 {
		text += fmt.Sprintf(" and %d more", n)
	}
	return text
}

// indented writes a text wrapped, the lines after the first further in.
func (p *page) indented(indent string, style func(string) string, s string) {
	for i, l := range wrap(diag.Printable(s), p.o.Width-len(indent)-2) {
		p.line("%s%s%s", indent, []string{"", "  "}[min(i, 1)], style(l))
	}
}
