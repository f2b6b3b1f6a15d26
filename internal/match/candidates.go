package match

import (
	"slices"

	"tmodel/internal/graph"
)

// candidates are the elements of a target's type, kind and family, in the order of ids.
func (e *Engine) candidates(t Target) []graph.Ref {
	switch t.Element {
	case "system":
		return refs(graph.SystemType, 1, nil)
	case "flow":
		return refs(graph.FlowType, len(e.g.Flows), nil)
	case "asset":
		return refs(graph.AssetType, len(e.g.Assets), func(i int) bool { return named(t.Kinds, e.g.Assets[i].Kind.ID) })
	case "stage":
		return refs(graph.StageType, len(e.g.Stages), func(i int) bool { return named(t.Kinds, e.g.Stages[i].Kind.ID) })
	}
	var out []graph.Ref
	for _, k := range t.Kinds {
		out = append(out, e.targets[k]...)
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

func named(kinds []string, kind string) bool { return len(kinds) == 0 || slices.Contains(kinds, kind) }

func refs(t graph.Type, n int, keep func(int) bool) []graph.Ref {
	out := make([]graph.Ref, 0, n)
	for i := range n {
		if keep == nil || keep(i) {
			out = append(out, graph.Ref{Type: t, Index: int32(i)})
		}
	}
	return out
}
