package reach_test

import (
	"fmt"
	"strings"
	"testing"

	"tmodel/catalogs"
	"tmodel/internal/compile"
	"tmodel/internal/graph"
	"tmodel/internal/reach"
	"tmodel/internal/source"
)

// head gives every test the same people.
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
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range bag.Sorted() {
		if g == nil {
			t.Errorf("%s: %s (%s)", d.Span, d.Message, d.Hint)
		}
	}
	if g == nil {
		t.Fatal(text)
	}
	return g
}

// lookup is an element that must be there.
func lookup(t testing.TB, g *graph.Graph, id string) graph.Ref {
	t.Helper()
	r, ok := g.Lookup(id)
	if !ok {
		t.Fatalf("there is no element %q", id)
	}
	return r
}

// show writes a witness as "class mode -attenuation: a > b > c", each element once in a row.
func show(g *graph.Graph, w *reach.Witness) string {
	if w == nil {
		return "none"
	}
	var ids []string
	for _, s := range w.Steps {
		if id := g.ID(s.At); len(ids) == 0 || ids[len(ids)-1] != id {
			ids = append(ids, id)
		}
	}
	return fmt.Sprintf("%s %s -%d: %s", g.Vocab.TrustWord(w.Trust), w.Mode, w.Attenuation, strings.Join(ids, " > "))
}

// ask answers "influence ELEMENT MODE TRUST [ASSET...]" and "disclosure COMPONENT ASSET TRUST".
func ask(t testing.TB, g *graph.Graph, question string) *reach.Witness {
	t.Helper()
	a, words := reach.New(g), strings.Fields(question)
	if words[0] == "disclosure" {
		return a.Disclosure(lookup(t, g, words[1]).Index, lookup(t, g, words[2]).Index, strength(words[4:]), g.Vocab.ParseTrust(words[3]))
	}
	mode, ok := reach.ParseMode(words[2])
	if !ok {
		t.Fatalf("no mode in %q", question)
	}
	var assets []int32
	for _, id := range words[4:] {
		assets = append(assets, lookup(t, g, id).Index)
	}
	return a.Influence(lookup(t, g, words[1]), []reach.Mode{mode}, g.Vocab.ParseTrust(words[3]), assets)
}

// strength is the one word of a question that says how well an asset is known; verbatim when there is none.
func strength(words []string) reach.Strength {
	for _, w := range words {
		if s, ok := reach.ParseStrength(w); ok {
			return s
		}
	}
	return reach.Verbatim
}
