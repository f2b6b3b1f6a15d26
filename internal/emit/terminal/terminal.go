// Package terminal writes a report for a person at a terminal: register, matrix, questions.
package terminal

import (
	"fmt"
	"io"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/register"
	"tmodel/internal/report"
	"tmodel/internal/vocab"
)

// Options say how wide the terminal is, in columns, and what it can show. Severity hides threats below a level.
type Options struct {
	Width    int
	Color    bool
	Severity vocab.Level
	All      bool // show every threat, not the first ones only
}

// shown is how many threats are listed unless all are asked for.
const shown = 25

// Write writes the report.
func Write(w io.Writer, r *report.Report, o Options) error {
	if o.Width <= 0 {
		o.Width = 80
	}
	p := &page{r: r, o: o}
	p.head()
	p.threats()
	if len(r.Register.Threats) > 0 {
		p.matrix()
	}
	p.questions()
	_, err := io.WriteString(w, p.b.String())
	return err
}

type page struct {
	b strings.Builder
	r *report.Report
	o Options
}

func (p *page) line(format string, args ...any) { fmt.Fprintf(&p.b, format+"\n", args...) }

func (p *page) head() {
	name := p.r.Graph.Name(graph.Ref{Type: graph.SystemType})
	p.line("%s  %s", p.bold(diag.Printable(name)), p.dim(diag.Printable(p.r.File)))
	s := &p.r.Summary
	if s.Threats == 0 {
		p.line("No threats found by %d rules.", p.r.Coverage.Rules)
		return
	}
	var counts []string
	for l := vocab.Critical; l >= vocab.Low; l-- {
		if n := s.Residual[l]; n > 0 {
			counts = append(counts, p.level(l, fmt.Sprintf("%d %s", n, l)))
		}
	}
	p.line("%s: %s. %d open, %d treated.", plural(s.Threats, "threat"), strings.Join(counts, ", "), s.Open, s.Treated)
	p.line("")
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

func (p *page) threats() {
	var list []*register.Threat
	hidden := 0
	for i := range p.r.Register.Threats {
		t := &p.r.Register.Threats[i]
		switch {
		case t.Residual.Level < p.o.Severity:
			hidden++
		case len(list) == shown && !p.o.All:
			hidden++
		default:
			list = append(list, t)
		}
	}
	if len(list) > 0 {
		p.register(list)
	}
	if hidden > 0 {
		p.line("%s", p.dim(fmt.Sprintf("%s more in register.json and report.md", plural(hidden, "threat"))))
	}
	p.line("")
}

// questions lists the facts that would settle most, up to five.
func (p *page) questions() {
	q := p.r.Questions
	if len(q) == 0 {
		return
	}
	settled := map[string]bool{}
	for _, x := range q[:min(len(q), 5)] {
		for _, id := range x.Threats {
			settled[id] = true
		}
	}
	p.line("%s", p.bold(fmt.Sprintf("Answer %s to settle %s:", plural(min(len(q), 5), "fact"), plural(len(settled), "threat"))))
	for _, x := range q[:min(len(q), 5)] {
		values := ""
		if len(x.Values) > 0 {
			values = " (" + strings.Join(x.Values, ", ") + ")"
		}
		for i, l := range wrap(fmt.Sprintf("%s: %s?%s", x.Element, strings.TrimPrefix(x.Fact, "facts."), values), p.o.Width-4) {
			p.line("%s%s", []string{"  ", "    "}[min(i, 1)], l)
		}
	}
	if len(q) > 5 {
		p.line("%s", p.dim(fmt.Sprintf("  %s more in report.md", plural(len(q)-5, "question"))))
	}
	p.line("")
}
