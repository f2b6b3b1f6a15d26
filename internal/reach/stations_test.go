package reach_test

import (
	"testing"

	"tmodel/internal/reach"
	"tmodel/internal/vocab"
)

// Witnesses that rest on the same credential share its way. Each must keep its own end.
func TestStationsOfOneWitnessAreNotAnothers(t *testing.T) {
	g := resolve(t, head+`
assets: [{id: code, kind: dependency}, {id: key, kind: credential, opens: [box]}]
components:
  - {id: g1, kind: gateway}
  - {id: g2, kind: gateway}
  - {id: g3, kind: gateway}
  - {id: g4, kind: gateway}
  - {id: g5, kind: gateway}
  - {id: g6, kind: gateway}
  - {id: g7, kind: gateway}
  - {id: runner, kind: ci-runner, holds: [key]}
  - {id: box, kind: host}
  - {id: left, kind: notebook, runs_on: box}
  - {id: right, kind: notebook, runs_on: box}
data_flows:
  - {id: a, from: visitor, to: g1, carries: [code]}
  - {id: b, from: g1, to: g2, carries: [code]}
  - {id: c, from: g2, to: g3, carries: [code]}
  - {id: d, from: g3, to: g4, carries: [code]}
  - {id: e, from: g4, to: g5, carries: [code]}
  - {id: f, from: g5, to: g6, carries: [code]}
  - {id: g, from: g6, to: g7, carries: [code]}
  - {id: h, from: g7, to: runner, carries: [code]}
  - {id: i, from: visitor, to: box}`)
	a := reach.New(g)
	ways := map[string][]reach.Step{}
	for _, id := range []string{"left", "right"} {
		ways[id] = a.Influence(lookup(t, g, id), []reach.Mode{reach.Control}, vocab.Anonymous, nil).Stations()
	}
	for id, steps := range ways {
		if last := steps[len(steps)-1].At; last != lookup(t, g, id) {
			t.Errorf("the way to %s is %s", id, path(g, steps))
		}
	}
}
