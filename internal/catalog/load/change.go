package load

import (
	"slices"

	"tmodel/internal/diag"
	"tmodel/internal/yamltree"
)

// Changed is a copy of a system in which some elements have other keys: set has their ids, and under each the keys that it
// has instead, or nothing when the element is not there. When set means what the system does not have, that key is
// unknown, and there is no copy.
func Changed(system, set *yamltree.Node) (out, unknown *yamltree.Node) {
	out = system.Clone()
	for _, p := range set.Pairs {
		if unknown := change(out, p); unknown != nil {
			return nil, unknown
		}
	}
	return out, nil
}

// NoSuch says of a key that it means nothing in the system that is to be changed.
func NoSuch(unknown *yamltree.Node) diag.Diagnostic {
	return diag.Diagnostic{Code: diag.BadRule, Span: unknown.Span, Message: "the example has nothing " + diag.Quote(unknown.Value) + " that could be changed",
		Hint: "a change names elements of its example; null takes away an element or a key that is there"}
}

// change changes one element, and is the key that means nothing.
func change(system *yamltree.Node, p yamltree.Pair) *yamltree.Node {
	for _, section := range system.Pairs {
		if own := section.Value; own.Kind == yamltree.Map && text(own, "id") == p.Key.Value {
			return merge(own, p.Value)
		}
		i := slices.IndexFunc(section.Value.Items, func(n *yamltree.Node) bool { return text(n, "id") == p.Key.Value })
		switch {
		case i < 0:
		case p.Value.Kind == yamltree.Null:
			section.Value.Items = slices.Delete(section.Value.Items, i, i+1)
			return nil
		default:
			return merge(section.Value.Items[i], p.Value)
		}
	}
	return p.Key
}

// merge gives a mapping other values. Facts and the like are mappings themselves, and keep what is not named.
func merge(into, from *yamltree.Node) *yamltree.Node {
	for _, p := range from.Pairs {
		i := slices.IndexFunc(into.Pairs, func(own yamltree.Pair) bool { return own.Key.Value == p.Key.Value })
		switch {
		case i < 0 && p.Value.Kind == yamltree.Null:
			return p.Key
		case i < 0:
			into.Pairs = append(into.Pairs, yamltree.Pair{Key: p.Key, Value: p.Value.Clone()})
		case p.Value.Kind == yamltree.Null:
			into.Pairs = slices.Delete(into.Pairs, i, i+1)
		case p.Value.Kind == yamltree.Map && into.Pairs[i].Value.Kind == yamltree.Map:
			if unknown := merge(into.Pairs[i].Value, p.Value); unknown != nil {
				return unknown
			}
		default:
			into.Pairs[i].Value = p.Value.Clone()
		}
	}
	return nil
}
