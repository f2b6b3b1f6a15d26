package trial_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tmodel/catalogs"
	"tmodel/internal/catalog"
	"tmodel/internal/catalog/load"
	"tmodel/internal/diag"
	"tmodel/internal/trial"
)

const rule = `- id: XX-01
  title: Answers are swapped
  since: 1.0.0
  stride: [tampering]
  affects: [integrity]
  target: {family: serving}
  when: {sends: {kind: prediction, as: answer}}
  stake: [{bound: answer}]
  likelihood: 2
  description: Another answer comes.
  attack: [Swap it.]
  verify: Look.
  treat: [{control: decision-logging}, {control: rate-limiting}]
  references: {atlas: []}
  examples:
    - name: fires
      system: {tmodel: 1, system: {id: s}, assets: [{id: a, kind: prediction}], components: [{id: m, kind: inference-endpoint}, {id: d, kind: business-app}], data_flows: [{id: f, from: d, to: m, returns: [a]}]}
      expect: [m]
    - name: should be silent
      system: {tmodel: 1, system: {id: s}, assets: [{id: a, kind: prediction}], components: [{id: m, kind: inference-endpoint}, {id: d, kind: business-app}], data_flows: [{id: f, from: d, to: m, returns: [a]}]}
      expect: []
`

func TestExamplesOfAFolder(t *testing.T) {
	bag := &diag.Bag{}
	l, err := load.Extend(catalogs.Shipped(), []load.Folder{{Name: "mine", Files: fstest.MapFS{"stride-ai/x.yaml": {Data: []byte(rule)}}}}, bag)
	if err != nil || bag.Failed() {
		t.Fatal(err, bag.Sorted())
	}
	got, err := trial.Run(l)
	if err != nil || len(got) != 2 {
		t.Fatal(got, err)
	}
	if got[0].Failed() || got[0].At.String() != "mine/stride-ai/x.yaml:16:7" {
		t.Errorf("%+v", got[0])
	}
	if o := got[1]; !o.Failed() || o.Rule != "XX-01" || o.Example != "should be silent" || len(o.Expect) > 0 || !slices.Equal(o.Got, []string{"m"}) || o.At.Line != 19 {
		t.Errorf("%+v", o)
	}
}

const changing = `    - name: with changes
      system: {tmodel: 1, system: {id: s}, assets: [{id: a, kind: prediction}], components: [{id: m, kind: inference-endpoint, facts: {task: rank, egress: none}}, {id: d, kind: business-app}], data_flows: [{id: f, from: d, to: m, returns: [a]}]}
      expect: [m]
      likelihood: {m: 2}
      changes:
        - {set: {m: {facts: {task: classify}}}, likelihood: {m: 3}}
        - {set: {a: {kind: log}}, expect: []}
        - {set: {f: null}, expect: []}
        - {set: {m: {facts: {task: null}}, s: {criticality: high}}}
        - set:
            f: {returns: null, carries: [a]}
          expect: []
        - {set: {m: {facts: {task: classify}}}}
        - {set: {a: {origin: internal}}, expect: []}
        - {set: {d: {kind: inference-endpoint}, m: {kind: business-app, facts: {task: null, egress: null}}, f: {from: m, to: d}}, expect: [d], likelihood: {d: 2}}
`

// TestChanges: what a change does not say is as in the example, of its system and of what is expected. Two are
// wrong, in a folder as in a catalogue that was compiled from it.
func TestChanges(t *testing.T) {
	bag := &diag.Bag{}
	text := strings.Replace(rule, "  likelihood: 2\n", "  likelihood: 2\n  likelier: [{when: {facts: {task: classify}}, likelihood: 3}]\n", 1) + changing
	l, err := load.Extend(catalogs.Shipped(), []load.Folder{{Name: "mine", Files: fstest.MapFS{"stride-ai/x.yaml": {Data: []byte(text)}}}}, bag)
	if err != nil || bag.Failed() {
		t.Fatal(err, bag.Sorted())
	}
	c := *l.Catalog
	r, p := c.Rule("XX-01")
	c.Rules, c.Prose = []catalog.Rule{*r}, []catalog.Prose{*p}
	for _, l := range []*load.Loaded{l, {Catalog: &c}} {
		got, err := trial.Run(l)
		if err != nil || len(got) != 11 {
			t.Fatal(got, err)
		}
		for i, o := range got[2:] {
			if o.Failed() != (i == 6 || i == 7) {
				t.Errorf("%+v", o)
			}
		}
		o := &got[8]
		if !slices.Equal(o.Expect, []string{"m (likelihood 2)"}) || !slices.Equal(o.Got, []string{"m (likelihood 3)"}) || o.Example != "with changes" || o.Change != "{m: {facts: {task: classify}}}" {
			t.Errorf("%+v", o)
		}
		if l.Records != nil && (o.At.Line != 35 || got[7].Change != "f: {returns: null, carries: [a]}") {
			t.Errorf("%+v", got[7:9])
		}
	}
}

func TestChangesOfWhatIsNotThere(t *testing.T) {
	for set, want := range map[string]string{
		"{x: {kind: log}}":                     `mine/stride-ai/x.yaml:27:18: the example has nothing "x" that could be changed`,
		"{x: null}":                            `mine/stride-ai/x.yaml:27:18: the example has nothing "x"`,
		"{a: {origin: null}}":                  `mine/stride-ai/x.yaml:27:22: the example has nothing "origin"`,
		"{m: {facts: {output_detail: null}}}":  `mine/stride-ai/x.yaml:27:30: the example has nothing "output_detail"`,
		"{a: {kind: logg}}":                    `mine/stride-ai/x.yaml:27:28: "kind" can't be "logg"`,
		"{a: null}":                            `mine/stride-ai/x.yaml:27:18: there is no asset "a"`,
		"{a: log}":                             `mine/stride-ai/x.yaml:27:21: `,
		"{a: {kind: log}}, expect: [x]":        `mine/stride-ai/x.yaml:27:44: the example has no element "x"`,
		"{a: {kind: log}}, likelihood: {d: 3}": `mine/stride-ai/x.yaml:27:48: the example does not expect "d", and says how likely it is`,
	} {
		bag := &diag.Bag{}
		text := rule + strings.Split(changing, "        - ")[0] + "        - {set: " + set + "}\n"
		_, err := load.Extend(catalogs.Shipped(), []load.Folder{{Name: "mine", Files: fstest.MapFS{"stride-ai/x.yaml": {Data: []byte(text)}}}}, bag)
		said := bag.Sorted()
		if err != nil || len(said) != 1 || !strings.HasPrefix(said[0].Span.String()+": "+said[0].Message, want) {
			t.Errorf("%s: want %s, got %v %v", set, want, said, err)
		}
	}
}

func TestExamplesOfACompiledCatalogue(t *testing.T) {
	c := *catalogs.Shipped()
	c.Rules, c.Prose = c.Rules[:1], []catalog.Prose{{Examples: []catalog.Example{
		{Name: "no system", System: "tmodel: 1\n"}, {Name: "not silent", System: "tmodel: 1\nsystem: {id: s}\n", Expect: []string{"x"}}, {Name: "right", System: "tmodel: 1\nsystem: {id: s}\n"},
	}}}
	got, err := trial.Run(&load.Loaded{Catalog: &c})
	if err != nil || len(got) != 3 {
		t.Fatal(got, err)
	}
	if !got[0].Failed() || len(got[0].Wrong) == 0 || !got[1].Failed() || got[2].Failed() || got[0].At.Valid() {
		t.Errorf("%+v", got)
	}
}
