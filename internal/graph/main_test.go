package graph_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"tmodel/catalogs"
	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/model"
	"tmodel/internal/schema"
	"tmodel/internal/source"
	"tmodel/internal/yamltree"
	"tmodel/schemas"
)

// published is the schema of systems, compiled once.
var published = sync.OnceValues(func() (*schema.Schema, error) { return schema.New(schemas.SystemRun) })

// resolve is the graph of a system and what is said about it, warnings too.
func resolve(t testing.TB, text string) (*graph.Graph, []diag.Diagnostic) {
	t.Helper()
	bag := &diag.Bag{}
	root := yamltree.Parse(source.New("x", []byte(text)), yamltree.DefaultLimits, bag)
	if root == nil {
		t.Fatalf("not readable: %v", bag.Sorted())
	}
	s, err := published()
	if err != nil {
		t.Fatal(err)
	}
	if ok, err := s.Check(root, bag); err != nil || !ok {
		t.Fatalf("does not fit: %v %v", bag.Sorted(), err)
	}
	v := catalogs.Vocabulary()
	g := graph.Build(model.Decode(root), v, v.Controls, bag)
	if !bag.Failed() {
		graph.Warn(g, bag)
	}
	return g, bag.Sorted()
}

// build is the graph of a system without errors.
func build(t testing.TB, text string) *graph.Graph {
	t.Helper()
	g, list := resolve(t, head+text)
	for _, d := range list {
		if d.Severity == diag.Error {
			t.Fatalf("%v", list)
		}
	}
	return g
}

const head = "tmodel: 1\nsystem: {id: shop, criticality: high}\n"

// said is what is said about a text below head, without hints: "line:col code message".
func said(t testing.TB, text string) string {
	t.Helper()
	_, list := resolve(t, head+text)
	var out []string
	for _, d := range list {
		out = append(out, fmt.Sprintf("%d:%d %s %s", d.Span.Line-2, d.Span.Col, d.Code, d.Message))
	}
	return strings.Join(out, "\n")
}

// ids are the ids of what uses lead to.
func ids(g *graph.Graph, typ graph.Type, uses []graph.Use) string {
	var out []string
	for _, u := range uses {
		out = append(out, g.ID(graph.Ref{Type: typ, Index: u.Index}))
	}
	return strings.Join(out, " ")
}

// component is the component of an id.
func component(t testing.TB, g *graph.Graph, id string) *graph.Component {
	t.Helper()
	r, ok := g.Lookup(id)
	if !ok || r.Type != graph.ComponentType {
		t.Fatalf("no component %q", id)
	}
	return &g.Components[r.Index]
}
