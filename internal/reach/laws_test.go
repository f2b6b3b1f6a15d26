package reach_test

import (
	"testing"

	"tmodel/internal/graph"
	"tmodel/internal/reach"
	"tmodel/internal/synthetic"
	"tmodel/internal/vocab"
)

// influenced is every (element, mode, class) and every (copy, strength, class) that has a path, by names.
func influenced(t *testing.T, text string) map[string]bool {
	t.Helper()
	g := resolve(t, text)
	a, out := reach.New(g), map[string]bool{}
	each(g, func(r graph.Ref) {
		for mode := reach.Input; mode <= reach.Own; mode++ {
			for class := vocab.Anonymous; class <= vocab.Administrator; class++ {
				if a.Influence(r, []reach.Mode{mode}, class, nil) != nil {
					out[g.ID(r)+" "+mode.String()+" "+g.Vocab.TrustWord(class)] = true
				}
			}
		}
	})
	for i := range g.Components {
		for j := range g.Assets {
			for s := reach.Aggregate; s <= reach.Verbatim; s++ {
				for class := vocab.Anonymous; class <= vocab.Administrator; class++ {
					if a.Disclosure(int32(i), int32(j), s, class) != nil {
						out[g.Components[i].ID.Value+" "+g.Assets[j].ID.Value+" "+s.String()+" "+g.Vocab.TrustWord(class)] = true
					}
				}
			}
		}
	}
	return out
}

func TestRemovingAFlowAddsNoInfluence(t *testing.T) {
	for seed := range 60 {
		text := []byte(tangle(seeded(uint64(seed), 5)))
		if seed%4 == 0 {
			text = synthetic.System(synthetic.Options{Components: 4 + seed/6, Seed: uint64(seed)})
		}
		before := influenced(t, string(text))
		for i := range synthetic.Flows(text) {
			if seed%4 == 0 && i%5 != seed%5 {
				continue // large ones are sampled
			}
			for state := range influenced(t, string(synthetic.RemoveFlow(text, i))) {
				if !before[state] {
					t.Fatalf("%s comes from the removal of flow %d of\n%s", state, i, text)
				}
			}
		}
	}
}
