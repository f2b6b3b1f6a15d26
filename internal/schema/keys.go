package schema

import (
	"fmt"
	"sort"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/yamltree"
)

// reserved are keys of the top level that the language keeps for itself.
var reserved = map[string]bool{"adversaries": true, "risk": true, "loss_scenarios": true}

// synonyms are what other tools call our keys, where the spelling is no help.
var synonyms = map[string]string{
	"type": "kind", "stage": "kind", "title": "name", "label": "name", "source": "from", "target": "to", "destination": "to", "sends": "carries",
	"data": "carries", "response": "returns", "receives": "returns", "stores": "holds", "host": "runs_on", "trust_zone": "zone", "boundary": "zone",
	"inputs": "consumes", "outputs": "produces", "processes": "components", "flows": "data_flows", "dataflows": "data_flows", "stages": "pipeline",
	"trust_boundaries": "zones", "boundaries": "zones", "data_assets": "assets", "technical_assets": "components", "communication_links": "data_flows",
	"entities": "actors", "users": "actors", "mitigations": "controls", "safeguards": "controls", "parent_zone": "parent", "justification": "out_of_scope",
	"data_stored": "holds", "data_assets_stored": "holds", "data_assets_sent": "carries", "data_assets_received": "returns", "inside": "zone", "in_boundary": "zone", "inBoundary": "zone", "trust_boundary": "zone", "sink": "to", "isEncrypted": "encrypted",
	"justification_out_of_scope": "out_of_scope", "out_of_scope_reason": "out_of_scope", "business_criticality": "criticality",
	"is_encrypted": "encrypted", "encryption": "encrypted", "auth": "authentication", "classification": "sensitivity", "applies_to": "on", "targets": "on",
	"control": "use", "identifier": "id", "carry": "carries", "status": "state", "trust_level": "trust",
}

// unknownKey reports a key that can't stand where it does: the language keeps it for itself, it is a fact, it belongs
// to another section, or it is misspelled.
func (m *mapper) unknownKey(f finding) {
	name := f.property()
	n := f.node.Key(name)
	if n == nil {
		n = f.node
	}
	nested := m.schema.own && (!m.top || len(f.path) > 0)
	elsewhere := m.schema.sectionsWith(name)
	switch {
	case m.top && len(f.path) == 0 && reserved[name]:
		m.add(diag.ReservedKey, n, "the key "+diag.Quote(name)+" is reserved", "remove it, or keep its content under x-"+strings.ReplaceAll(name, "_", "-"))
	case m.schema.facts[name] && m.schema.property(f.want, "facts") != nil:
		m.beside(f, n)
	case nested && len(elsewhere) > 0:
		m.add(diag.MisplacedKey, n, diag.Quote(name)+" does not belong"+m.in(f), name+" is a key of "+strings.Join(elsewhere, ", ")+misplaced[m.part.what+" "+name])
	case meantKeys[m.part.what+" "+name] != "" && len(f.path) == 0:
		m.add(diag.MisplacedKey, n, diag.Quote(name)+" does not belong"+m.in(f), meantKeys[m.part.what+" "+name])
	case nested && m.schema.sections[name] != nil:
		m.add(diag.MisplacedKey, n, diag.Quote(name)+" does not belong"+m.in(f), name+" is a section of its own, at the margin of the file")
	default:
		m.add(diag.UnknownKey, n, "unknown key "+diag.Quote(name)+m.in(f), m.probably(f, n, name))
	}
}

// misplaced says where to put what people often write in the wrong place, by the element and the key.
var misplaced = map[string]string{
	"actor holds": "; what somebody has is carried by the flows that start there", "actor kind": "; what they are goes under name or description",
	"component trust": "; a component is trusted as far as the zone that it stands in", "component encrypted": "; each flow to it says how it is reached",
	"component authentication": "; each flow to it says how callers are known", "component sensitivity": "; name what lies there as an asset, and rate that",
	"component personal_data": "; name what lies there as an asset, and say it of that", "component use": "; safeguards stand in a list of their own, controls",
	"flow zone": "; a flow crosses zones where its ends stand in different ones", "flow kind": "; what it carries says what it is for",
	"asset zone": "; an asset is where the component that holds it stands", "asset holds": "; what lies inside an asset goes under contains",
	"asset encrypted": "; each flow says it of what it carries", "zone zone": "; the zone around a zone is its parent", "stage zone": "; a stage is where it runs_on",
}

// meantKeys say what is meant by the name of a section in an element, by the element and the name.
var meantKeys = map[string]string{
	"component assets": "what lies there is named under holds", "flow assets": "what moves is named under carries and returns", "stage assets": "what it reads is named under consumes, what it makes under produces",
	"asset assets": "what lies inside it is named under contains", "asset components": "what a key opens is named under opens", "component zones": "the zone that it stands in is named under zone",
	"actor zones": "the zone that they stand in is named under zone", "zone zones": "the zone around it is named under parent", "control components": "what it protects is named under on",
	"control assets": "what it protects is named under on", "control data_flows": "what it protects is named under on", "control zones": "what it protects is named under on",
}

// sectionsWith are the lists of the top level whose elements have a key, sorted.
func (s *Schema) sectionsWith(key string) []string {
	var out []string
	for name, p := range s.sections {
		if s.property(s.resolve(p.doc), key) != nil {
			out = append(out, name)
		}
	}
	sort.Strings(out)
	return out
}

// guess notes which key an unknown one was meant to be, so that it is not missing too.
func (m *mapper) guess(path []string, key string) {
	if m.guessed == nil {
		m.guessed = map[string]bool{}
	}
	m.guessed[strings.Join(path, "\x00")+"\x00\x00"+key] = true
}

// in says what a key would be in: " in this flow".
func (m *mapper) in(f finding) string {
	switch {
	case f.key != "":
		return " in " + f.label()
	case m.top:
		return ""
	}
	return " in this " + m.part.what
}

// missing reports a required key at the element's id, or where the element begins.
func (m *mapper) missing(f finding) {
	name := f.property()
	if m.guessed[strings.Join(f.path, "\x00")+"\x00\x00"+name] {
		return
	}
	at, what := f.node, "this "+m.part.what
	if id := f.node.Get("id"); id != nil && id.Kind == yamltree.Text {
		at = id
		what = "the " + m.part.what + " " + diag.Quote(id.Value)
	}
	if len(f.path) > 0 {
		what = f.label()
	}
	hint := ""
	if p := m.schema.property(f.want, name); p != nil {
		hint, _ = p["description"].(string)
		if values := words(p["enum"]); len(values) > 0 {
			hint += " " + oneOf("One of: ", values) + "."
		}
	}
	if hint != "" {
		hint = "add " + name + ": " + strings.TrimSpace(hint)
	}
	if value, ok := m.schema.property(f.want, name)["const"]; ok {
		hint = fmt.Sprintf("add the line %s: %v", name, value)
	}
	m.say(diag.MissingKey, at, what+" has no "+diag.Quote(name), hint)
}
