package atlasfile

import (
	"regexp"

	"tmodel/internal/diag"
	"tmodel/internal/yamltree"
)

// section is a part of a file that must be there; nil with a report when it is not.
func (r *reader) section(n *yamltree.Node, key string, kind yamltree.Kind) *yamltree.Node {
	v := n.Get(key)
	switch {
	case v == nil:
		r.fail(r.end(), "the file has no "+key+": it is cut off, or not whole", again)
	case v.Kind != kind:
		r.fail(v.Span, key+" is "+kind.String()+", found "+v.Kind.String(), again)
	default:
		return v
	}
	return nil
}

// records are the items of a list that must be there and have some.
func (r *reader) records(n *yamltree.Node, key string) []*yamltree.Node {
	v := r.section(n, key, yamltree.List)
	if v == nil {
		return nil
	}
	if len(v.Items) == 0 {
		r.fail(v.Span, "there are no "+key, again)
	}
	return v.Items
}

// byID are the pairs of a mapping that must be there and have some.
func (r *reader) byID(n *yamltree.Node, key string) []yamltree.Pair {
	v := r.section(n, key, yamltree.Map)
	if v == nil {
		return nil
	}
	if len(v.Pairs) == 0 {
		r.fail(v.Span, "there are no "+key, again)
	}
	return v.Pairs
}

// pairs are those of a mapping, none when it is not there.
func pairs(n *yamltree.Node) []yamltree.Pair {
	if n == nil {
		return nil
	}
	return n.Pairs
}

// version is the number of a format or content. It goes into names and reports, so that it has a shape.
func (r *reader) version(v *yamltree.Node, shape, example string) string {
	switch {
	case v == nil:
		r.fail(r.start(), "the file does not say its version", again)
		return ""
	case !regexp.MustCompile(shape).MatchString(text(v)):
		r.fail(v.Span, diag.Quote(v.Value)+" is no version; one looks like "+example, again)
		return ""
	}
	r.out.Version = v.Span
	return text(v)
}

// ids are the ids of a list, none when it is not there.
func (r *reader) ids(list *yamltree.Node, what string) []string {
	if list == nil {
		return nil
	}
	if list.Kind != yamltree.List {
		r.fail(list.Span, "a list of ids is expected, found "+list.Kind.String(), again)
	}
	var out []string
	for _, n := range list.Items {
		out = append(out, r.id(n, what))
	}
	return out
}

// id is an id where it is referred to. Whether a record has it is asked when all are read.
func (r *reader) id(n *yamltree.Node, what string) string {
	r.refs = append(r.refs, ref{n, what})
	return text(n)
}

// links finds references that lead nowhere, and records without the links that each of their kind has: the last ones of
// a file that was cut between two lines.
func (r *reader) links() {
	a := &r.out.Atlas
	for _, x := range r.refs {
		if _, there := r.seen[text(x.node)]; !there || !r.shapes[x.what].MatchString(text(x.node)) {
			r.fail(x.node.Span, "there is no "+x.what+" "+diag.Quote(x.node.Value), again)
		}
	}
	for i := range a.Techniques {
		if id := a.Techniques[i].ID; len(a.TacticsOf(id)) == 0 {
			r.incomplete(id, "has no tactic")
			break
		}
	}
	for i := range a.Tactics {
		if t := &a.Tactics[i]; t.Order == 0 {
			r.incomplete(t.ID, "has no place in the matrix")
			break
		}
	}
}

// incomplete reports a record whose links are not there. One is enough: where a file was cut, many have none.
func (r *reader) incomplete(id, what string) {
	r.fail(r.seen[id], id+" "+what+": the file is cut off, or not whole", again)
}
