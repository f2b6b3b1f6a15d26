package schema

import (
	"slices"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/source"
	"tmodel/internal/yamltree"
)

// keyed reports an item that has its name for a key, and reads it as the element that is meant: "- api: {kind: gateway}",
// "- api: gateway", or "- api:" with the keys of the element below it, indented as deep.
func (c *checker) keyed(p *part, n *yamltree.Node, known string) {
	if !c.onlyAName(p, n) {
		return
	}
	first := n.Pairs[0]
	pairs := c.named(p, first, known)
	if pairs == nil {
		return
	}
	if first.Value.Kind == yamltree.Null {
		pairs = append(pairs, n.Pairs[1:]...)
	}
	c.bag.Add(diag.Diagnostic{Code: diag.MapForList, Span: first.Key.Span, Message: article(p.what) + " is one mapping with its " + known + " in it, found the key " + diag.Quote(first.Key.Value),
		Hint: "write - " + flat(pairs)})
	n.Pairs = pairs
}

// named are the keys of the element that is meant by its name and what stands behind it, or nil.
func (c *checker) named(p *part, pair yamltree.Pair, known string) []yamltree.Pair {
	name := *pair.Key
	pairs := []yamltree.Pair{{Key: key(known, name.Span), Value: &name}}
	switch v := pair.Value; v.Kind {
	case yamltree.Null:
		return pairs
	case yamltree.Map:
		if v.Get(known) != nil {
			pairs = nil
		}
		return append(pairs, v.Pairs...)
	default:
		as := c.only(p, v)
		if as == "" {
			return nil
		}
		if as == "on" && v.Kind == yamltree.Text {
			v = &yamltree.Node{Kind: yamltree.List, Span: v.Span, Items: []*yamltree.Node{v}}
		}
		return append(pairs, yamltree.Pair{Key: key(as, name.Span), Value: v})
	}
}

// unkeyed reads a section that is a mapping of elements by their names as the list that is meant. It is false when
// something there can be no element. The nodes may be shared by aliases, so that they are copied.
func (m *mapper) unkeyed(f finding) bool {
	p := m.schema.sections[f.key]
	at := slices.IndexFunc(m.node.Pairs, func(p yamltree.Pair) bool { return p.Value == f.node && p.Key.Value == f.key })
	if !m.schema.own || p == nil || at < 0 || f.node.Kind != yamltree.Map {
		return false
	}
	known := m.schema.known(p)
	if id := f.node.Get(known); known == "" || id != nil && id.Kind < yamltree.List {
		return false // it is one element
	}
	list := &yamltree.Node{Kind: yamltree.List, Span: f.node.Span}
	m.node.Pairs = slices.Clone(m.node.Pairs)
	if inner := wrapped(f.node); inner != nil {
		m.node.Pairs[at].Value = inner
		return true
	}
	for _, pair := range f.node.Pairs {
		if strings.HasPrefix(pair.Key.Value, "x-") {
			continue
		}
		pairs := m.named(p, pair, known)
		if pairs == nil {
			return false
		}
		list.Items = append(list.Items, &yamltree.Node{Kind: yamltree.Map, Span: pair.Key.Span, Pairs: pairs})
	}
	m.node.Pairs[at].Value = list
	return len(list.Items) > 0
}

// wrapped is the list of elements that stands under a key too many, or nil.
func wrapped(n *yamltree.Node) *yamltree.Node {
	if len(n.Pairs) != 1 {
		return nil
	}
	list := n.Pairs[0].Value
	if list.Kind != yamltree.List || !slices.ContainsFunc(list.Items, func(i *yamltree.Node) bool { return i.Kind == yamltree.Map }) {
		return nil
	}
	return list
}

func key(name string, at source.Span) *yamltree.Node {
	return &yamltree.Node{Kind: yamltree.Text, Value: name, Span: at}
}

// onlyAName says whether the first key of an item can be nothing but its name: no key of the language, nor near to one,
// and alone, or with nothing behind it before keys of the language.
func (c *checker) onlyAName(p *part, n *yamltree.Node) bool {
	if len(n.Pairs) == 0 || len(n.Pairs) > 1 && n.Pairs[0].Value.Kind != yamltree.Null {
		return false
	}
	properties, _ := c.schema.resolve(p.doc)["properties"].(map[string]any)
	for i, pair := range n.Pairs {
		_, is := properties[pair.Key.Value]
		if strange := !is && !strings.HasPrefix(pair.Key.Value, "x-"); strange != (i == 0) {
			return false
		}
	}
	name := n.Pairs[0].Key.Value
	return diag.Nearest(name, keys(properties)) == "" && properties[synonyms[name]] == nil
}

// only is the key that a single value of an element is for: the place of a control, the kind, the trust; or "".
func (c *checker) only(p *part, v *yamltree.Node) string {
	properties, _ := c.schema.resolve(p.doc)["properties"].(map[string]any)
	for _, key := range []string{"on", "kind", "trust"} {
		if properties[key] != nil && (v.Kind == yamltree.Text || v.Kind == yamltree.List && key == "on") {
			return key
		}
	}
	return ""
}
