package graph

import (
	"tmodel/internal/diag"
	"tmodel/internal/source"
	"tmodel/internal/vocab"
)

// Warn adds what people forget: it compiles, and hides threats.
func Warn(g *Graph, bag *diag.Bag) {
	w := &warner{g: g, bag: bag, touched: make([]bool, len(g.Assets)), inside: make([]bool, len(g.Assets)), loaded: make([]bool, len(g.Assets))}
	w.components()
	w.flows()
	w.stages()
	for i := range g.Assets {
		w.mark(g.Assets[i].Contains)
		for _, u := range g.Assets[i].Contains {
			w.inside[u.Index] = true
		}
	}
	for i := range g.Components {
		w.inputs(&g.Components[i])
	}
	for i := range g.Assets {
		w.asset(int32(i))
	}
	w.outside()
	w.zones()
	w.said()
}

// warner notes on its way what happens to each asset.
type warner struct {
	g       *Graph
	bag     *diag.Bag
	touched []bool // assets that something holds, moves, reads, makes or contains
	inside  []bool // assets that lie in another
	loaded  []bool // assets that something other than a store gets
}

func (w *warner) add(code diag.Code, at source.Span, message, hint string, notes ...diag.Note) {
	w.bag.Add(diag.Diagnostic{Code: code, Span: at, Message: message, Hint: hint, Notes: notes})
}

func (w *warner) mark(uses []Use) {
	for _, u := range uses {
		w.touched[u.Index] = true
	}
}

// components looks at each component on its own.
func (w *warner) components() {
	g := w.g
	for i := range g.Components {
		c := &g.Components[i]
		w.mark(c.Holds)
		if c.Kind.Shape != vocab.Store {
			w.load(c.Holds)
		}
		id := diag.Quote(c.ID.Value)
		switch {
		case !g.fed(c):
			w.add(diag.NothingArrives, c.ID.Span, "nothing arrives at "+id, "draw the flow that feeds it, with what it carries, or the reply that it gets")
		case g.silent(c):
			w.add(diag.SilentTool, c.ID.Span, "the tool "+id+" answers nobody, and passes nothing on", "say under returns of the flow to it what the caller learns: the result of a tool is read as content")
		case g.empty(c):
			w.add(diag.StoreEmpty, c.ID.Span, "nothing lies in "+id+", and nothing is written to it", "say what lies there with holds, or draw the flow that fills it")
		case g.unread(c):
			w.add(diag.StoreUnread, c.ID.Span, "nothing reads what lies in "+id, "draw the flow, or name the stage, that takes it from there")
		}
		w.sent(c)
	}
}

// fed says whether anything comes to a process. Machines are fed by what runs on them; stores may be filled by hand.
func (g *Graph) fed(c *Component) bool {
	if c.Kind.Shape != vocab.Process || c.Kind.Family == "platform" || len(c.In) > 0 || len(c.Runs) > 0 {
		return true
	}
	for _, f := range c.Out {
		if len(g.Flows[f].Returns) > 0 {
			return true
		}
	}
	return false
}

// sent reports the assets that a process sends, or a store gives out, without having them.
func (w *warner) sent(c *Component) {
	g := w.g
	store := c.Kind.Shape == vocab.Store
	if !store && (c.Kind.Shape != vocab.Process || c.Kind.MakesAll) || g.empty(c) { // of which more is said
		return
	}
	var has map[int32]bool
	for _, u := range g.sent(c) {
		if !store && c.Kind.Originates(g.Assets[u.Index].Kind.ID) {
			continue
		}
		if has == nil {
			has = g.has(c)
		}
		if has[u.Index] {
			continue
		}
		has[u.Index] = true // said once
		id := g.Assets[u.Index].ID.Value
		message, hint := " sends "+diag.Quote(id)+" but neither receives, holds nor makes it", "draw the flow by which it gets it, or say holds: ["+id+"]"
		if store {
			message, hint = " gives out "+diag.Quote(id)+" but neither receives nor holds it", "name it under holds of "+c.ID.Value+", or draw the flow that brings it there"
		}
		w.add(diag.SentNotHeld, u.Span, diag.Quote(c.ID.Value)+message, hint)
	}
}

// sent is what leaves a component: by its requests, and in its replies.
func (g *Graph) sent(c *Component) []Use {
	var out []Use
	for _, f := range c.Out {
		out = append(out, g.Flows[f].Carries...)
	}
	for _, f := range c.In {
		out = append(out, g.Flows[f].Returns...)
	}
	return out
}

// has is what a component receives or holds, what lies inside that, and what its stages read and write.
func (g *Graph) has(c *Component) map[int32]bool {
	out := map[int32]bool{}
	g.arrived(c, out)
	for _, s := range c.Runs {
		g.include(g.Stages[s].Consumes, out)
		g.include(g.Stages[s].Produces, out)
	}
	return out
}

// arrived adds what a component receives or holds.
func (g *Graph) arrived(c *Component, out map[int32]bool) {
	g.include(c.Holds, out)
	for _, f := range c.In {
		g.include(g.Flows[f].Carries, out)
	}
	for _, f := range c.Out {
		g.include(g.Flows[f].Returns, out)
	}
}

// include adds assets and what lies inside them.
func (g *Graph) include(uses []Use, out map[int32]bool) {
	for _, u := range uses {
		if !out[u.Index] {
			out[u.Index] = true
			g.include(g.Assets[u.Index].Contains, out)
		}
	}
}
