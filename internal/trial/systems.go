package trial

import (
	"tmodel/internal/catalog"
	"tmodel/internal/catalog/load"
	"tmodel/internal/compile"
	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/schema"
	"tmodel/internal/source"
	"tmodel/internal/yamltree"
	"tmodel/schemas"
)

// System is the system of an example, or a change of it. Without a graph it is wrong.
type System struct {
	Graph *graph.Graph
	Wrong []diag.Diagnostic
}

// Systems are the system of an example and its changes, in their order.
func Systems(e *catalog.Example, c *catalog.Catalog) ([]System, error) {
	s, err := schema.New(schemas.SystemRun)
	if err != nil {
		return nil, err
	}
	var system *yamltree.Node
	out := make([]System, 1+len(e.Changes))
	for i := range out {
		bag := &diag.Bag{}
		var tree *yamltree.Node
		switch {
		case i == 0:
			system = parse(e.Name, e.System, bag)
			tree = system.Clone()
		case system != nil:
			tree = changed(system, parse(e.Name, e.Changes[i-1].Set, bag), bag)
		}
		if tree != nil {
			if out[i].Graph, err = compile.Tree(tree, s, compile.Options{Catalog: c}, bag); err != nil {
				return nil, err
			}
		}
		out[i].Wrong = bag.Sorted()
	}
	return out, nil
}

func parse(name, text string, bag *diag.Bag) *yamltree.Node {
	return yamltree.Parse(source.New(name, []byte(text)), yamltree.DefaultLimits, bag)
}

// changed says at its place what a change means and its example does not have.
func changed(system, set *yamltree.Node, bag *diag.Bag) *yamltree.Node {
	if set == nil {
		return nil
	}
	out, unknown := load.Changed(system, set)
	if unknown != nil {
		bag.Add(load.NoSuch(unknown))
	}
	return out
}
