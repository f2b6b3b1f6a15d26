package coverage_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tmodel/catalogs"
	"tmodel/internal/catalog"
	"tmodel/internal/catalog/coverage"
)

// small cites techniques in every role, an item and a part of one, and retired ids.
func small() *catalog.Catalog {
	refs := func(pairs ...string) (out []catalog.Reference) {
		for _, p := range pairs {
			as, ids, _ := strings.Cut(p, " ")
			out = append(out, catalog.Reference{Framework: as, IDs: strings.Fields(ids)})
		}
		return out
	}
	return &catalog.Catalog{
		Atlas: catalog.Atlas{Version: "1",
			Tactics: []catalog.Tactic{{ID: "AML.TA0001", Name: "Act", Order: 2}, {ID: "AML.TA0002", Name: "Prepare", Order: 1}},
			Techniques: []catalog.Technique{
				{ID: "AML.T0001", Name: "Cut", Tactics: []string{"AML.TA0001"}},
				{ID: "AML.T0002", Name: "Sew", Tactics: []string{"AML.TA0001", "AML.TA0002"}},
				{ID: "AML.T0002.000", Name: "By Hand", Parent: "AML.T0002"},
				{ID: "AML.T0002.001", Name: "By Machine", Parent: "AML.T0002"},
				{ID: "AML.T0003", Name: "Buy", Tactics: []string{"AML.TA0002"}},
				{ID: "AML.T0004", Name: "Wear", Tactics: []string{"AML.TA0001"}},
				{ID: "AML.T0048", Name: "Loss", Tactics: []string{"AML.TA0001"}}},
			Mitigations: []catalog.Mitigation{{ID: "AML.M0001", Name: "Lock"}, {ID: "AML.M0002", Name: "Light"}},
			Aliases:     []catalog.Alias{{Old: "AML.T0009", New: "AML.T0001"}, {Old: "AML.T0010", New: "AML.T0004"}}},
		Rules: []catalog.Rule{{ID: "AA-01"}, {ID: "AA-02"}},
		Prose: []catalog.Prose{
			{References: refs("atlas AML.T0009 AML.T0001", "steps AML.T0002.001", "list L-1")},
			{References: refs("atlas AML.T0001", "steps AML.T0001", "harm AML.T0048", "list L-1 L-21")}},
		Controls: []catalog.Control{{ID: "lock"}}, ControlProse: []catalog.ControlProse{{Atlas: "AML.M0001"}},
		Frameworks: []catalog.Framework{
			{ID: "list-1", Name: "List", Edition: "1", CitedAs: "list", Items: []catalog.Item{{ID: "L-1"}, {ID: "L-2"}, {ID: "L-21", Under: []string{"L-2"}}, {ID: "L-3"}, {ID: "L-4"}}},
			{ID: "list-2", Name: "List", Edition: "2", CitedAs: "list", From: "list-1", Items: []catalog.Item{{ID: "N-1", Was: "L-3"}, {ID: "N-2", Was: "L-1"}}}},
		Unseen: []catalog.Unseen{{ID: "AML.T0010", Why: "of its own"}, {ID: "AML.TA0002", Why: "far away"}, {ID: "L-3", Why: "not looked for"}},
	}
}

