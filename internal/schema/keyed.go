package schema

import (
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
	name := *first.Key
	pairs := []yamltree.Pair{{Key: key(known, name.Span), Value: &name}}
	switch v := first.Value; v.Kind {
	case yamltree.Null:
		pairs = append(pairs, n.Pairs[1:]...)
	case yamltree.Map:
		if v.Get(known) != nil {
			pairs = nil
		}
		pairs = append(pairs, v.Pairs...)
	default:
		as := c.only(p, v)
		if as == "" {
			return
		}
		if as == "on" && v.Kind == yamltree.Text {
			v = &yamltree.Node{Kind: yamltree.List, Span: v.Span, Items: []*yamltree.Node{v}}
		}
		pairs = append(pairs, yamltree.Pair{Key: key(as, name.Span), Value: v})
	}
	c.bag.Add(diag.Diagnostic{Code: diag.MapForList, Span: name.Span, Message: article(p.what) + " is one mapping with its " + known + " in it, found the key " + diag.Quote(name.Value),
		Hint: "write - " + flat(pairs)})
	n.Pairs = pairs
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
