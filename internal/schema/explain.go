package schema

import (
	"fmt"
	"sort"
	"strconv"
	"strings"

	"github.com/xeipuuv/gojsonschema"

	"tmodel/internal/diag"
	"tmodel/internal/yamltree"
)

// mapper turns the validator's errors on one node into diagnostics.
type mapper struct {
	schema *Schema
	part   *part
	node   *yamltree.Node
	bag    *diag.Bag
}

// all reports every error, at most one for a place: a value of the wrong type fits no enum either.
func (m *mapper) all(errors []gojsonschema.ResultError) {
	sort.SliceStable(errors, func(i, j int) bool { return rank(errors[i]) < rank(errors[j]) })
	seen := map[string]bool{}
	for _, e := range errors {
		key := e.Context().String("\x00") + "\x00\x00" + fmt.Sprint(e.Details()["property"])
		if !seen[key] {
			seen[key] = true
			m.one(e)
		}
	}
}

// rank puts the errors first that explain others at the same place.
func rank(e gojsonschema.ResultError) int {
	if e.Type() == "invalid_type" {
		return 0
	}
	return 1
}

func (m *mapper) one(e gojsonschema.ResultError) {
	path := strings.Split(e.Context().String("\x00"), "\x00")[1:]
	n, key := walk(m.node, path)
	want := m.schema.at(m.part.doc, path)
	switch e.Type() {
	case "additional_property_not_allowed":
		m.unknownKey(n, fmt.Sprint(e.Details()["property"]), want)
	case "required":
		m.missing(n, fmt.Sprint(e.Details()["property"]), want)
	case "invalid_type":
		m.wrongType(n, key, want)
	case "enum", "const":
		m.wrongValue(n, key, want)
	case "pattern":
		m.badID(n, key)
	default:
		m.add(diag.WrongValue, n, fmt.Sprintf("%s: %s", label(key), limits(e)), "")
	}
}

func (m *mapper) add(code diag.Code, n *yamltree.Node, message, hint string) {
	m.bag.Add(diag.Diagnostic{Code: code, Span: n.Span, Message: message, Hint: hint})
}

// label names what a message is about: the key, or "the value" at the top and in lists.
func label(key string) string {
	if key == "" {
		return "the value"
	}
	return strconv.Quote(key)
}

// limits words the errors about lengths and counts.
func limits(e gojsonschema.ResultError) string {
	d := e.Details()
	switch e.Type() {
	case "string_gte":
		return "the text is empty"
	case "string_lte":
		return fmt.Sprintf("the text is longer than %v characters", d["max"])
	case "array_min_items":
		return "the list is empty"
	case "number_gte", "number_lte":
		return "the number is out of range"
	}
	return diag.Printable(e.Description())
}

// reserved are keys that the language keeps for itself.
var reserved = map[string]bool{"adversaries": true, "risk": true, "loss_scenarios": true}

func (m *mapper) unknownKey(n *yamltree.Node, name string, want map[string]any) {
	k := n.Key(name)
	if k == nil {
		k = n
	}
	hint := diag.DidYouMean(name, keys(want["properties"]))
	if reserved[name] {
		hint = "the key is reserved: remove it, or keep its content under x-" + strings.ReplaceAll(name, "_", "-")
	} else if hint == "" {
		hint = "the keys here are: " + strings.Join(keys(want["properties"]), ", ") + "; your own data goes under x-..."
	}
	m.add(diag.UnknownKey, k, "unknown key "+diag.Quote(name), hint)
}

func (m *mapper) missing(n *yamltree.Node, name string, want map[string]any) {
	at := n
	if id := n.Get("id"); id != nil {
		at = id
	}
	hint := ""
	if p := property(m.schema, want, name); p != nil {
		hint, _ = p["description"].(string)
		if values := enum(p); len(values) > 0 && len(values) <= 12 {
			hint += " One of: " + strings.Join(values, ", ") + "."
		}
	}
	m.add(diag.MissingKey, at, "the key "+diag.Quote(name)+" is missing", strings.TrimSpace(hint))
}

