package catalog_test

import (
	"slices"
	"testing"

	"tmodel/catalogs"
	"tmodel/internal/catalog"
)

// The shipped facts are found by id, and every link in them leads somewhere.
func TestAtlas(t *testing.T) {
	a := &catalogs.Shipped().Atlas
	if len(a.Tactics) != 16 || len(a.Techniques) != 170 || len(a.Mitigations) != 35 || len(a.SHA256) != 64 {
		t.Errorf("%d tactics, %d techniques, %d mitigations, checksum %q", len(a.Tactics), len(a.Techniques), len(a.Mitigations), a.SHA256)
	}
	links, subs := 0, 0
	for i := range a.Techniques {
		r := &a.Techniques[i]
		if a.Technique(r.ID) != r || a.Name(r.ID) != r.Name || len(a.TacticsOf(r.ID)) == 0 || len(r.Platforms) == 0 {
			t.Errorf("%+v", r)
		}
		if r.Parent != "" {
			subs++
			if !slices.Contains(a.Under(r.Parent), r) {
				t.Errorf("%s is not under %s", r.ID, r.Parent)
			}
		}
	}
	for i := range a.Mitigations {
		m := &a.Mitigations[i]
		for _, id := range m.Techniques {
			if links++; !slices.Contains(a.Against(id), m) {
				t.Errorf("%s is not against %s", m.ID, id)
			}
		}
		if a.Mitigation(m.ID) != m || a.Name(m.ID) != m.Name {
			t.Errorf("%+v", m)
		}
	}
	for i := range a.Tactics {
		if r := &a.Tactics[i]; a.Tactic(r.ID) != r || a.Name(r.ID) != r.Name || r.Order < 1 || r.Order > 16 {
			t.Errorf("%+v", r)
		}
	}
	if subs != 69 || links < 200 {
		t.Errorf("%d sub-techniques, %d links", subs, links)
	}
	if a.Technique("AML.T9999") != nil || a.Tactic("AML.T0000") != nil || a.Mitigation("") != nil || a.Name("T0000") != "" || a.TacticsOf("AML.M0000") != nil {
		t.Error("what is not there is found")
	}
}

func TestCurrent(t *testing.T) {
	a := catalog.Atlas{Techniques: []catalog.Technique{{ID: "B", Name: "b"}, {ID: "D", Name: "d"}},
		Aliases: []catalog.Alias{{Old: "A", New: "B"}, {Old: "B", New: "D"}, {Old: "C", New: "A"}, {Old: "E", New: "F"}, {Old: "F", New: "E"}, {Old: "G", New: "H"}}}
	for id, want := range map[string]string{"A": "B", "B": "B", "C": "B", "D": "D", "E": "", "G": "", "X": ""} {
		if got := a.Current(id); got != want {
			t.Errorf("%s is %q, want %q", id, got, want)
		}
	}
}

// Reports name what retired ids became, each id once, and the catalogue that they come from stays as it was.
func TestRenewed(t *testing.T) {
	c := &catalog.Catalog{Atlas: catalog.Atlas{Techniques: []catalog.Technique{{ID: "AML.T0002", Name: "b"}}, Mitigations: []catalog.Mitigation{{ID: "AML.M0002", Name: "m"}},
		Aliases: []catalog.Alias{{Old: "AML.M0001", New: "AML.M0002"}, {Old: "AML.T0001", New: "AML.T0002"}, {Old: "AML.T0003", New: "AML.T0004"}}},
		Rules:        []catalog.Rule{{ID: "XX-01", Atlas: []string{"AML.T0001", "AML.T0002", "AML.T0003"}}},
		Prose:        []catalog.Prose{{References: []catalog.Reference{{Framework: "atlas", IDs: []string{"AML.T0001", "AML.T0002"}}, {Framework: "owasp", IDs: []string{"ML01:2023"}}}}},
		Controls:     []catalog.Control{{ID: "a"}, {ID: "b"}},
		ControlProse: []catalog.ControlProse{{Atlas: "AML.M0001"}, {}}}
	got := c.Renewed()
	if want := []string{"AML.T0002", "AML.T0003"}; !slices.Equal(got.Rules[0].Atlas, want) {
		t.Errorf("%v, want %v", got.Rules[0].Atlas, want)
	}
	if r := got.Prose[0].References; !slices.Equal(r[0].IDs, []string{"AML.T0002"}) || r[1].IDs[0] != "ML01:2023" || got.ControlProse[0].Atlas != "AML.M0002" || got.ControlProse[1].Atlas != "" {
		t.Errorf("%v %v", r, got.ControlProse)
	}
	if c.Rules[0].Atlas[0] != "AML.T0001" || c.Prose[0].References[0].IDs[0] != "AML.T0001" || c.ControlProse[0].Atlas != "AML.M0001" {
		t.Error("the catalogue was changed")
	}
}
