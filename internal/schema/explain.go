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
	*checker
	part    *part
	node    *yamltree.Node
	top     bool
	over    bool            // nothing more can be said about the node
	guessed map[string]bool // paths of missing keys that an unknown key was probably meant to be
	meant   []meant         // unknown keys, and which were meant
}

// finding is one error of the validator with what it is about.
type finding struct {
	gojsonschema.ResultError
	path []string
	node *yamltree.Node
	key  string
	item bool // node is an item of the key's list
	want map[string]any
}

// all reports every error, at most one for a place: a value of the wrong type fits no enum either, and a key
// that is misspelled is not missing too.
func (m *mapper) all(errors []gojsonschema.ResultError) {
	list := make([]finding, len(errors))
	for i, e := range errors {
		list[i] = m.find(e)
	}
	sort.SliceStable(list, func(i, j int) bool { return rank(list[i]) < rank(list[j]) })
	seen := map[string]bool{}
	for _, f := range list {
		key := strings.Join(f.path, "\x00") + "\x00\x00" + f.property()
		if !seen[key] && !m.over {
			seen[key] = true
			m.one(f)
		}
	}
}

func (m *mapper) find(e gojsonschema.ResultError) finding {
	f := finding{ResultError: e, path: strings.Split(e.Context().String("\x00"), "\x00")[1:]}
	f.node, f.key, f.item = walk(m.node, f.path)
	f.want = m.schema.at(m.part.doc, f.path)
	return f
}

// property is the key that an error about a mapping names.
func (f *finding) property() string {
	if p, ok := f.Details()["property"]; ok {
		return fmt.Sprint(p)
	}
	return ""
}

// rank puts the errors first that explain others.
func rank(f finding) int {
	switch f.Type() {
	case "const", "invalid_type":
		return 0
	case "additional_property_not_allowed":
		return 1
	}
	return 2
}

func (m *mapper) one(f finding) {
	switch f.Type() {
	case "additional_property_not_allowed":
		m.unknownKey(f)
	case "required":
		m.missing(f)
	case "invalid_type":
		m.wrongType(f)
	case "enum", "const":
		m.wrongValue(f)
	case "pattern":
		m.wrongForm(f)
	default:
		code, message, hint := limits(f)
		m.add(code, f.node, f.label()+" "+message, hint)
	}
}

// add reports an error at a node, which is taken out then.
func (m *mapper) add(code diag.Code, n *yamltree.Node, message, hint string) {
	m.say(code, n, message, hint)
	m.bad[n] = true
}

// say reports an error. A record with an error is taken out as a whole.
func (m *mapper) say(code diag.Code, n *yamltree.Node, message, hint string) {
	m.bag.Add(diag.Diagnostic{Code: code, Span: head(n), Message: message, Hint: hint})
	if !m.top && m.schema.sections[whole] != nil {
		m.bad[m.node] = true
	}
}

// label names what a message is about: a key, an item of its list, or the element.
func (f *finding) label() string {
	switch {
	case f.key == "":
		return "this"
	case f.item:
		return "an item of " + strconv.Quote(f.key)
	}
	return strconv.Quote(f.key)
}

// limits words the errors about lengths and counts.
func limits(f finding) (code diag.Code, message, hint string) {
	d := f.Details()
	switch f.Type() {
	case "string_gte":
		return diag.Empty, "is empty", "write a text, or leave the key out"
	case "string_lte":
		return diag.TooLong, fmt.Sprintf("is longer than %v characters", d["max"]), "shorten it; long documents are kept elsewhere and named"
	case "array_min_items":
		if fmt.Sprint(d["min"]) != "1" {
			return diag.WrongValue, fmt.Sprintf("needs %v items or more", d["min"]), ""
		}
		return diag.Empty, "is an empty list", "name at least one"
	case "array_min_properties":
		return diag.Empty, "is empty", "at least one key belongs here"
	case "number_gte", "number_lte":
		return diag.WrongValue, fmt.Sprintf("must be a number from %v to %v", f.want["minimum"], f.want["maximum"]), ""
	}
	return diag.WrongValue, "does not fit: " + diag.Printable(f.Description()), ""
}