func (m *mapper) wrongType(n *yamltree.Node, key string, want map[string]any) {
	if m.boolWord(n, key, want) {
		return
	}
	m.add(diag.WrongType, n, fmt.Sprintf("%s must be %s, found %s", label(key), typeName(want), found(n)), typeHint(n, key, want))
}

func found(n *yamltree.Node) string {
	switch n.Kind {
	case yamltree.Text, yamltree.Int, yamltree.Float, yamltree.Bool:
		return n.Kind.String() + " (" + diag.Printable(clip(n.Value)) + ")"
	}
	return n.Kind.String()
}

func clip(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:37]) + "..."
	}
	return s
}

func typeName(want map[string]any) string {
	switch want["type"] {
	case "array":
		return "a list"
	case "object":
		return "a mapping"
	case "string":
		return "text"
	case "integer", "number":
		return "a number"
	case "boolean":
		return "true or false"
	}
	return "something else"
}

func typeHint(n *yamltree.Node, key string, want map[string]any) string {
	switch {
	case n.Kind == yamltree.Null && want["type"] == "array":
		return "write an empty list as [], or leave the key out"
	case n.Kind == yamltree.Null:
		return "give it a value, or leave the key out"
	case want["type"] == "array" && n.Kind == yamltree.Text:
		return fmt.Sprintf("a list of one is written %s: [%s]", key, diag.Printable(clip(n.Value)))
	case want["type"] == "string" && n.Kind >= yamltree.Bool && n.Kind <= yamltree.Float:
		return fmt.Sprintf("put it in quotes: %q", clip(n.Value))
	}
	return ""
}

// boolWord repairs true and false where the language says yes and no.
func (m *mapper) boolWord(n *yamltree.Node, key string, want map[string]any) bool {
	if n.Kind != yamltree.Bool || !takesYes(want) {
		return false
	}
	old := n.Value
	n.Kind, n.Value = yamltree.Text, "no"
	if strings.EqualFold(old, "true") {
		n.Value = "yes"
	}
	m.add(diag.BoolWord, n, fmt.Sprintf("%s: %s is read as %s", label(key), old, n.Value), fmt.Sprintf("write %s", n.Value))
	return true
}

func takesYes(want map[string]any) bool {
	if want["x-fact"] != nil {
		return true
	}
	for _, v := range enum(want) {
		if v == "yes" {
			return true
		}
	}
	return false
}

func (m *mapper) wrongValue(n *yamltree.Node, key string, want map[string]any) {
	if c, ok := want["const"]; ok {
		m.add(diag.UnknownVersion, n, fmt.Sprintf("%s must be %v, found %s", label(key), c, found(n)), "this program reads version 1 of the language")
		return
	}
	if m.boolWord(n, key, want) {
		return
	}
	allowed := enum(want)
	if n.Kind == yamltree.List || n.Kind == yamltree.Map || n.Kind == yamltree.Null {
		m.add(diag.WrongType, n, fmt.Sprintf("%s must be one word, found %s", label(key), found(n)), diag.DidYouMean("", allowed))
		return
	}
	hint := diag.DidYouMean(n.Value, allowed)
	if hint == "" {
		hint = "expected one of: " + strings.Join(allowed, ", ")
	}
	m.add(diag.WrongValue, n, fmt.Sprintf("%s can't be %s", label(key), diag.Quote(n.Value)), hint)
}

func (m *mapper) badID(n *yamltree.Node, key string) {
	hint := "ids are lower-case letters, digits and hyphens, a letter first"
	if better := asID(n.Value); better != "" {
		hint += ": " + strconv.Quote(better)
	}
	m.add(diag.BadID, n, fmt.Sprintf("%s is not an id: %s", diag.Quote(n.Value), label(key)), hint)
}

// asID is the nearest id to what was written, or "".
func asID(s string) string {
	out := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '-':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		case r == '_' || r == ' ' || r == '.':
			return '-'
		}
		return -1
	}, s)
	return strings.TrimLeft(out, "-0123456789")
}
