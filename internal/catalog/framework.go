package catalog

import "slices"

// Framework is one edition of a public list that rules cite: ids and titles as its publisher gives them, and what each
// item means in our words.
type Framework struct {
	ID, Name, Edition       string
	Publisher, URL, Licence string
	Year                    int
	CitedAs                 string // the key of a rule's references under which its items stand
	From                    string // id of the edition that rules cite for this one, "" when they cite its own items
	Items                   []Item // in the publisher's order
}

// Item is one entry of a framework.
type Item struct {
	ID, Title, Means string
	Under            []string // broader items that it is part of
	Was              string   // in a derived edition, the item of the other one that it is
}

// Unseen is why no record cites an item, a technique or mitigation, or the techniques of a tactic.
type Unseen struct {
	ID, Why string
}

// Label is a framework with its edition.
func (f *Framework) Label() string { return f.Name + ", edition " + f.Edition }

// Parts are the items that an item is broader than.
func (f *Framework) Parts(id string) []*Item {
	var out []*Item
	for i := range f.Items {
		if slices.Contains(f.Items[i].Under, id) {
			out = append(out, &f.Items[i])
		}
	}
	return out
}

// Framework is the framework of that id, or nil.
func (c *Catalog) Framework(id string) *Framework {
	for i := range c.Frameworks {
		if c.Frameworks[i].ID == id {
			return &c.Frameworks[i]
		}
	}
	return nil
}

// Item is the item of that id with its framework, or nil.
func (c *Catalog) Item(id string) (*Framework, *Item) {
	for i := range c.Frameworks {
		f := &c.Frameworks[i]
		for j := range f.Items {
			if f.Items[j].ID == id {
				return f, &f.Items[j]
			}
		}
	}
	return nil, nil
}

// Became are the items that an item is in other editions, which are derived from its own.
func (c *Catalog) Became(id string) []*Item {
	var out []*Item
	for i := range c.Frameworks {
		for j := range c.Frameworks[i].Items {
			if it := &c.Frameworks[i].Items[j]; it.Was != "" && it.Was == id {
				out = append(out, it)
			}
		}
	}
	return out
}

// Title is what ATLAS or a framework calls an id, "" for an id that nothing has.
func (c *Catalog) Title(id string) string {
	if name := c.Atlas.Called(id); name != "" {
		return name
	}
	if _, it := c.Item(id); it != nil {
		return it.Title
	}
	return ""
}

// Titled is the title of an id with what the item became in other editions: System Prompt Leakage; LLM08:2026, Hidden
// Context Exposure. A title that did not change is not repeated.
func (c *Catalog) Titled(id string) string {
	title := c.Title(id)
	out := title
	for _, it := range c.Became(id) {
		if out += "; " + it.ID; it.Title != title {
			out += ", " + it.Title
		}
	}
	return out
}
