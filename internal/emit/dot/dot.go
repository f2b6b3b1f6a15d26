// Package dot draws a system as a data-flow diagram in Graphviz's DOT language: trust boundaries, external entities,
// processes, stores, flows, what pipeline stages move, and where the open threats are.
package dot

import (
	"io"
	"slices"
	"strings"

	"tmodel/internal/report"
)

// Bounds on what one drawing shows. Within the first two every arrow bears its text; beyond, arrows bear numbers, because
// labels make the layout of large graphs take minutes. Beyond the others, zones are drawn instead of what is in them.
const (
	MaxLabelledNodes = 60
	MaxLabelledEdges = 120
	MaxNodes         = 400
	MaxEdges         = 1000
	MaxDepth         = 20 // of zones in zones
)

// Arrow is an arrow of the diagram, for the table beside one whose arrows bear numbers.
type Arrow struct {
	Number int    // from 1, as drawn
	ID     string // of the flow or the stage; "" in an overview
	From   string // id of an actor, a component, or a zone in an overview
	To     string
	Text   string // one line: what it is, and what goes which way
}

// Write writes the diagram. The same report gives the same bytes.
func Write(w io.Writer, r *report.Report) error {
	d := draw(r)
	p := &printer{d: d, numbered: numbered(d)}
	p.graph()
	_, err := io.WriteString(w, p.b.String())
	return err
}

// Overview says whether the system is so large that each zone is drawn as one node and parallel flows as one arrow.
func Overview(r *report.Report) bool {
	return large(detailed(r.Graph, newTally(r)))
}

// Numbered says whether the arrows bear numbers instead of their text.
func Numbered(r *report.Report) bool { return numbered(draw(r)) }

// Edges is the number of edges that the diagram has, for a check that a drawing lost none.
func Edges(r *report.Report) int { return len(draw(r).edges) }

// Arrows lists the arrows in the order of their numbers. The lines between a component and its host are not among them.
func Arrows(r *report.Report) []Arrow {
	var out []Arrow
	for _, e := range draw(r).edges {
		if e.number > 0 {
			out = append(out, Arrow{e.number, e.id, e.from, e.to, strings.Join(e.sentence(), "; ")})
		}
	}
	return out
}

func large(d *drawing) bool {
	return len(d.nodes) > MaxNodes || len(d.edges) > MaxEdges || slices.Max(append(depths(d.zones), 0)) > MaxDepth
}

func numbered(d *drawing) bool {
	return len(d.nodes) > MaxLabelledNodes || len(d.edges) > MaxLabelledEdges
}
