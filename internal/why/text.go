package why

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"tmodel/internal/diag"
	"tmodel/internal/graph"
)

// columns is how wide a page may be, and labels how wide the names of its rows.
const (
	columns = 80
	labels  = 18
)

// Write writes the view as a page of text.
func Write(w io.Writer, v *View) error {
	p := &page{v: v, g: v.Graph}
	p.head()
	p.rows()
	p.flows()
	p.controls()
	p.influence()
	p.readers()
	p.acts()
	p.needs()
	_, err := io.WriteString(w, p.b.String())
	return err
}

type page struct {
	b strings.Builder
	v *View
	g *graph.Graph
}

// hang writes a text wrapped, with one beginning for the first line and another for those that follow. A word that is
// longer than a line has one of its own.
func (p *page) hang(first, next, s string) {
	line, used := first, false
	for word := range strings.FieldsSeq(diag.Printable(strings.ReplaceAll(s, "\n", " "))) {
		if used && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > columns {
			p.b.WriteString(strings.TrimRight(line, " ") + "\n")
			line, used = next, false
		}
		if used {
			line += " "
		}
		line, used = line+word, true
	}
	p.b.WriteString(strings.TrimRight(line, " ") + "\n")
}

// row writes a name and what belongs to it, in columns. A name that is too long has a line of its own.
func (p *page) row(name, s string) {
	next := strings.Repeat(" ", labels+2)
	if name = diag.Printable(name); utf8.RuneCountInString(name) < labels {
		p.hang(fmt.Sprintf("  %-*s", labels, name), next, s)
		return
	}
	p.b.WriteString("  " + name + "\n")
	p.hang(next, next, s)
}

func (p *page) title(s string) { p.b.WriteString("\n" + s + "\n") }

// head says what the element is.
func (p *page) head() {
	r := p.v.Ref
	name := p.g.ID(r)
	if other := p.g.Name(r); other != name {
		p.hang(name+"  ", strings.Repeat(" ", len(name)+2), other)
	} else {
		p.hang("", "", name)
	}
	p.b.WriteByte('\n')
	p.hang("", "", kindOf(p.g, r))
	p.hang("", "", "Declared at "+p.g.Span(r).String()+".")
	if reason := p.g.OutOfScope(r); reason != "" {
		p.hang("", "", "Out of scope, so that it has no threats of its own: "+reason)
	}
	p.b.WriteByte('\n')
}

// kindOf is a sentence or two about the kind of an element.
func kindOf(g *graph.Graph, r graph.Ref) string {
	k := g.Kind(r)
	if k == nil {
		return strings.ToUpper(article(r.Type.String())[:1]) + article(r.Type.String())[1:] + " " + r.Type.String() + "."
	}
	what := map[graph.Type]string{graph.AssetType: "An asset", graph.ComponentType: "A component", graph.StageType: "A pipeline stage"}[r.Type]
	what += " of kind " + k.ID
	if k.Family != "" {
		what += fmt.Sprintf(" (family %s, drawn as %s %s)", k.Family, article(string(k.Shape)), k.Shape)
	}
	return what + ". " + k.Is
}

// rows are what the element says of itself and what it is joined to.
func (p *page) rows() {
	if len(p.v.Zones) > 0 {
		p.row(p.zoneLabel(), p.zones())
	}
	for _, a := range p.v.Attributes {
		p.row(spoken(a.Key), a.Value)
	}
	if len(p.v.Facts) > 0 {
		p.row("facts", pairs(p.v.Facts))
	}
	if c := p.v.Ref; c.Type == graph.ComponentType && p.g.Components[c.Index].Operator < 0 {
		p.row("operator", "the owner of the system")
	}
	for i := 0; i < len(p.v.Relations); {
		how, list := p.v.Relations[i].How, []string{}
		for ; i < len(p.v.Relations) && p.v.Relations[i].How == how; i++ {
			to := p.v.Relations[i].To
			list = append(list, p.g.ID(to)+" ("+What(p.g, to)+")")
		}
		p.row(spoken(how), strings.Join(list, ", "))
	}
}

func (p *page) zoneLabel() string {
	if p.v.Ref.Type == graph.FlowType {
		return "zones"
	}
	return "zone"
}

// zones are the zones around the element, each with its trust.
func (p *page) zones() string {
	between := ", in "
	if p.v.Ref.Type == graph.FlowType {
		between = ", "
	}
	list := make([]string, len(p.v.Zones))
	for i, z := range p.v.Zones {
		list[i] = p.g.Zones[z].ID.Value + " (" + zoneTrust(p.g, z) + ")"
	}
	return strings.Join(list, between)
}

func spoken(key string) string { return strings.ReplaceAll(key, "_", " ") }

func pairs(list []Attribute) string {
	out := make([]string, len(list))
	for i, a := range list {
		out[i] = a.Key + ": " + a.Value
	}
	return strings.Join(out, ", ")
}
