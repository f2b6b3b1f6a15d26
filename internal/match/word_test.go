package match_test

import (
	"slices"
	"strings"
	"testing"

	"tmodel/catalogs"
	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/match"
	"tmodel/internal/reach"
	"tmodel/internal/source"
	"tmodel/internal/yamltree"
)

// TestEveryWordHasItsPage holds catalogs/clauses.yaml to the tables of the compiler.
func TestEveryWordHasItsPage(t *testing.T) {
	l := catalogs.Shipped().Language
	var words, pages []string
	for _, w := range match.Words() {
		words = append(words, w.Name)
		p := l.Word(w.Name)
		if p == nil {
			continue
		}
		keys := ids(p.Keys)
		if relation := len(w.Of) > 0 && w.Of[0].To != ""; !relation && !slices.Equal(keys, w.Keys) {
			t.Errorf("%s has the keys %v, its page has %v", w.Name, w.Keys, keys)
		} else if !relation && (p.Binds == "") != (len(w.Keys) == 0 && len(w.Of) > 0) {
			t.Errorf("%s: the page must say what is bound where something can be", w.Name)
		}
		if short := len(p.Short); short > 52 {
			t.Errorf("%s: %d characters are too many for the list", w.Name, short)
		}
	}
	for _, p := range l.Words {
		pages = append(pages, p.Word)
	}
	slices.Sort(pages)
	if !slices.Equal(words, pages) {
		t.Errorf("words\n%v\npages\n%v", words, pages)
	}
	if got := ids(l.Parts); !slices.Equal(got, []string{"target", "when", "as", "likelier", "stake", "self", "bound", "treat", "subsumes", "changes"}) {
		t.Errorf("parts %v", got)
	}
	if got := ids(l.Modes); !slices.Equal(got, reach.Modes()) {
		t.Errorf("modes %v", got)
	}
	if got := ids(l.Strengths); !slices.Equal(got, reach.Strengths()) {
		t.Errorf("strengths %v", got)
	}
}

// TestExamplesOfWords: each compiles on the element that the page names, is about its word, shows every key of it, and may
// stand under `not` exactly when the tables say so.
func TestExamplesOfWords(t *testing.T) {
	l := catalogs.Shipped().Language
	for _, w := range match.Words() {
		p := l.Word(w.Name)
		if p == nil {
			continue
		}
		on := graph.ComponentType
		if len(w.Of) > 0 {
			i := slices.IndexFunc(w.Of, func(a match.Asked) bool { return a.Of == p.On })
			if i < 0 {
				t.Errorf("%s can't be asked of %q, which its page has as example", w.Name, p.On)
				continue
			}
			on = match.Types()[p.On]
		}
		if _, wrong := condition(t, p.Example, on); len(wrong) > 0 {
			t.Errorf("%s: %v", w.Name, wrong)
		}
		tree := parse(t, p.Example)
		keys := w.Keys
		if len(w.Of) > 0 && w.Of[0].To != "" {
			keys = nil
		}
		for _, key := range append([]string{w.Name}, keys...) {
			if !has(tree, key) {
				t.Errorf("%s: the example has no %s", w.Name, key)
			}
		}
		_, wrong := condition(t, "not:\n  "+strings.ReplaceAll(strings.TrimSpace(p.Example), "\n", "\n  "), on)
		if allowed := !slices.ContainsFunc(wrong, func(d diag.Diagnostic) bool { return strings.Contains(d.Message, "may not stand over") }); allowed != w.Denied && w.Name != "all" { // whose example has relations in it
			t.Errorf("%s under not: %v, the table says %t", w.Name, wrong, w.Denied)
		}
	}
}

// TestKeysAreThoseOfTheTable: an analysis takes the keys that its table has, and none of the others.
func TestKeysAreThoseOfTheTable(t *testing.T) {
	all := []string{"mode", "trust_at_most", "assets", "asset", "strength", "over", "stage", "component", "reader"}
	for _, w := range match.Words() {
		if len(w.Keys) < 2 {
			continue
		}
		for _, key := range all {
			_, wrong := condition(t, w.Name+": {"+key+": {}}", graph.ComponentType)
			refused := slices.ContainsFunc(wrong, func(d diag.Diagnostic) bool { return strings.Contains(d.Message, "can't have") })
			if refused == slices.Contains(w.Keys, key) {
				t.Errorf("%s: {%s}: %v, the table has %v", w.Name, key, wrong, w.Keys)
			}
		}
	}
}

func parse(t *testing.T, text string) *yamltree.Node {
	t.Helper()
	bag := &diag.Bag{}
	tree := yamltree.Parse(source.New("rule.yaml", []byte(text)), yamltree.DefaultLimits, bag)
	if tree == nil {
		t.Fatal(bag.Sorted(), text)
	}
	return tree
}

// has says whether a key stands somewhere.
func has(n *yamltree.Node, key string) bool {
	return slices.ContainsFunc(n.Pairs, func(p yamltree.Pair) bool { return p.Key.Value == key || has(p.Value, key) }) ||
		slices.ContainsFunc(n.Items, func(i *yamltree.Node) bool { return has(i, key) })
}

func ids(list []catalog.Term) []string {
	var out []string
	for _, t := range list {
		out = append(out, t.ID)
	}
	return out
}
