package analyze

import (
	"slices"

	"tmodel/internal/catalog"
	"tmodel/internal/graph"
	"tmodel/internal/match"
)

// placed are the declared controls, by what they are and where they stand.
type placed map[string]map[graph.Ref][]*graph.Control

func placements(g *graph.Graph) placed {
	out := placed{}
	for i := range g.Controls {
		c := &g.Controls[i]
		at := out[c.Use.Value]
		if at == nil {
			at = map[graph.Ref][]*graph.Control{}
			out[c.Use.Value] = at
		}
		for _, on := range c.On {
			at[on.Ref] = append(at[on.Ref], c)
		}
	}
	return out
}

// places are the elements that a treatment counts on, best first: the one that the rule names, then the target. What
// is on the path counts when the rule says path; the exchange by which the path arrives is the target's door.
func (p *pass) places(on string, m *match.Match) []graph.Ref {
	var out []graph.Ref
	if r, ok := m.Lookup(on); ok {
		out = append(out, r)
	}
	out = append(out, m.Target)
	if len(m.Paths) == 0 {
		return out
	}
	steps := m.Paths[0].Steps
	door := len(steps) - 1
	for door > 0 && steps[door].At != m.Target { // what the target makes act comes behind it
		door--
	}
	for i, s := range steps {
		if last := i == door && s.At == m.Target; on != "path" && !last {
			continue
		}
		if s.Via.Valid() {
			out = append(out, s.Via)
		}
		if on != "path" {
			continue
		}
		if s.At.Type != graph.ActorType {
			out = append(out, s.At)
		}
		if s.Asset.Valid() {
			out = append(out, s.Asset)
		}
	}
	return out
}

// around adds to each place what a control there would be spoken of as: the stages that run on a component, the models that
// it holds and the stages that made them, the component that a stage runs on, the zones around, the system. One may stand there twice.
func (p *pass) around(places []graph.Ref) []graph.Ref {
	var out []graph.Ref
	for _, at := range places {
		out = append(append(out, at), p.inside(at)...)
		for _, end := range p.ends(at) {
			for z, n := p.g.Zone(end), 0; z >= 0 && n <= len(p.g.Zones); z, n = p.g.Zones[z].Parent, n+1 {
				out = append(out, graph.Ref{Type: graph.ZoneType, Index: z})
			}
		}
	}
	return append(out, graph.Ref{Type: graph.SystemType})
}

// inside are the stages that run on a component, the models at it and the stages that fitted them, and where a stage runs:
// hardening is declared on any of them and acts wherever the model is.
func (p *pass) inside(at graph.Ref) []graph.Ref {
	var out []graph.Ref
	switch at.Type {
	case graph.StageType:
		out = append(out, graph.Ref{Type: graph.ComponentType, Index: p.g.Stages[at.Index].On})
	case graph.AssetType:
		for _, u := range p.g.Assets[at.Index].ProducedBy {
			out = append(out, graph.Ref{Type: graph.StageType, Index: u.Index})
		}
	case graph.ComponentType:
		for _, s := range p.g.Components[at.Index].Runs {
			out = append(out, graph.Ref{Type: graph.StageType, Index: s})
		}
		for _, u := range p.g.Components[at.Index].Holds {
			if p.g.Assets[u.Index].Kind.Acts == "parameters" {
				model := graph.Ref{Type: graph.AssetType, Index: u.Index}
				out = append(append(out, model), p.inside(model)...)
			}
		}
	}
	return out
}

// ends are the elements whose zones an element lies in: a flow lies in those of both its ends.
func (p *pass) ends(at graph.Ref) []graph.Ref {
	switch at.Type {
	case graph.FlowType:
		return []graph.Ref{p.g.Flows[at.Index].From, p.g.Flows[at.Index].To}
	case graph.StageType:
		return []graph.Ref{{Type: graph.ComponentType, Index: p.g.Stages[at.Index].On}}
	}
	return []graph.Ref{at}
}

// fitting is the first of the places that the control can stand on.
func fitting(head *catalog.Control, places []graph.Ref) graph.Ref {
	for _, at := range places {
		if slices.Contains(head.StandsOn, at.Type.String()) {
			return at
		}
	}
	return places[0]
}
