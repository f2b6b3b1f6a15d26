package lint_test

import (
	"slices"
	"strings"
	"testing"

	"tmodel/catalogs"
	"tmodel/internal/catalog"
	"tmodel/internal/catalog/lint"
	"tmodel/internal/catalog/load"
	"tmodel/internal/diag"
	"tmodel/internal/match"
)

// weak is a compiled catalogue in which nothing is as it should be.
func weak() *catalog.Catalog {
	c := &catalog.Catalog{Vocab: catalogs.Vocabulary()}
	fire, silent := catalog.Example{System: "a\nb\n", Expect: []string{"x"}}, catalog.Example{System: "a\nc\n"}
	for _, id := range []string{"AA-01", "AA-02", "AA-03", "AA-04", "AA-05"} {
		c.Rules = append(c.Rules, catalog.Rule{ID: id, Stride: []string{"spoofing"}, Likelihood: 2, Adversarial: true,
			Treat: []catalog.Treat{{Control: "good-luck"}, {Control: "tls"}}})
		c.Prose = append(c.Prose, catalog.Prose{Title: "The rule " + id, Description: "At " + id + " 0.5 of nothing happens.", Examples: []catalog.Example{fire, silent}})
	}
	c.Rules[0].Likelihood, c.Rules[1].Likelihood = 5, 3
	c.Rules[2].Treat = c.Rules[2].Treat[:1]
	c.Rules[3].Treat[1].Control = "wishful-thinking"
	c.Rules[4].When = match.Cond{Op: match.OpAll, Subs: []match.Cond{{Op: match.OpFact}}}
	c.Prose[4].Examples = []catalog.Example{fire}
	c.Prose[3].Description = "The same in all other systems! And more of {{it}}."
	c.Prose[4].Description = "And so on. The  same in all {{target}} systems? The same in all other systems"
	c.Prose[4].References = []catalog.Reference{{Framework: "nist", IDs: []string{"NISTAML.013", "NISTAML.5"}}, {Framework: "cosai", IDs: []string{"DataPoisoning", "data"}}, {Framework: "iso", IDs: []string{"anything"}}}
	c.Controls = []catalog.Control{{ID: "good-luck"}, {ID: "spare"}, {ID: "tls"}}
	c.ControlProse = []catalog.ControlProse{{Name: "Good luck"}, {Name: "Spare", Atlas: "AML.M1"}, {Name: "TLS"}}
	return c
}

func TestCompiledCatalog(t *testing.T) {
	bag := &diag.Bag{}
	lint.Shipped(&load.Loaded{Catalog: weak()}, bag)
	var got []string
	for _, d := range bag.Sorted() {
		if d.Span.Valid() {
			t.Errorf("a compiled catalogue has no places: %v", d)
		}
		got = append(got, d.Message)
	}
	want := []string{
		"AA-01 has likelihood 5 without a path",
		"AA-02 has likelihood 3 and rests on no fact, attribute or path",
		"AA-03 has fewer than two treatments",
		`AA-04 and AA-05 both say "the same in all other systems"`,
		`AA-04 is treated by "wishful-thinking", which is no control`,
		`AA-04: no clause gives the name "it" that the text uses`,
		"AA-05: 1 examples fire, 0 are silent",
		`AA-05: nist has no id "NISTAML.5"`,
		`AA-05: cosai has no id "data"`,
		"good-luck is the first choice of 5 rules, 4 at most",
		`spare: ATLAS has no mitigation "AML.M1"`,
		`no rule is treated by "spare"`,
		`"tls" is what flows say themselves`,
		`"TLS" is what flows say themselves`,
		"no rule is primarily tampering", "no rule is primarily repudiation", "no rule is primarily information-disclosure",
		"no rule is primarily denial-of-service", "no rule is primarily elevation-of-privilege",
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// A user's record that copies a shipped sentence is the copy, whichever id sorts first.
func TestTheUsersSentenceIsTheCopy(t *testing.T) {
	c := weak()
	bag := &diag.Bag{}
	lint.Check(&load.Loaded{Catalog: c, Records: map[string]*load.Record{}}, bag)
	if got := bag.Sorted(); len(got) > 0 {
		t.Errorf("nothing was read, and this is said: %v", got)
	}
}
