package lint

import (
	"fmt"
	"slices"
	"strings"

	"tmodel/internal/catalog/load"
	"tmodel/internal/diag"
	"tmodel/internal/source"
)

// framework says whether rules cite a framework by that word.
func (c *checker) framework(rule, as string) bool {
	words := slices.Clone(load.Roles)
	for i := range c.Catalog.Frameworks {
		words = append(words, c.Catalog.Frameworks[i].CitedAs)
	}
	if slices.Contains(words, as) {
		return true
	}
	at := c.at(rule, "references")
	if r := c.Records[rule]; r != nil {
		at = r.Node.Get("references").Key(as).Span
	}
	slices.Sort(words)
	c.wrong(at, fmt.Sprintf("%s: no framework is cited as %s", rule, diag.Quote(as)), diag.DidYouMean(as, slices.Compact(words)))
	return false
}

// item holds an id to the items of the framework that it is cited under.
func (c *checker) item(at source.Span, rule, as, id string) {
	f, it := c.Catalog.Item(id)
	switch {
	case it == nil:
		c.wrong(at, fmt.Sprintf("%s: %s has no id %s", rule, as, diag.Quote(id)), c.nearestItem(as, id))
	case f.CitedAs != as:
		c.wrong(at, fmt.Sprintf("%s: %s is of %s, which is cited as %s", rule, c.named(id), diag.Printable(f.Name), f.CitedAs), "move it to "+f.CitedAs)
	case f.From != "":
		c.wrong(at, fmt.Sprintf("%s: %s follows from %s", rule, id, it.Was), "write "+it.Was+"; whoever asks for "+diag.Printable(f.Label())+" gets "+id)
	}
}

// named is an id of a framework or of ATLAS with its title.
func (c *checker) named(id string) string {
	return id + " (" + diag.Printable(c.Catalog.Title(id)) + ")"
}

// nearestItem is a hint for an id that is none: one that is spelt alike, or the editions of one that says none.
func (c *checker) nearestItem(as, id string) string {
	var ids, stems []string
	for i := range c.Catalog.Frameworks {
		f := &c.Catalog.Frameworks[i]
		for j := range f.Items {
			if stem, _, _ := strings.Cut(f.Items[j].ID, ":"); f.CitedAs == as && f.From == "" {
				ids, stems = append(ids, f.Items[j].ID), append(stems, stem)
			}
		}
	}
	near := diag.Nearest(id, ids)
	if near == "" {
		near = diag.Nearest(id, stems)
	}
	if near == "" {
		return "tmodel explain frameworks lists them"
	}
	var meant []string
	for i := range ids {
		if ids[i] == near || stems[i] == near {
			meant = append(meant, c.named(ids[i]))
		}
	}
	return "did you mean " + strings.Join(meant, " or ") + "?"
}
