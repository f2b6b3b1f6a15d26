package markdown

import (
	"strconv"
	"strings"

	"tmodel/internal/emit/dot"
	"tmodel/internal/graph"
)

// flows shows the drawing, what its numbers mean where it is too large for texts, and the flows.
func (p *page) flows() {
	if len(p.r.Graph.Flows) == 0 && p.o.Diagram == "" {
		return
	}
	p.line("## Data flows\n")
	if p.o.Diagram != "" {
		p.line("![Data-flow diagram](%s)\n", p.o.Diagram)
	}
	p.arrows()
	if len(p.r.Graph.Flows) == 0 {
		return
	}
	p.line("| Flow | From | To | Carries | Returns | Encrypted | Authentication |")
	p.line("|---|---|---|---|---|---|---|")
	for i := range p.r.Graph.Flows {
		f := &p.r.Graph.Flows[i]
		p.line("| %s | %s | %s | %s | %s | %s | %s |", code(f.ID.Value), code(p.r.Graph.ID(f.From)), code(p.r.Graph.ID(f.To)),
			p.ids(f.Carries), p.ids(f.Returns), orUnknown(f.Encrypted.Value), orUnknown(f.Authentication.Value))
	}
	p.line("")
}

// arrows lists what the numbers of a large drawing stand for.
func (p *page) arrows() {
	if p.o.Diagram == "" || !dot.Numbered(p.r) {
		return
	}
	p.line("The arrows of the drawing:\n")
	p.line("| # | From | To | What |")
	p.line("|--:|---|---|---|")
	for _, a := range dot.Arrows(p.r) {
		p.line("| %d | %s | %s | %s |", a.Number, code(a.From), code(a.To), esc(a.Text))
	}
	p.line("")
}

func orUnknown(s string) string {
	if s == "" {
		return "unknown"
	}
	return esc(s)
}

func (p *page) ids(uses []graph.Use) string {
	out := make([]string, len(uses))
	for i, u := range uses {
		out[i] = p.r.Graph.Assets[u.Index].ID.Value
	}
	return codes(out, ", ")
}

func (p *page) controls() {
	if len(p.r.Graph.Controls) == 0 {
		return
	}
	p.line("## Controls declared\n")
	p.line("Only those that are implemented or verified count.\n")
	p.line("| Control | On | State | Evidence |")
	p.line("|---|---|---|---|")
	for i := range p.r.Graph.Controls {
		c := &p.r.Graph.Controls[i]
		var on []string
		for _, at := range c.On {
			on = append(on, p.r.Graph.ID(at.Ref))
		}
		p.line("| %s | %s | %s | %s |", code(c.Use.Value), codes(on, ", "), c.State, esc(c.Evidence.Value))
	}
	p.line("")
}

// basis says what the result rests on.
func (p *page) basis() {
	p.line("## What this rests on\n")
	c := &p.r.Coverage
	p.line("%d of %s found something; threats stand on %d of %d components, flows and stages.\n", c.Fired, plural(c.Rules, "rule"), c.WithThreats, c.Elements)
	if len(p.r.Register.Threats) > 0 {
		var letters []string
		for _, s := range c.Stride {
			letters = append(letters, s.Word+" "+strconv.Itoa(s.N))
		}
		p.line("By primary STRIDE category: %s.\n", strings.Join(letters, ", "))
	}
	p.assumptions()
	p.line("`tmodel explain risk` prints the tables and formulas, `tmodel explain RULE` what stands behind a threat.")
}

func (p *page) assumptions() {
	if len(p.r.Assumptions) > 0 {
		p.line("Assumed, because the description does not say:\n")
		for _, a := range p.r.Assumptions {
			p.line("- %s of %s: %s", a.What, code(a.Element), a.Value)
		}
		p.line("")
	}
	if len(p.r.Diagnostics) > 0 {
		p.line("Warnings about the description:\n")
		for i := range p.r.Diagnostics {
			d := &p.r.Diagnostics[i]
			p.line("- %s: %s [%s]", code(d.Span.String()), esc(d.Message), d.Code)
		}
		p.line("")
	}
}
