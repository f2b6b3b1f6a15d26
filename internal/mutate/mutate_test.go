package mutate_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tmodel/catalogs"
	"tmodel/internal/catalog"
	"tmodel/internal/catalog/load"
	"tmodel/internal/diag"
	"tmodel/internal/mutate"
)

const rule = `- id: XX-01
  title: Answers are swapped
  since: 1.0.0
  stride: [tampering]
  affects: [integrity]
  target: {family: [serving, language]}
  when: %s
  stake: [{sends: {}}]
  likelihood: 2
  likelier: [{when: {facts: {output_detail: [label, score]}}, likelihood: 3}]
  description: Another answer comes.
  attack: [Swap it.]
  verify: Look.
  treat: [{control: decision-logging}, {control: rate-limiting}]
  references: {atlas: []}
  examples:
    - name: fires
      system: {tmodel: 1, system: {id: s}, actors: [{id: p, trust: anonymous}], assets: [{id: a, kind: prediction}, {id: i, kind: input}], components: [{id: m, kind: inference-endpoint, facts: {output_detail: score}}], data_flows: [{id: f, from: p, to: m, carries: [i], returns: [a]}]}
      expect: [m]
      likelihood: {m: 3}
      changes:
        - {set: {m: {facts: {output_detail: null}}}, likelihood: {m: 2}}
        - {set: {p: {trust: partner}}, expect: []}
    - name: is silent
      system: {tmodel: 1, system: {id: s}}
      expect: []
`

func read(t *testing.T, when string) *load.Loaded {
	t.Helper()
	bag := &diag.Bag{}
	text := strings.Replace(rule, "%s", when, 1)
	l, err := load.Extend(catalogs.Shipped(), []load.Folder{{Name: "mine", Files: fstest.MapFS{"stride-ai/x.yaml": {Data: []byte(text)}}}}, bag)
	if err != nil || bag.Failed() {
		t.Fatal(when, err, bag.Sorted())
	}
	return l
}

