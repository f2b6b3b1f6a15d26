package catalog_test

import (
	"slices"
	"strings"
	"testing"

	"tmodel/catalogs"
	"tmodel/internal/catalog"
)

// The shipped frameworks are whole, and what an item means is said in one sentence, once.
func TestFrameworks(t *testing.T) {
	c := catalogs.Shipped()
	counts, said := map[string]int{}, map[string]string{}
	for i := range c.Frameworks {
		f := &c.Frameworks[i]
		counts[f.ID] = len(f.Items)
		if c.Framework(f.ID) != f || f.CitedAs == "" || f.Year < 2023 || !strings.Contains(f.Label(), f.Edition) {
			t.Errorf("%+v", f)
		}
		for j := range f.Items {
			it := &f.Items[j]
			if of, found := c.Item(it.ID); of != f || found != it || c.Title(it.ID) != it.Title || it.Title == "" {
				t.Errorf("%s is not found, or has no title", it.ID)
			}
			if strings.Contains(it.Means, ". ") || !strings.HasSuffix(it.Means, ".") || strings.EqualFold(it.Means, it.Title+".") {
				t.Errorf("%s means %q, which is not one sentence", it.ID, it.Means)
			}
			if other := said[it.Means]; other != "" && other != it.Was {
				t.Errorf("%s and %s mean the same", other, it.ID)
			}
			if it.Was == "" {
				said[it.Means] = it.ID
			}
		}
	}
	for id, want := range map[string]int{"owasp-ml-2023": 10, "owasp-llm-2025": 10, "owasp-llm-2026": 10, "owasp-agentic-2026": 10, "nist-ai-100-2": 28, "cosai-risk-map": 36} {
		if counts[id] != want {
			t.Errorf("%s has %d items, want %d", id, counts[id], want)
		}
	}
	if c.Framework("owasp") != nil || c.Title("LLM01") != "" || c.Title("AML.T0043.001") != "Craft Adversarial Data: Black-Box Optimization" {
		t.Error("what is not there is found, or what is there is not")
	}
}

// The edition of 2026 has the items of 2025 under other numbers; one of them is broader and has another name.
func TestDerivedEdition(t *testing.T) {
	c := catalogs.Shipped()
	now := []string{"LLM01", "LLM02", "LLM04", "LLM05", "LLM10", "LLM03", "LLM08", "LLM09", "LLM07", "LLM06"}
	for i, it := range c.Framework("owasp-llm-2025").Items {
		became := c.Became(it.ID)
		if len(became) != 1 || became[0].ID != now[i]+":2026" {
			t.Errorf("%s became %v", it.ID, became)
			continue
		}
		if renamed := became[0].Title != it.Title; renamed != (it.ID == "LLM07:2025") || renamed != (became[0].Means != it.Means) {
			t.Errorf("%s is %q, and was %q", became[0].ID, became[0].Title, it.Title)
		}
	}
	if c.Became("ML01:2023") != nil || c.Became("") != nil {
		t.Error("an item of one edition became something")
	}
}

// An attack of NIST stands under each goal that it serves.
func TestParts(t *testing.T) {
	f := catalogs.Shipped().Framework("nist-ai-100-2")
	for goal, want := range map[string]string{"NISTAML.01": "011 012 013 014 015 018", "NISTAML.02": "012 013 015 018 021 022 023 024 025 026 027",
		"NISTAML.03": "015 018 023 031 032 033 034 035 036 037 038 039", "NISTAML.04": "018", "NISTAML.05": "051", "NISTAML.018": ""} {
		var got []string
		for _, it := range f.Parts(goal) {
			got = append(got, strings.TrimPrefix(it.ID, "NISTAML."))
		}
		if !slices.Equal(got, strings.Fields(want)) {
			t.Errorf("%s has %v", goal, got)
		}
	}
}

// A reason for a retired id stands for what it became.
func TestRenewedReasons(t *testing.T) {
	c := &catalog.Catalog{Atlas: catalog.Atlas{Techniques: []catalog.Technique{{ID: "AML.T0002"}}, Aliases: []catalog.Alias{{Old: "AML.T0009", New: "AML.T0001"}, {Old: "AML.T0010", New: "AML.T0002"}}},
		Unseen: []catalog.Unseen{{ID: "AML.T0009", Why: "a"}, {ID: "AML.T0010", Why: "b"}}}
	c.Atlas.Techniques[0].Name = "Wait"
	if got := c.Renewed().Unseen; got[0].ID != "AML.T0002" || got[0].Why != "b" || got[1].ID != "AML.T0009" || c.Unseen[1].ID != "AML.T0010" {
		t.Errorf("%v of %v", got, c.Unseen)
	}
}
