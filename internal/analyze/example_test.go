package analyze_test

import (
	"slices"
	"testing"

	"tmodel/internal/report"
	"tmodel/internal/source"
	"tmodel/internal/synthetic"
)

func TestImageClassifier(t *testing.T) {
	text := example(t)
	r := analyzed(t, text)
	first := r.Register.Threats[0]
	if first.Elements[0] != "classifier-api" || first.Atlas[0] != "AML.T0015" {
		t.Errorf("the first threat is %s %v", first.ID, first.Atlas)
	}
	for _, c := range r.Coverage.Stride {
		if c.N == 0 {
			t.Errorf("nothing is primarily %s", c.Word)
		}
	}
	listed, there := byID(r.Register), found(r.Register)
	for _, id := range []string{"IE-02@classifier-api", "MA-02@classifier-api", "IE-12@classifier-api", "IE-04@classifier-api",
		"IE-06@classifier-api", "IE-08@classifier-api", "IE-18@api-key", "PM-01@base-resnet", "PM-02@trainer", "PM-03@hub", "DS-01@tune", "MO-02@serving-logs"} {
		if !there[id] {
			t.Errorf("no %s", id)
		}
	}
	for id, path := range map[string][]string{
		"PM-06@classifier-api": {"seller", "upload-page", "classifier-api"},
		"DT-03@tune":           {"scraped-images", "image-lake", "trainer", "tune"},
		"PM-02@trainer":        {"base-resnet", "hub", "trainer"},
	} {
		if !slices.Equal(listed[id].Path, path) {
			t.Errorf("%s comes by %v", id, listed[id].Path)
		}
	}
	logged := byID(analyzed(t, synthetic.RaiseControl(text, "decision-logging", "classifier-api", "implemented")).Register)["IE-12@classifier-api"]
	if logged.Status != "treated" {
		t.Errorf("IE-12 is %s once decisions are logged: %v", logged.Status, logged.Residual)
	}
	for _, want := range r.Register.Threats[0].Treatments {
		control := want.Control
		text = synthetic.RaiseControl(text, control, "classifier-api", "verified")
	}
	if r := analyzed(t, text).Register.Threats; r[0].ID == first.ID {
		t.Errorf("%s is still first, at %v", first.ID, r[0].Residual)
	}
}

func TestTextsAreFilled(t *testing.T) {
	r := analyzed(t, example(t))
	for _, x := range r.Register.Threats {
		_, p := r.Catalog.Rule(x.Rule)
		for _, s := range append(slices.Clone(p.Attack), p.Title, p.Description, p.Verify) {
			if filled := report.Text(s, &x); slices.Contains([]rune(filled), '{') {
				t.Errorf("%s: %s", x.ID, filled)
			}
		}
	}
}

// A clause is told once for each place that shows it.
func TestClausesAreToldOnce(t *testing.T) {
	type told struct {
		clause string
		span   source.Span
	}
	for x := range analyzed(t, example(t)).Register.All() {
		seen := map[told]bool{}
		for _, e := range x.Evidence {
			if k := (told{e.Clause, e.Span}); seen[k] {
				t.Errorf("%s says twice that %s", x.ID, e.Clause)
			} else {
				seen[k] = true
			}
		}
	}
}

// Prose names who starts, and where it comes in and ends; a long way is cut in the middle.
func TestLongPathsAreCutInProse(t *testing.T) {
	text := "tmodel: 1\nsystem: {id: s}\nactors: [{id: anna, trust: anonymous}]\nassets: [{id: photo, kind: input}, {id: label, kind: prediction}]\ncomponents:\n" +
		"  - {id: p1, kind: web-app}\n  - {id: p2, kind: web-app}\n  - {id: p3, kind: web-app}\n  - {id: p4, kind: web-app}\n  - {id: api, kind: inference-endpoint}\n" +
		"data_flows:\n  - {id: f1, from: anna, to: p1, carries: [photo]}\n  - {id: f2, from: p1, to: p2, carries: [photo]}\n  - {id: f3, from: p2, to: p3, carries: [photo]}\n" +
		"  - {id: f4, from: p3, to: p4, carries: [photo]}\n  - {id: f5, from: p4, to: api, carries: [photo], returns: [label]}\n"
	x := byID(analyzed(t, []byte(text)).Register)["IE-02@api"]
	if got := report.Text("{{path}}", &x); got != "anna → p1 → … → p4 → api" || len(x.Path) != 6 {
		t.Errorf("%q, %v", got, x.Path)
	}
}
