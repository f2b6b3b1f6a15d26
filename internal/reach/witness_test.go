package reach_test

import (
	"testing"

	"tmodel/internal/graph"
	"tmodel/internal/reach"
	"tmodel/internal/source"
	"tmodel/internal/synthetic"
	"tmodel/internal/vocab"
)

// word is what the file says at a place.
func word(s source.Span) string {
	line := []rune(s.File.Line(int(s.Line)))
	return string(line[s.Col-1 : int(s.Col)-1+s.Width()])
}

func TestWitnessesAreRealPaths(t *testing.T) {
	for seed := range 25 {
		checkPaths(t, string(synthetic.System(synthetic.Options{Components: 5 + 2*seed, Seed: uint64(seed)})))
	}
	for seed := range 120 {
		checkPaths(t, tangle(seeded(uint64(seed), 4)))
	}
}

func checkPaths(t *testing.T, text string) {
	t.Helper()
	g := resolve(t, text)
	a := reach.New(g)
	each(g, func(r graph.Ref) {
		for mode := reach.Input; mode <= reach.Own; mode++ {
			if w := a.Influence(r, []reach.Mode{mode}, vocab.Administrator, nil); w != nil {
				checkWitness(t, g, w)
				if end := w.Steps[len(w.Steps)-1]; end.At != r && end.Asset != r && mode < reach.Control {
					t.Fatalf("the path of %s ends at %s", g.ID(r), g.ID(end.At))
				}
			}
		}
	})
	for i := range g.Components {
		for j := range g.Assets {
			if w := a.Disclosure(int32(i), int32(j), reach.Aggregate, vocab.Administrator); w != nil {
				checkKnown(t, g, w)
			}
		}
	}
}

// checkWitness tests the start, which is an actor or an origin, and all steps.
func checkWitness(t *testing.T, g *graph.Graph, w *reach.Witness) {
	t.Helper()
	first := w.Steps[0]
	switch {
	case w.Because != nil: // a credential opens the first element
		checkKnown(t, g, w.Because)
		if g.Assets[first.At.Index].Kind.Acts != "key" || word(w.Steps[1].Span) != g.ID(w.Steps[1].At) {
			t.Fatalf("%s is no key of %s", g.ID(first.At), g.ID(w.Steps[1].At))
		}
		w = &reach.Witness{Trust: w.Trust, Steps: w.Steps[1:]}
		checkSteps(t, g, w)
		return
	}
	switch first.At.Type {
	case graph.ActorType:
		if g.Actors[first.At.Index].Trust != w.Trust || word(first.Span) != g.Vocab.TrustWord(w.Trust) {
			t.Fatalf("%s has trust %q", g.ID(first.At), word(first.Span))
		}
	case graph.AssetType:
		if g.Vocab.OfOrigin(word(first.Span)) != w.Trust || w.Steps[1].Asset != first.At {
			t.Fatalf("%s has origin %q", g.ID(first.At), word(first.Span))
		}
	default:
		t.Fatalf("a path starts at %s", g.ID(first.At))
	}
	checkSteps(t, g, w)
}

// checkKnown tests a way of disclosure: to an actor, onto a line, or to where somebody's power ends.
func checkKnown(t *testing.T, g *graph.Graph, w *reach.Witness) {
	t.Helper()
	end := w.Steps[len(w.Steps)-1]
	switch {
	case w.Because != nil:
		checkWitness(t, g, w.Because)
		if last := w.Because.Steps[len(w.Because.Steps)-1]; last.At != end.At {
			t.Fatalf("power over %s tells of %s", g.ID(last.At), g.ID(end.At))
		}
	case end.At.Type == graph.FlowType:
		if word(end.Span) != "no" {
			t.Fatalf("nobody reads along on %s", g.ID(end.At))
		}
		w = &reach.Witness{Steps: w.Steps[:len(w.Steps)-1]}
	case end.At.Type != graph.ActorType || g.Actors[end.At.Index].Trust != w.Trust:
		t.Fatalf("%s reads nothing", g.ID(end.At))
	}
	checkSteps(t, g, w)
}

