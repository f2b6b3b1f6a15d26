package schema

import (
	"encoding/json"
	"strings"

	"tmodel/internal/yamltree"
)

// elementNodes is how many values one element may have. One call of the validator collects all errors of an
// element, so that this bounds their number too.
const elementNodes = 20_000

// valuer makes plain values, as the validator wants them.
type valuer struct {
	own  bool // x- keys are the user's and left out
	left int
}

// value is the plain value of a node. At the top, lists are given empty: their items come one by one.
func (v *valuer) value(n *yamltree.Node, top bool) any {
	if v.left--; v.left < 0 {
		return nil
	}
	switch n.Kind {
	case yamltree.Map:
		m := make(map[string]any, min(len(n.Pairs), v.left))
		for _, p := range n.Pairs {
			switch {
			case v.left < 0:
				return nil
			case v.own && strings.HasPrefix(p.Key.Value, "x-"):
			case top && p.Value.Kind == yamltree.List:
				m[p.Key.Value] = []any{}
				v.left--
			default:
				m[p.Key.Value] = v.value(p.Value, false)
			}
		}
		return m
	case yamltree.List:
		return v.list(n, top)
	case yamltree.Bool:
		return strings.EqualFold(n.Value, "true")
	case yamltree.Int, yamltree.Float:
		return json.Number(n.Value)
	case yamltree.Null:
		return nil
	}
	return strings.TrimRight(n.Value, "\n") // as model reads it
}

func (v *valuer) list(n *yamltree.Node, top bool) any {
	if top {
		return []any{}
	}
	if len(n.Items) > v.left {
		v.left = -1
		return nil
	}
	l := make([]any, len(n.Items))
	for i, item := range n.Items {
		l[i] = v.value(item, false)
	}
	return l
}
