package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/vocab"
)

const small = `
actors:
  - {id: user, trust: anonymous, zone: net, name: The user, out_of_scope: not ours}
  - {id: acme, trust: partner}
zones:
  - {id: net, trust: untrusted}
  - {id: site, trust: internal, operator: acme}
  - {id: rack, parent: site}
  - {id: shelf, parent: rack}
  - {id: drawer, trust: restricted, parent: shelf}
  - {id: limbo}
assets:
  - {id: prompt, kind: prompt, sensitivity: {integrity: high}}
  - {id: key, kind: credential, opens: [llm], facts: {stored: vault}}
  - {id: config, kind: document, contains: [key], origin: vendor}
  - {id: corpus, kind: training-data}
  - {id: weights, kind: model}
components:
  - {id: llm, kind: llm, zone: shelf, holds: [weights, config], facts: {task: generate, retention: unknown}}
  - {id: box, kind: host, zone: drawer, operator: user}
  - {id: trainer, kind: trainer, runs_on: box, zone: limbo}
  - {id: lake, kind: dataset-store, holds: [corpus]}
  - {id: mirror, kind: dataset-store, holds: [corpus]}
  - {id: registry, kind: model-registry, holds: [weights]}
data_flows:
  - {id: ask, from: user, to: llm, carries: [prompt]}
  - {id: fetch, from: trainer, to: lake, returns: [corpus]}
  - {id: fetch-again, from: lake, to: trainer, carries: [corpus]}
pipeline:
  - {id: tune, kind: fine-tune, runs_on: trainer, consumes: [corpus], produces: [weights], facts: {cadence: once}}
controls:
  - {use: rate-limiting, on: [llm, ask], state: verified, governed_by: [config]}
  - {use: individual-accounts, on: [shop]}
  - {use: rate-limiting, on: [llm], state: planned}
`

func TestListsAreSorted(t *testing.T) {
	g := build(t, small)
	for i := 1; i < len(g.Components); i++ {
		if g.Components[i-1].ID.Value >= g.Components[i].ID.Value {
			t.Errorf("%s before %s", g.Components[i-1].ID.Value, g.Components[i].ID.Value)
		}
	}
	llm := component(t, g, "llm")
	if got := ids(g, graph.AssetType, llm.Holds); got != "config weights" {
		t.Errorf("llm holds %s", got)
	}
	for _, id := range []string{"shop", "user", "net", "prompt", "llm", "ask", "tune"} {
		r, ok := g.Lookup(id)
		if !ok || g.ID(r) != id || !g.Span(r).Valid() {
			t.Errorf("%s leads to %v", id, r)
		}
	}
	if _, ok := g.Lookup("nobody"); ok {
		t.Error("found what is not there")
	}
}

func TestReferencesGoBothWays(t *testing.T) {
	g := build(t, small)
	asset := func(id string) *graph.Asset { r, _ := g.Lookup(id); return &g.Assets[r.Index] }
	for what, c := range map[string][2]string{
		"corpus is held by":   {ids(g, graph.ComponentType, asset("corpus").HeldBy), "lake mirror"},
		"corpus is consumed":  {ids(g, graph.StageType, asset("corpus").ConsumedBy), "tune"},
		"weights are made by": {ids(g, graph.StageType, asset("weights").ProducedBy), "tune"},
		"config contains":     {ids(g, graph.AssetType, asset("config").Contains), "key"},
		"llm is opened by":    {ids(g, graph.AssetType, component(t, g, "llm").OpenedBy), "key"},
	} {
		if c[0] != c[1] {
			t.Errorf("%s %s, want %s", what, c[0], c[1])
		}
	}
	user, _ := g.Lookup("user")
	if llm := component(t, g, "llm"); len(llm.In) != 1 || len(llm.Out) != 0 || len(g.Actors[user.Index].Flows) != 1 {
		t.Error("ask is not at both its ends")
	}
	if tr := component(t, g, "trainer"); len(tr.Runs) != 1 || g.Components[tr.RunsOn].ID.Value != "box" || len(tr.In) != 1 || len(tr.Out) != 1 {
		t.Error("the trainer's ends are wrong")
	}
	if g.Name(user) != "The user" || g.OutOfScope(user) != "not ours" || !g.AI() {
		t.Error("what the file says of the user is lost")
	}
}

func TestTrustIsInherited(t *testing.T) {
	g := build(t, small)
	for id, want := range map[string]vocab.Trust{"llm": vocab.Employee, "box": vocab.Administrator, "trainer": vocab.NoTrust, "lake": vocab.NoTrust,
		"user": vocab.Anonymous, "shelf": vocab.Employee, "net": vocab.NoTrust} {
		r, _ := g.Lookup(id)
		if got := g.ZoneTrust(r); got != want {
			t.Errorf("the zone around %s is trusted %v, want %v", id, got, want)
		}
	}
}

