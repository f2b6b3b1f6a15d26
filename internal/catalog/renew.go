package catalog

import (
	"cmp"
	"slices"
)

// Renewed is the catalogue with retired ids of ATLAS replaced by what they became, so that reports name ids that the
// content has. The catalogue itself does not change.
func (c *Catalog) Renewed() *Catalog {
	out := *c
	out.Rules, out.Prose, out.ControlProse = slices.Clone(c.Rules), slices.Clone(c.Prose), slices.Clone(c.ControlProse)
	for i := range out.Rules {
		out.Rules[i].Atlas = c.Atlas.renew(out.Rules[i].Atlas)
		out.Prose[i].References = slices.Clone(out.Prose[i].References)
		for j := range out.Prose[i].References {
			ref := &out.Prose[i].References[j]
			ref.IDs = c.Atlas.renew(ref.IDs)
		}
	}
	for i := range out.ControlProse {
		if now := c.Atlas.Current(out.ControlProse[i].Atlas); now != "" {
			out.ControlProse[i].Atlas = now
		}
	}
	out.Unseen = slices.Clone(c.Unseen)
	for i := range out.Unseen {
		if now := c.Atlas.Current(out.Unseen[i].ID); now != "" {
			out.Unseen[i].ID = now
		}
	}
	slices.SortFunc(out.Unseen, func(a, b Unseen) int { return cmp.Compare(a.ID, b.ID) })
	return &out
}

// renew replaces retired ids, each of the others once. Ids that are not of ATLAS stay.
func (a *Atlas) renew(ids []string) []string {
	if !slices.ContainsFunc(ids, func(id string) bool { return a.Alias(id) != nil }) {
		return ids
	}
	var out []string
	for _, id := range ids {
		if now := a.Current(id); now != "" {
			id = now
		}
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}
