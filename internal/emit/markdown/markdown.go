// Package markdown writes report.md, the report that a reviewer reads and decides on.
package markdown

import (
	"fmt"
	"io"
	"strings"

	"tmodel/internal/graph"
	"tmodel/internal/register"
	"tmodel/internal/report"
	"tmodel/internal/vocab"
)

// detailed is how many threats get a section of their own; the table names all.
const detailed = 200

// Write writes the report.
func Write(w io.Writer, r *report.Report) error {
	p := &page{r: r, rules: map[string]*report.Rule{}}
	for i := range r.Rules {
		p.rules[r.Rules[i].Rule.ID] = &r.Rules[i]
	}
	p.head()
	p.register()
	p.matrix()
	p.questions()
	p.details()
	p.diagram()
	p.controls()
	p.basis()
	_, err := io.WriteString(w, p.b.String())
	return err
}

type page struct {
	b     strings.Builder
	r     *report.Report
	rules map[string]*report.Rule
}

func (p *page) line(format string, args ...any) { fmt.Fprintf(&p.b, format+"\n", args...) }

func (p *page) head() {
	s := &p.r.Graph.System
	p.line("# Threat model: %s\n", esc(p.r.Graph.Name(graph.Ref{Type: graph.SystemType})))
	if s.Purpose.Set() {
		p.line("%s\n", esc(s.Purpose.Value))
	}
	for _, f := range []struct{ name, value string }{{"Owner", s.Owner.Value}, {"Criticality", p.r.Graph.Criticality.String()}, {"Source", p.r.File}} {
		if f.value != "" {
			p.line("- %s: %s", f.name, esc(f.value))
		}
	}
	p.line("- Made by: tmodel %s, catalogue %s\n", p.r.Tool.Version, p.r.Tool.Catalog)
	sum := &p.r.Summary
	if sum.Threats == 0 {
		p.line("No threats found by %d rules.\n", p.r.Coverage.Rules)
		return
	}
	var levels []string
	for l := vocab.Critical; l >= vocab.Low; l-- {
		if n := sum.Residual[l]; n > 0 {
			levels = append(levels, fmt.Sprintf("%d %s", n, l))
		}
	}
	p.line("**%d threats: %s.** %d open, %d treated. Levels are residual: what remains with the controls that are in place.\n",
		sum.Threats, strings.Join(levels, ", "), sum.Open, sum.Treated)
}

func (p *page) register() {
	list := p.r.Register.Threats
	if len(list) == 0 {
		return
	}
	p.line("## Register\n")
	p.line("| # | Threat | Element | Inherent | Residual | Score | Status | Confidence |")
	p.line("|--:|---|---|---|---|--:|---|---|")
	for i := range list {
		t := &list[i]
		title := esc(t.Title)
		if i < detailed {
			title = fmt.Sprintf("[%s](#%s)", title, anchor(t))
		}
		p.line("| %d | %s | `%s` | %s | **%s** | %.1f | %s | %s |", t.Rank, title, strings.Join(t.Elements, "`, `"),
			t.Inherent.Level, t.Residual.Level, t.Residual.Score, t.Status, t.Confidence)
	}
	p.line("")
}

// anchor is a place in the page that does not move when wording does.
func anchor(t *register.Threat) string {
	return strings.ToLower(strings.NewReplacer("@", "-", "+", "-").Replace(t.ID))
}

func (p *page) matrix() {
	if len(p.r.Register.Threats) == 0 {
		return
	}
	k := &p.r.Catalog.Risk
	p.line("## Risk matrix\n")
	p.line("How many threats stand where, by residual likelihood and impact.\n")
	p.line("| likelihood \\ impact | %s |", strings.Join(k.Impacts[:], " | "))
	p.line("|---|---|---|---|---|---|")
	for l := 4; l >= 0; l-- {
		cells := make([]string, 5)
		for i := range cells {
			cells[i] = k.Matrix[l][i].String()
			if n := p.r.Summary.Matrix[l][i]; n > 0 {
				cells[i] = fmt.Sprintf("**%d** (%s)", n, k.Matrix[l][i])
			}
		}
		p.line("| %s | %s |", k.Likelihoods[l], strings.Join(cells, " | "))
	}
	p.line("")
}

func (p *page) questions() {
	if len(p.r.Questions) == 0 {
		return
	}
	p.line("## Questions\n")
	p.line("Threats rest on facts that the file does not give. Answered, each of these settles the threats beside it.\n")
	p.line("| Element | Fact | Values | Threats |")
	p.line("|---|---|---|---|")
	for _, q := range p.r.Questions {
		p.line("| `%s` | `%s` | %s | %s |", q.Element, q.Fact, strings.Join(q.Values, ", "), some(q.Threats, 6))
	}
	p.line("")
}

// some lists the first n of many.
func some(list []string, n int) string {
	if len(list) <= n {
		return strings.Join(list, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(list[:n], ", "), len(list)-n)
}
