package dot

import (
	"fmt"
	"strings"

	"tmodel/internal/vocab"
)

// printer writes a drawing.
type printer struct {
	b        strings.Builder
	d        *drawing
	numbered bool
	nodes    map[int32][]int   // by zone
	zones    map[int32][]int32 // by parent
}

func (p *printer) line(depth int, format string, args ...any) {
	p.b.WriteString(strings.Repeat("  ", depth))
	fmt.Fprintf(&p.b, format, args...)
	p.b.WriteByte('\n')
}

func (p *printer) graph() {
	p.line(0, "digraph %s {", quote(p.d.id))
	p.line(1, `graph [rankdir=LR, newrank=true, nodesep=0.35, ranksep=0.6, pad=0.3, bgcolor=white, fontname="Helvetica", fontcolor=%q, labelloc=t, labeljust=l,`, ink)
	if p.numbered {
		// Graphviz loses edges of large clustered graphs without newrank, and takes minutes without the others.
		p.line(2, "nslimit=1, nslimit1=1, splines=line,")
	}
	p.line(2, "label=%s];", p.head())
	p.line(1, `node [fontname="Helvetica", fontsize=12, fontcolor=%q, margin="0.14,0.08"];`, ink)
	p.line(1, `edge [fontname="Helvetica", fontsize=10, fontcolor=%q, color=%q, arrowsize=0.8];`, ink, flowLine)
	p.sort()
	p.inside(-1, 1)
	for i := range p.d.edges {
		p.edge(&p.d.edges[i])
	}
	p.line(0, "}")
}

// sort finds what stands directly in each zone, without zones that have no node at any depth.
func (p *printer) sort() {
	p.nodes, p.zones = map[int32][]int{}, map[int32][]int32{}
	filled := make([]bool, len(p.d.zones))
	for i := range p.d.nodes {
		z := p.d.nodes[i].zone
		p.nodes[z] = append(p.nodes[z], i)
		for ; z >= 0 && !filled[z]; z = p.d.zones[z].parent {
			filled[z] = true
		}
	}
	for i := range p.d.zones {
		if z := &p.d.zones[i]; filled[i] {
			p.zones[z.parent] = append(p.zones[z.parent], int32(i))
		}
	}
}

// inside writes what stands directly in a zone, and the zones in it; -1 is the outside.
func (p *printer) inside(zone int32, depth int) {
	for _, i := range p.zones[zone] {
		z := &p.d.zones[i]
		look := grounds[z.trust+1]
		p.line(depth, "subgraph cluster_%d {", i)
		p.line(depth+1, `label=%s; style="dashed,rounded,filled"; fillcolor=%q; color=%q; penwidth=1.4; margin=14;`, z.label(), look.fill, look.border)
		p.inside(i, depth+1)
		p.line(depth, "}")
	}
	for _, i := range p.nodes[zone] {
		p.node(&p.d.nodes[i], depth)
	}
}

func (p *printer) node(n *node, depth int) {
	look := styles[n.threats.worst]
	fill, shape, form := paper, "box", "rounded,filled"
	switch n.shape {
	case vocab.Store:
		shape, form = "cylinder", "filled"
	case vocab.External:
		fill, form = actorFill, "filled"
	}
	if n.ai {
		fill = aiFill
	}
	if n.group != nil {
		fill, form = grounds[n.group.trust+1].fill, "rounded,dashed,filled"
	}
	p.line(depth, `%s [shape=%s, style=%q, fillcolor=%q, color=%q, penwidth=%s, tooltip=%s, label=%s];`,
		quote(n.id), shape, form, fill, look.border, look.width, quoteText(n.name+" ("+n.id+")"), n.label())
}

func (p *printer) edge(e *edge) {
	var attrs []string
	add := func(format string, args ...any) { attrs = append(attrs, fmt.Sprintf(format, args...)) }
	switch {
	case e.is == host:
		add(`style=dotted, arrowhead=none, color=%q, tooltip="runs on"`, hostLine)
	case p.numbered:
		add("xlabel=%s", quote(e.mark()))
	default:
		if l := e.label(); l != "" {
			add("label=%s", l)
		}
	}
	if e.is == stage {
		add("style=dashed, color=%q", stageLine)
	}
	if e.exposed {
		// Two lines side by side; with a gap of another colour Graphviz would draw the tail's arrowhead in that.
		add(`color="%s:%s", penwidth=1.2`, exposure, exposure)
	}
	if e.reply {
		add("dir=both, arrowtail=empty")
	}
	if e.is != host {
		add("tooltip=%s", quoteText(strings.Join(e.sentence(), "; ")))
	}
	p.line(1, "%s -> %s [%s];", quote(e.from), quote(e.to), strings.Join(attrs, ", "))
}

// mark is what an arrow bears instead of its text.
func (e *edge) mark() string {
	if e.exposed {
		return fmt.Sprintf("%d!", e.number)
	}
	return fmt.Sprint(e.number)
}
