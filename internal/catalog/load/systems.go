package load

import (
	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/model"
	"tmodel/internal/schema"
	"tmodel/internal/yamltree"
	"tmodel/schemas"
)

// systems resolves the examples of a rule as any system is resolved, so that what is wrong in one is said at its place.
// A whole catalogue has words of its own, which the published schema learns only when it is generated from them.
func (l *loader) systems(rule *yamltree.Node) [][]*graph.Graph {
	if l.base == nil {
		return nil
	}
	var out [][]*graph.Graph
	for _, e := range items(rule, "examples") {
		changes := items(e, "changes")
		changed := make([]*yamltree.Node, len(changes))
		for i, c := range changes {
			changed[i] = l.changed(e.Get("system"), c.Get("set"))
		}
		graphs := []*graph.Graph{l.expected(e.Get("system"), e)}
		for i, c := range changes {
			if c.Get("expect") == nil {
				c = e
			}
			graphs = append(graphs, l.expected(changed[i], c))
		}
		out = append(out, graphs)
	}
	return out
}

// expected resolves a system and finds what is expected of elements that it does not have.
func (l *loader) expected(system, by *yamltree.Node) *graph.Graph {
	if system == nil {
		return nil
	}
	g := l.resolve(system)
	for _, want := range items(by, "expect") {
		if g == nil {
			break
		}
		if _, ok := g.Lookup(want.Value); !ok {
			l.fail(want, "the example has no element "+diag.Quote(want.Value), "")
		}
	}
	return g
}

// changed is a system as a change says, nil when the change means what is not there.
func (l *loader) changed(system, set *yamltree.Node) *yamltree.Node {
	if system == nil || set == nil {
		return nil
	}
	out, unknown := Changed(system, set)
	if unknown != nil {
		l.bag.Add(NoSuch(unknown))
	}
	return out
}

// resolve is the graph of a system, nil when it has an error.
func (l *loader) resolve(system *yamltree.Node) *graph.Graph {
	if l.system == nil {
		s, err := schema.New(schemas.SystemRun)
		if err != nil {
			l.err = err
			return nil
		}
		l.system = s
	}
	bag := &diag.Bag{}
	defer func() {
		for _, d := range bag.Sorted() {
			l.bag.Add(d)
		}
	}()
	ok, err := l.system.Check(system, bag)
	if err != nil {
		l.err = err
	}
	if err != nil || !ok {
		return nil
	}
	g := graph.Build(model.Decode(system), l.c.Vocab, l.c.Vocab.Controls, bag)
	if bag.Failed() {
		return nil
	}
	return g
}
