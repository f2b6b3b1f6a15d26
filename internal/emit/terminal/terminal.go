// Package terminal writes a report for a person at a terminal: register, concerns, matrix, questions.
package terminal

import (
	"fmt"
	"io"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/report"
	"tmodel/internal/vocab"
)

// Options say how wide the terminal is, in columns, and what it can show. Severity hides threats below a level.
type Options struct {
	Width    int
	Color    bool
	Severity vocab.Level
	All      bool // show every threat, not the first ones only
	Single   bool // a row for each threat, not for each rule

	Techniques bool // list techniques, each with its first threat, in place of threats
}

// narrowest is the width below which lines are not made any shorter.
const narrowest = 60

// Write writes the report: sections, with an empty line between two of them.
func Write(w io.Writer, r *report.Report, o Options) error {
	if o.Width <= 0 {
		o.Width = 80
	}
	o.Width = max(o.Width, narrowest)
	p := &page{r: r, o: o}
	p.head()
	if o.Techniques {
		p.techniques()
	} else {
		p.list("", r.Register.Threats, shown)
		p.list("Concerns: what fails without an attacker", r.Register.Concerns, shownConcerns)
	}
	p.matrix()
	p.questions()
	_, err := io.WriteString(w, p.b.String())
	return err
}

type page struct {
	b    strings.Builder
	r    *report.Report
	o    Options
	ways map[string]int // paths that the table has shown, with the rank of the threat
}

func (p *page) line(format string, args ...any) { fmt.Fprintf(&p.b, format+"\n", args...) }

// section begins a section.
func (p *page) section(title string) {
	p.line("")
	if title != "" {
		p.line("%s", p.bold(title))
	}
}

// head names the system and counts its threats.
func (p *page) head() {
	name := wrap(diag.Printable(p.r.Graph.Name(graph.Ref{Type: graph.SystemType})), p.o.Width)
	file := diag.Printable(p.r.File)
	room := 0
	for i, l := range name {
		room = p.o.Width - widthOf(l) - 2
		p.b.WriteString(p.bold(l))
		if i < len(name)-1 {
			p.line("")
		}
	}
	if widthOf(file) <= room {
		p.line("  %s", p.dim(file))
	} else {
		p.line("")
		p.dimmed("", file)
	}
	p.counts()
}

func (p *page) counts() {
	s := &p.r.Summary
	if s.Threats == 0 {
		p.line("No threats found by %s.", plural(p.r.Coverage.Rules, "rule"))
	} else {
		var counts []string
		for l := vocab.Critical; l >= vocab.Low; l-- {
			if n := s.Residual[l]; n > 0 {
				counts = append(counts, p.level(l, fmt.Sprintf("%d %s", n, l)))
			}
		}
		p.line("%s: %s; %d open, %d treated.", plural(s.Threats, "threat"), strings.Join(counts, ", "), s.Open, s.Treated)
	}
	p.outOfScope()
}

// outOfScope names what has no threats because the file says so.
func (p *page) outOfScope() {
	list := p.r.OutOfScope
	if len(list) == 0 {
		return
	}
	var ids []string
	for _, x := range list[:min(len(list), 5)] {
		ids = append(ids, x.Element)
	}
	text := "Out of scope, so without threats: " + strings.Join(ids, ", ")
	if n := len(list) - len(ids); n > 0 {
		text += fmt.Sprintf(" and %d more", n)
	}
	for _, l := range wrap(diag.Printable(text), p.o.Width) {
		p.line("%s", l)
	}
}

// dimmed writes a wrapped text that matters less, indented.
func (p *page) dimmed(indent, s string) {
	for _, l := range wrap(s, p.o.Width-len(indent)) {
		p.line("%s%s", indent, p.dim(l))
	}
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
