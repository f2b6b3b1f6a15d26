package coverage

import (
	"slices"

	"tmodel/internal/catalog"
)

type builder struct {
	c       *catalog.Catalog
	why     map[string]string              // by id
	roles   map[string]map[string][]string // rules by role, then by id
	realise map[string][]string            // controls by mitigation
}

// cite notes who cites what. Rules and controls are sorted, so the lists are.
func (b *builder) cite() {
	b.roles, b.realise = map[string]map[string][]string{}, map[string][]string{}
	for i := range b.c.Rules {
		for _, ref := range b.c.Prose[i].References {
			role := b.roles[ref.Framework]
			if role == nil {
				role = map[string][]string{}
				b.roles[ref.Framework] = role
			}
			for _, id := range ref.IDs {
				if rule := b.c.Rules[i].ID; !slices.Contains(role[id], rule) {
					role[id] = append(role[id], rule)
				}
			}
		}
	}
	for i := range b.c.Controls {
		if id := b.c.ControlProse[i].Atlas; id != "" {
			b.realise[id] = append(b.realise[id], b.c.Controls[i].ID)
		}
	}
}

func (b *builder) techniques() Table {
	a := &b.c.Atlas
	t := Table{ID: "atlas", Name: "MITRE ATLAS", Edition: a.Version, What: techniques}
	for i := range a.Techniques {
		id := a.Techniques[i].ID
		t.Entries = append(t.Entries, Entry{ID: id, Title: a.Called(id), Threats: b.roles["atlas"][id], Steps: b.roles["steps"][id], Harms: b.roles["harm"][id]})
	}
	b.settle(t.Entries, func(id string) []string {
		var out []string
		for _, sub := range a.Under(id) {
			out = append(out, sub.ID)
		}
		return out
	})
	tactics := slices.Clone(a.Tactics)
	slices.SortFunc(tactics, func(x, y catalog.Tactic) int { return x.Order - y.Order })
	for _, tactic := range tactics {
		t.Groups = append(t.Groups, group(&t, a, &tactic))
	}
	return t
}

// group is a tactic with its techniques. It tells the reason that some of them have from it.
func group(t *Table, a *catalog.Atlas, tactic *catalog.Tactic) Group {
	g := Group{ID: tactic.ID, Name: tactic.Name}
	for i := range t.Entries {
		e := &t.Entries[i]
		if !slices.Contains(a.TacticsOf(e.ID), tactic.ID) {
			continue
		}
		g.Entries = append(g.Entries, e)
		if e.WhyOf == tactic.ID {
			g.Why = e.Why
		}
	}
	return g
}

func (b *builder) mitigations() Table {
	t := Table{ID: "atlas-mitigations", Name: "MITRE ATLAS", Edition: b.c.Atlas.Version, What: "mitigations"}
	for i := range b.c.Atlas.Mitigations {
		m := &b.c.Atlas.Mitigations[i]
		t.Entries = append(t.Entries, Entry{ID: m.ID, Title: m.Name, Controls: b.realise[m.ID]})
	}
	b.settle(t.Entries, func(string) []string { return nil })
	return t
}

// framework is the table of one. The items of a derived one have the records of what they were.
func (b *builder) framework(f *catalog.Framework) Table {
	t := Table{ID: f.ID, Name: f.Name, Edition: f.Edition, What: "items", From: f.From}
	for i := range f.Items {
		it := &f.Items[i]
		cited := it.ID
		if it.Was != "" {
			cited = it.Was
		}
		t.Entries = append(t.Entries, Entry{ID: it.ID, Title: it.Title, Threats: b.roles[f.CitedAs][cited], Was: it.Was})
	}
	b.settle(t.Entries, func(id string) []string {
		var out []string
		for _, part := range f.Parts(id) {
			out = append(out, part.ID)
		}
		return out
	})
	return t
}
