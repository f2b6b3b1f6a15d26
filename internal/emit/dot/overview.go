package dot

import (
	"slices"
	"sort"

	"tmodel/internal/graph"
)

// overview draws each zone as one node and what goes from one zone to another as one arrow. A zone with others inside
// stays a boundary around them. Of the depths of nesting it shows as many as fit on a page.
func overview(g *graph.Graph, full *drawing) *drawing {
	depth := depths(full.zones)
	deepest := min(MaxDepth, slices.Max(append(depth, 1)))
	tooMany := func(i int) bool { return numbered(collapse(g, full, depth, i+1)) }
	return collapse(g, full, depth, max(1, sort.Search(deepest, tooMany)))
}

// summary is an overview while it is made.
type summary struct {
	*drawing
	g      *graph.Graph
	depth  []int
	limit  int              // zones nested deeper are part of the zone around them
	shown  []int32          // the zone that each zone is part of
	place  map[string]int32 // zone of each actor and component
	node   map[int32]int    // the node that a zone became
	has    []contents       // of each node
	merged map[pair]int     // the arrow of each pair
}

// pair is what one arrow of an overview stands for.
type pair struct {
	is       relation
	from, to int32
}

func collapse(g *graph.Graph, full *drawing, depth []int, limit int) *drawing {
	return newSummary(g, full, depth, limit).drawing
}

func newSummary(g *graph.Graph, full *drawing, depth []int, limit int) *summary {
	s := &summary{drawing: &drawing{overview: true, zones: full.zones}, g: g, depth: depth, limit: limit,
		place: map[string]int32{}, node: map[int32]int{}, merged: map[pair]int{}}
	s.shown = s.around()
	parents := s.parents()
	for i := range full.nodes {
		s.put(&full.nodes[i], parents)
	}
	for i := range full.edges {
		s.connect(&full.edges[i])
	}
	s.describe()
	return s
}

// put counts a node of the full diagram in its zone's.
func (s *summary) put(n *node, parents []bool) {
	z := n.zone
	if z >= 0 {
		z = s.shown[z]
	}
	s.place[n.id] = z
	i, ok := s.node[z]
	if !ok {
		i = len(s.nodes)
		s.node[z] = i
		s.nodes = append(s.nodes, s.zoneNode(z, z >= 0 && parents[z]))
		s.has = append(s.has, contents{})
	}
	if ref, _ := s.g.Lookup(n.id); ref.Type == graph.ActorType {
		s.has[i].actors++
	} else {
		s.has[i].components++
	}
	s.nodes[i].ai = s.nodes[i].ai || n.ai
	s.nodes[i].threats = s.nodes[i].threats.plus(n.threats)
}

// zoneNode stands for a zone, or for what is directly in it when others are inside. Of the id outside all zones no
// element can be.
func (s *summary) zoneNode(z int32, parent bool) node {
	if z < 0 {
		return node{id: "(no zone)", name: "In no zone", zone: -1, group: &zone{trust: -1}}
	}
	own := s.zones[z]
	n := node{id: s.g.Zones[z].ID.Value, name: own.name, detail: []string{own.word}, zone: own.parent, group: &own}
	if parent {
		n.name, n.zone = "Directly in "+own.name, z
	}
	return n
}

// connect counts an edge of the full diagram in an arrow, or in a node when it stays in the zone. Lines to hosts are
// left out.
func (s *summary) connect(e *edge) {
	key := pair{e.is, s.place[e.from], s.place[e.to]}
	if e.is == host {
		return
	}
	if key.from == key.to {
		at := s.node[key.from]
		s.nodes[at].threats = s.nodes[at].threats.plus(e.threats)
		s.has[at].count(e.is)
		return
	}
	sum := s.arrow(key)
	sum.merged++
	sum.threats = sum.threats.plus(e.threats)
	sum.reply = sum.reply || e.reply
	if e.exposed {
		sum.exposed = true
		sum.open++
	}
}

// arrow is the one arrow of a pair.
func (s *summary) arrow(key pair) *edge {
	i, ok := s.merged[key]
	if !ok {
		i = len(s.edges)
		s.merged[key] = i
		s.edges = append(s.edges, edge{is: key.is, from: s.nodes[s.node[key.from]].id, to: s.nodes[s.node[key.to]].id})
	}
	return &s.edges[i]
}
