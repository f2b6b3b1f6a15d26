package schema

import (
	"slices"

	"tmodel/internal/diag"
	"tmodel/internal/yamltree"
)

// beside is a fact that stands beside the facts of an element.
type beside struct {
	in  *yamltree.Node
	key *yamltree.Node
}

// beside keeps a fact that is a key of its element for later: whether the kind has such a fact, and such a value, is
// known when it is under facts. What can be no fact's value is reported now.
func (m *mapper) beside(f finding, key *yamltree.Node) {
	v, facts := f.node.Get(key.Value), f.node.Get("facts")
	if v == nil || v.Kind == yamltree.Null || v.Kind >= yamltree.List || facts != nil && facts.Kind != yamltree.Map {
		m.add(diag.FactAsKey, key, diag.Quote(key.Value)+" stands beside the facts"+m.in(f), "write facts: {"+diag.Printable(key.Value)+": ...}")
		return
	}
	m.checker.beside = append(m.checker.beside, beside{f.node, key})
}

// move puts the fact under facts, with a mark. The nodes may be shared by aliases, so that they are copied.
func (b beside) move() {
	i := slices.IndexFunc(b.in.Pairs, func(p yamltree.Pair) bool { return p.Key == b.key })
	if i < 0 {
		return // the element was taken out, or the key was moved before
	}
	key, value := *b.key, b.in.Pairs[i].Value
	key.Moved = true
	pairs := slices.Delete(slices.Clone(b.in.Pairs), i, i+1)
	facts := yamltree.Node{Kind: yamltree.Map, Span: key.Span}
	if at := slices.IndexFunc(pairs, func(p yamltree.Pair) bool { return p.Key.Value == "facts" }); at >= 0 {
		facts = *pairs[at].Value
		pairs = slices.Delete(pairs, at, at+1)
	}
	facts.Pairs = append(facts.Pairs[:len(facts.Pairs):len(facts.Pairs)], yamltree.Pair{Key: &key, Value: value})
	b.in.Pairs = append(pairs, yamltree.Pair{Key: &yamltree.Node{Kind: yamltree.Text, Value: "facts", Span: key.Span}, Value: &facts})
}
