package explain

import (
	"slices"
	"strings"
)

// language prints the sections of a system file and their keys, as the published schema has them.
func (p *page) language() {
	s := readSchema()
	p.head("language", s.root.Description)
	p.para("", "A star marks the keys that must be there. What is not said is unknown. Keys that begin with x- are yours.")
	shared := s.shared()
	for _, f := range s.root.fields() {
		p.line("")
		section := s.follow(f.schema)
		p.row(12, starred(s.root, f.name), sentences(f.schema.Description, section.Description))
		for _, key := range section.fields() {
			if !slices.ContainsFunc(shared, key.same) {
				p.row(16, "  "+starred(section, key.name), key.schema.Description+s.words(key.schema))
				p.fields(s, key, "    ", shared)
			}
		}
	}
	p.line("\nMost elements may also have")
	for _, key := range shared {
		p.row(16, "  "+key.name, key.schema.Description)
	}
	p.line("")
	p.para("", `"tmodel explain" and kinds, facts, controls or trust lists the words that stand under these keys; with the name of a kind it shows the kind's facts and an example. Rules have a language of their own: "tmodel explain clauses".`)
}

// starred is a key, with a star when it must be there.
func starred(in *node, key string) string {
	if slices.Contains(in.Required, key) {
		return key + "*"
	}
	return key
}

// sentences joins two descriptions of one thing; one that says the same adds nothing.
func sentences(a, b string) string {
	if a == b || b == "" {
		return a
	}
	return a + " " + b
}

// words are the words that a key may have, when they are few.
func (s *published) words(n *node) string {
	words := s.follow(n).Enum
	if len(words) == 0 || len(words) > 8 {
		return ""
	}
	return " One of: " + strings.Join(words, ", ") + "."
}

// shared are the keys that stand in at least four sections with the same description.
func (s *published) shared() []property {
	var out []property
	count := map[string]int{}
	for _, f := range s.root.fields() {
		for _, key := range s.follow(f.schema).fields() {
			if count[key.id()]++; count[key.id()] == 4 {
				out = append(out, key)
			}
		}
	}
	return out
}
