// Package coverage says of each technique and mitigation of ATLAS and of each item of a framework which records cite it,
// and why nothing cites the rest.
package coverage

import (
	"cmp"
	"fmt"
	"slices"

	"tmodel/internal/catalog"
)

// Table is a list that records cite, in the publisher's order.
type Table struct {
	ID, Name, Edition string
	What              string // techniques, mitigations or items
	From              string // id of the table that this one follows from, "" for none
	Groups            []Group
	Entries           []Entry
}

// Group is a tactic with the techniques under it. A technique stands in the group of each of its tactics.
type Group struct {
	ID, Name string
	Why      string // why nothing cites some of them, "" when each says so itself
	Entries  []*Entry
}

// Entry is an item, and what cites it. Lists are sorted and hold the records that cite the item itself.
type Entry struct {
	ID, Title             string
	By                    By
	Threats, Steps, Harms []string // rules
	Controls              []string // that realise a mitigation
	Parts                 []string // narrower items that records cite
	Through               bool     // nothing cites the item itself, so that By is what its parts are
	Was                   string   // in a derived table, the item whose records these are
	Why                   string   // why nothing cites it
	WhyOf                 string   // id that the reason was given for: the item's, or its tactic's
}

// By is what an item is to the records that cite it; the strongest counts.
type By string

// What covers an item, the strongest first. Explained is cited by nothing for a reason, Open for none.
const (
	Threat    By = "threat"
	Control   By = "control"
	Step      By = "step"
	Harm      By = "harm"
	Explained By = "explained"
	Open      By = "open"
)

// strength is the order of what covers an item.
var strength = []By{Threat, Control, Step, Harm, Explained, Open}

// Covered says whether a record cites the item or a part of it.
func (e *Entry) Covered() bool { return e.By != Explained && e.By != Open }

// Of are the tables of a catalogue: techniques and mitigations of ATLAS, then the frameworks.
func Of(c *catalog.Catalog) []Table {
	b := &builder{c: c.Renewed(), why: map[string]string{}}
	b.cite()
	for _, u := range b.c.Unseen {
		b.why[u.ID] = u.Why
	}
	out := []Table{b.techniques(), b.mitigations()}
	for i := range b.c.Frameworks {
		out = append(out, b.framework(&b.c.Frameworks[i]))
	}
	return out
}

// Totals counts the items of a table by what covers them.
type Totals struct {
	Items   int
	By      map[By]int
	Through int // of those that are covered, those whose parts alone are cited
}

// Totals counts.
func (t *Table) Totals() Totals {
	out := Totals{Items: len(t.Entries), By: map[By]int{}}
	for i := range t.Entries {
		out.By[t.Entries[i].By]++
		if t.Entries[i].Through {
			out.Through++
		}
	}
	return out
}

// settle finds what covers each entry, from itself and its parts, and the reason of those that nothing covers.
func (b *builder) settle(entries []Entry, parts func(id string) []string) {
	own := map[string]By{}
	for i := range entries {
		own[entries[i].ID] = entries[i].own()
	}
	for i := range entries {
		e := &entries[i]
		e.By = own[e.ID]
		e.Through = e.By == Open
		for _, id := range parts(e.ID) {
			if by := own[id]; by != Open {
				e.Parts = append(e.Parts, id)
				e.By = stronger(e.By, by)
			}
		}
		if e.By == Open {
			e.Through = false
			b.explain(e)
		}
	}
}

// own is what an entry is to the records that cite it.
func (e *Entry) own() By {
	switch {
	case len(e.Threats) > 0:
		return Threat
	case len(e.Controls) > 0:
		return Control
	case len(e.Steps) > 0:
		return Step
	case len(e.Harms) > 0:
		return Harm
	}
	return Open
}

func stronger(a, b By) By {
	return slices.MinFunc([]By{a, b}, func(x, y By) int { return cmp.Compare(slices.Index(strength, x), slices.Index(strength, y)) })
}

// explain gives an entry its reason: its own, else that of what it was, else that of a tactic.
func (b *builder) explain(e *Entry) {
	for _, id := range slices.Concat([]string{e.ID, e.Was}, b.c.Atlas.TacticsOf(e.ID)) {
		if why := b.why[id]; why != "" {
			e.By, e.Why, e.WhyOf = Explained, why, id
			return
		}
	}
}

// techniques are What the entries of the first table are.
const techniques = "techniques"

// Label is the list with its edition.
func (t *Table) Label() string { return t.Name + " " + t.Edition + ", " + t.What }

// Sentence is the totals in words: 97 of 170 techniques by threats, 53 more as steps, 14 explained.
func (t *Table) Sentence() string {
	n := t.Totals()
	out, more, threats := "", "", "by rules"
	if t.What == techniques {
		threats = "by threats"
	}
	for _, part := range []struct {
		by   By
		text string
	}{{Threat, threats}, {Control, "by controls"}, {Step, "as steps"}, {Harm, "as harm"}, {Explained, "explained"}, {Open, "neither"}} {
		switch k := n.By[part.by]; {
		case k == 0:
			continue
		case out == "":
			out = fmt.Sprintf("%d of %d %s %s", k, n.Items, t.What, part.text)
		case part.by == Explained || part.by == Open:
			out += fmt.Sprintf(", %d %s", k, part.text)
		default:
			out += fmt.Sprintf(", %d more %s", k, part.text)
		}
	}
	if n.Through > 0 {
		more = fmt.Sprintf(" (%d through their parts alone)", n.Through)
	}
	return out + more
}
