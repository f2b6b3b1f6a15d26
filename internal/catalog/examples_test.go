package catalog_test

import (
	"testing"

	"tmodel/catalogs"
	"tmodel/internal/catalog/load"
	"tmodel/internal/trial"
)

// Each example of each rule is compiled with the whole catalogue: the rule fires on the elements that it says.
func TestExamples(t *testing.T) {
	outcomes, err := trial.Run(&load.Loaded{Catalog: catalogs.Shipped()})
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range outcomes {
		if o.Failed() {
			t.Errorf("%s, %s: fires on %v, want %v %v", o.Rule, o.Example, o.Got, o.Expect, o.Wrong)
		}
	}
	if n := len(catalogs.Shipped().Rules); len(outcomes) < 2*n {
		t.Errorf("%d examples of %d rules", len(outcomes), n)
	}
}
