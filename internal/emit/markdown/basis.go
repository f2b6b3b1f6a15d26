package markdown

import (
	"strings"

	"tmodel/internal/graph"
)

// diagram shows the drawing and lists the flows with the numbers that a large drawing gives them.
func (p *page) diagram() {
	p.line("## Data flows\n")
	p.line("![Data-flow diagram](diagram.svg)\n")
	if len(p.r.Graph.Flows) == 0 {
		return
	}
	p.line("| # | Flow | From | To | Carries | Returns | Encrypted | Authentication |")
	p.line("|--:|---|---|---|---|---|---|---|")
	for i := range p.r.Graph.Flows {
		f := &p.r.Graph.Flows[i]
		p.line("| %d | `%s` | `%s` | `%s` | %s | %s | %s | %s |", i+1, f.ID.Value, p.r.Graph.ID(f.From), p.r.Graph.ID(f.To),
			p.ids(f.Carries), p.ids(f.Returns), orUnknown(f.Encrypted.Value), orUnknown(f.Authentication.Value))
	}
	p.line("")
}

func orUnknown(s string) string {
	if s == "" {
		return "unknown"
	}
	return s
}

func (p *page) ids(uses []graph.Use) string {
	out := make([]string, len(uses))
	for i, u := range uses {
		out[i] = "`" + p.r.Graph.Assets[u.Index].ID.Value + "`"
	}
	return strings.Join(out, ", ")
}

func (p *page) controls() {
	if len(p.r.Graph.Controls) == 0 {
		return
	}
	p.line("## Controls declared\n")
	p.line("| Control | On | State | Evidence |")
	p.line("|---|---|---|---|")
	for i := range p.r.Graph.Controls {
		c := &p.r.Graph.Controls[i]
		var on []string
		for _, at := range c.On {
			on = append(on, "`"+p.r.Graph.ID(at.Ref)+"`")
		}
		p.line("| `%s` | %s | %s | %s |", c.Use.Value, strings.Join(on, ", "), c.State, esc(c.Evidence.Value))
	}
	p.line("")
}

// basis says what the result rests on.
func (p *page) basis() {
	p.line("## What this rests on\n")
	c := &p.r.Coverage
	p.line("%d of %d rules found something; threats stand on %d of %d components, flows and stages.\n", c.Fired, c.Rules, c.WithThreats, c.Elements)
	var letters []string
	for _, s := range c.Stride {
		letters = append(letters, s.Word+" "+itoa(s.N))
	}
	p.line("By primary STRIDE category: %s.\n", strings.Join(letters, ", "))
	if len(p.r.Assumptions) > 0 {
		p.line("Assumed, because the file does not say:\n")
		for _, a := range p.r.Assumptions {
			p.line("- %s of `%s`: %s", a.What, a.Element, a.Value)
		}
		p.line("")
	}
	if len(p.r.Diagnostics) > 0 {
		p.line("Warnings about the description:\n")
		for i := range p.r.Diagnostics {
			d := &p.r.Diagnostics[i]
			p.line("- `%s`: %s [%s]", d.Span, esc(d.Message), d.Code)
		}
		p.line("")
	}
	p.line("`tmodel explain risk` prints the tables and formulas, `tmodel explain RULE` what stands behind a threat.")
}
