package explain

import (
	"slices"
	"strings"
	"testing"

	"tmodel/catalogs"
	"tmodel/internal/match"
	"tmodel/internal/reach"
)

// TestClauseNames: a word of rules goes by its own name where nothing else has it, and by its sort everywhere.
func TestClauseNames(t *testing.T) {
	c := catalogs.Shipped()
	names := Names(c)
	for _, w := range match.Words() {
		scoped, ok := Page(c, "clause:"+w.Name)
		if !ok {
			t.Errorf("clause:%s has no page", w.Name)
		}
		page, _ := Page(c, w.Name)
		if alone := slices.Contains(names, w.Name) && strings.HasPrefix(page, scoped); alone == slices.Contains(names, "clause:"+w.Name) {
			t.Errorf("%s is completed as itself and as clause:%[1]s, or as neither", w.Name)
		}
	}
	for _, m := range reach.Modes() {
		if _, ok := Page(c, "mode:"+m); !ok {
			t.Errorf("mode:%s has no page", m)
		}
	}
	for _, name := range []string{"clause:", "clause:nothing", "mode:verbatim", "strength:input", "rule:IE-02", ":holds"} {
		if _, ok := Page(c, name); ok {
			t.Errorf("%q has a page", name)
		}
	}
}

// TestClausesListsEverything: every word stands under each type of element that it can be asked of, with what it leads to.
func TestClausesListsEverything(t *testing.T) {
	text, _ := Page(catalogs.Shipped(), "clauses")
	sections := map[string]string{}
	for _, part := range strings.Split(text, "\n\n") {
		title, rows, _ := strings.Cut(part, "\n")
		sections[title] = "\n" + rows + "\n"
	}
	for _, w := range match.Words() {
		if len(w.Of) == 0 && !strings.Contains(sections["Of anything"], "\n  "+w.Name+" ") {
			t.Errorf("%s is not listed", w.Name)
		}
		for _, a := range w.Of {
			want := "\n  " + w.Name + " "
			if a.To != "" {
				want += "-> " + a.To + " "
			}
			if a.Of != match.End && !strings.Contains(sections[titles[a.Of]], want) {
				t.Errorf("%s of a %s is not listed with %q", w.Name, a.Of, want)
			}
		}
	}
}

// TestKeysShowTheirWords: a key that takes words of a ladder lists them.
func TestKeysShowTheirWords(t *testing.T) {
	c := catalogs.Shipped()
	for name, words := range map[string][][]string{"influenced": {reach.Modes(), c.Vocab.Trust}, "disclosed": {reach.Strengths(), c.Vocab.Trust}, "authority": {reach.Modes()}} {
		text, _ := Page(c, name)
		flat := strings.Join(strings.Fields(text), " ")
		for _, list := range words {
			if want := strings.Join(list, ", "); !strings.Contains(flat, want) {
				t.Errorf("%s does not say %q", name, want)
			}
		}
	}
}
