package reach_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
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
		compare(t, tangle(rand.New(rand.NewPCG(uint64(seed), 3))))
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
				if reached != reachable || got != expect && !answer.opened {
					t.Fatalf("%s %s %s: got %v %v, want %v %v in\n%s", g.Vocab.TrustWord(class), mode, g.ID(r), reached, got, reachable, expect, text)
				}
			}
		})
		for i := range g.Components {
			for j := range g.Assets {
				node := slow.copyOf(int32(j), int32(i))
				if got := reach.KnownAt(a, int32(i), int32(j), class); got != answer.known[node] {
					t.Fatalf("%s: %s is known %s, want %s in\n%s", g.Vocab.TrustWord(class), node, got, answer.known[node], text)
				}
			}
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

// tangle writes a small system in which anything may be connected with anything.
func tangle(rng *rand.Rand) string {
	pick := func(words ...string) string { return words[rng.IntN(len(words))] }
	some := func(of, most int, prefix string) string {
		var ids []string
		for i := range of {
			if len(ids) < most && rng.IntN(of) < most {
				ids = append(ids, fmt.Sprint(prefix, i))
			}
		}
		return "[" + strings.Join(ids, ", ") + "]"
	}
	var w strings.Builder
	components, assets := 2+rng.IntN(5), 1+rng.IntN(4)
	w.WriteString(head + "zones: [{id: inside, trust: internal}, {id: outside, trust: untrusted}]\nassets:\n")
	for i := range assets {
		kind := pick("document", "model", "prediction", "business-record", "training-data", "embedding", "dependency", "agent-config, facts: {updates: pinned}",
			"credential", "credential", "model, facts: {format: may-run-code}")
		if kind == "credential" {
			kind += pick("", "", ", facts: {stored: plaintext}", ", facts: {stored: vault}") + fmt.Sprintf(", opens: [c%d]", rng.IntN(components))
		}
		if i > 0 && rng.IntN(4) == 0 {
			kind += fmt.Sprintf(", contains: [a%d]", rng.IntN(i))
		}
		fmt.Fprintf(&w, "  - {id: a%d, kind: %s%s}\n", i, kind,
			pick("", "", "", ", origin: public-web", ", origin: community", ", origin: internal"))
	}
	w.WriteString("components:\n")
	var workers, hosts []int // stages run on no store
	for i := range components {
		kind := pick("web-app", "database", "agent", "agent", "llm", "human-review", "monitor", "business-app", "trainer", "inference-endpoint", "model-hub", "human-review, facts: {selects: sample}",
			"code-executor, facts: {egress: none}", "host", "agent, facts: {keeps_history: long-term}", "inference-endpoint, facts: {output_detail: label}",
			"tool, facts: {egress: open}", "web-app, facts: {interprets: code}", "data-pipeline", "fl-client", "fl-aggregator")
		if i == components-1 && len(workers) == 0 {
			kind = "trainer"
		}
		if kind == "host" {
			hosts = append(hosts, i)
		} else if len(hosts) > 0 && rng.IntN(2) == 0 && kind != "database" && kind != "model-hub" {
			kind += fmt.Sprintf(", runs_on: c%d", hosts[0])
		}
		fmt.Fprintf(&w, "  - {id: c%d, holds: %s, kind: %s%s%s}\n", i, some(assets, 1, "a"), kind,
			pick("", "", "", ", operator: member", ", operator: staff"), pick("", ", zone: inside", ", zone: outside"))
		if kind != "database" && kind != "model-hub" {
			workers = append(workers, i)
		}
	}
	w.WriteString("data_flows:\n")
	for i := range 1 + rng.IntN(8) {
		from, to := rng.IntN(components), rng.IntN(components)
		ends := fmt.Sprintf("from: c%d, to: c%d", from, (to+1)%components)
		switch {
		case rng.IntN(4) == 0:
			ends = fmt.Sprintf("from: %s, to: c%d", pick("visitor", "member", "staff"), to)
		case rng.IntN(8) == 0:
			ends = fmt.Sprintf("from: c%d, to: %s", from, pick("visitor", "member"))
		case from == (to+1)%components:
			continue
		}
		fmt.Fprintf(&w, "  - {id: f%d, %s, carries: %s, returns: %s}\n", i, ends, some(assets, 2, "a"), some(assets, 1, "a")+pick("", "", ", encrypted: no", ", encrypted: yes"))
	}
	w.WriteString("  - {id: last, from: visitor, to: c0}\npipeline:\n")
	for i := range 1 + rng.IntN(3) {
		fmt.Fprintf(&w, "  - {id: s%d, kind: %s, runs_on: c%d, consumes: %s, produces: %s}\n", i, pick("train", "fine-tune", "prepare", "collect", "evaluate", "embed", "package"),
			workers[rng.IntN(len(workers))], some(assets, 1, "a"), some(assets, 1, "a"))
	}
	return w.String()
}
