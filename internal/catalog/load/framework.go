package load

import (
	"cmp"
	"slices"
	"strconv"

	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/source"
	"tmodel/internal/yamltree"
	"tmodel/schemas"
)

// The place of frameworks in a catalogue's folder, and the file there that says why some items are cited by nothing.
const (
	Frameworks = "frameworks"
	Unseen     = Frameworks + "/unseen.yaml"
)

// Roles are what techniques of ATLAS can be to a rule, the threat first: keys of its references beside what frameworks
// are cited as.
var Roles = []string{"atlas", "steps", "harm"}

// frameworks reads what the folder has of them. A folder adds to those of the base.
func (l *loader) frameworks() {
	for _, name := range l.names(Frameworks) {
		published, use := schemas.Framework, l.framework
		if name == Unseen {
			published, use = schemas.Unseen, l.unseen
		}
		l.one(name, func(root *yamltree.Node) {
			if l.fits(root, published) {
				use(root)
			}
		})
	}
}

// framework reads one. The items of a derived one are filled in when all are read.
func (l *loader) framework(n *yamltree.Node) {
	year, _ := strconv.Atoi(text(n, "year"))
	f := catalog.Framework{ID: text(n, "id"), Name: text(n, "name"), Edition: text(n, "edition"), Publisher: text(n, "publisher"), URL: text(n, "url"),
		Licence: text(n, "licence"), Year: year, CitedAs: text(n, "cited_as"), From: text(n, "derived_from")}
	if l.c.Framework(f.ID) != nil {
		var other source.Span
		if i := slices.IndexFunc(l.lists, func(x *yamltree.Node) bool { return text(x, "id") == f.ID }); i >= 0 {
			other = l.lists[i].Get("id").Span
		}
		l.duplicate(n.Get("id"), "there is a framework "+diag.Quote(f.ID)+" already", "another edition has another id", first(other)...)
		return
	}
	switch {
	case f.From == "" && f.CitedAs == "":
		l.fail(n.Get("id"), "a framework says what rules cite it as, or which one it is derived from", "add cited_as or derived_from")
	case f.From != "" && f.CitedAs != "":
		l.fail(n.Get("cited_as"), "a derived framework is not cited", "rules cite the items of "+diag.Quote(f.From)+"; leave cited_as out")
	case slices.Contains(Roles, f.CitedAs):
		l.fail(n.Get("cited_as"), diag.Quote(f.CitedAs)+" is for techniques of ATLAS", "take another word")
	}
	before := map[string]bool{}
	for _, x := range items(n, "items") {
		if it, ok := l.item(x, &f, before); ok {
			f.Items = append(f.Items, it)
			before[it.ID], l.items[it.ID] = true, x.Get("id").Span
		}
	}
	l.c.Frameworks = append(l.c.Frameworks, f)
	l.lists = append(l.lists, n)
}

// first is a note about where an id is given first, none when that is not in a file.
func first(at source.Span) []diag.Note {
	if !at.Valid() {
		return nil
	}
	return []diag.Note{{Span: at, Message: "first given here"}}
}

// item reads one of the items of f. What is broader stands before it, so that there are no circles.
func (l *loader) item(n *yamltree.Node, f *catalog.Framework, before map[string]bool) (catalog.Item, bool) {
	it := catalog.Item{ID: text(n, "id"), Title: text(n, "title"), Means: text(n, "means"), Under: list(n, "under"), Was: text(n, "was")}
	if other, _ := l.c.Item(it.ID); before[it.ID] || other != nil {
		l.duplicate(n.Get("id"), "the id "+diag.Quote(it.ID)+" is taken", "an id says its edition, so that it stands for one item", first(l.items[it.ID])...)
		return it, false
	}
	for _, u := range items(n, "under") {
		if !before[u.Value] {
			l.fail(u, "no item "+diag.Quote(u.Value)+" stands before this one", "what is broader stands first")
		}
	}
	if f.From == "" {
		l.complete(n, &it)
	}
	return it, true
}

// complete holds an item that stands on its own to what it must say.
func (l *loader) complete(n *yamltree.Node, it *catalog.Item) {
	switch {
	case it.Title == "" || it.Means == "":
		l.fail(n.Get("id"), it.ID+" needs a title and what it means", "only an item of a derived framework takes them from what it was")
	case it.Was != "":
		l.fail(n.Get("was"), "this framework is not derived", "say derived_from, or leave was out")
	}
}

// unseen reads why some items are cited by nothing.
func (l *loader) unseen(n *yamltree.Node) {
	for _, x := range n.Items {
		for _, id := range items(x, "ids") {
			if slices.ContainsFunc(l.c.Unseen, func(u catalog.Unseen) bool { return u.ID == id.Value }) {
				l.duplicate(id, "why nothing cites "+diag.Quote(id.Value)+" is said already", "keep one of the two reasons")
				continue
			}
			l.c.Unseen = append(l.c.Unseen, catalog.Unseen{ID: id.Value, Why: text(x, "why")})
			l.reasons[id.Value] = id.Span
		}
	}
	slices.SortFunc(l.c.Unseen, func(a, b catalog.Unseen) int { return cmp.Compare(a.ID, b.ID) })
}
