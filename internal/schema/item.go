package schema

import (
	"slices"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/yamltree"
)

// known is the key that items of a part are known by: id, use for controls, "" where there is none.
func (s *Schema) known(p *part) string {
	item := s.resolve(p.doc)
	for _, key := range []string{"id", "use"} {
		if s.property(item, key) != nil {
			return key
		}
	}
	return ""
}

// asItem is how a text that stands for an element is written as one.
func (s *Schema) asItem(p *part, text string) string {
	text = diag.Printable(diag.Clip(text, 60))
	item := s.resolve(p.doc)
	for _, arrow := range []string{"->", "=>", "→"} {
		from, to, ok := strings.Cut(text, arrow)
		if ok && s.property(item, "from") != nil {
			return "{id: ..., from: " + strings.TrimSpace(from) + ", to: " + strings.TrimSpace(to) + "}"
		}
	}
	if strings.Trim(text, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" && s.property(item, "name") != nil {
		return "{id: ..., name: " + text + ", ...}"
	}
	return "{" + s.known(p) + ": " + text + ", ...}"
}

// nothingHint says what to do about a key or an item with nothing behind it.
func (m *mapper) nothingHint(f finding) string {
	switch {
	case f.item || f.key == "":
		return "remove the empty item"
	case m.required(f):
		return "give it a value: it can't be left out"
	case f.want["type"] == "array":
		return "write an empty list as [], or leave the key out"
	}
	return "give it a value, or leave the key out"
}

// required says whether the key that a finding is about must be there.
func (m *mapper) required(f finding) bool {
	if len(f.path) == 0 || f.item {
		return false
	}
	in := m.schema.at(m.part.doc, f.path[:len(f.path)-1])
	return slices.Contains(words(in["required"]), f.key)
}

// sectionHint says how the list is written that a section must be.
func (m *mapper) sectionHint(f finding) string {
	n, p := f.node, m.schema.sections[f.key]
	known := m.schema.known(p)
	switch {
	case n.Kind < yamltree.List:
		return "write each as an item of its own: - " + m.schema.asItem(p, n.Value)
	case len(n.Pairs) == 0:
		return "an empty list is written []"
	case n.Get(known) != nil && n.Get(known).Kind < yamltree.List:
		return "begin each item with -, before its first key: - " + firstLine(n)
	}
	first := n.Pairs[0]
	if id := first.Value.Get(known); id != nil && id.Kind == yamltree.Text {
		return "write each as an item of its own: - " + m.schema.asItem(p, id.Value)
	}
	key := diag.Printable(diag.Clip(first.Key.Value, 40))
	switch {
	case first.Value.Kind == yamltree.List && known == "use":
		return "write each as an item of its own: - {use: " + key + ", on: " + listed(first.Value) + ", ...}"
	case first.Value.Kind == yamltree.List:
		return "put the items of " + key + " right under " + f.key + ", and leave " + key + " out"
	}
	return "write each as an item of its own: - " + m.schema.asItem(p, first.Key.Value)
}

// firstLine is the beginning of a mapping, as it is written in block style.
func firstLine(n *yamltree.Node) string {
	value := n.Pairs[0].Value
	if value.Kind >= yamltree.List {
		return diag.Printable(diag.Clip(n.Pairs[0].Key.Value, 40)) + ": ..."
	}
	return diag.Printable(diag.Clip(n.Pairs[0].Key.Value, 40)) + ": " + diag.Printable(diag.Clip(value.Value, 40))
}

// listed is a list of words as hints write it.
func listed(n *yamltree.Node) string {
	var out []string
	for _, i := range n.Items {
		if i.Kind != yamltree.Text || len(out) == 4 {
			return "[" + strings.Join(append(out, "..."), ", ") + "]"
		}
		out = append(out, diag.Printable(diag.Clip(i.Value, 40)))
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// flat is a mapping on one line, as hints write it: its scalars, as far as they are short.
func flat(pairs []yamltree.Pair) string {
	var out []string
	for i, p := range pairs {
		key := diag.Printable(diag.Clip(p.Key.Value, 40)) + ": "
		switch v := p.Value; {
		case i == 3:
			return "{" + strings.Join(append(out, "..."), ", ") + "}"
		case v.Kind == yamltree.List:
			out = append(out, key+listed(v))
		case v.Kind == yamltree.Map || v.Kind == yamltree.Null || len(v.Value) > 40 || strings.ContainsAny(v.Value, ",:{}[]#\"'\n"):
			out = append(out, key+"...")
		default:
			out = append(out, key+diag.Printable(v.Value))
		}
	}
	return "{" + strings.Join(out, ", ") + "}"
}
