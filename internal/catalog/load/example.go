package load

import (
	"cmp"
	"slices"

	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/yamltree"
)

// example reads an example and its changes, which say only what is otherwise.
func (l *loader) example(n *yamltree.Node) catalog.Example {
	e := catalog.Example{Name: text(n, "name"), System: block(n.Get("system")), Expect: list(n, "expect"), Likelihood: l.likely(n, list(n, "expect"), n.Get("system"))}
	for _, c := range items(n, "changes") {
		out := catalog.Change{Set: block(c.Get("set")), Expect: e.Expect}
		if c.Get("expect") != nil {
			out.Expect = list(c, "expect")
		}
		if out.Likelihood = l.likely(c, out.Expect, n.Get("system")); out.Likelihood == nil {
			out.Likelihood = among(e.Likelihood, out.Expect)
		}
		e.Changes = append(e.Changes, out)
	}
	return e
}

// among are the likelihoods at elements that are expected.
func among(all []catalog.Likely, expect []string) []catalog.Likely {
	var out []catalog.Likely
	for _, x := range all {
		if slices.Contains(expect, x.Element) {
			out = append(out, x)
		}
	}
	return out
}

// likely reads how likely the threats are that an example expects of its system.
func (l *loader) likely(n *yamltree.Node, expect []string, system *yamltree.Node) []catalog.Likely {
	v := n.Get("likelihood")
	if v == nil {
		return nil
	}
	var out []catalog.Likely
	for _, p := range v.Pairs {
		if !slices.Contains(expect, p.Key.Value) && !misspelt(p.Key.Value, expect, system) {
			l.fail(p.Key, "the example does not expect "+diag.Quote(p.Key.Value)+", and says how likely it is", "name it under expect too")
		}
		out = append(out, catalog.Likely{Element: p.Key.Value, Likelihood: l.whole(p.Value)})
	}
	slices.SortFunc(out, func(a, b catalog.Likely) int { return cmp.Compare(a.Element, b.Element) })
	return out
}

// misspelt says whether an element may be expected by a name that the system does not have, which is said there.
func misspelt(id string, expect []string, system *yamltree.Node) bool {
	ids := idsOf(system)
	return slices.ContainsFunc(expect, func(w string) bool { return !slices.Contains(ids, w) && diag.Nearest(w, ids) == id })
}
