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

// Options say what stands beside the report.
type Options struct {
	Diagram string // name of the drawing's file; "" when there is none
	Single  bool   // each threat stands alone, not with the others of its rule
}

// Write writes the report of one system.
func Write(w io.Writer, r *report.Report, o Options) error {
	_, err := io.WriteString(w, render(r, o, ""))
	return err
}

// WriteAll writes the reports of several systems into one text. Places in it carry the id of their system.
func WriteAll(w io.Writer, reports []*report.Report, o Options) error {
	for i, r := range reports {
		text := render(r, o, r.Graph.System.ID.Value+"_")
		if i > 0 {
			text = "\n" + text
		}
		if _, err := io.WriteString(w, text); err != nil {
			return err
		}
	}
	return nil
}

func render(r *report.Report, o Options, prefix string) string {
	p := &page{r: r, o: o, prefix: prefix, rules: map[string]*report.Rule{}, told: map[string]string{}, detailed: map[*register.Threat]bool{}}
	for i := range r.Rules {
		p.rules[r.Rules[i].Rule.ID] = &r.Rules[i]
	}
	p.threats, p.concerned = p.grouped(r.Register.Threats), p.grouped(r.Register.Concerns)
	p.head()
	p.register()
	p.matrix()
	p.techniques()
	p.questions()
	p.details()
	p.concerns()
	p.flows()
	p.controls()
	p.basis()
	return p.b.String()
}

type page struct {
	b      strings.Builder
	r      *report.Report
	o      Options
	prefix string // of anchors
	rules  map[string]*report.Rule
	told   map[string]string // by rule: the link to the threat that its attack was told for

	threats, concerned []report.Group
	detailed           map[*register.Threat]bool // those that get a section
}

func (p *page) line(format string, args ...any) { fmt.Fprintf(&p.b, format+"\n", args...) }

func (p *page) head() {
	s := &p.r.Graph.System
	p.line("# Threat model: %s\n", esc(p.r.Graph.Name(graph.Ref{Type: graph.SystemType})))
	if s.Purpose.Set() {
		p.line("%s\n", esc(s.Purpose.Value))
	}
	p.counts()
	for _, f := range []struct{ name, value string }{{"Owner", esc(s.Owner.Value)}, {"Criticality", p.r.Graph.Criticality.String()}, {"Source", code(p.r.File)}} {
		if f.value != "" {
			p.line("- %s: %s", f.name, f.value)
		}
	}
	p.line("- Made by: tmodel %s, catalogue %s, MITRE ATLAS %s\n", code(p.r.Tool.Version), code(p.r.Tool.Catalog), code(p.r.Catalog.Atlas.Stamp()))
	p.objectives()
	p.limits()
}

// counts is the result in a sentence or two.
func (p *page) counts() {
	sum := &p.r.Summary
	if sum.Threats == 0 {
		p.line("**No threats found** by %s.\n", plural(p.r.Coverage.Rules, "rule"))
		return
	}
	var levels []string
	for l := vocab.Critical; l >= vocab.Low; l-- {
		if n := sum.Residual[l]; n > 0 {
			levels = append(levels, fmt.Sprintf("%d %s", n, l))
		}
	}
	text := fmt.Sprintf("**%s: %s.** %d open, %d treated. Levels are residual: what remains with the controls that are in place.",
		plural(sum.Threats, "threat"), strings.Join(levels, ", "), sum.Open, sum.Treated)
	if sum.Unsure > 0 {
		verb := "rest"
		if sum.Unsure == 1 {
			verb = "rests"
		}
		text += fmt.Sprintf(" %d %s on facts that the description leaves out, see [Questions](#%squestions).", sum.Unsure, verb, p.prefix)
	}
	p.line("%s\n", text)
}

// objectives are what the owner stands to lose.
func (p *page) objectives() {
	if len(p.r.Graph.Objectives) == 0 {
		return
	}
	p.line("What the owner wants, and loses otherwise:\n")
	for i := range p.r.Graph.Objectives {
		o := &p.r.Graph.Objectives[i]
		loss := ""
		if o.Loss.Set() {
			loss = " *Else:* " + esc(o.Loss.Value)
		}
		p.line("- %s%s", esc(o.Statement.Value), loss)
	}
	p.line("")
}

// limits are what a reader must know before the register: what was left out because the file says so.
func (p *page) limits() {
	if len(p.r.OutOfScope) == 0 {
		return
	}
	p.line("Declared out of scope, so without threats of their own:\n")
	for _, x := range p.r.OutOfScope {
		p.line("- %s: %s", code(x.Element), esc(x.Reason))
	}
	p.line("")
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
