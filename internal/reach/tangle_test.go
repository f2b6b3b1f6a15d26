package reach_test

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"pgregory.net/rapid"
)

// dice decide what a tangle is made of: a number from 0 to n-1.
type dice interface{ IntN(n int) int }

// seeded are dice that fall the same way for the same numbers.
func seeded(seed, stream uint64) dice { return rand.New(rand.NewPCG(seed, stream)) }

// drawn are dice of rapid, which finds the smallest tangle that breaks a law.
type drawn struct{ t *rapid.T }

func (d drawn) IntN(n int) int { return rapid.IntRange(0, n-1).Draw(d.t, "n") }

// tangle writes a small system in which anything may be connected with anything.
func tangle(d dice) string {
	w := &weaver{dice: d, components: 2 + d.IntN(6), assets: 1 + d.IntN(5)}
	w.write("%szones: [{id: inside, trust: internal}, {id: outside, trust: untrusted}]\nassets:\n", head)
	for i := range w.assets {
		w.asset(i)
	}
	w.write("components:\n")
	for i := range w.components {
		w.component(i)
	}
	w.write("data_flows:\n")
	for i := range 1 + d.IntN(9) {
		w.flow(i)
	}
	w.write("  - {id: last, from: visitor, to: c0}\npipeline:\n")
	for i := range 1 + d.IntN(3) {
		w.stage(i)
	}
	return w.out.String()
}

type weaver struct {
	dice
	out                strings.Builder
	components, assets int
	workers, hosts     []int // stages run on no store
}

func (w *weaver) write(format string, args ...any) { fmt.Fprintf(&w.out, format, args...) }

func (w *weaver) pick(words ...string) string { return words[w.IntN(len(words))] }

// some are ids of assets, a few at most.
func (w *weaver) some(most int) string {
	var ids []string
	for i := range w.assets {
		if len(ids) < most && w.IntN(w.assets) < most {
			ids = append(ids, fmt.Sprint("a", i))
		}
	}
	return "[" + strings.Join(ids, ", ") + "]"
}

func (w *weaver) asset(i int) {
	kind := w.pick("document", "model", "prediction", "business-record", "training-data", "embedding", "generated", "prompt", "dependency", "source-code",
		"agent-config, facts: {updates: pinned}", "prompt-template", "credential", "credential", "credential", "model, facts: {format: may-run-code}")
	switch {
	case kind == "credential":
		kind += w.pick("", "", ", facts: {stored: plaintext}", ", facts: {stored: vault}") + fmt.Sprintf(", opens: [c%d]", w.IntN(w.components))
	case kind == "prediction" && w.IntN(2) == 0:
		kind += fmt.Sprintf(", opens: [c%d]", w.IntN(w.components))
	}
	if i > 0 && w.IntN(4) == 0 {
		kind += fmt.Sprintf(", contains: [a%d]", w.IntN(i))
	}
	w.write("  - {id: a%d, kind: %s%s}\n", i, kind, w.pick("", "", "", ", origin: public-web", ", origin: community", ", origin: internal"))
}

// kindsOfComponent are as a tangle mixes them: those that can do more stand there more often.
var kindsOfComponent = []string{"web-app", "database", "agent", "agent", "llm", "human-review", "monitor", "business-app", "trainer", "inference-endpoint",
	"model-hub", "human-review, facts: {selects: sample}", "code-executor, facts: {egress: none}", "host", "agent, facts: {keeps_history: long-term}",
	"inference-endpoint, facts: {output_detail: label}", "tool, facts: {egress: open}", "web-app, facts: {interprets: code}", "data-pipeline",
	"fl-client", "fl-aggregator", "guardrail, facts: {on_failure: open}", "inference-endpoint, facts: {on_failure: default-value}", "human-task",
	"business-app, facts: {on_failure: closed}", "ci-runner", "data-source", "sensor", "retriever", "desktop-app, facts: {interprets: markup, egress: open}"}

func (w *weaver) component(i int) {
	kind := kindsOfComponent[w.IntN(len(kindsOfComponent))]
	if i == w.components-1 && len(w.workers) == 0 {
		kind = "trainer"
	}
	works := kind != "database" && kind != "model-hub" && kind != "data-source" && kind != "sensor"
	if works {
		w.workers = append(w.workers, i)
	}
	switch {
	case kind == "host":
		w.hosts = append(w.hosts, i)
	case works && len(w.hosts) > 0 && w.IntN(2) == 0:
		kind += fmt.Sprintf(", runs_on: c%d", w.hosts[0])
	}
	w.write("  - {id: c%d, holds: %s, kind: %s%s%s}\n", i, w.some(1), kind,
		w.pick("", "", "", ", operator: member", ", operator: staff"), w.pick("", ", zone: inside", ", zone: outside"))
}

func (w *weaver) flow(i int) {
	from, to := w.IntN(w.components), w.IntN(w.components)
	ends := fmt.Sprintf("from: c%d, to: c%d", from, (to+1)%w.components)
	switch {
	case w.IntN(4) == 0:
		ends = fmt.Sprintf("from: %s, to: c%d", w.pick("visitor", "member", "staff"), to)
	case w.IntN(8) == 0:
		ends = fmt.Sprintf("from: c%d, to: %s", from, w.pick("visitor", "member"))
	case from == (to+1)%w.components:
		return
	}
	w.write("  - {id: f%d, %s, carries: %s, returns: %s%s}\n", i, ends, w.some(2), w.some(1), w.pick("", "", ", encrypted: no", ", encrypted: yes"))
}

func (w *weaver) stage(i int) {
	kind := w.pick("train", "fine-tune", "prepare", "collect", "evaluate", "embed", "package")
	if kind == "train" || kind == "prepare" {
		kind += w.pick("", ", facts: {cadence: once}", ", facts: {cadence: continuous}")
	}
	w.write("  - {id: s%d, kind: %s, runs_on: c%d, consumes: %s, produces: %s}\n", i, kind, w.workers[w.IntN(len(w.workers))], w.some(1), w.some(1))
}
