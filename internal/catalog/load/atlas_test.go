package load_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"tmodel/catalogs"
	"tmodel/internal/catalog/load"
)

// content is the smallest content of ATLAS.
const content = `content: "2031.01"
format: 6.0.0
sha256: "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"
source: https://example.org/atlas
tactics:
  - {id: AML.TA0001, name: Entering, order: 1}
techniques:
  - {id: AML.T0001, name: Open a Window, tactics: [AML.TA0001], maturity: realized}
  - {id: AML.T0000, name: Hide, tactics: [AML.TA0001], platforms: [House], maturity: feasible, attack: T1000.001}
  - {id: AML.T0001.000, name: Quietly, parent: AML.T0001, maturity: feasible}
mitigations:
  - {id: AML.M0000, name: Shutters, categories: [Wood], phases: [Building], mitigates: [AML.T0001], attack: M1000}
`

func TestAtlasOfAFolder(t *testing.T) {
	l, said := extend(t, fstest.MapFS{load.AtlasContent: {Data: []byte(content)},
		load.AtlasAliases: {Data: []byte("- {old: AML.T0009, new: AML.T0001.000, retired: \"2030.12\"}\n- {old: AML.T0045, new: AML.T0009, retired: \"2030.11\"}\n")},
		load.AtlasPins:    {Data: []byte("- {id: AML.T0001, name: Window}\n")}})
	if len(said) > 0 {
		t.Fatal(said)
	}
	a, shipped := &l.Catalog.Atlas, &catalogs.Shipped().Atlas
	if a.Version != "2031.01" || a.Name("AML.T0000") != "Hide" || a.Technique("AML.T0000").Attack != "T1000.001" || len(a.Techniques) != 3 || len(l.Pins) != 1 {
		t.Errorf("%+v", a)
	}
	if got := a.TacticsOf("AML.T0001.000"); len(got) != 1 || got[0] != "AML.TA0001" {
		t.Errorf("a sub-technique has the tactics of its parent, not %v", got)
	}
	if l.Was == nil || l.Was.Version != shipped.Version || shipped.Version == a.Version || l.Content.Line != 1 {
		t.Errorf("replaced: %v at %v", l.Was, l.Content)
	}
	if len(a.Aliases) != len(shipped.Aliases)+1 || a.Current("AML.T0045") != "AML.T0001.000" || a.Current("AML.T0058") != "" {
		t.Errorf("%+v", a.Aliases)
	}
	if shipped.Current("AML.T0045") != "AML.T0048.004" {
		t.Error("the aliases of the base were changed")
	}
}

func TestWithoutContentTheShippedOneStays(t *testing.T) {
	l, said := extend(t, fstest.MapFS{load.AtlasAliases: {Data: []byte("- {old: AML.T0999, new: AML.T0015, retired: \"2030.12\"}\n")}})
	if len(said) > 0 || l.Was != nil || l.Catalog.Atlas.Version != catalogs.Shipped().Atlas.Version || l.Catalog.Atlas.Current("AML.T0999") != "AML.T0015" {
		t.Errorf("%v %v", said, l.Was)
	}
}

func TestMistakesInAtlas(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{`content: "2031.01"`, `content: new`, `1:10: "content" can't be "new"`},
		{"format: 6.0.0\n", "", `1:1: this file has no "format"`},
		{"00112233", "zz112233", `3:9: "sha256" can't be`},
		{"https://example.org/atlas", "javascript:alert(1)", `4:9: "source" can't be`},
		{"maturity: feasible, attack", "maturity: feasible, attac", `unknown key "attac"`},
		{"[AML.TA0001], platforms", "[AML.TA0002], platforms", `9:43: there is no tactic "AML.TA0002"`},
		{"parent: AML.T0001,", "parent: AML.T0002,", `10:48: there is no technique "AML.T0002"`},
		{"mitigates: [AML.T0001]", "mitigates: [AML.T0001.001]", `12:89: there is no technique "AML.T0001.001"`},
		{"- {id: AML.T0000,", "- {id: AML.T0001,", `9:10: the id "AML.T0001" is taken`},
		{"parent: AML.T0001, ", "", `10:10: AML.T0001.000 has no tactic`},
		{"  - {id: AML.TA0001, name: Entering, order: 1}", "  []", `8:52: there is no tactic "AML.TA0001"`},
	} {
		if !strings.Contains(content, c.from) {
			t.Fatalf("there is no %q", c.from)
		}
		l, said := extend(t, fstest.MapFS{load.AtlasContent: {Data: []byte(strings.Replace(content, c.from, c.to, 1))}})
		found := false
		for _, d := range said {
			found = found || strings.Contains(d.Span.String()+": "+d.Message, c.want)
		}
		if !found || l == nil || c.from[0] == 'p' && len(said) > 1 {
			t.Errorf("%q: want %s, got %v", c.to, c.want, said)
		}
	}
	for text, want := range map[string]string{
		"- {old: AML.T0009, new: AML.T0009, retired: \"1.0\"}\n":                                                       `1:25: the id "AML.T0009" became itself`,
		"- {old: AML.T0009, new: AML.T0001, retired: \"1.0\"}\n- {old: AML.T0009, new: AML.T0015, retired: \"1.0\"}\n": `2:9: what became of "AML.T0009" is said already`,
		"- {old: T0009, new: AML.T0001, retired: \"1.0\"}\n":                                                           `1:9: "old" can't be "T0009"`,
		"old: AML.T0009\n": `1:1: a file of ids that ATLAS retired is one list`,
	} {
		_, said := extend(t, fstest.MapFS{load.AtlasAliases: {Data: []byte(text)}})
		if len(said) != 1 || !strings.Contains(said[0].Span.String()+": "+said[0].Message, want) {
			t.Errorf("%q: want %s, got %v", text, want, said)
		}
	}
}

func TestTwoContents(t *testing.T) {
	f := fstest.MapFS{load.AtlasContent: {Data: []byte(content)}}
	_, said := extend(t, f, f)
	if len(said) != 1 || !strings.Contains(said[0].Message, "two folders bring content of ATLAS") || said[0].Span.String() != "dir/c1/atlas/content.yaml:1:10" || len(said[0].Notes) != 1 {
		t.Errorf("%v", said)
	}
}
