package lint

import (
	"fmt"
	"slices"
	"strings"

	"tmodel/internal/catalog"
	"tmodel/internal/catalog/load"
	"tmodel/internal/diag"
	"tmodel/internal/source"
)

// Moved says what a change of ATLAS does to records: ids that the content lacks and that shipped records cite, and ids
// that have another name or other tactics than when somebody looked. None of it is an error: the records are as right
// as they were, and only their authors can tell what they should say now.
func Moved(l *load.Loaded, bag *diag.Bag) {
	c := &checker{Loaded: l, bag: bag}
	cited := c.cited()
	for _, id := range sortedKeys(cited) {
		if l.Was != nil && l.Catalog.Atlas.Name(id) == "" {
			c.gone(id, slices.DeleteFunc(slices.Clone(cited[id]), c.mine))
		}
		if pin, ok := c.pin(id); ok {
			c.renamed(&pin, cited[id])
		}
	}
}

// cited are the records that cite each id of ATLAS.
func (c *checker) cited() map[string][]string {
	out := map[string][]string{}
	note := func(id, record string) {
		if id != "" && !slices.Contains(out[id], record) {
			out[id] = append(out[id], record)
		}
	}
	for i := range c.Catalog.Rules {
		for _, ref := range c.Catalog.Prose[i].References {
			for _, id := range ref.IDs {
				if slices.Contains(load.Roles, ref.Framework) {
					note(id, c.Catalog.Rules[i].ID)
				}
			}
		}
	}
	for i := range c.Catalog.Controls {
		note(c.Catalog.ControlProse[i].Atlas, c.Catalog.Controls[i].ID)
	}
	return out
}

func sortedKeys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// gone reports an id that the content lacks which replaces the shipped one. Records that were read are told one by one.
func (c *checker) gone(id string, records []string) {
	a := &c.Catalog.Atlas
	if len(records) == 0 {
		return
	}
	who := strings.Join(records, ", ")
	if now := a.Current(id); now != "" {
		c.review(c.Content, fmt.Sprintf("ATLAS retired %s in %s; it is %s now: review %s", id, a.Alias(id).Retired, titled(a, now), who), "reports name "+now)
		return
	}
	c.review(c.Content, fmt.Sprintf("ATLAS %s does not have %s, which %s calls %s: review %s", a.Label(), id, c.Was.Label(), diag.Quote(c.Was.Name(id)), who),
		"reports still name "+id+"; what became of it can be said in "+load.AtlasAliases)
}

// pin is what somebody knew of an id when they cited it: what is pinned, else the content that was replaced.
func (c *checker) pin(id string) (load.Pin, bool) {
	if i := slices.IndexFunc(c.Pins, func(p load.Pin) bool { return p.ID == id }); i >= 0 {
		return c.Pins[i], true
	}
	if c.Was == nil || c.Was.Name(id) == "" {
		return load.Pin{}, false
	}
	return PinOf(c.Was, id, c.Content), true
}

// PinOf is the pin of an id as a content has it.
func PinOf(a *catalog.Atlas, id string, at source.Span) load.Pin {
	return load.Pin{ID: id, Name: a.Name(id), Tactics: slices.Sorted(slices.Values(a.TacticsOf(id))), At: at}
}

// renamed asks for a review of the records that cite an id which is not what it was.
func (c *checker) renamed(pin *load.Pin, records []string) {
	a := &c.Catalog.Atlas
	now := PinOf(a, pin.ID, pin.At)
	if now.Name == "" {
		return // it is gone, which is said
	}
	var changes []string
	if now.Name != pin.Name {
		changes = append(changes, fmt.Sprintf("is called %s, and was %s", diag.Quote(now.Name), diag.Quote(pin.Name)))
	}
	if !slices.Equal(now.Tactics, pin.Tactics) {
		changes = append(changes, fmt.Sprintf("stands under %s, and stood under %s", names(a, now.Tactics), names(a, pin.Tactics)))
	}
	if len(changes) > 0 {
		c.review(pin.At, fmt.Sprintf("%s in ATLAS %s %s: review %s", pin.ID, a.Label(), strings.Join(changes, "; it "), strings.Join(records, ", ")),
			"an id may have been given to another idea: see whether it still fits"+c.pinned(pin.ID))
	}
}

// pinned ends a hint where there is a pin that will say so again.
func (c *checker) pinned(id string) string {
	if slices.ContainsFunc(c.Pins, func(p load.Pin) bool { return p.ID == id }) {
		return ", then change the pin"
	}
	return ""
}

// unpinned holds a whole catalogue that has pins to one for each id that it cites.
func (c *checker) unpinned() {
	if len(c.Pins) == 0 {
		return
	}
	cited := c.cited()
	for _, id := range sortedKeys(cited) {
		if !slices.ContainsFunc(c.Pins, func(p load.Pin) bool { return p.ID == id }) && c.Catalog.Atlas.Name(id) != "" {
			c.review(c.at(cited[id][0]), cited[id][0]+" cites "+id+", which has no pin", "make pins, and look at the difference")
		}
	}
	for _, p := range c.Pins {
		if cited[p.ID] == nil {
			c.review(p.At, "nothing cites "+p.ID+" any more", "make pins, and look at the difference")
		}
	}
}