// checkSteps tests that each step names what it says, and that the flow or stage which it names leads there.
func checkSteps(t *testing.T, g *graph.Graph, w *reach.Witness) {
	t.Helper()
	for i := 1; i < len(w.Steps); i++ {
		from, s := w.Steps[i-1].At, w.Steps[i]
		if machine(g, from, s) {
			continue
		}
		wanted := g.ID(s.At)
		if s.Asset.Valid() {
			wanted = g.ID(s.Asset)
		}
		if word(s.Span) != wanted {
			t.Fatalf("%s: %q, want %q", s.Span, word(s.Span), wanted)
		}
		ok := s.Via == (graph.Ref{}) && i == 1 && from.Type == graph.AssetType
		switch s.Via.Type {
		case graph.FlowType:
			f := &g.Flows[s.Via.Index]
			forth, back := f.From == from && f.To == s.At, f.To == from && f.From == s.At
			ok = forth && (!s.Asset.Valid() || uses(f.Carries, s.Asset)) || back && uses(f.Returns, s.Asset)
		case graph.StageType:
			st := &g.Stages[s.Via.Index]
			on := graph.Ref{Type: graph.ComponentType, Index: st.On}
			reads := uses(st.Consumes, s.Asset) && (s.At == on || from == on && s.At == s.Via)
			writes := uses(st.Produces, s.Asset) && (from == on || from == s.Via && s.At == on)
			ok = reads || writes
		}
		if !ok {
			t.Fatalf("%s: nothing leads from %s to %s with %s", s.Span, g.ID(from), g.ID(s.At), wanted)
		}
	}
}

func uses(list []graph.Use, r graph.Ref) bool {
	for _, u := range list {
		if r == (graph.Ref{Type: graph.AssetType, Index: u.Index}) {
			return true
		}
	}
	return false
}

