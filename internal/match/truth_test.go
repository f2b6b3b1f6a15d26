package match_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"tmodel/internal/graph"
	"tmodel/internal/match"
)

// One agent of which a fact is as asked, one is not, and one is not known.
const knows = head + `
components: [{id: helper, kind: agent, facts: {autonomy: unattended, privilege: broad}}]`

// leaves are a clause for each value.
var leaves = map[match.Truth]string{
	match.True:    "facts: {autonomy: [unattended, supervised]}",
	match.False:   "facts: {privilege: [least]}",
	match.Unknown: "facts: {acts_as: [caller]}",
}

func decide(t *testing.T, g *graph.Graph, when string) match.Truth {
	t.Helper()
	if m := fits(t, g, when, "helper"); m != nil {
		return m.Truth
	}
	return match.False
}

func TestKleeneTables(t *testing.T) {
	g := resolve(t, knows)
	values := []match.Truth{match.False, match.Unknown, match.True}
	for _, a := range values {
		if got := decide(t, g, leaves[a]); got != a {
			t.Errorf("%v alone is %v", a, got)
		}
		if got := decide(t, g, "not: {"+leaves[a]+"}"); got != -a {
			t.Errorf("not %v is %v", a, got)
		}
		for _, b := range values {
			pair := "[{" + leaves[a] + "}, {" + leaves[b] + "}]"
			if got := decide(t, g, "all: "+pair); got != min(a, b) {
				t.Errorf("all of %v, %v is %v", a, b, got)
			}
			if got := decide(t, g, "any: "+pair); got != max(a, b) {
				t.Errorf("any of %v, %v is %v", a, b, got)
			}
		}
	}
}

// formula is a random condition with the value that it must have.
func formula(rng *rand.Rand, depth int) (string, match.Truth) {
	if depth == 0 || rng.IntN(4) == 0 {
		v := match.Truth(rng.IntN(3) - 1)
		return leaves[v], v
	}
	if rng.IntN(3) == 0 {
		text, v := formula(rng, depth-1)
		return "not: {" + text + "}", -v
	}
	var parts []string
	var values []match.Truth
	for range 1 + rng.IntN(3) {
		text, v := formula(rng, depth-1)
		parts, values = append(parts, "{"+text+"}"), append(values, v)
	}
	if rng.IntN(2) == 0 {
		return "all: [" + strings.Join(parts, ", ") + "]", slices.Min(values)
	}
	return "any: [" + strings.Join(parts, ", ") + "]", slices.Max(values)
}

func TestNestedFormulas(t *testing.T) {
	g := resolve(t, knows)
	rng := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		text, want := formula(rng, 5)
		m := fits(t, g, text, "helper")
		got := match.False
		if m != nil {
			got = m.Truth
		}
		if got != want {
			t.Fatalf("got %v, want %v for %s", got, want, text)
		}
		if m == nil {
			continue
		}
		missing := slices.ContainsFunc(m.Evidence, func(e match.Evidence) bool { return e.Missing != "" })
		if missing != (want == match.Unknown) {
			t.Fatalf("truth %v with evidence %v for %s", want, m.Evidence, text)
		}
	}
}

func TestNotShowsWhatDecided(t *testing.T) {
	g := resolve(t, knows)
	for when, want := range map[string]string{
		"not: {facts: {privilege: [least]}}":                                                  "privilege: broad",
		"not: {all: [{facts: {autonomy: [unattended]}}, {facts: {privilege: [least]}}]}":      "privilege: broad",
		"not: {any: [{facts: {autonomy: [suggests]}}, {facts: {privilege: [least]}}]}":        "autonomy: unattended; privilege: broad",
		"not: {not: {facts: {autonomy: [unattended]}}}":                                       "autonomy: unattended",
		"any: [{facts: {acts_as: [caller]}}, {facts: {autonomy: [unattended]}}]":              "autonomy: unattended",
		"not: {all: [{facts: {acts_as: [caller]}}, {facts: {privilege: [least]}}]}":           "privilege: broad",
		"all: [{not: {kind: llm}}, {not: {facts: {privilege: [least]}}}, {family: language}]": "privilege: broad",
	} {
		m := fits(t, g, when, "helper")
		if m == nil {
			t.Errorf("%s does not fit", when)
			continue
		}
		var got []string
		for _, e := range m.Evidence {
			got = append(got, strings.TrimPrefix(e.Clause, "helper has "))
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%s: got %q, want %q", when, s, want)
		}
	}
}
