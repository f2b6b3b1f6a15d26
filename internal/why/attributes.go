package why

import (
	"cmp"
	"slices"

	"tmodel/internal/graph"
	"tmodel/internal/model"
	"tmodel/internal/vocab"
)

// attributes is what the element's own keys say, unknown where the answer matters and the file has none.
func (v *View) attributes() []Attribute {
	g, i := v.Graph, v.Ref.Index
	switch v.Ref.Type {
	case graph.SystemType:
		return written("owner", g.System.Owner, "criticality", g.System.Criticality, "purpose", g.System.Purpose)
	case graph.ObjectiveType:
		return written("statement", g.Objectives[i].Statement, "loss", g.Objectives[i].Loss)
	case graph.ActorType:
		return []Attribute{{"trust", g.Vocab.TrustWord(g.Actors[i].Trust)}}
	case graph.ZoneType:
		return append([]Attribute{{"trust", zoneTrust(g, i)}}, written("operator", g.Zones[i].Operator)...)
	case graph.AssetType:
		return v.sensitivity(&g.Assets[i])
	case graph.ComponentType:
		return written("technology", g.Components[i].Technology)
	case graph.FlowType:
		f := &g.Flows[i]
		return append([]Attribute{{"encrypted", known(f.Encrypted)}, {"authentication", known(f.Authentication)}}, written("protocol", f.Protocol)...)
	}
	return nil
}

// sensitivity tells of an asset where it comes from and what it is worth; (assumed) marks the levels of its kind.
func (v *View) sensitivity(a *graph.Asset) []Attribute {
	out := []Attribute{{"origin", known(a.Asset.Origin)}, {"personal_data", known(a.PersonalData)}}
	for p := vocab.Confidentiality; int(p) < vocab.Properties; p++ {
		level := a.Sensitivity[p].String()
		if a.Assumed[p] {
			level += " (assumed)"
		}
		out = append(out, Attribute{p.String(), level})
	}
	return out
}

func (v *View) facts() []Attribute {
	var list []model.Fact
	g, i := v.Graph, v.Ref.Index
	switch v.Ref.Type {
	case graph.SystemType:
		list = g.System.Facts
	case graph.AssetType:
		list = g.Assets[i].Facts
	case graph.ComponentType:
		list = g.Components[i].Facts
	case graph.StageType:
		list = g.Stages[i].Facts
	}
	out := make([]Attribute, len(list))
	for i, f := range list {
		out[i] = Attribute{f.Name.Value, f.Value.Value}
	}
	slices.SortFunc(out, func(a, b Attribute) int { return cmp.Compare(a.Key, b.Key) })
	return out
}

// written are the keys that the file has: key, text, key, text.
func written(pairs ...any) []Attribute {
	var out []Attribute
	for i := 0; i < len(pairs); i += 2 {
		if t := pairs[i+1].(model.Text); t.Set() {
			out = append(out, Attribute{pairs[i].(string), t.Value})
		}
	}
	return out
}

func known(t model.Text) string {
	if !t.Set() {
		return "unknown"
	}
	return t.Value
}
