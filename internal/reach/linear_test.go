package reach_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"tmodel/catalogs"
	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/model"
	"tmodel/internal/reach"
	"tmodel/internal/source"
	"tmodel/internal/vocab"
	"tmodel/internal/yamltree"
)

// shapes are systems of any size in which something is long or wide.
var shapes = map[string]func(w *lines, n int){
	"chain of agents": func(w *lines, n int) {
		w.asset("{id: note, kind: document}")
		for i := range n {
			w.component("{id: c%d, kind: agent}", i)
			w.flow("{id: f%d, from: c%d, to: c%d, carries: [note]}", i, i, i+1)
		}
		w.component("{id: c%d, kind: agent}", n)
		w.flow("{id: first, from: visitor, to: c0, carries: [note]}")
	},
	"ring of services": func(w *lines, n int) {
		w.asset("{id: note, kind: document}")
		for i := range n {
			w.component("{id: c%d, kind: business-app}", i)
			w.flow("{id: f%d, from: c%d, to: c%d, carries: [note], returns: [note]}", i, i, (i+1)%n)
		}
		w.flow("{id: first, from: visitor, to: c0, carries: [note]}")
	},
	"star": func(w *lines, n int) {
		w.component("{id: hub, kind: agent}")
		for i := range n {
			w.asset("{id: in%d, kind: document}\n  - {id: out%d, kind: business-record}", i, i)
			w.component("{id: c%d, kind: business-app}", i)
			w.flow("{id: f%d, from: c%d, to: hub, carries: [in%d], returns: [out%d]}", i, i, i, i)
		}
		w.flow("{id: first, from: visitor, to: hub}")
	},
	"keys in a row": func(w *lines, n int) {
		for i := range n {
			w.asset("{id: k%d, kind: credential, opens: [c%d]}", i, i+1)
			w.component("{id: c%d, kind: host, holds: [k%d], zone: outside}", i, i)
		}
		w.component("{id: c%d, kind: host, zone: outside}", n)
		w.flow("{id: first, from: visitor, to: c0, returns: [k0]}")
	},
	"keys of one door": func(w *lines, n int) {
		w.component("{id: hub, kind: gateway}")
		w.component("{id: vault, kind: secret-store}")
		w.asset("{id: bundle, kind: document, contains: [k0]}")
		for i := range n {
			w.asset("{id: k%d, kind: credential, opens: [hub]}", i)
			w.component("{id: c%d, kind: web-app, holds: [k%d]}", i, i)
			w.flow("{id: f%d, from: c%d, to: hub, carries: [k%d]}", i, i, i)
			w.flow("{id: g%d, from: visitor, to: c%d, returns: [k%d]}", i, i, i)
		}
	},
	"machine": func(w *lines, n int) {
		w.component("{id: box, kind: host, operator: visitor}")
		for i := range n {
			w.asset("{id: a%d, kind: dependency}", i)
			w.component("{id: c%d, kind: notebook, runs_on: box, holds: [a%d]}", i, i)
		}
	},
	"store of everything": func(w *lines, n int) {
		var held []string
		for i := range n {
			held = append(held, fmt.Sprint("a", i))
			w.asset("{id: a%d, kind: document, origin: public-web}", i)
			w.component("{id: c%d, kind: llm-app}", i)
			w.flow("{id: f%d, from: c%d, to: base, carries: [a%d], returns: [a%d]}", i, i, (i+1)%n, i)
		}
		w.component("{id: base, kind: database, holds: [%s]}", strings.Join(held, ", "))
	},
	"copies everywhere": func(w *lines, n int) {
		w.asset("{id: lib, kind: source-code, origin: community}")
		for i := range n {
			w.component("{id: c%d, kind: ci-runner, holds: [lib]}", i)
		}
	},
	"machine with much code": func(w *lines, n int) {
		var held []string
		for i := range n {
			held = append(held, fmt.Sprint("a", i))
			w.asset("{id: a%d, kind: source-code, origin: community}", i)
		}
		w.component("{id: box, kind: business-app, holds: [%s]}", strings.Join(held, ", "))
	},
}

// lines collects a system.
type lines struct{ assets, components, flows strings.Builder }

func (w *lines) asset(format string, args ...any) {
	fmt.Fprintf(&w.assets, "  - "+format+"\n", args...)
}

func (w *lines) component(format string, args ...any) {
	fmt.Fprintf(&w.components, "  - "+format+"\n", args...)
}

func (w *lines) flow(format string, args ...any) { fmt.Fprintf(&w.flows, "  - "+format+"\n", args...) }

func (w *lines) text() string {
	out := head + "zones: [{id: outside, trust: untrusted}]\n"
	for _, s := range []struct{ name, list string }{{"assets", w.assets.String()}, {"components", w.components.String()}, {"data_flows", w.flows.String()}} {
		if s.list != "" {
			out += s.name + ":\n" + s.list
		}
	}
	return out
}

// quick builds a graph without the checks of the schema, which take most of the time.
func quick(t testing.TB, text string) *graph.Graph {
	t.Helper()
	bag, words := &diag.Bag{}, catalogs.Shipped().Vocab
	tree := yamltree.Parse(source.New("test.yaml", []byte(text)), yamltree.DefaultLimits, bag)
	if tree == nil || bag.Failed() {
		t.Fatal(bag.Sorted())
	}
	g := graph.Build(model.Decode(tree), words, words.Controls, bag)
	if bag.Failed() {
		t.Fatal(bag.Sorted())
	}
	return g
}

// everything asks all questions there are, of every class, but follows the ways to a few elements only: a way can be as
// long as the system.
func everything(g *graph.Graph) {
	a, all, few := reach.New(g), []graph.Ref(nil), []graph.Ref(nil)
	for i := range g.Components {
		r := graph.Ref{Type: graph.ComponentType, Index: int32(i)}
		if all = append(all, r); i%(1+len(g.Components)/20) == 0 {
			few = append(few, r)
		}
	}
	ends := []int32{0, int32(len(g.Components) - 1)}
	acts, needs, circles := a.ActsOn(ends), a.Needs(ends), a.Circles(all)
	for _, r := range few {
		for class := vocab.Anonymous; class <= vocab.Administrator; class++ {
			a.Influence(r, reach.AllModes(), class, nil)
		}
		acts.Way(r.Index, nil)
		needs.Way(r.Index, nil)
		circles.Of(r.Index)
	}
	for i := range g.Assets {
		a.Influence(graph.Ref{Type: graph.AssetType, Index: int32(i)}, []reach.Mode{reach.Own}, vocab.Administrator, nil)
	}
	a.ActedOn(0, vocab.Administrator)
	a.NeededBy(0)
}

// TestCostIsLinear holds that four times the elements take no more than about four times as long. One that is quadratic
// takes sixteen times. Whatever is done in no time is good enough.
func TestCostIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("parsing what is solved takes some seconds")
	}
	const elements, growth = 20000, 4
	for name, shape := range shapes {
		t.Run(name, func(t *testing.T) {
			var small, large lines
			shape(&small, elements/growth)
			shape(&large, elements)
			g, h := quick(t, small.text()), quick(t, large.text())
			var one, four time.Duration
			for range 4 { // others may be using the machine
				one, four = fastest(g), fastest(h)
				if four < 2*growth*one || four < 100*time.Millisecond {
					return
				}
			}
			t.Errorf("%d elements take %v, %d take %v", elements/growth, one, elements, four)
		})
	}
}

func fastest(g *graph.Graph) time.Duration {
	best := time.Hour
	for range 2 {
		start := time.Now()
		everything(g)
		best = min(best, time.Since(start))
	}
	return best
}