func TestOperatorIsInherited(t *testing.T) {
	g := build(t, small)
	for id, want := range map[string]string{"llm": "acme", "box": "user", "trainer": "", "lake": ""} {
		got := ""
		if o := component(t, g, id).Operator; o >= 0 {
			got = g.Actors[o].ID.Value
		}
		if got != want {
			t.Errorf("%s is run by %q, want %q", id, got, want)
		}
	}
}

func TestFactsAndSensitivity(t *testing.T) {
	g := build(t, small)
	llm, _ := g.Lookup("llm")
	if v, known := g.Fact(llm, "task"); v.Value != "generate" || !known {
		t.Error("task is known")
	}
	if v, known := g.Fact(llm, "retention"); !v.Set() || known {
		t.Error("retention is said to be unknown")
	}
	if v, known := g.Fact(llm, "billing"); v.Set() || known {
		t.Error("billing is not said")
	}
	prompt, _ := g.Lookup("prompt")
	a := g.Assets[prompt.Index]
	if a.Sensitivity[vocab.Integrity] != vocab.High || a.Assumed[vocab.Integrity] || !a.Assumed[vocab.Confidentiality] || a.Sensitivity[vocab.Confidentiality] != a.Kind.Sensitivity[vocab.Confidentiality] {
		t.Errorf("sensitivity %v assumed %v", a.Sensitivity, a.Assumed)
	}
	if g.Criticality != vocab.High || g.Kind(llm).ID != "llm" || g.Kind(graph.Ref{Type: graph.SystemType}) != nil {
		t.Error("criticality or kind is wrong")
	}
	if tune, _ := g.Lookup("tune"); g.Kind(tune).ID != "fine-tune" {
		t.Error("the stage's kind is wrong")
	}
}

// TestMovements holds that a stage implies a movement from each holder, and that drawn flows replace them.
func TestMovements(t *testing.T) {
	g := build(t, small)
	var got []string
	for _, m := range g.Movements {
		flow := "implied"
		if m.Flow >= 0 {
			flow = g.Flows[m.Flow].ID.Value
		}
		got = append(got, fmt.Sprintf("%s %s>%s %s", g.Assets[m.Asset].ID.Value, g.Components[m.From].ID.Value, g.Components[m.To].ID.Value, flow))
	}
	want := "corpus lake>trainer fetch, corpus mirror>trainer implied, weights trainer>llm implied, weights trainer>registry implied"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}

func TestControls(t *testing.T) {
	g := build(t, small)
	var got []string
	for _, c := range g.Controls {
		on := ""
		for _, p := range c.On {
			on += " " + g.ID(p.Ref)
		}
		got = append(got, c.Use.Value+on+" "+c.State.String()+" "+ids(g, graph.AssetType, c.GovernedBy))
	}
	want := "individual-accounts shop implemented , rate-limiting llm planned , rate-limiting llm ask verified config"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}

