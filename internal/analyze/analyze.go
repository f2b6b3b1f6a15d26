// Package analyze turns a graph into a register: rules are matched, threats made, controls counted, risk
// scored, and the list put in order. A pass is a file.
package analyze

import (
	"tmodel/internal/catalog"
	"tmodel/internal/graph"
	"tmodel/internal/match"
	"tmodel/internal/reach"
	"tmodel/internal/register"
)

// Run is the register of a graph.
func Run(g *graph.Graph, c *catalog.Catalog) *register.Register {
	r := reach.New(g)
	p := &pass{g: g, c: c, reach: r, engine: match.New(g, r), controls: placements(g)}
	out := &register.Register{}
	if !g.AI() {
		return out
	}
	for i := range c.Rules {
		rule := &c.Rules[i]
		for _, m := range p.engine.Run(rule.Target, &rule.When) {
			t := p.instantiate(rule, &c.Prose[i], &m)
			p.score(&t, rule, &m)
			if rule.Adversarial {
				out.Threats = append(out.Threats, t)
			} else {
				out.Concerns = append(out.Concerns, t)
			}
		}
	}
	out.Threats, out.Concerns = p.cover(out.Threats), p.cover(out.Concerns)
	rank(out.Threats)
	rank(out.Concerns)
	return out
}

// pass is what the passes share.
type pass struct {
	g        *graph.Graph
	c        *catalog.Catalog
	reach    *reach.Analysis
	engine   *match.Engine
	controls placed
}
