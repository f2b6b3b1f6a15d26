package explain

import (
	"fmt"
	"slices"
	"strings"

	"tmodel/internal/catalog"
)

// frameworks lists the public frameworks with their items.
func (p *page) frameworks() {
	for i := range p.c.Frameworks {
		f := &p.c.Frameworks[i]
		p.between()
		p.hang("", "  ", f.ID+": "+f.Label())
		p.itemsOf(f)
	}
}

// framework is the page of a framework.
func (p *page) framework(id string) bool {
	f := p.c.Framework(id)
	if f == nil {
		return false
	}
	p.head(f.ID, f.Label())
	p.published(f)
	as := "as " + f.CitedAs + ": in the references of rules"
	if f.From != "" {
		as = "through " + f.From + ", which its items were in"
	}
	p.entry("cited", as)
	p.where(f)
	p.line("\nItems:")
	p.itemsOf(f)
	return true
}

func (p *page) itemsOf(f *catalog.Framework) {
	width := wide
	for i := range f.Items {
		width = max(width, len(f.Items[i].ID)+2)
	}
	for i := range f.Items {
		it := &f.Items[i]
		title := it.Title
		if it.Was != "" {
			title += " (" + it.Was + ")"
		}
		p.row(width, "  "+it.ID, title)
	}
}

// published says who published a framework and what of it is used.
func (p *page) published(f *catalog.Framework) {
	p.entry("publisher", fmt.Sprintf("%s, %d", f.Publisher, f.Year))
	p.entry("licence", f.Licence)
}

// where gives the address, which is too long to stand beside a name.
func (p *page) where(f *catalog.Framework) {
	p.line("")
	p.para("", f.URL)
}

// itemOf is the page of an item of a framework, in any case of letters.
func (p *page) itemOf(id string) bool {
	for i := range p.c.Frameworks {
		f := &p.c.Frameworks[i]
		if j := slices.IndexFunc(f.Items, func(it catalog.Item) bool { return strings.EqualFold(it.ID, id) }); j >= 0 {
			p.describe(f, &f.Items[j])
			return true
		}
	}
	return false
}

func (p *page) describe(f *catalog.Framework, it *catalog.Item) {
	p.head(it.ID, it.Title)
	p.para("", it.Means)
	p.line("")
	p.entry("framework", f.Label()+" ("+f.ID+")")
	p.published(f)
	p.entry("part of", p.titles(it.Under))
	p.entry("parts", p.titles(ids(f.Parts(it.ID))))
	p.entry("was", p.titles(strings.Fields(it.Was)))
	p.entry("now", p.titles(ids(p.c.Became(it.ID))))
	p.where(f)
	cited, what := it.ID, "it"
	if it.Was != "" {
		cited, what = it.Was, it.Was
	}
	parts := ids(f.Parts(it.ID))
	if len(parts) > 0 {
		what += " or its parts"
	}
	rules := p.citers(f.CitedAs, append(parts, cited))
	if len(rules) == 0 {
		p.uncited("\nNo rule cites it", it.ID)
		return
	}
	p.line("\nRules that cite %s:", what)
	for _, i := range rules {
		p.entry(p.c.Rules[i].ID, p.c.Prose[i].Title+p.through(i, f.CitedAs, parts))
	}
	p.neighbours(f, it, rules)
}

// through are the parts that a rule cites.
func (p *page) through(rule int, as string, parts []string) string {
	var out []string
	for _, ref := range p.c.Prose[rule].References {
		for _, id := range ref.IDs {
			if ref.Framework == as && slices.Contains(parts, id) {
				out = append(out, id)
			}
		}
	}
	if len(out) == 0 {
		return ""
	}
	return " (" + strings.Join(out, ", ") + ")"
}

// titles are ids with their titles.
func (p *page) titles(ids []string) string {
	var out []string
	for _, id := range ids {
		out = append(out, id+" "+p.c.Title(id))
	}
	return strings.Join(out, "; ")
}

func ids(items []*catalog.Item) []string {
	var out []string
	for _, it := range items {
		out = append(out, it.ID)
	}
	return out
}
