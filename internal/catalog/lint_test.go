package catalog_test

import (
	"slices"
	"testing"

	"tmodel/catalogs"
	"tmodel/internal/catalog/lint"
	"tmodel/internal/catalog/load"
	"tmodel/internal/diag"
)

// The shipped catalogue obeys every law that those of users obey, and more.
func TestLaws(t *testing.T) {
	bag := &diag.Bag{}
	lint.Shipped(&load.Loaded{Catalog: catalogs.Shipped()}, bag)
	for _, d := range bag.Sorted() {
		t.Errorf("%s: %s (%s)", d.Severity, d.Message, d.Hint)
	}
}

func TestLookup(t *testing.T) {
	c := catalogs.Shipped()
	for i := range c.Rules {
		if r, p := c.Rule(c.Rules[i].ID); r != &c.Rules[i] || p != &c.Prose[i] {
			t.Errorf("%s is not found", c.Rules[i].ID)
		}
	}
	if r, _ := c.Rule("ZZ-99"); r != nil {
		t.Error("a rule that is not there")
	}
	if k, _ := c.Control("wishful-thinking"); k != nil {
		t.Error("a control that is not there")
	}
	if !slices.IsSorted(c.ControlIDs()) || !slices.Equal(c.ControlIDs(), c.Vocab.Controls) {
		t.Error("the vocabulary has other controls than the library")
	}
}

func TestRiskTables(t *testing.T) {
	r := catalogs.Shipped().Risk
	for s := range r.Impact {
		for k := range r.Impact[s] {
			if s > 0 && r.Impact[s][k] < r.Impact[s-1][k] || k > 0 && r.Impact[s][k] < r.Impact[s][k-1] {
				t.Errorf("impact falls at %d, %d", s, k)
			}
		}
	}
	for i := 1; i < len(r.Adjust); i++ {
		if r.Adjust[i] > r.Adjust[i-1] {
			t.Error("more trusted people are not likelier attackers")
		}
	}
	if r.ImpactOf(0, 0) != r.ImpactOf(2, 2) || r.LevelOf(0, 9) != r.Matrix[0][4] {
		t.Error("what is not known counts as medium, and the matrix ends at its edges")
	}
	for _, l := range append(r.Likelihoods[:], r.Impacts[:]...) {
		if l == "" {
			t.Error("a rung has no label")
		}
	}
}
