package explain

import (
	"strings"
	"testing"
	"unicode/utf8"

	"tmodel/catalogs"
	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/golden"
	"tmodel/internal/report/sample"
	"tmodel/internal/source"
	"tmodel/internal/yamltree"
)

// TestEveryName has a page that fits a terminal, ends in a line break and has no placeholder left.
func TestEveryName(t *testing.T) {
	for _, c := range []*catalog.Catalog{catalogs.Shipped(), sample.Catalog()} {
		for _, name := range Names(c) {
			text, ok := Page(c, name)
			if !ok || strings.TrimSpace(text) == "" {
				t.Errorf("%s has no page", name)
				continue
			}
			for line := range strings.Lines(text) {
				line = strings.TrimSuffix(line, "\n")
				if n := utf8.RuneCountInString(line); n > columns {
					t.Errorf("%s: %d columns: %s", name, n, line)
				}
				if strings.TrimRight(line, " ") != line {
					t.Errorf("%s: space at the end of %q", name, line)
				}
			}
			if !strings.HasSuffix(text, "\n") || strings.HasSuffix(text, "\n\n") || strings.Contains(text, "{{") || strings.Contains(text, "%!") {
				t.Errorf("%s:\n%s", name, text)
			}
		}
	}
}

func TestGolden(t *testing.T) {
	c := sample.Catalog()
	for _, name := range append(Topics, "TT-01", "CC-01", "TM-E010", "TM-W503", "query-limits", "input-checks", "endpoint", "gateway", "serving", "model", "fine-tune", "egress", "AML.T0015", "AML.M0015", "AML.T0010", "AML.T0010.003", "AML.T0043.001", "AML.T0009", "AML.M0003", "AML.TA0000",
		"ML01:2023", "ML02:2023", "ML02:2024", "NISTAML.02", "NISTAML.022", "NISTAML.04", "aims", "top-2024", "AML.T0043",
		"clause:facts", "not", "encrypted", "holds", "influenced", "mode:input", "verbatim") {
		text, ok := Page(c, name)
		if !ok {
			t.Errorf("%s has no page", name)
			continue
		}
		golden.Check(t, "testdata/"+strings.ReplaceAll(name, ":", "-")+".txt", text) // a colon is no part of a name everywhere
	}
}

func TestNamesAreForgiving(t *testing.T) {
	c := sample.Catalog()
	want, _ := Page(c, "TT-01")
	for _, name := range []string{"tt-01", " TT-01 ", "TT-01@reader"} {
		if got, ok := Page(c, name); !ok || got != want {
			t.Errorf("%q is not TT-01", name)
		}
	}
	for _, name := range []string{"tm-e010", "Clause:Holds", "HOLDS", "planted", "mode:planted", "Risk", "Endpoint", "aml.t0015", "T0015", "ta0000", " M0015 ", "T0009", "ml01:2023", " nistaml.02", "Top-2024"} {
		if _, ok := Page(c, name); !ok {
			t.Errorf("%q has no page", name)
		}
	}
}

// TestMakes: only of processes is it said what begins there.
func TestMakes(t *testing.T) {
	c := catalogs.Shipped()
	for name, want := range map[string]bool{"sensor": false, "model-hub": false, "response-cache": false, "web-app": true, "agent": true} {
		if text, _ := Page(c, name); strings.Contains(text, "Makes:") != want {
			t.Errorf("%s:\n%s", name, text)
		}
	}
}

func TestSuggest(t *testing.T) {
	c := sample.Catalog()
	for name, want := range map[string]string{
		"TT-011":       `did you mean "TT-01"?`,
		"query-lmit":   `did you mean "query-limits"?`,
		"AML.T0016":    `did you mean "AML.T0010"?`,
		"T0060":        "these list what there is: rules, controls, codes, kinds, families, facts, frameworks, clauses, modes, strengths",
		"something":    "these list what there is: rules, controls, codes, kinds, families, facts, frameworks, clauses, modes, strengths",
		"clause:not-":  `did you mean "clause:not"?`,
		"kind:endpont": `did you mean "kind:endpoint"?`,
		"ML02":         `did you mean "ML02:2023" or "ML02:2024"?`,
		"ml01":         `did you mean "ML01:2023" or "ML01:2024"?`,
		"NISTAML.0222": `did you mean "NISTAML.022"?`,
	} {
		if _, ok := Page(c, name); ok {
			t.Errorf("%s has a page", name)
		}
		if got := Suggest(c, name); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// TestSourceIsTheSame: an example that was broken into shorter lines is the same YAML.
func TestSourceIsTheSame(t *testing.T) {
	for _, c := range []*catalog.Catalog{catalogs.Shipped(), sample.Catalog()} {
		for i := range c.Prose {
			for _, e := range c.Prose[i].Examples {
				p := &page{c: c}
				p.source(e.System)
				if a, b := tree(t, e.System), tree(t, p.b.String()); a != b {
					t.Errorf("%s, %s:\n%s\n%s", c.Rules[i].ID, e.Name, a, b)
				}
			}
		}
	}
}

// tree writes YAML as nested values, without places.
func tree(t *testing.T, text string) string {
	t.Helper()
	bag := &diag.Bag{}
	root := yamltree.Parse(source.New("example", []byte(text)), yamltree.DefaultLimits, bag)
	if root == nil {
		t.Fatalf("%v:\n%s", bag.Sorted(), text)
	}
	var b strings.Builder
	var walk func(n *yamltree.Node)
	walk = func(n *yamltree.Node) {
		b.WriteString(n.Kind.String() + " " + n.Value + "(")
		for _, p := range n.Pairs {
			b.WriteString(p.Key.Value + "=")
			walk(p.Value)
		}
		for _, x := range n.Items {
			walk(x)
		}
		b.WriteString(")")
	}
	walk(root)
	return b.String()
}

// TestGoneIDsStay: what newer content lacks is told, and not left out.
func TestGoneIDsStay(t *testing.T) {
	c := *sample.Catalog()
	c.Atlas.Techniques = nil
	if text, _ := Page(&c, "TT-01"); !strings.Contains(text, "\n         AML.T0043.001  (the loaded content does not have it)\n") {
		t.Error(text)
	}
}

func TestUnbreakable(t *testing.T) {
	long := strings.Repeat("x", 100)
	p := &page{}
	p.source("key: " + long + "\n# " + strings.Repeat("word ", 30) + "\na: b # " + long + "\n")
	p.item(long + " " + long)
	if got := strings.Count(p.b.String(), "\n"); got != 5 {
		t.Errorf("%d lines:\n%s", got, p.b.String())
	}
}
