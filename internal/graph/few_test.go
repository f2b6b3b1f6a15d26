package graph_test

import (
	"maps"
	"slices"
	"testing"

	"tmodel/internal/diag"
	"tmodel/internal/synthetic"
)

// TestFewWarnings holds that systems which somebody drew with care are left in peace: less than one element in fifty
// gets a warning. The same seven actors stand in every one, whatever they do in it, and don't count.
func TestFewWarnings(t *testing.T) {
	for _, n := range []int{20, 100, 300, 1000} {
		warnings, elements, codes := 0, 0, map[string]int{}
		for seed := range uint64(5) {
			g, list := resolve(t, string(synthetic.System(synthetic.Options{Components: n, Seed: seed})))
			elements += len(g.Actors) + len(g.Zones) + len(g.Assets) + len(g.Components) + len(g.Flows) + len(g.Stages) + len(g.Controls)
			for _, d := range list {
				if d.Code != diag.UnusedActor {
					warnings++
				}
				codes[d.Code.String()]++
			}
		}
		t.Logf("%d components: %d warnings on %d elements: %v", n, warnings, elements, codes)
		if 50*warnings >= elements {
			t.Errorf("%d components: %d warnings on %d elements, of %v", n, warnings, elements, slices.Sorted(maps.Keys(codes)))
		}
	}
}
