package schema

import (
	"slices"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/yamltree"
)

// probably says which key an unknown one was meant to be, or which there are.
func (m *mapper) probably(f finding, n *yamltree.Node, name string) string {
	if around := m.around(f, name); around != "" {
		return "write " + around + ": {" + name + ": " + shown(f.node.Get(name)) + "}"
	}
	if hint := m.section(f, n, name); hint != "" {
		return hint
	}
	known := keys(f.want["properties"])
	guess := synonyms[name]
	if guess == "" || !m.fits(f, name, guess) {
		guess = diag.Nearest(name, slices.DeleteFunc(slices.Clone(known), func(key string) bool { return !m.fits(f, name, key) || m.top && !alike(name, key) }))
	}
	if guess != "" {
		m.guess(f.path, guess)
		m.meant = append(m.meant, meant{f.node, n, guess, m.top && len(f.path) == 0 || m.schema.own && synonyms[name] != guess})
		return "did you mean " + diag.Quote(guess) + "?" + m.inside(f, name, guess)
	}
	if guess = m.already(f, name, known); guess != "" {
		return guess + " stands here already: keep one of the two, with all that belongs there"
	}
	hint := "the keys here are: " + strings.Join(known, ", ")
	if m.schema.own {
		hint += "; your own data goes under a key that begins with x-"
	}
	return hint
}

// around is the mapping that a key belongs into which stands beside it: sensitivity around confidentiality.
func (m *mapper) around(f finding, name string) string {
	for _, key := range keys(f.want["properties"]) {
		in := m.schema.property(f.want, key)
		if !m.top && f.node.Get(key) == nil && m.schema.property(in, name) != nil {
			return key
		}
	}
	return ""
}

// already is the key that was probably meant and stands beside the unknown one, or "".
func (m *mapper) already(f finding, name string, known []string) string {
	guess := synonyms[name]
	if guess == "" || m.schema.property(f.want, guess) == nil {
		guess = diag.Nearest(name, known)
	}
	longer := len(name) - len(guess)
	if f.node.Get(guess) == nil || synonyms[name] != guess && (longer > 2 || longer < -2 || !alike(name, guess)) {
		return "" // it only has the other as a part, or some of its letters
	}
	return guess
}

// fits says whether an unknown key can have been meant to be another: one that is there, and not there already, and
// takes more than a word where there is a mapping.
func (m *mapper) fits(f finding, name, key string) bool {
	p, v := m.schema.property(f.want, key), f.node.Get(name)
	if p == nil || f.node.Get(key) != nil {
		return false
	}
	return v == nil || v.Kind != yamltree.Map || p["type"] == "object" || p["type"] == "array" || p["type"] == nil && p["enum"] == nil && p["const"] == nil
}

// inside says which keys belong into a mapping that is meant where there is only a word.
func (m *mapper) inside(f finding, name, guess string) string {
	v, p := f.node.Get(name), m.schema.property(f.want, guess)
	if v == nil || v.Kind >= yamltree.List || p["type"] != "object" || p["properties"] == nil || m.top {
		return ""
	}
	return " It is a mapping with the keys " + strings.Join(keys(p["properties"]), ", ")
}

// shown is a scalar as a hint repeats it.
func shown(v *yamltree.Node) string {
	if v == nil || v.Kind >= yamltree.List || v.Value == "" {
		return "..."
	}
	return diag.Printable(diag.Clip(v.Value, 40))
}

// meant is a key that was probably meant by an unknown one.
type meant struct {
	in   *yamltree.Node
	key  *yamltree.Node
	as   string
	sure bool // the spelling says so, or what stands there can be nothing else
}

// rename gives unknown keys the names that were meant, so that what they hold is looked at too. It is false when there
// are none. The nodes may be shared by aliases, so that they are copied.
func rename(list []meant) bool {
	slices.SortFunc(list, func(x, y meant) int { return x.key.Span.Compare(y.key.Span) })
	renamed := false
	for _, r := range list {
		i := slices.IndexFunc(r.in.Pairs, func(p yamltree.Pair) bool { return p.Key == r.key })
		if i < 0 || !r.sure {
			continue
		}
		if there := r.in.Get(r.as); there != nil {
			renamed = r.join(there, i) || renamed
			continue
		}
		key := *r.key
		key.Value = r.as
		r.in.Pairs = slices.Clone(r.in.Pairs)
		r.in.Pairs[i].Key = &key
		renamed = true
	}
	return renamed
}

// join puts the items of a list under the key that was meant and stands there already. It is false when there is none.
func (r meant) join(there *yamltree.Node, i int) bool {
	list := r.in.Pairs[i].Value
	if list.Kind != yamltree.List || there.Kind != yamltree.List && there.Kind != yamltree.Null {
		return false
	}
	both := *there
	both.Kind, both.Items = yamltree.List, slices.Concat(there.Items, list.Items)
	r.in.Pairs = slices.Delete(slices.Clone(r.in.Pairs), i, i+1)
	at := slices.IndexFunc(r.in.Pairs, func(p yamltree.Pair) bool { return p.Key.Value == r.as })
	r.in.Pairs[at].Value = &both
	return true
}
