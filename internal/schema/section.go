package schema

import (
	"slices"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/yamltree"
)

// mostRead is how many items of a list are read to know what they are.
const mostRead = 50

// section says which section an unknown key at the margin of the file was meant to be, by its name or else by what
// stands under it, or "" when it is no list of elements.
func (m *mapper) section(f finding, n *yamltree.Node, name string) string {
	list := f.node.Get(name)
	if !m.schema.own || !m.top || len(f.path) > 0 || list == nil || list.Kind != yamltree.List || len(list.Items) == 0 {
		return ""
	}
	known := keys(f.want["properties"])
	guess := synonyms[name]
	if m.schema.sections[guess] == nil {
		guess = diag.Nearest(name, known)
	}
	if m.schema.sections[guess] == nil || synonyms[name] != guess && !alike(name, guess) {
		guess = m.schema.reads(list)
	}
	if guess == "" {
		return "the keys here are: " + strings.Join(known, ", ") + "; your own data goes under a key that begins with x-"
	}
	m.meant = append(m.meant, meant{f.node, n, guess, true})
	switch there := f.node.Get(guess); {
	case there == nil:
		return "did you mean " + diag.Quote(guess) + "?"
	case there.Kind != yamltree.List && there.Kind != yamltree.Null:
		return guess + " stands here already: keep one of the two, with all that belongs there"
	}
	return guess + " stands here already: put the items of both under it, each once"
}

// alike says whether a key can be a slip of another: they begin alike, or one has the other as a part.
func alike(name, key string) bool {
	name = strings.ToLower(name)
	return name != "" && (name[0] == key[0] || strings.Contains(name, key) || strings.Contains(key, name))
}

// reads is the one section whose elements most items of a list can be, or "".
func (s *Schema) reads(list *yamltree.Node) string {
	items := list.Items[:min(len(list.Items), mostRead)]
	best, most, tie := "", len(items)/2, false
	for _, name := range keys(s.root.doc["properties"]) {
		p, n := s.sections[name], 0
		if p == nil {
			continue
		}
		item := s.resolve(p.doc)
		for _, i := range items {
			if s.couldBe(item, i) {
				n++
			}
		}
		switch {
		case n > most:
			best, most, tie = name, n, false
		case n == most:
			tie = true
		}
	}
	if tie {
		return ""
	}
	return best
}

// couldBe says whether an item has what an element needs, and nothing that it can't have.
func (s *Schema) couldBe(element map[string]any, item *yamltree.Node) bool {
	for _, name := range words(element["required"]) {
		if item.Get(name) == nil {
			return false
		}
	}
	for _, pair := range item.Pairs {
		p := s.property(element, pair.Key.Value)
		if p == nil && !strings.HasPrefix(pair.Key.Value, "x-") {
			return false
		}
		if allowed := words(p["enum"]); len(allowed) > 0 && !slices.Contains(allowed, pair.Value.Value) {
			return false
		}
	}
	return item.Kind == yamltree.Map
}
