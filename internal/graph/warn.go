package graph

import (
	"tmodel/internal/diag"
	"tmodel/internal/vocab"
)

// Warn adds what people forget: it compiles, and hides threats.
func Warn(g *Graph, bag *diag.Bag) {
	touched := make([]bool, len(g.Assets))
	mark := func(uses []Use) {
		for _, u := range uses {
			touched[u.Index] = true
		}
	}
	for i := range g.Components {
		c := &g.Components[i]
		mark(c.Holds)
		if !g.fed(c) {
			bag.Add(diag.Diagnostic{Code: diag.NothingArrives, Span: c.ID.Span, Message: "nothing arrives at " + diag.Quote(c.ID.Value),
				Hint: "draw the flow that feeds it, with what it carries, or the reply that it gets"})
		}
		g.warnSent(int32(i), bag)
	}
	for i := range g.Flows {
		mark(g.Flows[i].Carries)
		mark(g.Flows[i].Returns)
	}
	for i := range g.Stages {
		mark(g.Stages[i].Consumes)
		mark(g.Stages[i].Produces)
	}
	for i := range g.Assets {
		mark(g.Assets[i].Contains)
	}
	for i := range g.Assets {
		if !touched[i] {
			a := &g.Assets[i]
			bag.Add(diag.Diagnostic{Code: diag.UnusedAsset, Span: a.ID.Span, Message: "nothing holds, carries or makes " + diag.Quote(a.ID.Value),
				Hint: "say where it lies with holds, or remove it"})
		}
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

// warnSent reports the assets that a process sends without having them.
func (g *Graph) warnSent(i int32, bag *diag.Bag) {
	c := &g.Components[i]
	if c.Kind.Shape != vocab.Process || c.Kind.MakesAll {
		return
	}
	var has map[int32]bool
	for _, u := range g.sent(c) {
		if c.Kind.Originates(g.Assets[u.Index].Kind.ID) {
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
		bag.Add(diag.Diagnostic{Code: diag.SentNotHeld, Span: u.Span, Message: diag.Quote(c.ID.Value) + " sends " + diag.Quote(id) + " but neither receives, holds nor makes it",
			Hint: "draw the flow by which it gets it, or say holds: [" + id + "]"})
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
	var add func(uses []Use)
	add = func(uses []Use) {
		for _, u := range uses {
			if !out[u.Index] {
				out[u.Index] = true
				add(g.Assets[u.Index].Contains)
			}
		}
	}
	add(c.Holds)
	for _, f := range c.In {
		add(g.Flows[f].Carries)
	}
	for _, f := range c.Out {
		add(g.Flows[f].Returns)
	}
	for _, s := range c.Runs {
		add(g.Stages[s].Consumes)
		add(g.Stages[s].Produces)
	}
	return out
}
