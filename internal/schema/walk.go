package schema

import (
	"fmt"
	"sort"
	"strconv"

	"tmodel/internal/source"
	"tmodel/internal/yamltree"
)

// walk follows a path of the validator to a node. key is the nearest key above it, and item says that the node
// is an item of that key's list.
func walk(n *yamltree.Node, path []string) (at *yamltree.Node, key string, item bool) {
	for _, p := range path {
		if n.Kind == yamltree.List {
			i, err := strconv.Atoi(p)
			if err != nil || i >= len(n.Items) {
				break
			}
			n, item = n.Items[i], true
			continue
		}
		v := n.Get(p)
		if v == nil {
			break
		}
		n, key, item = v, p, false
	}
	return n, key, item
}

// head is the place to mark for a node: the first key of a mapping in block style, all of a scalar.
func head(n *yamltree.Node) source.Span {
	at := n.Span
	if n.Kind == yamltree.Map && len(n.Pairs) > 0 {
		if k := n.Pairs[0].Key.Span; k.Line == at.Line && k.Col == at.Col {
			return k
		}
	}
	return at
}

// at is the schema of the place that a path leads to, references followed; empty where there is none.
func (s *Schema) at(doc map[string]any, path []string) map[string]any {
	cur := s.resolve(doc)
	for _, p := range path {
		next := s.property(cur, p)
		if next == nil {
			if items, ok := cur["items"].(map[string]any); ok {
				next = s.resolve(items)
			} else if rest, ok := cur["additionalProperties"].(map[string]any); ok {
				next = s.resolve(rest)
			} else {
				return map[string]any{}
			}
		}
		cur = next
	}
	return cur
}

// property is the schema of a key, with the key's own description; nil when there is no such key.
func (s *Schema) property(in map[string]any, key string) map[string]any {
	properties, _ := in["properties"].(map[string]any)
	p, ok := properties[key].(map[string]any)
	if !ok {
		return nil
	}
	out := map[string]any{}
	for k, v := range s.resolve(p) {
		out[k] = v
	}
	if d, ok := p["description"]; ok {
		out["description"] = d
	}
	return out
}

func (s *Schema) resolve(v map[string]any) map[string]any {
	for range 8 {
		name, ok := refName(v)
		if !ok {
			return v
		}
		next, ok := s.definitions[name].(map[string]any)
		if !ok {
			return map[string]any{}
		}
		v = next
	}
	return v
}

// keys are the keys of a mapping, sorted.
func keys(v any) []string {
	m, _ := v.(map[string]any)
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

// words are the items of a list in the schema.
func words(v any) []string {
	list, _ := v.([]any)
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = fmt.Sprint(x)
	}
	return out
}
