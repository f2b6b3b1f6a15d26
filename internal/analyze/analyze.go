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
	if !g.AI() {
		return &register.Register{}
	}
	var threats, concerns []*register.Threat
	for i := range c.Rules {
		rule := &c.Rules[i]
		for m := range p.engine.Run(rule.Target, &rule.When) {
			t := p.instantiate(rule, &c.Prose[i], m)
			p.score(t, rule, m)
			if rule.Adversarial {
				threats = append(threats, t)
			} else {
				concerns = append(concerns, t)
			}
		}
	}
	return &register.Register{Threats: ranked(p.cover(threats)), Concerns: ranked(p.cover(concerns))}
}

// pass is what the passes share.
type pass struct {
	g        *graph.Graph
	c        *catalog.Catalog
	reach    *reach.Analysis
	engine   *match.Engine
	controls placed
}
