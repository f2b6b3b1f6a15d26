package match

import (
	"slices"

	"tmodel/internal/graph"
)

// candidates are the elements in scope of a target's type, kind and family, in the order of ids.
func (e *Engine) candidates(t Target) []graph.Ref {
	if t.Element != "component" && len(t.Kinds) == 0 {
		return e.targets[t.Element+":"]
	}
	var out []graph.Ref
	for _, k := range t.Kinds {
		out = append(out, e.targets[t.Element+":"+k]...)
	}
	for _, f := range t.Families {
		out = append(out, e.targets["/"+f]...)
	}
	if len(t.Kinds)+len(t.Families) > 1 {
		slices.SortFunc(out, func(a, b graph.Ref) int { return int(a.Index) - int(b.Index) })
		out = slices.Compact(out)
	}
	return out
}
