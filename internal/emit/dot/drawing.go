package dot

import (
	"fmt"

	"tmodel/internal/graph"
	"tmodel/internal/report"
	"tmodel/internal/vocab"
)

// drawing is what is on the page: a detailed diagram or an overview.
type drawing struct {
	id, title, caption string
	overview           bool
	zones              []zone
	nodes              []node
	edges              []edge
}

// zone is a trust boundary; those without anything inside are left out.
type zone struct {
	name   string
	word   string // of its trust
	trust  vocab.Trust
	parent int32 // -1: outermost
}

// node is an actor, a component, or in an overview a zone with all that is in it.
type node struct {
	id, name string
	detail   []string // lines under the name
	shape    vocab.Shape
	ai       bool
	zone     int32 // -1: none
	group    *zone // that the node stands for; nil in a detailed diagram
	threats  badge
}

// draw makes the diagram that fits the size of the system.
func draw(r *report.Report) *drawing {
	t := newTally(r)
	d := detailed(r.Graph, t)
	if large(d) {
		d = overview(r.Graph, d)
	}
	d.id, d.title = r.Graph.System.ID.Value, r.Graph.System.Name.Value
	if d.title == "" {
		d.title = d.id
	}
	d.caption = caption(d, t)
	number(d.edges)
	return d
}

func detailed(g *graph.Graph, t *tally) *drawing {
	d := &drawing{edges: edges(g, t)}
	for i := range g.Zones {
		z := &g.Zones[i]
		d.zones = append(d.zones, zone{name(g, graph.ZoneType, int32(i)), zoneWord(g.Vocab, z.Trust), z.Trust, z.Parent})
	}
	for i := range g.Actors {
		a := &g.Actors[i]
		d.nodes = append(d.nodes, node{id: a.ID.Value, name: name(g, graph.ActorType, int32(i)), detail: trustLine(g.Vocab, a.Trust),
			shape: vocab.External, zone: a.Zone, threats: t.at[a.ID.Value]})
	}
	for i := range g.Components {
		c := &g.Components[i]
		n := node{id: c.ID.Value, name: name(g, graph.ComponentType, int32(i)), zone: c.Zone, threats: t.at[c.ID.Value]}
		if c.Kind != nil {
			n.shape, n.ai, n.detail = c.Kind.Shape, c.Kind.AI, []string{c.Kind.ID}
		}
		if c.Technology.Value != "" {
			n.detail = append(n.detail, c.Technology.Value)
		}
		d.nodes = append(d.nodes, n)
	}
	return d
}

// caption counts the open threats, and those that the diagram has no place for.
func caption(d *drawing, t *tally) string {
	all := "Data-flow diagram"
	if d.overview {
		all = "Overview of the trust boundaries"
	}
	if t.open == 0 {
		return all + " · no open threats"
	}
	all += " · " + count(t.open, "open threat", "open threats")
	if t.elsewhere > 0 {
		all += fmt.Sprintf(", %d of them about assets or the whole system and not marked here", t.elsewhere)
	}
	return all
}

func name(g *graph.Graph, t graph.Type, i int32) string {
	return g.Name(graph.Ref{Type: t, Index: i})
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

func trustLine(v *vocab.Vocabulary, t vocab.Trust) []string {
	if t == vocab.NoTrust {
		return nil
	}
	return []string{v.TrustWord(t)}
}

// zoneWord is the word of the zone's own trust, which may come from the zone around it.
func zoneWord(v *vocab.Vocabulary, t vocab.Trust) string {
	for _, m := range v.ZoneTrust {
		if m.Trust == t {
			return m.Word
		}
	}
	return "trust not given"
}
