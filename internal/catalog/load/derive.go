package load

import (
	"cmp"
	"slices"
	"strings"

	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/yamltree"
)

// derive fills in what derived frameworks take from the editions that rules cite, and puts all in order.
func (l *loader) derive() {
	for _, n := range l.lists {
		if f := l.c.Framework(text(n, "id")); f.From != "" {
			l.deriveFrom(n, f)
		}
	}
	slices.SortFunc(l.c.Frameworks, func(a, b catalog.Framework) int { return cmp.Compare(a.ID, b.ID) })
}

func (l *loader) deriveFrom(n *yamltree.Node, f *catalog.Framework) {
	from := l.c.Framework(f.From)
	if from == nil || from.From != "" {
		l.fail(n.Get("derived_from"), "rules cite no framework "+diag.Quote(f.From), diag.DidYouMean(f.From, l.cited()))
		return
	}
	f.CitedAs = from.CitedAs
	left := map[string]bool{}
	for i := range from.Items {
		left[from.Items[i].ID] = true
	}
	for _, x := range items(n, "items") {
		i := slices.IndexFunc(f.Items, func(it catalog.Item) bool { return it.ID == text(x, "id") })
		if i < 0 {
			continue // the id is taken, which is said
		}
		it := &f.Items[i]
		if !left[it.Was] {
			l.fail(orID(x, "was"), it.ID+" must say which item of "+diag.Quote(f.From)+" it was, another one than the rest", diag.DidYouMean(it.Was, keys(left)))
			continue
		}
		delete(left, it.Was)
		_, was := l.c.Item(it.Was)
		it.Title, it.Means = cmp.Or(it.Title, was.Title), cmp.Or(it.Means, was.Means)
	}
	if len(left) > 0 {
		l.fail(n.Get("items"), "nothing here was "+strings.Join(keys(left), ", ")+" of "+diag.Quote(f.From), "a derived framework has all items of the other one, each once")
	}
}

// cited are the frameworks that rules cite.
func (l *loader) cited() []string {
	var out []string
	for i := range l.c.Frameworks {
		if l.c.Frameworks[i].From == "" {
			out = append(out, l.c.Frameworks[i].ID)
		}
	}
	return out
}

// orID is what stands under a key, else the record's id.
func orID(n *yamltree.Node, key string) *yamltree.Node {
	if v := n.Get(key); v != nil {
		return v
	}
	return n.Get("id")
}

func keys(m map[string]bool) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
