package eval

import (
	"fmt"
	"slices"

	"tmodel/internal/diag"
	"tmodel/internal/source"
	"tmodel/internal/yamltree"
)

// labels reads which cases there are and what is true of them.
func labels(f *source.File) (*Set, error) {
	root, err := tree(f)
	if err != nil {
		return nil, err
	}
	s := &Set{}
	if s.Entry, err = techniques(root.Get("entry")); err != nil {
		return nil, err
	}
	if root.Get("cases") == nil {
		return nil, fmt.Errorf("%s: no cases", f.Name)
	}
	for _, n := range root.Get("cases").Items {
		c, err := label(n)
		if err != nil {
			return nil, err
		}
		s.Cases = append(s.Cases, c)
	}
	return s, nil
}

// label reads one case. Its techniques are in two lists, which the score does not tell apart.
func label(n *yamltree.Node) (Case, error) {
	c := Case{ID: text(n, "id"), Class: text(n, "class"), Suitability: text(n, "suitability")}
	for _, key := range []string{"ai", "enterprise"} {
		ids, err := techniques(n.Get(key))
		if err != nil {
			return c, err
		}
		for _, id := range ids {
			if !slices.Contains(c.Truth, id) {
				c.Truth = append(c.Truth, id)
			}
		}
	}
	switch {
	case c.ID == "" || len(c.Truth) == 0:
		return c, fmt.Errorf("%s: a case has an id, and techniques in ai or enterprise", n.Span)
	case !slices.Contains(classes[:], c.Class):
		return c, fmt.Errorf("%s: the class %q is none of %v", n.Span, c.Class, classes)
	case (len(c.Truth) >= 3) != (c.Suitability == good):
		return c, fmt.Errorf("%s: %s has %d techniques and the suitability %q; %s is for three or more", n.Span, c.ID, len(c.Truth), c.Suitability, good)
	}
	return c, nil
}

// techniques reads a list of ATLAS ids, cut to four digits.
func techniques(n *yamltree.Node) ([]string, error) {
	if n == nil {
		return nil, nil
	}
	var out []string
	for _, item := range n.Items {
		id, ok := technique(item.Value)
		if !ok {
			return nil, fmt.Errorf("%s: %q is no technique; one is AML.T0051 or AML.T0051.001", item.Span, item.Value)
		}
		out = append(out, id)
	}
	return out, nil
}

// technique is the four-digit technique of an id: AML.T0051 of AML.T0051.001.
func technique(id string) (string, bool) {
	const short, long = len("AML.T0000"), len("AML.T0000.000")
	if len(id) != short && len(id) != long || id[:5] != "AML.T" {
		return "", false
	}
	return id[:short], true
}

// tree parses a file that has to be a mapping.
func tree(f *source.File) (*yamltree.Node, error) {
	bag := &diag.Bag{}
	root := yamltree.Parse(f, yamltree.DefaultLimits, bag)
	if err := said(bag); err != nil {
		return nil, err
	}
	if root.Kind != yamltree.Map {
		return nil, fmt.Errorf("%s: expected a mapping, found %s", f.Name, root.Kind)
	}
	return root, nil
}

// text is the scalar under a key, or "".
func text(n *yamltree.Node, key string) string {
	if v := n.Get(key); v != nil {
		return v.Value
	}
	return ""
}
