package schema

import (
	"fmt"
	"sort"
	"strconv"

	"tmodel/internal/yamltree"
)

// walk follows a path of the validator to a node, and gives the nearest key above it.
func walk(n *yamltree.Node, path []string) (*yamltree.Node, string) {
	key := ""
	for _, p := range path {
		if n.Kind == yamltree.List {
			if i, err := strconv.Atoi(p); err == nil && i < len(n.Items) {
				n = n.Items[i]
				continue
			}
			break
		}
		v := n.Get(p)
		if v == nil {
			break
		}
		n, key = v, p
	}
	return n, key
}

// at is the schema of the place that a path leads to, references followed; empty where there is none.
func (s *Schema) at(doc map[string]any, path []string) map[string]any {
	cur := s.resolve(doc)
	for _, p := range path {
		next := property(s, cur, p)
		if next == nil {
			if items, ok := cur["items"].(map[string]any); ok {
				next = s.resolve(items)
			} else if rest, ok := cur["additionalProperties"].(map[string]any); ok {
				next = map[string]any{"x-fact": true}
				for k, v := range s.resolve(rest) {
					next[k] = v
				}
			}
		}
		if next == nil {
			return map[string]any{}
		}
		cur = next
	}
	return cur
}

// property is the schema of a key, with the key's own description.
func property(s *Schema, in map[string]any, key string) map[string]any {
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

func keys(v any) []string {
	m, _ := v.(map[string]any)
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

func enum(v map[string]any) []string {
	list, _ := v["enum"].([]any)
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = fmt.Sprint(x)
	}
	return out
}
