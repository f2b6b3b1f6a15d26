package report

import (
	"cmp"
	"slices"

	"tmodel/internal/graph"
	"tmodel/internal/register"
	"tmodel/internal/vocab"
)

// assumptions are the default sensitivities that ratings rest on, and an unknown criticality.
func assumptions(g *graph.Graph, r *register.Register) []Assumption {
	var out []Assumption
	if g.Criticality == vocab.LevelUnknown && len(r.Threats) > 0 {
		out = append(out, Assumption{g.System.ID.Value, "criticality", vocab.Medium.String()})
	}
	seen := map[Assumption]bool{}
	for t := range r.All() {
		if a := (Assumption{t.Terms.Stake, t.Terms.Property, t.Terms.Sensitivity.String()}); t.Terms.Assumed && t.Terms.Stake != "" && !seen[a] {
			seen[a] = true
			out = append(out, a)
		}
	}
	slices.SortFunc(out, func(a, b Assumption) int {
		return cmp.Or(cmp.Compare(a.Element, b.Element), cmp.Compare(a.What, b.What))
	})
	return out
}

// exclusions are the elements that the file declares out of scope, section by section.
func exclusions(g *graph.Graph) []Exclusion {
	var out []Exclusion
	for _, section := range []struct {
		kind graph.Type
		n    int
	}{{graph.ActorType, len(g.Actors)}, {graph.ZoneType, len(g.Zones)}, {graph.AssetType, len(g.Assets)},
		{graph.ComponentType, len(g.Components)}, {graph.FlowType, len(g.Flows)}, {graph.StageType, len(g.Stages)}} {
		for i := range section.n {
			r := graph.Ref{Type: section.kind, Index: int32(i)}
			if why := g.OutOfScope(r); why != "" {
				out = append(out, Exclusion{g.ID(r), why})
			}
		}
	}
	return out
}
