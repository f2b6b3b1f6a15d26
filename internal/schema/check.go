package schema

import (
	"fmt"
	"slices"

	"github.com/xeipuuv/gojsonschema"

	"tmodel/internal/diag"
	"tmodel/internal/yamltree"
)

// Check reports what in the tree does not fit, and takes it out: what is left of a system can be resolved, so
// that one run finds the mistakes of all stages; of a list of records those are left that fit as a whole. It is
// false when nothing is left to go on with. A scalar whose meaning is beyond doubt (true for yes) is repaired,
// with a warning.
func (s *Schema) Check(root *yamltree.Node, bag *diag.Bag) (bool, error) {
	c := &checker{schema: s, bag: bag, doubled: s.own && bag.Failed(), bad: map[*yamltree.Node]bool{}}
	if c.stranger(root) {
		return false, nil
	}
	if err := c.check(s.root, root, true); err != nil || c.bad[root] {
		return false, err
	}
	if err := c.lists(root); err != nil || bag.Full() {
		return false, err
	}
	if len(c.bad) > 0 {
		c.prune(root, true)
	}
	slices.SortFunc(c.beside, func(x, y beside) int { return x.key.Span.Compare(y.key.Span) })
	for _, b := range c.beside {
		b.move()
	}
	return true, nil
}

// checker holds one tree against a schema.
type checker struct {
	schema *Schema
	bag    *diag.Bag

	beside  []beside                // facts that stand beside the facts
	doubled bool                    // there may be keys that stand twice
	bad     map[*yamltree.Node]bool // what does not fit
}

// lists checks the items of the top-level lists, in the order of the file.
func (c *checker) lists(root *yamltree.Node) error {
	if p := c.schema.sections[whole]; p != nil {
		return c.items(p, root)
	}
	for _, pair := range root.Pairs {
		if p := c.schema.sections[pair.Key.Value]; p != nil {
			if err := c.items(p, pair.Value); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *checker) items(p *part, list *yamltree.Node) error {
	known := c.schema.known(p)
	for _, item := range list.Items {
		if c.bag.Stop() {
			return nil
		}
		if c.schema.own && known != "" && item.Kind == yamltree.Map && item.Get(known) == nil {
			c.keyed(p, item, known)
		}
		if err := c.check(p, item, false); err != nil {
			return err
		}
		if c.doubled {
			if err := c.again(p, item, item); err != nil {
				return err
			}
		}
	}
	return nil
}

// again checks an item with what else its keys were given, where one stands twice, and takes the value out: nobody
// knows which is meant, so that nothing can rest on either.
func (c *checker) again(p *part, item, n *yamltree.Node) error {
	for _, pair := range n.Pairs {
		v := pair.Value
		if v.Kind >= yamltree.List || len(v.Items) == 0 {
			if err := c.again(p, item, v); err != nil {
				return err
			}
			continue
		}
		first := *v
		for _, other := range first.Items {
			*v = *other
			if err := c.check(p, item, false); err != nil {
				return err
			}
		}
		*v = first
		c.bad[v] = true
	}
	return nil
}

// check holds one node against a part of the schema.
func (c *checker) check(p *part, n *yamltree.Node, top bool) error {
	if err := p.compile(); err != nil {
		return err
	}
	v := valuer{own: c.schema.own, left: elementNodes}
	plain := v.value(n, top)
	if v.left < 0 {
		c.bad[n] = true
		c.bag.Add(diag.Diagnostic{Code: diag.TooLarge, Span: head(n), Message: fmt.Sprintf("this %s has more than %d values", p.what, elementNodes),
			Hint: "nothing that a person wrote has so many: look for a list or a mapping that a program filled"})
		return nil
	}
	result, err := p.compiled.Validate(gojsonschema.NewRawLoader(plain))
	if err != nil {
		return fmt.Errorf("validate %q: %w", p.what, err)
	}
	if !result.Valid() {
		m := mapper{checker: c, part: p, node: n, top: top}
		m.all(result.Errors())
		if rename(m.meant) {
			return c.check(p, n, top)
		}
	}
	if c.schema.own && !top {
		c.scope(n)
	}
	return nil
}

// prune takes out what does not fit. Of a section that is no list an empty one stays, so that it is known to
// have had something. What stands under an unknown key at the margin stays, so that it is known what it declares.
func (c *checker) prune(n *yamltree.Node, top bool) {
	pairs := n.Pairs[:0:0]
	for _, p := range n.Pairs {
		switch {
		case top && c.bad[p.Value] && c.schema.sections[p.Key.Value] != nil:
			p.Value = &yamltree.Node{Kind: yamltree.List, Cut: true, Span: p.Value.Span}
		case top && c.schema.own && c.bad[p.Key] && p.Value.Kind >= yamltree.List && !c.bad[p.Value]:
			// nobody knows what is declared there, but that it is
		case c.bad[p.Value] || c.bad[p.Key]:
			continue
		default:
			c.prune(p.Value, false)
		}
		pairs = append(pairs, p)
	}
	items := n.Items[:0:0]
	for _, i := range n.Items {
		if !c.bad[i] {
			c.prune(i, false)
			items = append(items, i)
		}
	}
	n.Cut = len(pairs) < len(n.Pairs) || len(items) < len(n.Items)
	n.Pairs, n.Items = pairs, items
}