func TestWitnessOrder(t *testing.T) {
	for _, r := range []row{
		{"least weakened before fewest steps", `
assets: [{id: photo, kind: input}]
components: [{id: filter, kind: monitor}, {id: one, kind: web-app}, {id: two, kind: web-app}, {id: three, kind: web-app}, {id: api, kind: inference-endpoint}]
data_flows:
  - {id: a, from: visitor, to: filter, carries: [photo]}
  - {id: b, from: filter, to: api, carries: [photo]}
  - {id: c, from: visitor, to: one, carries: [photo]}
  - {id: d, from: one, to: two, carries: [photo]}
  - {id: e, from: two, to: three, carries: [photo]}
  - {id: f, from: three, to: api, carries: [photo]}`,
			[]question{{"influence api input anonymous", "anonymous input -0: visitor > one > two > three > api"}}},
		{"drawn before origin", `
assets: [{id: page, kind: document, origin: public-web}]
components: [{id: app, kind: web-app}, {id: base, kind: database, holds: [page]}]
data_flows:
  - {id: a, from: visitor, to: app, carries: [page]}
  - {id: b, from: app, to: base, carries: [page]}`,
			[]question{{"influence base planted anonymous page", "anonymous planted -0: visitor > app > base"}}},
		{"fewest steps", `
assets: [{id: photo, kind: input}]
components: [{id: one, kind: web-app}, {id: two, kind: web-app}, {id: short, kind: web-app}, {id: api, kind: inference-endpoint}]
data_flows:
  - {id: a, from: visitor, to: one, carries: [photo]}
  - {id: b, from: one, to: two, carries: [photo]}
  - {id: c, from: two, to: api, carries: [photo]}
  - {id: d, from: visitor, to: short, carries: [photo]}
  - {id: e, from: short, to: api, carries: [photo]}`,
			[]question{{"influence api input anonymous", "anonymous input -0: visitor > short > api"}}},
		{"then ids", `
assets: [{id: photo, kind: input}]
components: [{id: zulu, kind: web-app}, {id: alpha, kind: web-app}, {id: api, kind: inference-endpoint}]
data_flows:
  - {id: z2, from: zulu, to: api, carries: [photo]}
  - {id: z1, from: visitor, to: zulu, carries: [photo]}
  - {id: a2, from: alpha, to: api, carries: [photo]}
  - {id: a1, from: visitor, to: alpha, carries: [photo]}`,
			[]question{{"influence api input anonymous", "anonymous input -0: visitor > alpha > api"}}},
		{"the better known", `
assets: [{id: record, kind: document}, {id: answer, kind: generated}]
components: [{id: app, kind: business-app, holds: [record]}, {id: bot, kind: llm-app, holds: [record]}, {id: page, kind: web-app}, {id: edge, kind: gateway}]
data_flows:
  - {id: a, from: visitor, to: bot, returns: [answer]}
  - {id: b, from: page, to: app, returns: [record]}
  - {id: c, from: edge, to: page, returns: [record]}
  - {id: d, from: staff, to: app, returns: [record]}
  - {id: e, from: visitor, to: edge, returns: [record]}`,
			[]question{{"disclosure bot record anonymous repeatable", "anonymous repeatable -0: bot > visitor"},
				{"known record anonymous repeatable", "anonymous verbatim -0: edge > visitor"}, {"known record administrator", "anonymous verbatim -0: edge > visitor"}}},
		{"one weakening is two rungs", `
assets: [{id: photo, kind: input}]
components: [{id: filter, kind: monitor}, {id: api, kind: inference-endpoint}]
data_flows:
  - {id: a, from: visitor, to: filter, carries: [photo]}
  - {id: b, from: filter, to: api, carries: [photo]}
  - {id: c, from: member, to: api, carries: [photo]}`,
			[]question{{"influence api input administrator", "authenticated input -0: member > api"}, {"influence api input anonymous", "anonymous input -1: visitor > filter > api"}}},
	} {
		t.Run(r.name, func(t *testing.T) { r.check(t) })
	}
}

// Where two stages write an asset at one place, its origin enters by the one that collects.
func TestOriginPointsAtTheCollectingStage(t *testing.T) {
	g := resolve(t, head+`
assets: [{id: images, kind: training-data, origin: public-web}]
components: [{id: job, kind: data-pipeline}]
pipeline:
  - {id: a-tidy, kind: prepare, runs_on: job, consumes: [images], produces: [images]}
  - {id: b-fetch, kind: collect, runs_on: job, produces: [images]}
  - {id: c-tidy, kind: prepare, runs_on: job, consumes: [images], produces: [images]}`)
	w := influence(t, g, "influence images planted anonymous")
	collect := g.Stages[1].Produces[0].Span
	if w == nil || w.Steps[1].Span != collect {
		t.Errorf("the origin enters at %v, want %v", w.Steps, collect)
	}
}

// machine says whether a step leads from a component to the machine under it or to what runs on it, or from an operator
// to what he runs, and its place says so.
func machine(g *graph.Graph, from graph.Ref, s reach.Step) bool {
	if s.At.Type == graph.StageType && !s.Asset.Valid() {
		return g.Stages[s.At.Index].On == from.Index && word(s.Span) == g.ID(from)
	}
	if s.Via.Valid() || s.At.Type != graph.ComponentType {
		return false
	}
	c := &g.Components[s.At.Index]
	switch from.Type {
	case graph.ActorType:
		return c.Operator == from.Index && word(s.Span) == g.ID(from)
	case graph.ComponentType:
		up := g.Components[from.Index].RunsOn == s.At.Index && word(s.Span) == g.ID(s.At)
		down := c.RunsOn == from.Index && word(s.Span) == g.ID(from)
		return up || down
	}
	return false
}
