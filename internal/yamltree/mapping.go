package yamltree

import (
	"gopkg.in/yaml.v3"

	"tmodel/internal/diag"
)

// pairs fills a mapping and gives the size of what is in it. A key that stands twice is an error at the second
// place, and its values are read as one; merge keys are resolved, own keys first.
func (c *converter) pairs(n *yaml.Node, out *Node, depth int) (size int) {
	out.Pairs = make([]Pair, 0, len(n.Content)/2)
	index := indexFor(len(n.Content) / 2)
	var merges []*Node
	var merge *yaml.Node // the first key of them
	var again []Pair
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		if k.Kind == yaml.ScalarNode && k.Tag == "!!merge" {
			if merge != nil && !c.stopped {
				c.bag.Add(diag.Diagnostic{Code: diag.DuplicateKey, Span: c.span(k), Message: `the key "<<" stands twice in this mapping`,
					Notes: []diag.Note{{Span: c.span(merge), Message: "first here"}}, Hint: "name both mappings in one list: <<: [*one, *other]"})
			}
			if merge == nil {
				merge = k
			}
			r := c.node(v, depth+1)
			size += r.size
			merges = append(merges, r.node)
			continue
		}
		key, value := c.node(k, depth+1), c.node(v, depth+1)
		size += key.size + value.size
		if c.badKey(out, key.node) {
			continue
		}
		if first := index.find(out, key.node.Value); first != nil {
			c.duplicate(out, first, key.node, value.node)
			again = append(again, Pair{key.node, value.node})
			continue
		}
		index.add(key.node)
		out.Pairs = append(out.Pairs, Pair{key.node, value.node})
	}
	if len(again) > 0 && !c.bag.Full() {
		join(out, again)
	}
	for _, m := range merges {
		c.merge(m, index, out)
	}
	return size
}

// index finds the keys of a large mapping, where a scan for each key would be quadratic; nil for a small one.
type index map[string]*Node

func indexFor(keys int) index {
	if keys <= 32 {
		return nil
	}
	return make(index, keys)
}

// find is the key of that name in the mapping so far, or nil.
func (i index) find(in *Node, key string) *Node {
	if i == nil {
		return in.Key(key)
	}
	return i[key]
}

func (i index) add(key *Node) {
	if i != nil {
		i[key.Value] = key
	}
}

// badKey reports a key that is no text. {{ x }}, which other tools fill in, is a mapping with a mapping for a key;
// it goes on as a text, so that one mistake is said once.
func (c *converter) badKey(out, key *Node) bool {
	if c.stopped || key.Kind != Map && key.Kind != List && key.Kind != Null {
		return false
	}
	d := diag.Diagnostic{Code: diag.WrongType, Span: key.Span, Message: "a key must be text, found " + key.Kind.String()}
	switch {
	case key.Kind == Null:
		d.Hint = "write a key before the colon"
	case key.Kind == Map && key.Span.Line == out.Span.Line && key.Span.Col == out.Span.Col+1:
		out.Kind, out.Value = Text, diag.Template
		d.Span.Col--
		d.Code, d.Message, d.Hint = diag.Unfilled, "{{ opens a mapping inside a mapping", fillIt
	default:
		d.Hint = "a text that begins with [ or { must stand in quotes"
	}
	c.bag.Add(d)
	return true
}

// duplicate reports a key that stands twice.
func (c *converter) duplicate(out, first, key, value *Node) {
	if c.stopped || c.bag.Stop() {
		return
	}
	hint := "keep one of them"
	switch before := out.Get(key.Value); {
	case value.Kind == List && before.Kind == List:
		hint = "put the items of both under one of them, each once"
	case value.Kind == Map && before.Kind == Map:
		hint = "put the keys of both under one of them, each once"
	}
	c.bag.Add(diag.Diagnostic{
		Code: diag.DuplicateKey, Span: key.Span, Message: "the key " + diag.Quote(key.Value) + " stands twice in this mapping",
		Notes: []diag.Note{{Span: first.Span, Message: "first here"}}, Hint: hint,
	})
}

// merge adds the pairs of a merge key's value (a mapping or a list of them) that are not there yet.
func (c *converter) merge(v *Node, seen index, out *Node) {
	from := []*Node{v}
	if v.Kind == List {
		from = v.Items
	}
	if seen == nil {
		seen = index{}
		for _, p := range out.Pairs {
			seen.add(p.Key)
		}
	}
	for _, m := range from {
		if m.Kind != Map {
			if !c.stopped {
				c.bag.Add(diag.Diagnostic{Code: diag.WrongType, Span: v.Span, Message: "<< takes over the keys of mappings, found " + m.Kind.String(), Hint: "name a mapping by its alias: <<: *name"})
			}
			return
		}
		for _, p := range m.Pairs {
			if seen[p.Key.Value] == nil {
				seen.add(p.Key)
				out.Pairs = append(out.Pairs, p)
			}
		}
	}
}
