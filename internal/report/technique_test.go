package report_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tmodel/internal/register"
	"tmodel/internal/report"
	"tmodel/internal/report/sample"
)

// TestTechniques: each once, in the order of the register, with its first threat; an id that ATLAS lacks keeps its place.
func TestTechniques(t *testing.T) {
	r := sample.Report()
	list := r.Register.Threats
	list[2].Atlas = []string{"AML.T9999", "AML.T0010.003"}
	want := []report.Technique{
		{ID: "AML.T0015", Name: "Mislead a Model", Tactics: []string{"Access", "Damage"}, First: &list[0], Threats: 2},
		{ID: "AML.T0010.003", Name: "Bad Parts: Weights", Tactics: []string{"Access"}, First: &list[1], Threats: 2},
		{ID: "AML.T9999", First: &list[2], Threats: 1},
	}
	same := cmp.Comparer(func(a, b *register.Threat) bool { return a == b })
	if diff := cmp.Diff(want, r.Techniques(report.Pointers(list)), same); diff != "" {
		t.Error(diff)
	}
	if got := r.Techniques(nil); got != nil {
		t.Error(got)
	}
}
