package reach

import "tmodel/internal/graph"

// use leads from a copy to the process that reads it. Parameters act as what was learned; code that is run and
// instructions that are obeyed give control. Stores only keep.
func (n *network) use(copy int32, p place) {
	c, a := &n.g.Components[p.component], &n.g.Assets[p.asset]
	if c.Kind.Shape == "store" {
		return
	}
	add := func(to int32, how change, weaker uint8) {
		n.arcs = append(n.arcs, arc{from: copy, to: to, asset: p.asset, change: how, weaker: weaker})
	}
	ref := graph.Ref{Type: graph.AssetType, Index: p.asset}
	switch {
	case a.Kind.Acts == "parameters":
		add(p.component, learn, n.pinned(ref))
		if v, known := n.g.Fact(ref, "format"); known && v.Value == "may-run-code" && c.Kind.AI {
			add(p.component, load, n.pinned(ref))
		}
	case a.Kind.Acts == "code" && n.executes(copy, p):
		add(p.component, run, 0)
		if c.Kind.Family == "language" && c.RunsOn >= 0 { // its text does not reach the machine, its code does
			n.arcs = append(n.arcs, arc{from: copy, to: c.RunsOn, asset: p.asset, change: run, span: &c.Component.RunsOn.Span})
		}
	case a.Kind.Acts == "instructions" && obeys(c):
		add(p.component, keep, 0)
		add(p.component, run, n.pinned(ref))
	default:
		add(p.component, keep, 0)
	}
	if n.ordered[copy] {
		add(p.component, run, 0)
	}
}

// pinned is 1 for what comes in one version that somebody named: a change has to be made there and then.
func (n *network) pinned(asset graph.Ref) uint8 {
	if v, known := n.g.Fact(asset, "updates"); known && v.Value == "pinned" {
		return 1
	}
	return 0
}

// executes says whether code is run where a copy of it lies: by kind, or because it is held there and is not only read.
func (n *network) executes(copy int32, p place) bool {
	c := &n.g.Components[p.component]
	if c.Kind.Executes(n.g.Assets[p.asset].Kind.ID) {
		return true
	}
	if len(c.Kind.Runs) == 0 || c.Kind.Family == "language" || c.Kind.Family == "guard" {
		return false
	}
	return copy < n.base+n.held
}

// obeys says whether instructions direct a component: what has a model in it, and not what only hands them on or looks
// at them.
func obeys(c *graph.Component) bool {
	switch c.Kind.Family {
	case "language", "serving", "guard":
		return c.Kind.AI
	}
	return false
}

// order notes that a copy is run because of where it is sent: to an executor of code, or to what takes code in its
// input for real.
func (n *network) order(copy int32, to *graph.Component, reply bool) {
	if to.Kind.ID == "code-executor" && !reply {
		n.ordered[copy] = true
	}
	for _, f := range to.Facts {
		if f.Name.Value == "interprets" && f.Value.Value == "code" {
			n.ordered[copy] = true
		}
	}
}

// powers adds who operates what, and what control of a component brings: the machine under it, and all that runs on a
// machine. A channel (a browser, an app) contains what happens in it, and so does whatever only obeys and runs nothing.
func (n *network) powers() {
	for i := range n.g.Components {
		c, at := &n.g.Components[i], int32(i)
		if c.Operator >= 0 {
			n.entries = append(n.entries, entry{c.Operator, at, -1, -1, Own, &c.OperatedAt})
		}
		if c.RunsOn < 0 {
			continue
		}
		span := &c.Component.RunsOn.Span
		n.arcs = append(n.arcs, arc{from: c.RunsOn, to: at, asset: -1, change: house, span: span})
		if !contains(c) {
			n.arcs = append(n.arcs, arc{from: at, to: c.RunsOn, asset: -1, change: climb, span: span})
		}
	}
}

// contains says whether control of a component stays in it.
func contains(c *graph.Component) bool {
	return c.Kind.Family == "channel" || c.Kind.Family == "language"
}
