package graph

import "tmodel/internal/vocab"

// silent says whether a tool is called, and neither answers nor acts on anything.
func (g *Graph) silent(c *Component) bool {
	if c.Kind.Family != "tool" || len(c.In) == 0 || len(c.Out) > 0 || len(c.Runs) > 0 {
		return false
	}
	for _, f := range c.In {
		if len(g.Flows[f].Returns) > 0 {
			return false
		}
	}
	return true
}

// empty says whether a store holds nothing and gets nothing.
func (g *Graph) empty(c *Component) bool {
	if c.Kind.Shape != vocab.Store || len(c.Holds) > 0 {
		return false
	}
	for _, f := range c.In {
		if len(g.Flows[f].Carries) > 0 {
			return false
		}
	}
	for _, f := range c.Out {
		if len(g.Flows[f].Returns) > 0 {
			return false
		}
	}
	return true
}

// unread says whether a store keeps data for models, and nothing takes it from there. Records of the business and
// logs may be kept for their own sake; models have a warning of their own.
func (g *Graph) unread(c *Component) bool {
	if c.Kind.Shape != vocab.Store || len(c.Out) > 0 || !g.keepsForModels(c) {
		return false
	}
	for _, f := range c.In {
		if len(g.Flows[f].Returns) > 0 || len(g.Flows[f].Carries) == 0 {
			return false
		}
	}
	for _, u := range c.Holds {
		if len(g.Assets[u.Index].ConsumedBy) > 0 {
			return false
		}
	}
	return true
}

func (g *Graph) keepsForModels(c *Component) bool {
	for _, u := range c.Holds {
		if k := g.Assets[u.Index].Kind; k.AI && k.Acts == "data" {
			return true
		}
	}
	return false
}
