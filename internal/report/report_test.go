package report_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tmodel/internal/register"
	"tmodel/internal/report"
	"tmodel/internal/report/sample"
	"tmodel/internal/vocab"
)

func TestSummary(t *testing.T) {
	s := sample.Report().Summary
	want := report.Summary{Threats: 3, Concerns: 1, Open: 2, Treated: 1, Unsure: 1}
	want.Inherent[vocab.Critical], want.Inherent[vocab.Medium] = 1, 2
	want.Residual[vocab.Critical], want.Residual[vocab.Medium], want.Residual[vocab.Low] = 1, 1, 1
	want.Matrix[4][3], want.Matrix[1][3], want.Matrix[0][3] = 1, 1, 1
	if diff := cmp.Diff(want, s); diff != "" {
		t.Error(diff)
	}
}

func TestCell(t *testing.T) {
	for _, c := range []struct {
		r    register.Rating
		l, i int
	}{{register.Rating{Likelihood: 1.25, Impact: 4}, 1, 4}, {register.Rating{Likelihood: 2.5, Impact: 2.49}, 3, 2}} {
		if l, i := report.Cell(c.r); l != c.l || i != c.i {
			t.Errorf("%v stands at %d, %d", c.r, l, i)
		}
	}
}

func TestRules(t *testing.T) {
	var got []string
	for _, r := range sample.Report().Rules {
		got = append(got, r.Rule.ID)
		if r.Rule.ID == "TT-02" && r.Threats != 2 {
			t.Errorf("TT-02 found %d", r.Threats)
		}
	}
	if diff := cmp.Diff([]string{"CC-01", "TT-01", "TT-02"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestAssumptions(t *testing.T) {
	want := []report.Assumption{{Element: "weights", What: "integrity", Value: "high"}}
	base := sample.Report()
	if diff := cmp.Diff(want, base.Assumptions); diff != "" {
		t.Error(diff)
	}
	base.Graph.Criticality = vocab.LevelUnknown
	r := report.New(base.Tool, base.Graph, base.Catalog, base.Register, nil)
	if diff := cmp.Diff(append([]report.Assumption{{Element: "sorter", What: "criticality", Value: "medium"}}, want...), r.Assumptions); diff != "" {
		t.Error(diff)
	}
}

func TestScopeAndCoverage(t *testing.T) {
	r := sample.Report()
	if diff := cmp.Diff([]report.Exclusion{{Element: "printer", Reason: "Reviewed with the depot network."}}, r.OutOfScope); diff != "" {
		t.Error(diff)
	}
	c := r.Coverage
	if c.Rules != 3 || c.Fired != 2 || c.Elements != 6 || c.WithThreats != 2 {
		t.Errorf("%+v", c)
	}
	if c.Stride[0] != (report.Count{Word: "spoofing", N: 2}) || c.Stride[1] != (report.Count{Word: "tampering", N: 1}) {
		t.Errorf("%v", c.Stride)
	}
}

func TestNext(t *testing.T) {
	r := sample.Report()
	if c, ok := report.Next(&r.Register.Threats[0]); !ok || c.Control != "input-checks" {
		t.Errorf("%v %t", c, ok)
	}
	if c, ok := report.Next(&r.Register.Threats[2]); ok {
		t.Errorf("%v is in place", c)
	}
}

func TestText(t *testing.T) {
	x := register.Threat{Names: []register.Name{{Key: "target", Value: "{{path}}"}, {Key: "path", Value: "a → b"}}}
	if got := report.Text("{{target}} over {{path}}, {{else}}", &x); got != "{{path}} over a → b, {{else}}" {
		t.Error(got)
	}
	if got := report.Text("as it is", &x); got != "as it is" {
		t.Error(got)
	}
}
