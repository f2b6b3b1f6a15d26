package lint

import (
	"slices"
	"strings"

	"tmodel/internal/catalog/coverage"
	"tmodel/internal/catalog/load"
	"tmodel/internal/diag"
	"tmodel/internal/source"
)

// uncovered finds items that no record cites and of which nobody says why: those of frameworks that were read and, of a
// catalogue that stands alone, those of ATLAS too. An edition that follows from another is covered with it.
func (c *checker) uncovered(say func(at source.Span, message, hint string)) {
	for _, t := range coverage.Of(c.Catalog) {
		for i := range t.Entries {
			e := &t.Entries[i]
			at, read := c.Items[e.ID]
			if e.By == coverage.Open && t.From == "" && (read || c.alone()) {
				say(at, "nothing cites "+c.named(e.ID)+", and nothing says why", "cite it in a record, or say in "+load.Unseen+" why no design shows it")
			}
		}
	}
}

// alone says whether it is a whole catalogue that is looked at, and not what a folder adds.
func (c *checker) alone() bool { return c.Records == nil || c.Whole }

// reasons holds those for which nothing cites an item: the item is there, and nothing cites it.
func (c *checker) reasons() {
	if c.Records != nil && len(c.Reasons) == 0 {
		return
	}
	covered, used := map[string]*coverage.Entry{}, map[string]bool{}
	for _, t := range coverage.Of(c.Catalog) {
		for i := range t.Entries {
			e := &t.Entries[i]
			if used[e.WhyOf] = true; e.Covered() {
				covered[e.ID] = e
			}
		}
	}
	for i := range c.Catalog.Unseen {
		id := c.Catalog.Unseen[i].ID
		at, read := c.Reasons[id]
		if c.Records != nil && !read {
			continue
		}
		switch now := c.subject(at, id); {
		case now == "":
		case covered[now] != nil:
			c.wrong(at, c.named(now)+" needs no reason: "+citing(covered[now])+" it", "take the reason out")
		case !used[now] && c.Catalog.Atlas.Tactic(now) != nil:
			c.wrong(at, "each technique of "+c.named(now)+" is cited or has a reason of its own", "take the reason out")
		}
	}
}

// subject is the id that a reason is given for, as the content has it; "" where it is for nothing, which is reported.
func (c *checker) subject(at source.Span, id string) string {
	a := &c.Catalog.Atlas
	if now := a.Current(id); now != "" {
		if now != id {
			c.review(at, "ATLAS retired "+id+"; it is "+titled(a, now)+" now", "write "+now)
		}
		return now
	}
	f, it := c.Catalog.Item(id)
	switch {
	case it == nil:
		c.wrong(at, "there is no "+diag.Quote(id)+" in ATLAS "+a.Label()+" or a framework", c.nearestOf(id))
		return ""
	case f.From != "":
		c.wrong(at, c.named(id)+" follows from "+it.Was, "give the reason for "+it.Was)
		return ""
	}
	return id
}

// nearestOf is a hint for an id that nothing has.
func (c *checker) nearestOf(id string) string {
	ids := append(c.Catalog.Atlas.TechniqueIDs(), c.Catalog.Atlas.MitigationIDs()...)
	for i := range c.Catalog.Atlas.Tactics {
		ids = append(ids, c.Catalog.Atlas.Tactics[i].ID)
	}
	for i := range c.Catalog.Frameworks {
		for j := range c.Catalog.Frameworks[i].Items {
			ids = append(ids, c.Catalog.Frameworks[i].Items[j].ID)
		}
	}
	return diag.DidYouMean(id, ids)
}

// mostCiting is how many records a message names.
const mostCiting = 3

// citing says which records cite an item, or which parts of it are cited.
func citing(e *coverage.Entry) string {
	all := slices.Concat(e.Threats, e.Steps, e.Harms, e.Controls)
	if len(all) == 0 {
		return "records cite " + strings.Join(e.Parts, ", ") + ", a part of"
	}
	verb := " cite"
	if len(all) == 1 {
		verb = " cites"
	}
	more := ""
	if len(all) > mostCiting {
		all, more = all[:mostCiting], " and others"
	}
	return strings.Join(all, ", ") + more + verb
}
