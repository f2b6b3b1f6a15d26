package load

import (
	"slices"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/model"
	"tmodel/internal/schema"
	"tmodel/internal/source"
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
		base := &diag.Bag{}
		graphs := []*graph.Graph{l.expected(e.Get("system"), e, base)}
		for _, d := range base.Sorted() {
			l.bag.Add(d)
		}
		for _, c := range items(e, "changes") {
			says := c
			if c.Get("expect") == nil {
				says = e
			}
			said := &diag.Bag{}
			graphs = append(graphs, l.expected(l.changed(e.Get("system"), c.Get("set")), says, said))
			l.consequencesOf(c, said, base)
		}
		out = append(out, graphs)
	}
	return out
}

// expected resolves a copy of a system and finds what is expected of elements that it does not have.
func (l *loader) expected(system, by *yamltree.Node, bag *diag.Bag) *graph.Graph {
	if system == nil {
		return nil
	}
	g := l.resolve(system.Clone(), bag) // an alias may stand for the same system elsewhere
	for _, want := range items(by, "expect") {
		if g == nil {
			break
		}
		if _, ok := g.Lookup(want.Value); !ok {
			bag.Add(diag.Diagnostic{Code: diag.BadRule, Span: want.Span, Message: "the example has no element " + diag.Quote(want.Value), Hint: diag.DidYouMean(want.Value, idsOf(system))})
		}
	}
	return g
}

// idsOf are the ids that a system gives.
func idsOf(system *yamltree.Node) []string {
	if system == nil {
		return nil
	}
	var out []string
	for i := range system.Pairs {
		for _, n := range system.Pairs[i].Value.Items {
			out = append(out, text(n, "id"))
		}
	}
	return out
}

// consequencesOf reports what a change makes wrong: at the change, with a note where it shows in what is as before. What is
// wrong without the change is said already.
func (l *loader) consequencesOf(c *yamltree.Node, said, base *diag.Bag) {
	before := base.Sorted()
	for _, d := range said.Sorted() {
		if slices.ContainsFunc(before, func(x diag.Diagnostic) bool { return x.Span == d.Span && x.Message == d.Message }) {
			continue
		}
		if at := blamed(c, d.Message); d.Span.Before(c.Span) || lastOf(c).Before(d.Span) {
			d.Notes = append([]diag.Note{{Span: d.Span, Message: "this does not fit what the change leaves"}}, d.Notes...)
			d.Span = at
		}
		l.bag.Add(d)
	}
}

// blamed is the place of a change: the element that a message names, the only one that it changes, or the word set.
func blamed(c *yamltree.Node, message string) source.Span {
	set := c.Get("set")
	if set == nil {
		return c.Span
	}
	for _, p := range set.Pairs {
		if len(set.Pairs) == 1 || strings.Contains(message, diag.Quote(p.Key.Value)) {
			return p.Key.Span
		}
	}
	return c.Key("set").Span
}

// lastOf is the last place in a tree.
func lastOf(n *yamltree.Node) source.Span {
	last := n.Span
	for _, p := range n.Pairs {
		if s := lastOf(p.Value); last.Before(s) {
			last = s
		}
	}
	for _, i := range n.Items {
		if s := lastOf(i); last.Before(s) {
			last = s
		}
	}
	return last
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

// resolve is the graph of a system, nil when it has an error. The bag is empty before.
func (l *loader) resolve(system *yamltree.Node, bag *diag.Bag) *graph.Graph {
	if l.system == nil {
		s, err := schema.New(schemas.SystemRun)
		if err != nil {
			l.err = err
			return nil
		}
		l.system = s
	}
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
