// Package compile is the way through the program: from the text of a system to its report. It alone knows the order.
package compile

import (
	"fmt"

	"tmodel/internal/analyze"
	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/model"
	"tmodel/internal/report"
	"tmodel/internal/schema"
	"tmodel/internal/source"
	"tmodel/internal/yamltree"
	"tmodel/schemas"
)

// Options are what a compile needs besides the text.
type Options struct {
	Catalog *catalog.Catalog
	Version string // of the program, for reports
	Limits  yamltree.Limits
}

// Resolve reads a system up to its graph. The graph is nil when the bag has an error; the error is for what
// is not the user's doing.
func Resolve(f *source.File, o Options) (*graph.Graph, *diag.Bag, error) {
	bag := &diag.Bag{}
	if o.Limits == (yamltree.Limits{}) {
		o.Limits = yamltree.DefaultLimits
	}
	tree := yamltree.Parse(f, o.Limits, bag)
	if tree == nil {
		return nil, bag, nil
	}
	s, err := schema.New(schemas.SystemRun)
	if err != nil {
		return nil, bag, fmt.Errorf("load schema: %w", err)
	}
	g, err := Tree(tree, s, o, bag)
	return g, bag, err
}

// Tree is Resolve from a tree on, with a schema that may serve several.
func Tree(tree *yamltree.Node, s *schema.Schema, o Options, bag *diag.Bag) (*graph.Graph, error) {
	if ok, err := s.Check(tree, bag); err != nil || !ok {
		return nil, err
	}
	g := graph.Build(model.Decode(tree), o.Catalog.Vocab, o.Catalog.Vocab.Controls, bag)
	if gaps(tree, bag); bag.Failed() {
		return nil, nil
	}
	graph.Warn(g, bag)
	return g, nil
}

// Compile makes the report of a system. The report is nil when the bag has an error.
func Compile(f *source.File, o Options) (*report.Report, *diag.Bag, error) {
	g, bag, err := Resolve(f, o)
	if g == nil || err != nil {
		return nil, bag, err
	}
	r := analyze.Run(g, o.Catalog)
	tool := report.Tool{Version: o.Version, Catalog: o.Catalog.Version}
	return report.New(tool, g, o.Catalog, r, bag.Sorted()), bag, nil
}
