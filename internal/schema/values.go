package schema

import (
	"fmt"
	"strconv"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/yamltree"
)

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
	n.Value = strings.TrimRight(n.Value, "\n")
	switch {
	case n.Kind == yamltree.List || n.Kind == yamltree.Map || n.Kind == yamltree.Null:
		m.noWord(f, allowed)
	case n.Value == diag.Template:
		m.bad[n] = true // said before
	case diag.Gap(n.Value) && m.schema.own:
		m.add(diag.Unfilled, n, f.label()+" is a gap that nobody filled in: "+diag.Quote(n.Value), oneOf("expected one of: ", allowed))
	case f.key == "kind" && m.schema.own:
		m.unknownKind(f, allowed)
	default:
		m.add(diag.WrongValue, n, f.label()+" can't be "+diag.Quote(n.Value), m.instead(f, allowed))
	}
}

// unknownKind reports a kind that there is not. One that is near to another is read as that, so that the facts of the
// element are looked at too.
func (m *mapper) unknownKind(f finding, allowed []string) {
	n := f.node
	hint := m.instead(f, allowed)
	m.add(diag.UnknownKind, n, f.label()+" can't be "+diag.Quote(n.Value), hint)
	if near := diag.Nearest(n.Value, allowed); near != "" && otherWord(f.key, n.Value, allowed) == "" {
		n.Value, m.bad[n] = near, false
	}
}

// noWord reports something that is no word where one of a few belongs.
func (m *mapper) noWord(f finding, allowed []string) {
	code, hint := diag.WrongType, oneOnly(f)
	if f.node.Kind == yamltree.Null {
		code = diag.NoValue
	}
	if hint == "" {
		hint = oneOf("expected one of: ", allowed)
	}
	m.add(code, f.node, f.label()+" must be one word, found "+found(f.node), hint)
}

// instead says which word to write: the language's own for what others call otherwise, the nearest, or any of all.
func (m *mapper) instead(f finding, allowed []string) string {
	value := f.node.Value
	word, near := otherWord(f.key, value, allowed), diag.Nearest(value, allowed)
	switch {
	case len(allowed) > 0 && allowed[0] == "low" && (value == "none" || value == "public"):
		return "low is the least, also for what everybody may know"
	case word != "" && m.schema.own:
		return "the word here is " + word
	case near != "" && len(allowed) <= 6:
		return "did you mean " + diag.Quote(near) + "? (" + strings.Join(allowed, ", ") + ")"
	case near != "":
		return "did you mean " + diag.Quote(near) + "?"
	}
	return oneOf("expected one of: ", allowed)
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
