package why

import (
	"encoding/json"
	"io"

	"tmodel/internal/graph"
	"tmodel/internal/reach"
)

// SchemaVersion is that of the JSON. It rises when something is added; nothing is taken away.
const SchemaVersion = 1

type object = map[string]any // keys are sorted when it is written

// WriteJSON writes the view as one object.
func WriteJSON(w io.Writer, v *View) error {
	out := object{"schemaVersion": SchemaVersion, "system": v.Graph.System.ID.Value, "element": v.element(), "attributes": byKey(v.Attributes),
		"facts": byKey(v.Facts), "zones": []object{}, "relations": []object{}, "flows": []object{}, "controls": []object{},
		"influence": []object{}, "place": []object{}, "readers": []object{}, "acts": v.pathObject(v.Acts), "needs": []object{}}
	add := func(key string, o object) { out[key] = append(out[key].([]object), o) }
	for _, z := range v.Zones {
		add("zones", object{"id": v.Graph.Zones[z].ID.Value, "trust": zoneTrust(v.Graph, z)})
	}
	for _, r := range v.Relations {
		add("relations", object{"relation": r.How, "id": v.Graph.ID(r.To), "type": r.To.Type.String(), "is": What(v.Graph, r.To)})
	}
	for _, f := range v.Flows {
		add("flows", v.flowObject(f))
	}
	for _, c := range v.Controls {
		add("controls", v.controlObject(c))
	}
	for _, in := range v.Influence {
		add("influence", object{"mode": in.Mode.String(), "path": v.pathObject(in.Witness)})
	}
	for _, in := range v.Place {
		add("place", object{"mode": in.Mode.String(), "path": v.pathObject(in.Witness)})
	}
	for _, r := range v.Readers {
		o := object{"asset": v.Graph.Assets[r.Asset].ID.Value, "path": v.pathObject(r.Witness)}
		if r.Witness != nil {
			o["strength"] = r.Witness.Strength.String()
		}
		add("readers", o)
	}
	for i, n := range v.Needs {
		add("needs", object{"id": v.Graph.Components[n.Component].ID.Value, "steps": v.stepObjects(reach.StepsTo(v.Needs, i))})
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

func (v *View) element() object {
	r, at := v.Ref, v.Graph.Span(v.Ref)
	out := object{"id": v.Graph.ID(r), "name": v.Graph.Name(r), "type": r.Type.String(), "line": at.Line, "column": at.Col}
	if at.File != nil {
		out["file"] = at.File.Name
	}
	if k := v.Graph.Kind(r); k != nil {
		out["kind"] = k.ID
		if k.Family != "" {
			out["family"], out["shape"] = k.Family, k.Shape
		}
	}
	if reason := v.Graph.OutOfScope(r); reason != "" {
		out["outOfScope"] = reason
	}
	return out
}

func byKey(list []Attribute) map[string]string {
	out := map[string]string{}
	for _, a := range list {
		out[a.Key] = a.Value
	}
	return out
}

func (v *View) flowObject(at Flow) object {
	f := &v.Graph.Flows[at.Index]
	out := object{"id": f.ID.Value, "way": at.Way, "from": v.Graph.ID(f.From), "to": v.Graph.ID(f.To), "carries": v.ids(f.Carries),
		"returns": v.ids(f.Returns), "encrypted": known(f.Encrypted), "authentication": known(f.Authentication)}
	if f.Protocol.Set() {
		out["protocol"] = f.Protocol.Value
	}
	return out
}

func (v *View) ids(uses []graph.Use) []string {
	out := make([]string, len(uses))
	for i, u := range uses {
		out[i] = v.Graph.Assets[u.Index].ID.Value
	}
	return out
}

func (v *View) controlObject(c Control) object {
	out := object{"use": c.Use.Value, "state": c.State.String(), "on": v.Graph.ID(c.At)}
	if _, prose := v.names.Control(c.Use.Value); prose != nil {
		out["name"] = prose.Name
	}
	if c.Evidence.Set() {
		out["evidence"] = c.Evidence.Value
	}
	return out
}

// pathObject is a witness, or null when there is none.
func (v *View) pathObject(w *reach.Witness) any {
	if w == nil {
		return nil
	}
	return object{"trust": v.Graph.Vocab.TrustWord(w.Trust), "attenuation": w.Attenuation, "sentence": Sentence(v.Graph, w), "steps": v.stepObjects(w.Stations())}
}

func (v *View) stepObjects(list []reach.Step) []object {
	steps := make([]object, len(list))
	for i, s := range list {
		steps[i] = object{"element": v.Graph.ID(s.At), "line": s.Span.Line, "column": s.Span.Col}
		if s.Asset.Valid() {
			steps[i]["asset"] = v.Graph.ID(s.Asset)
		}
		if s.Via.Valid() {
			steps[i]["via"] = v.Graph.ID(s.Via)
		}
	}
	return steps
}
