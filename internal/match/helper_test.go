package match_test

import (
	"testing"

	"tmodel/catalogs"
	"tmodel/internal/compile"
	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/match"
	"tmodel/internal/reach"
	"tmodel/internal/source"
	"tmodel/internal/yamltree"
)

const head = `tmodel: 1
system: {id: test}
actors:
  - {id: visitor, trust: anonymous}
  - {id: member, trust: authenticated}
  - {id: staff, trust: employee}
`

// resolve compiles a system that must be right.
func resolve(t testing.TB, text string) *graph.Graph {
	t.Helper()
	g, bag, err := compile.Resolve(source.New("test.yaml", []byte(text)), compile.Options{Catalog: catalogs.Shipped()})
	if err != nil || g == nil {
		t.Fatal(err, bag.Sorted(), text)
	}
	return g
}

// condition compiles a condition and returns what is wrong with it.
func condition(t testing.TB, text string, on graph.Type) (match.Cond, []diag.Diagnostic) {
	t.Helper()
	bag := &diag.Bag{}
	tree := yamltree.Parse(source.New("rule.yaml", []byte(text)), yamltree.DefaultLimits, bag)
	if tree == nil {
		t.Fatal(bag.Sorted(), text)
	}
	c := (&match.Compiler{Vocab: catalogs.Vocabulary(), Bag: bag}).Condition(tree, on, nil)
	return c, bag.Sorted()
}

// fits runs a condition over all elements of a type and returns the match of one, nil where there is none.
func fits(t testing.TB, g *graph.Graph, when, id string) *match.Match {
	t.Helper()
	r, ok := g.Lookup(id)
	if !ok {
		t.Fatalf("there is no element %q", id)
	}
	c, wrong := condition(t, when, r.Type)
	if len(wrong) > 0 {
		t.Fatal(wrong, when)
	}
	target := match.Target{Element: r.Type.String()}
	if k := g.Kind(r); k != nil {
		target.Kinds = []string{k.ID}
	}
	for m := range match.New(g, reach.New(g)).Run(target, &c) {
		if m.Target == r {
			return m
		}
	}
	return nil
}

// word is what the file says at a place.
func word(s source.Span) string {
	line := []rune(s.File.Line(int(s.Line)))
	return string(line[s.Col-1 : int(s.Col)-1+s.Width()])
}
