package match_test

import (
	"testing"

	"tmodel/internal/graph"
	"tmodel/internal/match"
)

// A system in which every relation leads somewhere.
const everything = head + `
assets:
  - {id: record, kind: document, contains: [key]}
  - {id: key, kind: credential, opens: [job]}
  - {id: raw, kind: training-data}
  - {id: net, kind: model}
components:
  - {id: lake, kind: dataset-store, holds: [raw]}
  - {id: box, kind: host, operator: member}
  - {id: job, kind: trainer, holds: [key], runs_on: box}
data_flows:
  - {id: in, from: visitor, to: job, carries: [record], returns: [net]}
  - {id: out, from: job, to: lake, carries: [net], returns: [raw]}
pipeline:
  - {id: fit, kind: train, runs_on: job, consumes: [raw], produces: [net]}`

func TestRelationsHavePhrasesAndLead(t *testing.T) {
	g := resolve(t, everything)
	named := map[string]bool{}
	for from, relations := range match.RelationsOf {
		for name, to := range relations {
			named[name] = true
			found := false
			for _, r := range elements(g, from) {
				refs, spans := match.Relate(g, r, name)
				for i, other := range refs {
					found = true
					if other.Type != to && to != match.AnyEnd {
						t.Errorf("%s of a %s leads to a %s", name, from, other.Type)
					}
					if w := word(spans[i]); w != g.ID(r) && w != g.ID(other) {
						t.Errorf("%s: the place says %q", name, w)
					}
				}
			}
			if !found {
				t.Errorf("%s of a %s leads nowhere", name, from)
			}
		}
	}
	for name := range match.Phrases {
		if !named[name] {
			t.Errorf("a phrase for %q, which is no relation", name)
		}
	}
	for name := range named {
		if _, ok := match.Phrases[name]; !ok {
			t.Errorf("no phrase for %q", name)
		}
	}
}

func elements(g *graph.Graph, of graph.Type) []graph.Ref {
	n := map[graph.Type]int{graph.ComponentType: len(g.Components), graph.FlowType: len(g.Flows), graph.AssetType: len(g.Assets), graph.StageType: len(g.Stages), graph.SystemType: 1}[of]
	out := make([]graph.Ref, n)
	for i := range out {
		out[i] = graph.Ref{Type: of, Index: int32(i)}
	}
	return out
}

func TestReceivesSeesWhatStagesConsume(t *testing.T) {
	g := resolve(t, everything)
	for _, id := range []string{"record", "raw"} {
		m := fits(t, g, "receives: {kind: "+map[string]string{"record": "document", "raw": "training-data"}[id]+", as: it}", "job")
		if m == nil {
			t.Fatalf("job does not receive %s", id)
		}
		if r, _ := m.Lookup("it"); g.ID(r) != id {
			t.Errorf("it is %s", g.ID(r))
		}
	}
	if fits(t, g, "receives: {kind: model}", "job") != nil {
		t.Error("what a stage makes is not received")
	}
}

func TestOutOfScopeIsNotMatched(t *testing.T) {
	g := resolve(t, head+"components: [{id: a, kind: agent, out_of_scope: another team}, {id: b, kind: agent}]")
	if fits(t, g, "kind: agent", "a") != nil || fits(t, g, "kind: agent", "b") == nil {
		t.Error("only b is in scope")
	}
}