func TestMistakes(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"actors:\n- {id: shop, trust: partner}", `2:8 TM-E009 the id "shop" is taken`},
		{"actors:\n- {id: a b, trust: partner}", `2:8 TM-E008 "a b" can't be an id`},
		{"actors:\n- {id: a, trust: partner, zone: b}", `2:33 TM-E010 there is no zone "b"`},
		{"actors:\n- {id: a, trust: partner, zone: shop}", `2:33 TM-E011 "shop" is a system; a zone is expected here`},
		{"zones:\n- {id: a, parent: b}\n- {id: b, parent: a}", `3:19 TM-E013 the zone "a" lies inside itself: a -> b -> a`},
		{"zones:\n- {id: a, parent: a}", `2:19 TM-E013 the zone "a" lies inside itself`},
		{"assets:\n- {id: a, kind: document, contains: [b, c]}\n- {id: b, kind: document, contains: [c]}\n- {id: c, kind: document}\ncomponents: [{id: d, kind: database, holds: [a]}]", ""},
		{"components:\n- {id: a, kind: host, runs_on: a}", `2:32 TM-E043 the component "a" runs on itself`},
		{"components:\n- {id: a, kind: gateway}\ndata_flows:\n- {id: f, from: a, to: a}", `4:24 TM-E014 the flow goes from "a" to itself`},
		{"components:\n- {id: a, kind: database, holds: [b, c, b]}\nassets: [{id: b, kind: log}, {id: c, kind: log}]", `2:41 TM-E015 "b" stands twice in this list`},
		{"controls:\n- {use: rate-limiting, on: [shop, shop]}", `2:35 TM-E015 "shop" stands twice in this list`},
		{"controls:\n- {use: firewall-9000, on: [shop]}", `2:9 TM-E019 the library has no control "firewall-9000"`},
		{"components:\n- {id: a, kind: database, facts: {autonomy: unattended}}", `2:35 TM-E012 a database has no fact "autonomy"`},
		{"components:\n- {id: a, kind: database, facts: {access_rule: all}}", `2:48 TM-E041 "access_rule" can't be "all"`},
		{"components:\n- {id: a, kind: database, facts: {access_rule: 5, x-own: 6}}", `2:48 TM-E041 "access_rule" can't be "5"`},
		{"components:\n- {id: a, kind: databse, facts: {serves: one-user}}", `2:17 TM-E040 "kind" can't be "databse"`},
		{"components:\n- {id: a, kind: zeppelin, facts: {egress: open, zork: 1}}", `2:17 TM-E040 "kind" can't be "zeppelin"
2:49 TM-E012 no kind has the fact "zork"`},
		{"assets:\n- &a {id: a, kind: log}\n- *a", `3:3 TM-E009 the id "a" is taken`},
	} {
		if got := said(t, c.text); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestWarnings(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"components:\n- {id: a, kind: gateway}", `2:8 TM-W502 nothing arrives at "a"`},
		{"components:\n- {id: a, kind: host}\n- {id: b, kind: database}", `3:8 TM-W509 nothing lies in "b", and nothing is written to it`},
		{"components:\n- {id: a, kind: gateway}\n- {id: b, kind: database, holds: [c]}\nassets: [{id: c, kind: log}]\ndata_flows: [{id: f, from: a, to: b, returns: [c]}]", ""},
		{"components:\n- {id: a, kind: trainer}\npipeline: [{id: s, kind: train, runs_on: a}]", `3:17 TM-W505 the stage "s" reads nothing and makes nothing`},
		{"assets:\n- {id: d, kind: training-data}\n- {id: m, kind: model}\ncomponents:\n- {id: a, kind: trainer, holds: [d, m]}\npipeline:\n- {id: s, kind: train, runs_on: a, consumes: [d]}\n- {id: t, kind: train, runs_on: a, produces: [m]}",
			"7:8 TM-W507 the stage \"s\" fits a model, and says not which\n8:8 TM-W507 the stage \"t\" fits a model to nothing"},
		{"assets:\n- {id: d, kind: training-data}\n- {id: m, kind: model}\ncomponents:\n- {id: a, kind: trainer, holds: [m]}\npipeline:\n- {id: s, kind: train, runs_on: a, consumes: [d], produces: [m]}",
			`7:47 TM-W506 nothing brings "d" to "a", where the stage "s" reads it`},
		{"assets:\n- {id: m, kind: model}\ncomponents:\n- {id: a, kind: trainer, holds: [m]}\npipeline:\n- {id: s, kind: fine-tune, runs_on: a, consumes: [m], produces: [m]}\n- {id: t, kind: fine-tune, runs_on: a, consumes: [m], produces: [m]}", ""},
		{"assets:\n- {id: a, kind: log}", `2:8 TM-W503 nothing holds, carries or makes "a"`},
		{"assets:\n- {id: a, kind: log}\n- {id: b, kind: document, contains: [a]}\ncomponents: [{id: c, kind: database, holds: [b]}]", ""},
		{"assets:\n- {id: a, kind: model}\nactors: [{id: u, trust: partner}]\ncomponents: [{id: c, kind: gateway}, {id: d, kind: gateway}]\ndata_flows:\n- {id: f, from: u, to: c}\n- {id: g, from: c, to: d, carries: [a]}",
			`7:37 TM-W504 "c" sends "a" but neither receives, holds nor makes it`},
		{"assets: [{id: a, kind: document}, {id: b, kind: document}]\ncomponents: [{id: c, kind: llm-app}, {id: d, kind: vector-store, holds: [a]}]\ndata_flows:\n- {id: f, from: c, to: d, returns: [a, b]}",
			`4:40 TM-W504 "d" gives out "b" but neither receives nor holds it`},
		{"assets: [{id: a, kind: document}]\ncomponents: [{id: c, kind: llm-app}, {id: d, kind: vector-store}]\ndata_flows:\n- {id: f, from: c, to: d, returns: [a]}",
			`2:43 TM-W509 nothing lies in "d", and nothing is written to it`},
		{"assets:\n- {id: a, kind: model}\n- {id: b, kind: document, contains: [a]}\nactors: [{id: u, trust: partner}]\ncomponents: [{id: c, kind: gateway}, {id: d, kind: gateway}]\ndata_flows:\n- {id: f, from: u, to: c, carries: [b]}\n- {id: g, from: c, to: d, carries: [a]}", ""},
	} {
		if got := said(t, c.text); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestMisspelledIDIsOneMistake holds that the uses of an id are notes, in the order of the file, and not all of many.
func TestMisspelledIDIsOneMistake(t *testing.T) {
	text := "actors: [{id: A_1, trust: partner}]\ncomponents: [{id: c, kind: gateway}]\ndata_flows:\n"
	for i := range 9 {
		text += fmt.Sprintf("- {id: f%d, from: A_1, to: c}\n", 9-i)
	}
	_, list := resolve(t, head+text)
	if len(list) != 1 || list[0].Code != diag.BadID || len(list[0].Notes) != 4 {
		t.Fatalf("%v", list)
	}
	if n := list[0].Notes; n[0].Span.Line != 6 || n[3].Span.Line != 9 || n[3].Message != "named here, and in 5 more places" {
		t.Errorf("%v", n)
	}
}

// TestMisspelledIDIsKnownCorrected holds that references which are spelled as ids are, where the declaration is not,
// are notes of its one mistake, and that nothing is ever suggested that can't be an id.
func TestMisspelledIDIsKnownCorrected(t *testing.T) {
	flow := "\nactors: [{id: user, trust: partner}]\ndata_flows: [{id: ask, from: user, to: "
	for _, c := range []struct{ text, want, note string }{
		{"components: [{id: Page, kind: web-app}]" + flow + "page}]", `1:19 TM-E008 "Page" can't be an id`, "named page here"},
		{"components: [{id: Page, kind: web-app}]" + flow + "Page}]", `1:19 TM-E008 "Page" can't be an id`, "named here"},
		{`components: [{id: "web-?page", kind: web-app}]` + flow + "web-page}]", `1:19 TM-E008 "web-?page" can't be an id`, "named web-page here"},
		{"components: [{id: 2portal, kind: web-app}]" + flow + "portal2}]", `1:19 TM-E008 "2portal" can't be an id`, "named portal2 here"},
		{"components: [{id: Page, kind: web-app}]" + flow + "page, carries: [page]}]", "1:19 TM-E008 \"Page\" can't be an id\n3:56 TM-E011 \"page\" is a component; an asset is expected here", "named page here"},
		{"components: [{id: Page, kind: web-app}]" + flow + "pag}]", "1:19 TM-E008 \"Page\" can't be an id\n3:40 TM-E010 there is no actor or component \"pag\"", ""},
	} {
		if got := said(t, c.text); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
		_, list := resolve(t, head+c.text)
		if c.note != "" && (len(list[0].Notes) != 1 || list[0].Notes[0].Message != c.note) {
			t.Errorf("%s: notes %v", c.text, list[0].Notes)
		}
	}
	_, list := resolve(t, head+"components: [{id: Page, kind: web-app}]"+flow+"pag}]")
	if hint := list[1].Hint; hint != `did you mean "page"?` {
		t.Errorf("the hint is %s", hint)
	}
	_, list = resolve(t, head+"components: [{id: Page, kind: web-app}, {id: page, kind: web-app}]")
	if hint := list[0].Hint; strings.Contains(hint, "write page,") {
		t.Errorf("page is taken: %s", hint)
	}
}

// TestOneSlipInADeclaration holds that a name which stands several times, near to an id that nothing names, is one error.
func TestOneSlipInADeclaration(t *testing.T) {
	text := "actors: [{id: user, trust: partner}]\ncomponents: [{id: uploadpage, kind: web-app}]\ndata_flows:\n"
	for i := range 6 {
		text += fmt.Sprintf("- {id: f%d, from: user, to: upload-page}\n", i)
	}
	_, list := resolve(t, head+text)
	if len(list) != 1 || list[0].Code != diag.UnknownRef || list[0].Span.Line != 6 || len(list[0].Notes) != 4 {
		t.Fatalf("%v", list)
	}
	if n := list[0].Notes; n[0].Message != "declared here" || n[0].Span.Line != 4 || n[3].Message != "named here too, and in 2 more places" {
		t.Errorf("%v", n)
	}
	if _, list := resolve(t, head+text+"- {id: g, from: user, to: uploadpage}\n"); len(list) != 6 {
		t.Errorf("where something names it, each of the others is a slip: %v", list)
	}
}

// TestRepairs holds that true is read as yes, once, where yes is a word.
func TestRepairs(t *testing.T) {
	g, list := resolve(t, "tmodel: 1\nsystem: {id: shop, facts: {about_people: True}}\n")
	if len(list) != 1 || list[0].Code != diag.BoolWord {
		t.Errorf("%v", list)
	}
	if v, known := g.Fact(graph.Ref{Type: graph.SystemType}, "about_people"); v.Value != "yes" || !known {
		t.Errorf("about_people is %q", v.Value)
	}
}
