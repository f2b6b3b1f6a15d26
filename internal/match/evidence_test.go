package match_test

import (
	"os"
	"strings"
	"testing"

	"tmodel/catalogs"
	"tmodel/internal/graph"
	"tmodel/internal/match"
	"tmodel/internal/reach"
	"tmodel/internal/synthetic"
)

// Every evidence of every shipped rule points at a scalar of the file, and its clause speaks of that scalar.
func TestEvidencePointsAtWhatItSays(t *testing.T) {
	example, err := os.ReadFile("../../examples/image-classifier.yaml")
	if err != nil {
		t.Fatal(err)
	}
	systems := []string{string(example)}
	for seed := range 12 {
		systems = append(systems, string(synthetic.System(synthetic.Options{Components: 10 + 5*seed, Seed: uint64(seed)})))
	}
	for _, p := range catalogs.Shipped().Prose {
		for _, e := range p.Examples {
			systems = append(systems, e.System)
		}
	}
	seen := 0
	for _, text := range systems {
		g := resolve(t, text)
		e := match.New(g, reach.New(g))
		for _, rule := range catalogs.Shipped().Rules {
			for m := range e.Run(rule.Target, &rule.When) {
				seen += len(m.Evidence)
				checkEvidence(t, g, rule.ID, m)
			}
		}
	}
	if seen < 1000 {
		t.Errorf("only %d clauses seen", seen)
	}
}

func checkEvidence(t *testing.T, g *graph.Graph, rule string, m *match.Match) {
	t.Helper()
	missing, elsewhere := false, false
	for _, e := range m.Evidence {
		if !e.Span.Valid() || e.Span.File != g.Source {
			t.Fatalf("%s: %q has no place", rule, e.Clause)
		}
		elsewhere = elsewhere || e.Span.Line != g.Span(m.Target).Line
		w := strings.Trim(word(e.Span), `"`)
		if e.Missing != "" {
			missing = true
			if w != g.ID(e.At) && w != "unknown" {
				t.Errorf("%s: %q points at %q", rule, e.Clause, w)
			}
		} else if !strings.Contains(" "+strings.NewReplacer(",", " ", ":", " ", ")", " ").Replace(e.Clause)+" ", " "+w+" ") {
			t.Errorf("%s: %q points at %q", rule, e.Clause, w)
		}
	}
	if missing != (m.Truth == match.Unknown) {
		t.Errorf("%s: truth %v with missing facts: %v", rule, m.Truth, missing)
	}
	if !elsewhere {
		t.Errorf("%s: all evidence stands on the line of %s", rule, g.ID(m.Target))
	}
}

func TestUnknownFactsCiteTheElement(t *testing.T) {
	g := resolve(t, head+`
assets:
  - {id: photo, kind: input}
  - {id: label, kind: prediction, personal_data: unknown}
components:
  - {id: api, kind: inference-endpoint, facts: {output_detail: unknown}}
data_flows:
  - {id: f, from: visitor, to: api, carries: [photo], returns: [label]}`)
	for _, c := range []struct{ when, id, at, missing string }{
		{"facts: {task: [classify]}", "api", "api", "facts.task"},
		{"facts: {output_detail: [score]}", "api", "unknown", "facts.output_detail"},
		{"receives: {origin_at_most: anonymous}", "api", "photo", "origin"},
		{"sends: {personal_data: [personal]}", "api", "unknown", "personal_data"},
		{"encrypted: [\"no\"]", "f", "f", "encrypted"},
		{"authentication: [none]", "f", "f", "authentication"},
		{"influenced: {mode: input, assets: {origin_at_most: anonymous}, as: path}", "api", "photo", "origin"},
		{"influenced: {mode: input, assets: {facts: {form: [image]}}, as: path}", "api", "photo", "facts.form"},
	} {
		m := fits(t, g, c.when, c.id)
		if m == nil || m.Truth != match.Unknown {
			t.Errorf("%s: %v", c.when, m)
			continue
		}
		last := m.Evidence[len(m.Evidence)-1]
		if last.Missing != c.missing || word(last.Span) != c.at {
			t.Errorf("%s: missing %q at %q", c.when, last.Missing, word(last.Span))
		}
	}
	if m := fits(t, g, "facts: {egress: [open], task: [classify]}", "api"); m == nil || len(m.Evidence) != 2 {
		t.Error("two unknown facts must both be named")
	}
}

func TestAFactThatTheKindDoesNotHaveIsFalse(t *testing.T) {
	g := resolve(t, head+"components: [{id: hub, kind: model-hub}, {id: api, kind: inference-endpoint}]")
	if fits(t, g, "facts: {task: [classify]}", "hub") != nil {
		t.Error("a hub has no task")
	}
}
