package analyze

import (
	"tmodel/internal/catalog"
	"tmodel/internal/graph"
	"tmodel/internal/match"
	"tmodel/internal/reach"
	"tmodel/internal/register"
	"tmodel/internal/vocab"
)

// placements indexes declared controls by what they are and where they stand; of several the best state.
func placements(g *graph.Graph) map[string]map[graph.Ref]*graph.Control {
	out := map[string]map[graph.Ref]*graph.Control{}
	for i := range g.Controls {
		c := &g.Controls[i]
		at := out[c.Use.Value]
		if at == nil {
			at = map[graph.Ref]*graph.Control{}
			out[c.Use.Value] = at
		}
		for _, on := range c.On {
			if old := at[on.Ref]; old == nil || c.State > old.State {
				at[on.Ref] = c
			}
		}
	}
	return out
}

// treat says for each control that the rule names how it stands in this system, and what it takes away here.
func (p *pass) treat(rule *catalog.Rule, m *match.Match) []register.Treatment {
	out := make([]register.Treatment, 0, len(rule.Treat))
	for _, want := range rule.Treat {
		head, _ := p.c.Control(want.Control)
		t := register.Treatment{Control: want.Control, Impact: head.ReducesImpact, State: graph.Undeclared.String()}
		places := p.places(want.On, m)
		var best graph.State
		for _, at := range p.around(places) {
			c := p.controls[want.Control][at]
			if c == nil || c.State < best {
				continue
			}
			effect := p.effect(head, c, m)
			if c.State > best || effect > t.Effect {
				best, t.Effect, t.State = c.State, effect, c.State.String()
				if effect == 0 && c.State >= graph.Implemented {
					t.State = "off"
				}
				t.At = []string{p.g.ID(at)}
			}
		}
		if t.At == nil && len(places) > 0 {
			t.At = []string{p.g.ID(p.fitting(head, places))}
		}
		out = append(out, t)
	}
	return out
}

// fitting is the first of the places that the control can stand on.
func (p *pass) fitting(head *catalog.Control, places []graph.Ref) graph.Ref {
	for _, at := range places {
		for _, s := range head.StandsOn {
			if s == at.Type.String() {
				return at
			}
		}
	}
	return places[0]
}

// effect is what a declared control takes away: nothing until it is in place, and nothing when whoever has the
// path can change what switches it off.
func (p *pass) effect(head *catalog.Control, c *graph.Control, m *match.Match) float64 {
	if c.State < graph.Implemented {
		return 0
	}
	for _, u := range c.GovernedBy {
		if m.Trust != vocab.NoTrust && p.influences(m.Trust, u.Index) {
			return 0
		}
	}
	if c.State == graph.Verified {
		return head.Verified
	}
	return head.Implemented
}

func (p *pass) influences(who vocab.Trust, asset int32) bool {
	for _, mode := range []reach.Mode{reach.Input, reach.Planted, reach.Learned} {
		if p.reach.Influence(graph.Ref{Type: graph.AssetType, Index: asset}, mode, who, nil) != nil {
			return true
		}
	}
	return false
}

// places are the elements that a treatment may stand on: the target, the stations of the first path, or a bound element.
func (p *pass) places(on string, m *match.Match) []graph.Ref {
	switch on {
	case "target":
		return []graph.Ref{m.Target}
	case "path":
		if len(m.Paths) == 0 {
			return []graph.Ref{m.Target}
		}
		out := []graph.Ref{m.Target}
		for _, s := range m.Paths[0].Steps {
			if s.At.Type != graph.ActorType {
				out = append(out, s.At)
			}
			if s.Asset.Valid() {
				out = append(out, s.Asset)
			}
		}
		return out
	}
	if r, ok := m.Lookup(on); ok {
		return []graph.Ref{r}
	}
	return nil
}

// around adds to each place what contains it: where a stage runs, the zones, the system.
func (p *pass) around(places []graph.Ref) []graph.Ref {
	var out []graph.Ref
	for _, at := range places {
		out = append(out, at)
		if at.Type == graph.StageType {
			at = graph.Ref{Type: graph.ComponentType, Index: p.g.Stages[at.Index].On}
			out = append(out, at)
		}
		for z, n := p.g.Zone(at), 0; z >= 0 && n <= len(p.g.Zones); z, n = p.g.Zones[z].Parent, n+1 {
			out = append(out, graph.Ref{Type: graph.ZoneType, Index: z})
		}
	}
	return append(out, graph.Ref{Type: graph.SystemType})
}