func TestEntries(t *testing.T) {
	got := map[string]string{}
	tables := coverage.Of(small())
	for i := range tables {
		for _, e := range tables[i].Entries {
			got[e.ID] = strings.TrimSpace(fmt.Sprintf("%s %v%v%v%v %v", e.By, e.Threats, e.Steps, e.Harms, e.Controls, e.Parts))
			if e.Through {
				got[e.ID] += " through"
			}
			if e.Covered() == (e.By == coverage.Explained || e.By == coverage.Open) || (e.By == coverage.Explained) != (e.Why != "") {
				t.Errorf("%+v", e)
			}
			if e.Why != "" {
				got[e.ID] += " " + e.WhyOf + " " + e.Why
			}
		}
	}
	for id, want := range map[string]string{
		"AML.T0001":     "threat [AA-01 AA-02][AA-02][][] []",
		"AML.T0002":     "step [][][][] [AML.T0002.001] through",
		"AML.T0002.000": "explained [][][][] [] AML.TA0002 far away",
		"AML.T0002.001": "step [][AA-01][][] []",
		"AML.T0003":     "explained [][][][] [] AML.TA0002 far away",
		"AML.T0004":     "explained [][][][] [] AML.T0004 of its own",
		"AML.T0048":     "harm [][][AA-02][] []",
		"AML.M0001":     "control [][][][lock] []",
		"AML.M0002":     "open [][][][] []",
		"L-1":           "threat [AA-01 AA-02][][][] []",
		"L-2":           "threat [][][][] [L-21] through",
		"L-3":           "explained [][][][] [] L-3 not looked for",
		"L-4":           "open [][][][] []",
		"N-1":           "explained [][][][] [] L-3 not looked for",
		"N-2":           "threat [AA-01 AA-02][][][] []",
	} {
		if got[id] != want {
			t.Errorf("%s: %s, want %s", id, got[id], want)
		}
	}
}

// A technique stands under each of its tactics, in the order of the matrix; what a tactic explains is told there.
func TestGroups(t *testing.T) {
	techniques := coverage.Of(small())[0]
	var got []string
	for _, g := range techniques.Groups {
		for _, e := range g.Entries {
			got = append(got, g.Name+" "+e.ID)
		}
		if (g.Why == "far away") != (g.Name == "Prepare") {
			t.Errorf("%s: %q", g.Name, g.Why)
		}
	}
	want := []string{"Prepare AML.T0002", "Prepare AML.T0002.000", "Prepare AML.T0002.001", "Prepare AML.T0003",
		"Act AML.T0001", "Act AML.T0002", "Act AML.T0002.000", "Act AML.T0002.001", "Act AML.T0004", "Act AML.T0048"}
	if !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
}

func TestSentences(t *testing.T) {
	var got []string
	tables := coverage.Of(small())
	for i := range tables {
		n := tables[i].Totals()
		sum := 0
		for _, k := range n.By {
			sum += k
		}
		if sum != n.Items || n.Items != len(tables[i].Entries) {
			t.Errorf("%s: %d of %d", tables[i].ID, sum, n.Items)
		}
		got = append(got, tables[i].Label()+": "+tables[i].Sentence())
	}
	want := []string{
		"MITRE ATLAS 1, techniques: 1 of 7 techniques by threats, 2 more as steps, 1 more as harm, 3 explained (1 through their parts alone)",
		"MITRE ATLAS 1, mitigations: 1 of 2 mitigations by controls, 1 neither",
		"List 1, items: 3 of 5 items by rules, 1 explained, 1 neither (1 through their parts alone)",
		"List 2, items: 1 of 2 items by rules, 1 explained",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// The goals of the shipped catalogue: each item is covered or explained, the lists of OWASP and CoSAI are covered, and
// so are 120 techniques, the attacker's steps included.
func TestShipped(t *testing.T) {
	tables := coverage.Of(catalogs.Shipped())
	for i := range tables {
		table := &tables[i]
		n := table.Totals()
		if n.By[coverage.Open] > 0 {
			t.Errorf("%s: %s", table.Label(), table.Sentence())
		}
		switch {
		case table.ID == "atlas" && n.Items-n.By[coverage.Explained] < 120,
			(strings.HasPrefix(table.ID, "owasp") || table.ID == "cosai-risk-map") && n.By[coverage.Threat] != n.Items:
			t.Errorf("%s: %s", table.Label(), table.Sentence())
		}
	}
	if len(tables) != 8 {
		t.Errorf("%d tables", len(tables))
	}
}

func TestNothingIsCovered(t *testing.T) {
	for _, table := range coverage.Of(&catalog.Catalog{}) {
		if table.Sentence() != "" || len(table.Entries) > 0 {
			t.Errorf("%+v", table)
		}
	}
}
