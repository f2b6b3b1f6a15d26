package schema

import (
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
	"trust_boundaries": "zones", "boundaries": "zones", "control": "use", "identifier": "id", "carry": "carries", "status": "state", "trust_level": "trust",
}

// unknownKey reports a key that the language does not have here, and says what was probably meant.
func (m *mapper) unknownKey(f finding) {
	name := f.property()
	n := f.node.Key(name)
	if n == nil {
		n = f.node
	}
	known := keys(f.want["properties"])
	guess := diag.Nearest(name, known)
	if s := synonyms[name]; guess == "" && s != "" && m.schema.property(f.want, s) != nil {
		guess = s
	}
	hint := ""
	switch {
	case m.top && len(f.path) == 0 && reserved[name]:
		hint = "the key is reserved: remove it, or keep its content under x-" + strings.ReplaceAll(name, "_", "-")
	case guess != "":
		hint = "did you mean " + diag.Quote(guess) + "?"
		m.guess(f.path, guess)
	case m.schema.facts[name] && m.schema.property(f.want, "facts") != nil:
		value := "..."
		if v := f.node.Get(name); v != nil && v.Kind < yamltree.List && v.Value != "" {
			value = diag.Printable(diag.Clip(v.Value, 40))
		}
		hint = "it is a fact: write facts: {" + name + ": " + value + "}"
	default:
		hint = "the keys here are: " + strings.Join(known, ", ")
		if m.schema.own {
			hint += "; your own data goes under a key that begins with x-"
		}
	}
	m.add(diag.UnknownKey, n, "unknown key "+diag.Quote(name)+m.in(f), hint)
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
			hint += " One of: " + strings.Join(values, ", ") + "."
		}
	}
	if hint != "" {
		hint = "add " + name + ": " + strings.TrimSpace(hint)
	}
	m.say(diag.MissingKey, at, what+" has no "+diag.Quote(name), hint)
}

// stranger reports a file that has nothing of what the schema describes, once.
func (c *checker) stranger(root *yamltree.Node) bool {
	doc := c.schema.root.doc
	required := words(doc["required"])
	if root.Kind == yamltree.Map {
		for _, name := range keys(doc["properties"]) {
			if root.Get(name) != nil {
				return false
			}
		}
		for _, p := range root.Pairs {
			if diag.Nearest(p.Key.Value, required) != "" {
				return false
			}
		}
	}
	title, _ := doc["title"].(string)
	switch {
	case root.Kind == yamltree.List && doc["type"] == "array":
		return false
	case doc["type"] == "array":
		c.bag.Add(diag.Diagnostic{Code: diag.WrongType, Span: head(root), Message: "a file of " + title + " is one list, found " + found(root), Hint: "begin each record with -"})
	case root.Kind != yamltree.Map:
		c.bag.Add(diag.Diagnostic{Code: diag.WrongType, Span: head(root), Message: "a " + title + " is a mapping, found " + found(root), Hint: "it has the keys " + strings.Join(required, " and ") + " at least"})
	default:
		c.bag.Add(diag.Diagnostic{Code: diag.MissingKey, Span: head(root), Message: "this is no " + title + ": none of its keys is known", Hint: "it has the keys " + strings.Join(required, " and ") + " at least"})
	}
	return true
}
