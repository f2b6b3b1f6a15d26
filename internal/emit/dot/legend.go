package dot

import (
	"fmt"
	"strings"

	"tmodel/internal/vocab"
)

// head is the graph's own label: the title, a line of numbers, and the legend of what the drawing has.
func (p *printer) head() string {
	var l label
	l.align = ` ALIGN="LEFT"`
	l.row(wrap(p.d.title, 60, 2), "20", ink, "B")
	l.row([]string{p.d.caption}, "11", faint, "")
	for _, cells := range [][]string{p.d.shapes(), p.lines()} {
		if len(cells) > 0 {
			l.b.WriteString(`<TR><TD ALIGN="LEFT"><TABLE BORDER="0" CELLBORDER="0" CELLSPACING="4" CELLPADDING="2"><TR>` +
				strings.Join(cells, "") + `</TR></TABLE></TD></TR>`)
		}
	}
	return l.html()
}

// shapes explains the nodes and boundaries that are there.
func (d *drawing) shapes() []string {
	var actor, process, store, ai, threats, boundary bool
	for i := range d.nodes {
		n := &d.nodes[i]
		actor, store = actor || n.shape == vocab.External, store || n.shape == vocab.Store
		process = process || n.group == nil && n.shape != vocab.External && n.shape != vocab.Store
		ai, threats, boundary = ai || n.ai, threats || n.threats.count > 0, boundary || n.zone >= 0 || n.group != nil
	}
	for i := range d.edges {
		threats = threats || d.edges[i].threats.count > 0
	}
	var out []string
	add := func(has bool, cell string) {
		if has {
			out = append(out, cell)
		}
	}
	add(actor, swatch("actor or outside system", actorFill, ""))
	add(process, swatch("process", paper, ` STYLE="rounded"`))
	add(store, note("cylinder: store"))
	add(ai && !d.overview, swatch("AI · part of the AI system", aiFill, ` STYLE="rounded"`))
	add(ai && d.overview, note("AI: has parts of the AI system"))
	add(boundary, note("dashed frame: trust boundary"))
	add(threats, chip("n threats, level", vocab.High)+note("open, and the worst residual level"))
	return out
}

// lines explains the edges that are there.
func (p *printer) lines() []string {
	var has [host + 1]bool
	var reply, exposed bool
	for i := range p.d.edges {
		e := &p.d.edges[i]
		has[e.is], reply, exposed = true, reply || e.reply, exposed || e.exposed
	}
	var out []string
	add := func(has bool, sample, color, text string) {
		if has {
			out = append(out, fmt.Sprintf(`<TD ALIGN="RIGHT"><FONT POINT-SIZE="11" COLOR="%s"><B>%s</B></FONT></TD>`, color, markup(sample)),
				fmt.Sprintf(`<TD ALIGN="LEFT"><FONT POINT-SIZE="10" COLOR="%s">%s</FONT></TD>`, faint, markup(text)))
		}
	}
	mark := ""
	if p.numbered {
		mark = " (!)"
	}
	add(has[flow], "--->", flowLine, "data flow")
	add(reply, "<--->", flowLine, "with a reply (hollow arrowhead)")
	add(has[stage], "- - ->", stageLine, "moved by a pipeline stage")
	add(has[host], ". . . . .", hostLine, "runs on")
	add(exposed, "===>", exposure, "not encrypted over a trust boundary"+mark)
	return out
}

// swatch is a cell that looks like a node.
func swatch(text, fill, style string) string {
	return fmt.Sprintf(`<TD BORDER="1" COLOR="%s" BGCOLOR="%s"%s CELLPADDING="4"><FONT POINT-SIZE="10">%s</FONT></TD>`, outline, fill, style, markup(text))
}

func note(text string) string {
	return fmt.Sprintf(`<TD><FONT POINT-SIZE="10" COLOR="%s">%s  </FONT></TD>`, faint, markup(text))
}