// TestClauses: what can be taken from each kind of condition. Names that a clause gives, and ends that are always there,
// are nothing that could be missed.
func TestClauses(t *testing.T) {
	for when, want := range map[string][]string{
		"{sends: {as: answer}}":                                                   {"sends: removed"},
		"{inflow: {from: {as: who}}}":                                             {"inflow: removed"},
		"{inflow: {carries: {kind: [input, prompt]}}}":                            {"inflow: removed", "inflow.carries: removed", "inflow.carries.kind: removed", "inflow.carries.kind: without input", "inflow.carries.kind: without prompt"},
		"{all: [{sends: {}}, {sends: {kind: prediction}}]}":                       {"sends[1]: removed", "sends[2]: removed", "sends[2].kind: removed"},
		"{receives: {not: {kind: input, origin_at_most: partner}}}":               {"receives: removed", "receives.not: removed", "receives.not: taken away", "receives.not.kind: removed", "receives.not.origin_at_most: removed", "receives.not.origin_at_most: trust raised"},
		"{sends: {}, known: {not: {facts: {output_detail: score}}}}":              {"sends: removed", "known: removed", "known: taken away", "known.not: taken away"},
		"{influenced: {mode: [input, planted], trust_at_most: partner}}":          {"influenced: removed", "influenced: without mode input", "influenced: without mode planted", "influenced: trust raised"},
		"{influenced: {mode: input, assets: {kind: input, personal_data: none}}}": {"influenced: removed", "influenced.assets.kind: removed", "influenced.assets.personal_data: removed"},
		"{disclosed: {strength: inferable, asset: {kind: model}}}":                {"disclosed: removed", "disclosed: without strength", "disclosed.asset.kind: removed"},
		"{at_least: {count: 3, inflow: {encrypted: no}}}":                         {"at_least: removed", "at_least: count lowered", "at_least.inflow.encrypted: removed"},
		"{authority: {over: {family: tool}}}":                                     {"authority: removed", "authority.over.family: removed"},
		"{authority: {mode: [planted, input], over: {family: tool}}}":             {"authority: removed", "authority: without mode planted", "authority: without mode input", "authority.over.family: removed"},
		"{depends_on: {kind: llm}}":                                               {"depends_on: removed", "depends_on.kind: removed"},
		"{cycle: {stage: {fits: true}}}":                                          {"cycle: removed", "cycle.stage.fits: removed"},
		"{any: [{sends: {}}, {kind: llm, receives: {}}]}":                         {"any: removed", "any[1].sends: removed", "any[2]: removed", "any[2].kind: removed", "any[2].receives: removed"},
		"{sends: {any: [{sensitivity: {integrity: high}}, {facts: {form: image}}]}}": {"sends: removed", "sends.any: removed", "sends.any[1].sensitivity.integrity: removed",
			"sends.any[2].facts.form: removed"},
	} {
		r, _ := read(t, when).Catalog.Rule("XX-01")
		var got []string
		for _, m := range mutate.Of(r) {
			if clause, ok := strings.CutPrefix(m.Clause, "when."); ok {
				got = append(got, clause)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s:\n got %q\nwant %q", when, got, want)
		}
	}
}

// TestNoticed: what an example does not show is not noticed, of the condition and of what makes it likelier.
func TestNoticed(t *testing.T) {
	l := read(t, "{family: serving, sends: {}, influenced: {mode: input, trust_at_most: authenticated}}")
	c := *l.Catalog
	c.Rules, c.Prose = nil, nil
	r, p := l.Catalog.Rule("XX-01")
	c.Rules, c.Prose = append(c.Rules, *r), append(c.Prose, *p)
	l.Catalog, l.Records = &c, map[string]*load.Record{"XX-01": l.Records["XX-01"]}
	got, err := mutate.Run(l, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"when.family: removed", "when.sends: removed", "likelier[1].when.facts.output_detail: without label"}
	if len(got) != 1 || got[0].File != "x.yaml" || len(got[0].Mutants) != 8 || !slices.Equal(got[0].Survivors, want) {
		t.Errorf("%+v", got)
	}
	reasons, err := mutate.Load(fstest.MapFS{"r.yaml": {Data: []byte(`
- {rule: XX-01, clauses: ["when.family: removed", "when.influenced: removed", "when.kind: removed"], reason: Only models answer.}
- {rule: XX-02, clauses: ["when.family: removed"], reason: None.}
`)}}, "r.yaml")
	if err != nil {
		t.Fatal(err)
	}
	useless, missing := reasons.Wrong(l, got)
	if !slices.Equal(useless, []string{"XX-01 has no clause when.kind: removed", "XX-01 when.influenced: removed is noticed by an example and needs no reason", "there is no rule XX-02"}) {
		t.Errorf("%q", useless)
	}
	if !slices.Equal(missing, []string{"XX-01 when.sends: removed", "XX-01 likelier[1].when.facts.output_detail: without label"}) {
		t.Errorf("%q", missing)
	}
}

func TestReasonsThatAreNone(t *testing.T) {
	for text, want := range map[string]string{
		"- {rule: XX-01, clauses: [a]}\n":                                                      "r.yaml:1:3: a reason has rule, clauses (a list) and reason",
		"- {rule: XX-01, clauses: a, reason: b}\n":                                             "r.yaml:1:3: a reason has",
		"- {rule: XX-01, clauses: [a], reason: b}\n- {rule: XX-01, clauses: [a], reason: c}\n": `r.yaml:2:27: XX-01 has a reason for "a" already`,
		"- {rule: XX-01, clauses: [a], reason: b, reason: c}\n":                                "r.yaml:1:42: ",
		"- {rule: XX-01, clauses: [a], reason: b, because: c}\n":                               "r.yaml:1:3: a reason has",
	} {
		if _, err := mutate.Load(fstest.MapFS{"r.yaml": {Data: []byte(text)}}, "r.yaml"); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
	if _, err := mutate.Load(fstest.MapFS{}, "r.yaml"); err == nil {
		t.Error("no file")
	}
}

// floor is the share of clauses that the examples of the shipped rules notice. It only rises.
const floor = 0.95

// TestShippedRules: the examples of the shipped rules miss nearly every clause that is taken away, and each clause is
// named once.
func TestShippedRules(t *testing.T) {
	bag := &diag.Bag{}
	l, err := load.Whole(load.Folder{Files: os.DirFS("../../catalogs")}, catalog.Version, bag)
	if err != nil || bag.Failed() {
		t.Fatal(err, bag.Sorted())
	}
	results, err := mutate.Run(l, nil)
	if err != nil {
		t.Fatal(err)
	}
	if n, all := mutate.Noticed(results); float64(n) < floor*float64(all) {
		t.Errorf("%d of %d clauses are noticed, %.3f; the floor is %.3f: make mutate says which are not", n, all, float64(n)/float64(all), floor)
	}
	for _, r := range results {
		if names := slices.Sorted(slices.Values(r.Mutants)); len(slices.Compact(names)) < len(r.Mutants) {
			t.Errorf("%s has two clauses of one name", r.Rule)
		}
	}
	reasons, err := mutate.Load(os.DirFS("../.."), mutate.File)
	if err != nil {
		t.Fatal(err)
	}
	useless, missing := reasons.Wrong(l, results)
	for _, u := range useless {
		t.Errorf("%s: %s", mutate.File, u)
	}
	for _, m := range missing {
		t.Errorf("%s: no example notices %s, and no reason is given", mutate.File, m)
	}
}
