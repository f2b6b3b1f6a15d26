package jsonout

import (
	"tmodel/internal/graph"
	"tmodel/internal/model"
)

type element struct {
	ID       string            `json:"id"`
	Section  string            `json:"section"`
	Kind     string            `json:"kind,omitempty"`
	Name     string            `json:"name,omitempty"`
	Zone     string            `json:"zone,omitempty"`
	Trust    string            `json:"trust,omitempty"`
	Holds    []string          `json:"holds,omitempty"`
	Facts    map[string]string `json:"facts,omitempty"`
	Values   map[string]string `json:"values,omitempty"`
	Uses     []string          `json:"uses,omitempty"`
	Makes    []string          `json:"makes,omitempty"`
	RunsOn   string            `json:"runsOn,omitempty"`
	Opens    []string          `json:"opens,omitempty"`
	Contains []string          `json:"contains,omitempty"`
	Operator string            `json:"operator,omitempty"`
	Outside  string            `json:"outOfScope,omitempty"` // the reason
}

type flow struct {
	ID             string   `json:"id"`
	Name           string   `json:"name,omitempty"`
	From           string   `json:"from"`
	To             string   `json:"to"`
	Carries        []string `json:"carries"`
	Returns        []string `json:"returns"`
	Protocol       string   `json:"protocol,omitempty"`
	Encrypted      string   `json:"encrypted"`
	Authentication string   `json:"authentication"`
	Outside        string   `json:"outOfScope,omitempty"`
}

// each calls yield for every element but flows, section by section, in the order of ids.
func each(g *graph.Graph, yield func(element)) {
	for i := range g.Actors {
		a := &g.Actors[i]
		yield(element{ID: a.ID.Value, Section: "actors", Name: a.Name.Value, Trust: a.Actor.Trust.Value, Zone: a.Actor.Zone.Value, Outside: a.OutOfScope.Value})
	}
	for i := range g.Zones {
		z := &g.Zones[i]
		yield(element{ID: z.ID.Value, Section: "zones", Name: z.Name.Value, Trust: z.Zone.Trust.Value, Zone: z.Zone.Parent.Value, Operator: z.Zone.Operator.Value, Outside: z.OutOfScope.Value})
	}
	for i := range g.Assets {
		a := &g.Assets[i]
		yield(element{ID: a.ID.Value, Section: "assets", Kind: a.Kind.ID, Name: a.Name.Value, Outside: a.OutOfScope.Value,
			Opens: refs(g, a.Opens, graph.ComponentType), Contains: assets(g, a.Contains), Facts: facts(a.Facts), Values: values(map[string]model.Text{
				"personal_data": a.PersonalData, "origin": a.Asset.Origin, "confidentiality": a.Confidentiality, "integrity": a.Integrity, "availability": a.Availability})})
	}
	for i := range g.Components {
		c := &g.Components[i]
		yield(element{ID: c.ID.Value, Section: "components", Kind: c.Kind.ID, Name: c.Name.Value, Zone: c.Component.Zone.Value,
			RunsOn: c.Component.RunsOn.Value, Operator: c.Component.Operator.Value, Outside: c.OutOfScope.Value, Holds: assets(g, c.Holds), Facts: facts(c.Facts)})
	}
	for i := range g.Stages {
		s := &g.Stages[i]
		yield(element{ID: s.ID.Value, Section: "pipeline", Kind: s.Kind.ID, Name: s.Name.Value, RunsOn: s.Stage.RunsOn.Value, Outside: s.OutOfScope.Value,
			Uses: assets(g, s.Consumes), Makes: assets(g, s.Produces), Facts: facts(s.Facts)})
	}
}

func facts(list []model.Fact) map[string]string {
	out := map[string]string{}
	for _, f := range list {
		out[f.Name.Value] = f.Value.Value
	}
	return out
}

func values(m map[string]model.Text) map[string]string {
	out := map[string]string{}
	for k, t := range m {
		if t.Set() {
			out[k] = t.Value
		}
	}
	return out
}

func assets(g *graph.Graph, uses []graph.Use) []string { return refs(g, uses, graph.AssetType) }

func refs(g *graph.Graph, uses []graph.Use, t graph.Type) []string {
	out := make([]string, len(uses))
	for i, u := range uses {
		out[i] = g.ID(graph.Ref{Type: t, Index: u.Index})
	}
	return out
}

func flowOf(g *graph.Graph, f *graph.Flow) flow {
	return flow{f.ID.Value, f.Name.Value, g.ID(f.From), g.ID(f.To), assets(g, f.Carries), assets(g, f.Returns), f.Protocol.Value,
		word(f.Encrypted), word(f.Authentication), f.OutOfScope.Value}
}

func word(t model.Text) string {
	if !t.Set() {
		return "unknown"
	}
	return t.Value
}

type placed struct {
	Use        string   `json:"use"`
	On         []string `json:"on"`
	State      string   `json:"state"`
	GovernedBy []string `json:"governedBy"`
	Evidence   string   `json:"evidence,omitempty"`
}

func placedControls(g *graph.Graph) []placed {
	out := make([]placed, len(g.Controls))
	for i := range g.Controls {
		c := &g.Controls[i]
		out[i] = placed{Use: c.Use.Value, State: c.State.String(), GovernedBy: assets(g, c.GovernedBy), Evidence: c.Evidence.Value, On: []string{}}
		for _, on := range c.On {
			out[i].On = append(out[i].On, g.ID(on.Ref))
		}
	}
	return out
}
