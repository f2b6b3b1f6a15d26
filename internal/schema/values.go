package schema

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/yamltree"
)

// wrongType reports a value of the wrong kind.
func (m *mapper) wrongType(f finding) {
	if m.boolWord(f) {
		return
	}
	label := f.label()
	if f.key == "" {
		label = article(m.part.what)
	}
	m.add(diag.WrongType, f.node, label+" must be "+typeName(f.want)+", found "+found(f.node), m.typeHint(f))
}

func article(word string) string {
	if strings.ContainsRune("aeiou", rune(word[0])) {
		return "an " + word
	}
	return "a " + word
}

// firstKey is the first key of a mapping.
func firstKey(n *yamltree.Node) string {
	if len(n.Pairs) == 0 {
		return "..."
	}
	return diag.Printable(diag.Clip(n.Pairs[0].Key.Value, 40))
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
	case n.Kind == yamltree.Null && to == "array":
		return "write an empty list as [], or leave the key out"
	case n.Kind == yamltree.Null && (f.item || f.key == ""):
		return "remove the empty item"
	case n.Kind == yamltree.Null:
		return "give it a value, or leave the key out"
	case to == "array" && n.Kind == yamltree.Map && m.top:
		return "write each as an item of its own: - {id: " + firstKey(n) + ", ...}"
	case to == "array" && n.Kind < yamltree.List:
		return "a list of one is written " + f.key + ": [" + value + "]"
	case to == "string" && n.Kind < yamltree.Text:
		return `put it in quotes: "` + value + `"`
	case to == "string" && n.Kind == yamltree.Map && m.schema.own:
		return "write a text; data of your own goes under a key that begins with x-"
	case to == "object" && f.key != "" && f.want["properties"] == nil:
		return "it is written " + f.key + ": {name: value}"
	case to == "object" && f.key != "" && n.Kind < yamltree.List:
		return "its keys are: " + strings.Join(keys(f.want["properties"]), ", ")
	case to == "object" && f.key == "" && n.Kind == yamltree.Text && m.schema.property(f.want, "id") != nil:
		return "write it as - {id: " + value + ", ...}"
	case n.Quoted && to != "string" && json.Valid([]byte(n.Value)):
		return "write it without quotes"
	}
	return ""
}

// oneOnly says how to write a list of one where one value is wanted.
func oneOnly(f finding) string {
	n := f.node
	if n.Kind != yamltree.List || len(n.Items) != 1 || n.Items[0].Kind != yamltree.Text {
		return ""
	}
	return "write one without brackets: " + f.key + ": " + diag.Printable(diag.Clip(n.Items[0].Value, 40))
}

// boolWord repairs true and false where the language says yes and no.
func (m *mapper) boolWord(f finding) bool {
	takesYes := false
	for _, v := range words(f.want["enum"]) {
		takesYes = takesYes || v == "yes"
	}
	n := f.node
	if n.Kind != yamltree.Bool || !takesYes {
		return false
	}
	old := n.Value
	n.Kind, n.Value = yamltree.Text, "no"
	if strings.EqualFold(old, "true") {
		n.Value = "yes"
	}
	m.bag.Add(diag.Diagnostic{Code: diag.BoolWord, Span: n.Span, Message: fmt.Sprintf("%s: %s is read as %s", f.label(), old, n.Value), Hint: "write " + n.Value})
	return true
}

// wrongValue reports a word that is none of those allowed, and another version of the language.
func (m *mapper) wrongValue(f finding) {
	n := f.node
	if c, ok := f.want["const"]; ok {
		m.version(f, fmt.Sprint(c))
		return
	}
	if m.boolWord(f) {
		return
	}
	allowed := words(f.want["enum"])
	if n.Kind == yamltree.List || n.Kind == yamltree.Map || n.Kind == yamltree.Null {
		hint := oneOnly(f)
		if hint == "" {
			hint = "expected one of: " + strings.Join(allowed, ", ")
		}
		m.add(diag.WrongType, n, f.label()+" must be one word, found "+found(n), hint)
		return
	}
	hint := "expected one of: " + strings.Join(allowed, ", ")
	if near := diag.Nearest(n.Value, allowed); near != "" && len(allowed) <= 6 {
		hint = "did you mean " + diag.Quote(near) + "? (" + strings.Join(allowed, ", ") + ")"
	} else if near != "" {
		hint = "did you mean " + diag.Quote(near) + "?"
	}
	m.add(diag.WrongValue, n, f.label()+" can't be "+diag.Quote(n.Value), hint)
}

// version reports a language version that this program does not read. The rest of such a file can't be judged.
func (m *mapper) version(f finding, want string) {
	if f.node.Kind == yamltree.Text && f.node.Value == want {
		m.add(diag.WrongType, f.node, f.label()+" must be the number "+want+", found "+found(f.node), "write it without quotes")
		return
	}
	m.add(diag.UnknownVersion, f.node, f.label()+" must be "+want+", found "+found(f.node), "this program reads version "+want+" of the language")
	m.bad[m.node], m.over = true, true
}

// wrongForm reports a text that does not match its pattern.
func (m *mapper) wrongForm(f finding) {
	pattern, _ := f.want["pattern"].(string)
	hint := "it must match " + pattern
	if examples := words(f.want["examples"]); len(examples) > 0 {
		hint = "it is written like " + strconv.Quote(examples[0])
	}
	code := diag.WrongValue
	if f.key == "id" {
		code = diag.BadID
	}
	m.add(code, f.node, f.label()+" can't be "+diag.Quote(f.node.Value), hint)
}
