package schema

import (
	"encoding/json"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/yamltree"
)

// wrongType reports a value of the wrong kind.
func (m *mapper) wrongType(f finding) {
	if m.boolWord(f) {
		return
	}
	if f.node.Kind == yamltree.Text && f.node.Value == diag.Template {
		m.bad[f.node] = true // said before
		return
	}
	label := f.label()
	if f.key == "" {
		label = article(m.part.what)
	}
	code := m.typeCode(f)
	m.add(code, f.node, label+" must be "+typeName(f.want)+", found "+found(f.node), m.typeHint(f))
	if code == diag.MapForList {
		m.bad[f.node] = !m.unkeyed(f)
	}
}

// typeCode tells the usual mistakes from other wrong types.
func (m *mapper) typeCode(f finding) diag.Code {
	n, to := f.node, f.want["type"]
	switch {
	case n.Kind == yamltree.Null:
		return diag.NoValue
	case to == "string" && n.Kind < yamltree.Text:
		return diag.NotText
	case to == "array" && n.Kind == yamltree.Map && m.top && f.key != "":
		return diag.MapForList
	case m.element(f) != "":
		return diag.InlineElement
	}
	return diag.WrongType
}

// element is the id or name of an element that is written out where the name of one belongs, or "".
func (m *mapper) element(f finding) string {
	if f.want["type"] != "string" || m.schema.own && f.want[names] == nil {
		return ""
	}
	return inline(f.node)
}

// inline is the id or name of an element that is written where its id belongs, or "".
func inline(n *yamltree.Node) string {
	for _, key := range []string{"id", "name"} {
		if v := n.Get(key); v != nil && v.Kind == yamltree.Text {
			return diag.Printable(diag.Clip(v.Value, 40))
		}
	}
	return ""
}

// noun is what the checked part of the file describes.
func (m *mapper) noun() string {
	if m.top {
		return "system"
	}
	return m.part.what
}

func article(word string) string {
	if strings.ContainsRune("aeiou", rune(word[0])) {
		return "an " + word
	}
	return "a " + word
}

// found says what stands there.
func found(n *yamltree.Node) string {
	switch n.Kind {
	case yamltree.Text:
		return "the text " + diag.Quote(n.Value)
	case yamltree.Int, yamltree.Float:
		return "the number " + diag.Printable(diag.Clip(n.Value, 40))
	case yamltree.Bool:
		return n.Value
	}
	return n.Kind.String()
}

func typeName(want map[string]any) string {
	switch want["type"] {
	case "array":
		return "a list"
	case "object":
		return "a mapping"
	case "string":
		return "text"
	case "integer":
		return "a whole number"
	case "number":
		return "a number"
	case "boolean":
		return "true or false"
	}
	return "one word"
}

// typeHint says how to write what was probably meant.
func (m *mapper) typeHint(f finding) string {
	n, to := f.node, f.want["type"]
	value := diag.Printable(diag.Clip(n.Value, 40))
	if hint := oneOnly(f); hint != "" && to != "object" && to != "array" {
		return hint
	}
	switch {
	case to == "object" && m.tight(f) != "":
		return "a space belongs behind the colon: {" + m.tight(f) + "}"
	case n.Kind == yamltree.Null:
		return m.nothingHint(f)
	case to == "string" && n.Kind == yamltree.List && f.item:
		return "leave out the inner brackets: " + f.key + ": " + listed(n)
	case to == "array" && m.top && m.schema.sections[f.key] != nil:
		return m.sectionHint(f)
	case to == "array" && n.Kind < yamltree.List:
		return "a list of one is written " + f.key + ": [" + value + "]"
	case f.key == "out_of_scope" && n.Kind == yamltree.Bool:
		return noScope
	case f.want[names] != nil && m.schema.own && f.key == "id" && n.Kind != yamltree.Bool:
		return "ids begin with a letter: write such as " + m.noun() + "-" + value + ", wherever it is named"
	case f.want[names] != nil && m.schema.own && n.Kind < yamltree.Text && n.Kind != yamltree.Bool:
		return "ids begin with a letter: name the element as it is declared"
	case to == "string" && n.Kind < yamltree.Text:
		return `put it in quotes: "` + value + `"`
	case m.element(f) != "":
		return "declare it in its own section, and name it here by its id: " + inline(n)
	case to == "string" && n.Kind == yamltree.Map && m.schema.own:
		return "write a text; data of your own goes under a key that begins with x-"
	case to == "object" && f.key != "" && f.want["properties"] == nil:
		return "it is written " + f.key + ": {name: value}"
	case to == "object" && f.key != "" && n.Kind < yamltree.List:
		return "its keys are: " + strings.Join(keys(f.want["properties"]), ", ")
	case to == "object" && f.key == "" && n.Kind == yamltree.Text && m.schema.known(m.part) != "":
		return "write it as - " + m.schema.asItem(m.part, n.Value)
	case n.Quoted && to != "string" && json.Valid([]byte(n.Value)):
		return "write it without quotes"
	}
	return ""
}

// tight is a key and its value as they must be written, where a text is both without a space between, or "".
func (m *mapper) tight(f finding) string {
	key, value, ok := strings.Cut(f.node.Value, ":")
	if !ok || f.node.Kind != yamltree.Text || f.node.Quoted || m.schema.property(f.want, key) == nil {
		return ""
	}
	return key + ": " + diag.Printable(diag.Clip(value, 40))
}

// oneOnly says how to write a list of one where one value is wanted.
func oneOnly(f finding) string {
	n := f.node
	if f.item || n.Kind != yamltree.List || len(n.Items) != 1 || n.Items[0].Kind != yamltree.Text {
		return ""
	}
	return "write one without brackets: " + f.key + ": " + diag.Printable(diag.Clip(n.Items[0].Value, 40))
}
