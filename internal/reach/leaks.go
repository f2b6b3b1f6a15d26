package reach

import (
	"tmodel/internal/graph"
	"tmodel/internal/source"
)

// leak says that what is at one node can be known from what is at another, no better than so.
type leak struct {
	from, to int32
	most     Strength
	asset    int32 // what moves, or -1 for a step inside an element
	via      graph.Ref
	span     *source.Span
}

func (n *network) leak(from, to int32, most Strength) {
	n.leaks = append(n.leaks, leak{from: from, to: to, most: most, asset: -1})
}

// spill collects all leaks: what is passed on as it is, what is contained, and what is made from something.
func (n *network) spill() {
	n.contained()
	for i := range n.arcs {
		if e := &n.arcs[i]; e.relay {
			n.leaks = append(n.leaks, leak{e.from, e.to, Verbatim, e.asset, e.via, e.span})
		}
	}
	voices, contexts, given := n.voices(), n.contexts(), n.given()
	for i, p := range n.places {
		if given[i] {
			n.tells(n.base+int32(i), p, voices[p.component], contexts)
		}
	}
	for i := range n.g.Stages {
		n.derived(int32(i), &n.g.Stages[i])
	}
}

// contained leads from what an asset contains to each copy of the asset, whatever contains that in turn.
func (n *network) contained() {
	for i := 0; i < len(n.places); i++ { // grows: a copy of what is contained is made where its container is
		p := n.places[i]
		for _, u := range n.g.Assets[p.asset].Contains {
			n.leak(n.copy(u.Index, p.component), n.base+int32(i), Verbatim)
		}
	}
}

// given says of each copy whether it lies at its component, came there or is used there. What a component only makes is
// not told by what else it makes.
func (n *network) given() []bool {
	out := make([]bool, len(n.places))
	var found []int32
	give := func(node int32) {
		if node >= n.base && !out[node-n.base] {
			out[node-n.base] = true
			found = append(found, node)
		}
	}
	giveAll := func(uses []graph.Use, at int32) {
		for _, u := range uses {
			give(n.copies[place{u.Index, at}])
		}
	}
	for i := range n.g.Components {
		giveAll(n.g.Components[i].Holds, int32(i))
	}
	for i := range n.g.Stages {
		giveAll(n.g.Stages[i].Consumes, n.g.Stages[i].On)
		giveAll(n.g.Stages[i].Produces, n.g.Stages[i].On)
	}
	for i := range n.arcs {
		give(n.arcs[i].to)
	}
	for i := range n.entries {
		give(n.entries[i].to)
	}
	for len(found) > 0 { // what is in a copy came with it
		p := n.places[found[len(found)-1]-n.base]
		found = found[:len(found)-1]
		giveAll(n.g.Assets[p.asset].Contains, p.component)
	}
	return out
}

// derived leads from what a stage uses to what it makes.
func (n *network) derived(i int32, s *graph.Stage) {
	most := Repeatable
	switch {
	case s.Kind.Fits || s.Kind.ID == "embed":
		most = Inferable
	case s.Kind.ID == "compress" || s.Kind.ID == "package" || s.Kind.ID == "deploy":
		most = Verbatim
	case s.Kind.ID == "evaluate":
		most = Aggregate
	}
	node, via := n.stageNode(i), graph.Ref{Type: graph.StageType, Index: i}
	for j := range s.Consumes {
		u := &s.Consumes[j]
		if n.g.Assets[u.Index].Kind.Acts != "key" {
			n.leaks = append(n.leaks, leak{n.copies[place{u.Index, s.On}], node, most, u.Index, via, &u.Span})
		}
	}
	for j := range s.Produces {
		u := &s.Produces[j]
		n.leaks = append(n.leaks, leak{node, n.copies[place{u.Index, s.On}], Verbatim, u.Index, via, &u.Span})
	}
}
