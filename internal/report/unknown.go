package report

import (
	"cmp"
	"slices"
	"strings"

	"tmodel/internal/graph"
	"tmodel/internal/register"
	"tmodel/internal/vocab"
)

// questions collects the missing facts that threats rest on, the most settling first.
func questions(g *graph.Graph, r *register.Register) []Question {
	index := map[[2]string]int{}
	var out []Question
	for _, t := range slices.Concat(r.Threats, r.Concerns) {
		for _, e := range t.Evidence {
			if e.Missing == "" {
				continue
			}
			key := [2]string{e.Element, e.Missing}
			i, ok := index[key]
			if !ok {
				i = len(out)
				index[key] = i
				out = append(out, Question{Element: e.Element, Fact: e.Missing, Values: valuesOf(g.Vocab, e.Missing)})
			}
			if said := out[i].Threats; len(said) == 0 || said[len(said)-1] != t.ID { // two clauses may ask for one fact
				out[i].Threats = append(said, t.ID)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Question) int {
		return cmp.Or(cmp.Compare(len(b.Threats), len(a.Threats)), cmp.Compare(a.Element, b.Element), cmp.Compare(a.Fact, b.Fact))
	})
	return out
}

// valuesOf are the words that answer a question.
func valuesOf(v *vocab.Vocabulary, missing string) []string {
	if name, ok := strings.CutPrefix(missing, "facts."); ok {
		if f := v.Fact(name); f != nil {
			return f.Values
		}
	}
	switch missing {
	case "encrypted":
		return []string{"yes", "no"}
	case "authentication":
		return []string{"none", "shared", "individual", "mutual"}
	case "personal_data":
		return []string{"none", "personal", "special-category"}
	case "origin":
		return vocab.Words(v.OriginTrust)
	}
	return nil
}

// assumptions are the default sensitivities that ratings rest on, and an unknown criticality.
func assumptions(g *graph.Graph, r *register.Register) []Assumption {
	var out []Assumption
	if g.Criticality == vocab.LevelUnknown && len(r.Threats) > 0 {
		out = append(out, Assumption{g.System.ID.Value, "criticality", vocab.Medium.String()})
	}
	seen := map[Assumption]bool{}
	for _, t := range slices.Concat(r.Threats, r.Concerns) {
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
