package model

import (
	"slices"
	"strings"

	"tmodel/internal/yamltree"
)

// Decode reads a conforming tree. Keys that begin with x- are the user's own and are passed over.
func Decode(root *yamltree.Node) *File {
	f := &File{Source: root.Span.File, Partial: map[string]bool{}, Strange: map[string]bool{}}
	for _, p := range root.Pairs {
		v := p.Value
		f.Partial[p.Key.Value] = partial(v)
		switch p.Key.Value {
		case "tmodel":
			f.Version = text(v)
		case "system":
			f.System = system(v)
		case "actors":
			f.Actors = elements(v, actor, func(x *Actor) *Common { return &x.Common })
		case "zones":
			f.Zones = elements(v, zone, func(x *Zone) *Common { return &x.Common })
		case "assets":
			f.Assets = elements(v, asset, func(x *Asset) *Common { return &x.Common })
		case "components":
			f.Components = elements(v, component, func(x *Component) *Common { return &x.Common })
		case "data_flows":
			f.Flows = elements(v, flow, func(x *Flow) *Common { return &x.Common })
		case "pipeline":
			f.Stages = elements(v, stage, func(x *Stage) *Common { return &x.Common })
		case "controls":
			f.Controls = each(v, control)
		default:
			if !strings.HasPrefix(p.Key.Value, "x-") {
				f.strange(v)
			}
		}
	}
	return f
}

// partial says whether elements of a section are missing, or lack the id that others know them by.
func partial(section *yamltree.Node) bool {
	if section.Kind == yamltree.Map {
		return section.Get("id") == nil
	}
	return section.Cut || slices.ContainsFunc(section.Items, func(item *yamltree.Node) bool { return item.Get("id") == nil })
}

// strange takes the ids of what is declared in a section that the language does not have.
func (f *File) strange(section *yamltree.Node) {
	for _, item := range section.Items {
		if id := item.Get("id"); id != nil {
			f.Strange[text(id).Value] = true
		}
	}
	for _, p := range section.Pairs {
		if p.Value.Kind == yamltree.Map {
			f.Strange[p.Key.Value] = true
		}
	}
}

func text(n *yamltree.Node) Text {
	return Text{Value: strings.TrimRight(n.Value, "\n"), Span: n.Span}
}

func each[T any](n *yamltree.Node, one func(*yamltree.Node) T) []T {
	out := make([]T, 0, len(n.Items))
	for _, item := range n.Items {
		out = append(out, one(item))
	}
	return out
}

func texts(n *yamltree.Node) []Text { return each(n, text) }

// elements are declarations.
func elements[T any](n *yamltree.Node, one func(*yamltree.Node) T, common func(*T) *Common) []T {
	out := each(n, one)
	for i, item := range n.Items {
		if c := common(&out[i]); c.ID.Set() && c.ID.Span.Compare(item.Span) < 0 {
			c.Anchor, c.ID.Span = c.ID.Span, item.Span
		}
	}
	return out
}

// common takes the keys that all declarations share and says whether it knew the key.
func (c *Common) common(key string, v *yamltree.Node) bool {
	switch key {
	case "id":
		c.ID = text(v)
	case "name":
		c.Name = text(v)
	case "description":
		c.Description = text(v)
	case "notes":
		c.Notes = text(v)
	case "technology":
		c.Technology = text(v)
	case "out_of_scope":
		c.OutOfScope = text(v)
	case "tags":
		c.Tags = texts(v)
	case "facts":
		for _, p := range v.Pairs {
			if !strings.HasPrefix(p.Key.Value, "x-") {
				c.Facts = append(c.Facts, Fact{Name: text(p.Key), Value: text(p.Value), Beside: p.Key.Moved})
			}
		}
	default:
		return false
	}
	return true
}
