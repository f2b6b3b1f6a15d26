// Package lint holds a catalogue to the laws that no single record can break alone, and to what makes records good. The
// shipped catalogue and those of users obey the same.
package lint

import (
	"slices"

	"tmodel/internal/catalog"
	"tmodel/internal/catalog/load"
	"tmodel/internal/diag"
	"tmodel/internal/source"
	"tmodel/internal/yamltree"
)

// Check says what is wrong with the records that were read, or with all of a compiled catalogue, which has no places.
// What is odd is said only where all was right so far. What the loader says already of records that it reads, that they
// name no control, is asked of compiled ones only.
func Check(l *load.Loaded, bag *diag.Bag) {
	c := check(l, bag)
	if len(c.Items) > 0 {
		c.uncovered(c.odd) // a list may be worked through bit by bit
	}
}

func check(l *load.Loaded, bag *diag.Bag) *checker {
	c := &checker{Loaded: l, bag: bag, whole: !bag.Failed()}
	c.sentences()
	for i := range l.Catalog.Rules {
		if r, p := &l.Catalog.Rules[i], &l.Catalog.Prose[i]; c.mine(r.ID) {
			c.risk(r)
			c.references(r, p)
			c.techniques(r, p)
			c.treatments(r)
			c.placeholders(r, p)
			c.examples(r, p)
			c.subsumes(r)
		}
	}
	for i := range l.Catalog.Controls {
		if k, p := &l.Catalog.Controls[i], &l.Catalog.ControlProse[i]; c.mine(k.ID) {
			c.restates(k, p)
			c.mitigation(k, p)
		}
	}
	c.unused()
	c.reasons()
	Moved(l, bag)
	return c
}

type checker struct {
	*load.Loaded
	bag   *diag.Bag
	whole bool // nothing is missing, so that what is odd is not the consequence of a mistake
}

// mine says whether a record is looked at.
func (c *checker) mine(id string) bool { return c.Records == nil || c.Records[id] != nil }

// at is the place of what is below a record: keys, and numbers of items. As much of the way is gone as there is.
func (c *checker) at(id string, way ...any) source.Span {
	r := c.Records[id]
	if r == nil {
		return source.Span{}
	}
	n := r.Node
	for _, step := range way {
		next := n
		switch step := step.(type) {
		case string:
			next = n.Get(step)
		case int:
			if n.Kind == yamltree.List && step < len(n.Items) {
				next = n.Items[step]
			}
		}
		if next == nil {
			break
		}
		n = next
	}
	if n == r.Node {
		n = n.Get("id")
	}
	return n.Span
}

func (c *checker) wrong(at source.Span, message, hint string, notes ...diag.Note) {
	c.bag.Add(diag.Diagnostic{Code: diag.BadRule, Span: at, Message: message, Hint: hint, Notes: notes})
}

func (c *checker) odd(at source.Span, message, hint string) {
	if !c.whole {
		return
	}
	c.bag.Add(diag.Diagnostic{Code: diag.OddRecord, Span: at, Message: message, Hint: hint})
}

// unused finds controls that no rule names.
func (c *checker) unused() {
	used := map[string]bool{}
	for i := range c.Catalog.Rules {
		for _, t := range c.Catalog.Rules[i].Treat {
			used[t.Control] = true
		}
	}
	for _, id := range c.Catalog.ControlIDs() {
		if c.mine(id) && !used[id] {
			c.odd(c.at(id, "id"), "no rule is treated by "+diag.Quote(id), "a control that no rule names changes no threat")
		}
	}
}

// treatments holds a rule to two of them.
func (c *checker) treatments(r *catalog.Rule) {
	if len(r.Treat) < 2 {
		c.wrong(c.at(r.ID, "treat"), r.ID+" has fewer than two treatments", "whoever can't take the first wants to know the second")
	}
	for i, t := range r.Treat {
		if c.Records == nil && !slices.Contains(c.Catalog.ControlIDs(), t.Control) {
			c.wrong(c.at(r.ID, "treat", i, "control"), r.ID+" is treated by "+diag.Quote(t.Control)+", which is no control", "")
		}
	}
}

// placeholders finds names in the texts of a compiled rule that some match would leave unfilled.
func (c *checker) placeholders(r *catalog.Rule, p *catalog.Prose) {
	if c.Records != nil {
		return
	}
	bound := r.When.Binds()
	for _, text := range append([]string{p.Description, p.Verify}, p.Attack...) {
		for _, name := range catalog.Placeholders(text) {
			if name != "target" && !bound[name] {
				c.wrong(c.at(r.ID), r.ID+": no clause gives the name "+diag.Quote(name)+" that the text uses", "every alternative of `any` must give it")
			}
		}
	}
}
