package yamltree

import "slices"

// mostKeys is how many keys a mapping may have that is joined with another: none that a person wrote has as many.
const mostKeys = 100

// mostValues is how many values of one key are looked at.
const mostValues = 16

// join adds to a mapping what its keys were given a second time, so that one run looks at all of it.
func join(out *Node, again []Pair) {
	at := make(map[string]int, len(out.Pairs))
	for i, p := range out.Pairs {
		at[p.Key.Value] = i
	}
	j := joiner{known: map[*Node]map[string]*Node{}}
	for _, p := range again {
		first := &out.Pairs[at[p.Key.Value]].Value
		*first = j.both(*first, p.Value)
	}
}

// joiner keeps, of the nodes that it made, the items that they have, by what they are known by.
type joiner struct{ known map[*Node]map[string]*Node }

// both is what two values of one key say together: the items of both lists, the keys of both mappings, the first
// scalar with the others behind it. Of values that can't be joined it is the first that is any. The nodes may be
// shared by aliases, so that they are copied.
func (j joiner) both(a, b *Node) *Node {
	switch {
	case b.Kind == Null:
		return a
	case a.Kind == Null:
		return b
	case a.Kind == List && b.Kind == List:
		return j.lists(a, b)
	case a.Kind == Map && b.Kind == Map:
		return j.mappings(a, b)
	case a.Kind < List && b.Kind < List && (a.Kind != b.Kind || a.Value != b.Value):
		out := *a
		if len(out.Items) == mostValues {
			return a
		}
		out.Items = append(out.Items[:len(out.Items):len(out.Items)], b)
		return &out
	}
	return a
}

// lists leaves out an item of the second that stands in the first: a section was pasted twice.
func (j joiner) lists(a, b *Node) *Node {
	out, known := a, j.known[a]
	if known == nil {
		out, known = &Node{}, make(map[string]*Node, len(a.Items))
		*out, j.known[out] = *a, known
		out.Items = slices.Clone(a.Items)
		for _, item := range a.Items {
			known[name(item)] = item
		}
	}
	for _, item := range b.Items {
		if first := known[name(item)]; first == nil || !same(first, item) {
			out.Items = append(out.Items, item)
		}
	}
	return out
}

func (j joiner) mappings(a, b *Node) *Node {
	if len(a.Pairs)+len(b.Pairs) > mostKeys {
		return a
	}
	out := *a
	out.Pairs = slices.Clone(a.Pairs)
	for _, p := range b.Pairs {
		i := slices.IndexFunc(out.Pairs, func(x Pair) bool { return x.Key.Value == p.Key.Value })
		if i < 0 {
			out.Pairs = append(out.Pairs, p)
		} else {
			out.Pairs[i].Value = j.both(out.Pairs[i].Value, p.Value)
		}
	}
	return &out
}

// name is what an item of a list is known by: its id, else the words in it.
func name(item *Node) string {
	if id := item.Get("id"); id != nil {
		return id.Value
	}
	words := item.Value
	for _, p := range item.Pairs {
		words += "\x00" + p.Value.Value
		for _, i := range p.Value.Items {
			words += "\x00" + i.Value
		}
	}
	return words
}

// same says whether two values are the same wherever they stand.
func same(a, b *Node) bool {
	return a.Kind == b.Kind && a.Value == b.Value && slices.EqualFunc(a.Items, b.Items, same) &&
		slices.EqualFunc(a.Pairs, b.Pairs, func(x, y Pair) bool { return x.Key.Value == y.Key.Value && same(x.Value, y.Value) })
}
