package trial_test

import (
	"slices"
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
