package reach_test

import (
	"testing"

	"tmodel/internal/graph"
	"tmodel/internal/reach"
	"tmodel/internal/synthetic"
	"tmodel/internal/vocab"
)

func TestAgreesWithReference(t *testing.T) {
	opened = 0
	defer func() {
		if opened < 20 {
			t.Errorf("credentials were used only %d times, so nothing was tested", opened)
		}
	}()
	for seed := range 40 {
		text := string(synthetic.System(synthetic.Options{Components: 3 + seed%18, Seed: uint64(seed)}))
		compare(t, text)
	}
	for seed := range 150 {
		compare(t, tangle(seeded(uint64(seed), 3)))
	}
}

// opened counts the classes that used a credential.
var opened int

// compare asks the fast and the slow solver about every element, mode and class.
func compare(t *testing.T, text string) {
	t.Helper()
	g := resolve(t, text)
	a, slow := reach.New(g), newReference(g)
	for class := vocab.Anonymous; class <= vocab.Administrator; class++ {
		answer := slow.solveAll(class)
		want := answer.ways
		if answer.opened {
			opened++
		}
		each(g, func(r graph.Ref) {
			for mode := reach.Input; mode <= reach.Own; mode++ {
				got, reached := reach.WayTo(a, r, mode, class)
				expect, reachable := cheapest(g, want, r, mode)
				if answer.opened { // only how often it is weakened is compared then
					got, expect = reach.Way{Attenuation: got.Attenuation}, reach.Way{Attenuation: expect.Attenuation}
				}
				if reached != reachable || got != expect {
					t.Fatalf("%s %s %s: got %v %v, want %v %v in\n%s", g.Vocab.TrustWord(class), mode, g.ID(r), reached, got, reachable, expect, text)
				}
			}
		})
		for i := range g.Components {
			for j := range g.Assets {
				compareKnown(t, g, a, answer.known, slow.copyOf(int32(j), int32(i)), int32(i), int32(j), class, text)
			}
		}
	}
}

// compareKnown compares how well a copy is known, and how often that is weakened.
func compareKnown(t *testing.T, g *graph.Graph, a *reach.Analysis, want knownWays, node string, component, asset int32, class vocab.Trust, text string) {
	t.Helper()
	for s := reach.Aggregate; s <= reach.Verbatim; s++ {
		got, known := reach.KnownAt(a, component, asset, s, class)
		expect, knowable := want.least(node, s)
		if known != knowable || got != expect {
			t.Fatalf("%s: %s is known %s: got %v -%d, want %v -%d in\n%s", g.Vocab.TrustWord(class), node, s, known, got, knowable, expect, text)
		}
	}
}

// each visits all components, stages and assets.
func each(g *graph.Graph, visit func(graph.Ref)) {
	for i := range g.Components {
		visit(graph.Ref{Type: graph.ComponentType, Index: int32(i)})
	}
	for i := range g.Stages {
		visit(graph.Ref{Type: graph.StageType, Index: int32(i)})
	}
	for i := range g.Assets {
		visit(graph.Ref{Type: graph.AssetType, Index: int32(i)})
	}
}

// cheapest is the reference's answer for an element: its node, or any copy of an asset.
func cheapest(g *graph.Graph, solved map[state]reach.Way, r graph.Ref, mode reach.Mode) (reach.Way, bool) {
	nodes := []string{"mix " + g.ID(r)}
	switch r.Type {
	case graph.StageType:
		nodes = []string{"stage " + g.ID(r)}
	case graph.AssetType:
		nodes = nil
		for i := range g.Components {
			nodes = append(nodes, "copy "+g.ID(r)+" "+g.Components[i].ID.Value)
		}
	}
	best := map[state]reach.Way{}
	for _, n := range nodes {
		if w, ok := solved[state{n, mode}]; ok {
			improve(best, state{}, w)
		}
	}
	w, ok := best[state{}]
	return w, ok
}
