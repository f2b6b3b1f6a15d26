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

// path writes steps as "a > b > c", each element once in a row.
func path(g *graph.Graph, steps []reach.Step) string {
	var ids []string
	for _, s := range steps {
		if id := g.ID(s.At); len(ids) == 0 || ids[len(ids)-1] != id {
			ids = append(ids, id)
		}
	}
	return strings.Join(ids, " > ")
}

// show writes a witness as "class mode -attenuation: path", or with a strength for a mode where it is one of disclosure.
func show(g *graph.Graph, w *reach.Witness) string {
	if w == nil {
		return "none"
	}
	how := w.Mode.String()
	if w.Strength != reach.NoStrength {
		how = w.Strength.String()
	}
	return fmt.Sprintf("%s %s -%d: %s", g.Vocab.TrustWord(w.Trust), how, w.Attenuation, path(g, w.Stations()))
}

// ask answers what a test asks about a graph, in words:
//
//	influence ELEMENT MODE TRUST [ASSET...]
//	disclosure COMPONENT ASSET TRUST [STRENGTH]     verbatim where no strength is given
//	known ASSET TRUST [STRENGTH]                    wherever it is
//	authority COMPONENT SINK...                     what the component makes act
//	acted COMPONENT TRUST                           who makes it act
//	needs COMPONENT [SINK...]                       what it depends on; all of it where no sink is given
//	circle COMPONENT ELEMENT...                     by what way its content comes back through one of the elements
func ask(t testing.TB, g *graph.Graph, question string) string {
	t.Helper()
	a, words := reach.New(g), strings.Fields(question)
	component := lookup(t, g, words[1])
	switch words[0] {
	case "influence":
		return show(g, influence(t, g, question))
	case "disclosure":
		return show(g, a.Disclosure(component.Index, lookup(t, g, words[2]).Index, strength(words[4:]), g.Vocab.ParseTrust(words[3])))
	case "known":
		return show(g, a.Disclosure(-1, component.Index, strength(words[3:]), g.Vocab.ParseTrust(words[2])))
	case "authority":
		return chained(g, a.ActsOn(components(t, g, words[2:])), component)
	case "acted":
		return show(g, a.ActedOn(component.Index, g.Vocab.ParseTrust(words[2])))
	case "needs":
		if len(words) > 2 {
			return chained(g, a.Needs(components(t, g, words[2:])), component)
		}
		return needed(g, a.NeededBy(component.Index))
	case "circle":
		return circle(t, g, a, component, words[2:])
	}
	t.Fatalf("%q asks nothing", question)
	return ""
}

// influence answers a question about influence.
func influence(t testing.TB, g *graph.Graph, question string) *reach.Witness {
	t.Helper()
	words := strings.Fields(question)
	mode, ok := reach.ParseMode(words[2])
	if !ok {
		t.Fatalf("no mode in %q", question)
	}
	return reach.New(g).Influence(lookup(t, g, words[1]), []reach.Mode{mode}, g.Vocab.ParseTrust(words[3]), components(t, g, words[4:]))
}

// components are the indices of elements by their ids; nil for none.
func components(t testing.TB, g *graph.Graph, ids []string) []int32 {
	t.Helper()
	var out []int32
	for _, id := range ids {
		out = append(out, lookup(t, g, id).Index)
	}
	return out
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

// chained writes a way as "-attenuation: path".
func chained(g *graph.Graph, c *reach.Chain, from graph.Ref) string {
	steps, _, weakened := c.Way(from.Index, nil)
	if steps == nil {
		return "none"
	}
	return fmt.Sprintf("-%d: %s", weakened, path(g, append([]reach.Step{{At: from}}, steps...)))
}

// needed writes what an element depends on, the nearest first, each with what it was needed by.
func needed(g *graph.Graph, list []reach.Needed) string {
	var out []string
	for i := range list {
		out = append(out, path(g, reach.StepsTo(list, i)))
	}
	return strings.Join(out, ", ")
}

// circle writes a way from a component back to it, and what it goes through.
func circle(t testing.TB, g *graph.Graph, a *reach.Analysis, component graph.Ref, through []string) string {
	t.Helper()
	var refs []graph.Ref
	for _, id := range through {
		refs = append(refs, lookup(t, g, id))
	}
	steps, by := a.Circles(refs).Of(component.Index)
	if steps == nil {
		return "none"
	}
	return path(g, append([]reach.Step{{At: component}}, steps...)) + " through " + g.ID(by)
}
