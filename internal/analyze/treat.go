package analyze

import (
	"tmodel/internal/catalog"
	"tmodel/internal/graph"
	"tmodel/internal/match"
	"tmodel/internal/reach"
	"tmodel/internal/register"
	"tmodel/internal/vocab"
)

// treat says for each control that the rule names how it stands in this system, and what it takes away here.
func (p *pass) treat(rule *catalog.Rule, m *match.Match) []register.Treatment {
	out := make([]register.Treatment, 0, len(rule.Treat))
	for _, want := range rule.Treat {
		head, _ := p.c.Control(want.Control)
		places := p.places(want.On, m)
		t := register.Treatment{Control: want.Control, Impact: head.ReducesImpact, State: graph.Undeclared.String(),
			At: []string{p.g.ID(fitting(head, places))}}
		if declared := p.controls[want.Control]; declared != nil {
			p.strongest(&t, head, declared, p.around(places), m)
		}
		out = append(out, t)
	}
	return out
}

// strongest fills in the declaration that takes most away, of several the one in the best state.
func (p *pass) strongest(t *register.Treatment, head *catalog.Control, declared map[graph.Ref][]*graph.Control, places []graph.Ref, m *match.Match) {
	best := graph.Undeclared
	for _, at := range places {
		for _, c := range declared[at] {
			effect := p.effect(head, c, m)
			if effect < t.Effect || effect == t.Effect && c.State <= best {
				continue
			}
			best, t.Effect, t.State, t.At = c.State, effect, c.State.String(), []string{p.g.ID(at)}
			if effect == 0 && c.State >= graph.Implemented {
				t.State = "off"
			}
		}
	}
}

// effect is what a declared control takes away: nothing until it is in place, and nothing when whoever has the
// path can change what switches it off.
func (p *pass) effect(head *catalog.Control, c *graph.Control, m *match.Match) float64 {
	if c.State < graph.Implemented {
		return 0
	}
	for _, u := range c.GovernedBy {
		if p.influences(m.Trust, u.Index) {
			return 0
		}
	}
	if c.State == graph.Verified {
		return head.Verified
	}
	return head.Implemented
}

// influences says whether somebody trusted that far can change an asset; nobody can't.
func (p *pass) influences(who vocab.Trust, asset int32) bool {
	return p.reach.Influence(graph.Ref{Type: graph.AssetType, Index: asset}, reach.AllModes(), who, nil) != nil
}
