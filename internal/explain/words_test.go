package explain

import (
	"strings"
	"testing"

	"tmodel/catalogs"
)

// TestKindsShowTheirExample: the line that a kind's page shows, broken where it is long, is the one of the vocabulary.
func TestKindsShowTheirExample(t *testing.T) {
	c := catalogs.Shipped()
	for i, s := range sections {
		for _, k := range ofSection(c.Vocab, i) {
			p := &page{c: c}
			p.kind(i, &k)
			_, shown, found := strings.Cut(p.b.String(), "\nFor example:\n\n")
			if !found {
				t.Errorf("%s shows no example", k.ID)
				continue
			}
			if a, b := tree(t, shown), tree(t, s.key+":\n  - "+k.Example); a != b {
				t.Errorf("%s:\n%s", k.ID, shown)
			}
		}
	}
}

// TestLanguageNamesEverySection holds that the page about the language is read off the schema.
func TestLanguageNamesEverySection(t *testing.T) {
	text, _ := Page(catalogs.Shipped(), "language")
	for _, want := range []string{"\ntmodel*", "\nactors ", "\ndata_flows ", "\npipeline ", "\n  returns ", "\n  out_of_scope ", "\n  governed_by ", "\n  kind* "} {
		if !strings.Contains(text, want) {
			t.Errorf("the page has no %q", want)
		}
	}
	if n := strings.Count(text, "\n  technology "); n != 1 {
		t.Errorf("a key of most sections stands there %d times", n)
	}
}

// TestTrustSaysWhoIsAuthenticated: the sentence that most modelling mistakes about trust come down to.
func TestTrustSaysWhoIsAuthenticated(t *testing.T) {
	text, _ := Page(catalogs.Shipped(), "trust")
	if !strings.Contains(strings.Join(strings.Fields(text), " "), "Authenticated means that someone checked who it is") {
		t.Error(text)
	}
}
