package dot

import (
	"fmt"
	"strings"
	"testing"

	"tmodel/internal/report"
)

// TestOverviewLosesNoFlow adds up what an overview's arrows and nodes stand for.
func TestOverviewLosesNoFlow(t *testing.T) {
	r := generated(t, 1000)
	d := detailed(r.Graph, newTally(r))
	arrows := 0
	for i := range d.edges {
		if d.edges[i].is != host {
			arrows++
		}
	}
	for limit := 1; limit <= 4; limit++ {
		s := newSummary(r.Graph, d, depths(d.zones), limit)
		sum, holds := 0, 0
		for i := range s.edges {
			sum += s.edges[i].merged
		}
		for _, c := range s.has {
			sum, holds = sum+c.flows+c.stages, holds+c.actors+c.components
		}
		if sum != arrows || holds != len(d.nodes) {
			t.Errorf("depth %d: %d of %d arrows, %d of %d nodes", limit, sum, arrows, holds, len(d.nodes))
		}
	}
}

func TestOverviewFitsOnAPage(t *testing.T) {
	d := draw(generated(t, 1000))
	if numbered(d) || len(d.nodes) < 5 {
		t.Errorf("%d nodes and %d edges", len(d.nodes), len(d.edges))
	}
}

// nested is a chain of zones, each in the one before, with a component in the last.
func nested(t *testing.T, depth int) *report.Report {
	var b strings.Builder
	b.WriteString("tmodel: 1\nsystem: {id: deep}\nzones:\n  - {id: z0, trust: internal}\n")
	for i := 1; i < depth; i++ {
		fmt.Fprintf(&b, "  - {id: z%d, parent: z%d}\n", i, i-1)
	}
	fmt.Fprintf(&b, "components:\n  - {id: a, kind: llm, zone: z%d}\n", depth-1)
	return resolve(t, "deep", []byte(b.String()))
}

// TestDeepZonesAreCutOff: Graphviz reads nested clusters by recursion.
func TestDeepZonesAreCutOff(t *testing.T) {
	if r := nested(t, MaxDepth); Overview(r) {
		t.Errorf("%d zones deep are too deep", MaxDepth)
	}
	text := written(t, nested(t, 2000))
	if n := strings.Count(text, "subgraph"); n > MaxDepth {
		t.Errorf("%d clusters", n)
	}
	counted(t, text)
}

func TestDepths(t *testing.T) {
	zones := []zone{{parent: 2}, {parent: -1}, {parent: 3}, {parent: 1}, {parent: 1}}
	if got := fmt.Sprint(depths(zones)); got != "[4 1 3 2 2]" {
		t.Errorf("depths = %s", got)
	}
}
