package explain

import (
	"slices"
	"strings"
)

// systemKey is a key of a system file, and where it stands.
type systemKey struct {
	property
	of string
}

// keys are all keys of a system file, section by section: those of the file, of each section, and what lies in them.
func (s *published) keys() []systemKey {
	var out []systemKey
	add := func(of string, in *node) []property {
		for _, f := range in.fields() {
			out = append(out, systemKey{f, of})
		}
		return in.fields()
	}
	for _, section := range add("the file", s.root) {
		for _, key := range add(section.name, s.follow(section.schema)) {
			add(key.name+" of "+section.name, s.below(key))
		}
	}
	return out
}

// below is the schema of what has keys of its own below a key. Facts are told elsewhere.
func (s *published) below(key property) *node {
	if key.name == "facts" {
		return &node{}
	}
	return s.follow(key.schema)
}

// systemKeys are the names of those keys, each once.
func systemKeys() []string {
	var out []string
	for _, k := range readSchema().all {
		if !slices.Contains(out, k.name) {
			out = append(out, k.name)
		}
	}
	return out
}

// key tells where a key can stand in a system file, and what for; below one that has keys itself it lists those.
func (p *page) key(name string) bool {
	s := readSchema()
	var said []property // each description once
	places := map[string][]string{}
	for _, k := range s.all {
		if k.name != name {
			continue
		}
		if places[k.id()] = append(places[k.id()], k.of); len(places[k.id()]) == 1 {
			said = append(said, k.property)
		}
	}
	if len(said) > 0 {
		p.head(name, "a key of system files")
	}
	for i, k := range said {
		if i > 0 {
			p.line("")
		}
		p.para("", "In "+strings.Join(places[k.id()], ", ")+": "+sentences(k.schema.Description, s.follow(k.schema).Description)+s.words(k.schema))
		p.fields(s, k, "  ", nil)
	}
	return len(said) > 0
}

// fields lists the keys that stand below a key, but for some.
func (p *page) fields(s *published, key property, indent string, but []property) {
	in := s.below(key)
	for _, f := range in.fields() {
		if slices.ContainsFunc(but, f.same) {
			continue
		}
		p.row(15+len(indent), indent+starred(in, f.name), f.schema.Description+s.words(f.schema))
	}
}
