package graph

import (
	"tmodel/internal/model"
	"tmodel/internal/source"
	"tmodel/internal/vocab"
)

// common is what the file says of any element; nil for none.
func (g *Graph) common(r Ref) *model.Common {
	switch r.Type {
	case SystemType:
		return &g.System.Common
	case ObjectiveType:
		return &g.Objectives[r.Index].Common
	case ActorType:
		return &g.Actors[r.Index].Common
	case ZoneType:
		return &g.Zones[r.Index].Common
	case AssetType:
		return &g.Assets[r.Index].Common
	case ComponentType:
		return &g.Components[r.Index].Common
	case FlowType:
		return &g.Flows[r.Index].Common
	case StageType:
		return &g.Stages[r.Index].Common
	}
	return nil
}

// ID is the element's id.
func (g *Graph) ID(r Ref) string { return g.common(r).ID.Value }

// Name is what people call the element: its name, else its id.
func (g *Graph) Name(r Ref) string {
	c := g.common(r)
	if c.Name.Set() {
		return c.Name.Value
	}
	return c.ID.Value
}

// Span is the place of the element's id.
func (g *Graph) Span(r Ref) source.Span { return g.common(r).ID.Span }

// OutOfScope is the reason why threats on the element are not shown, or "".
func (g *Graph) OutOfScope(r Ref) string { return g.common(r).OutOfScope.Value }

// Kind is the kind of an asset, a component or a stage; nil for others.
func (g *Graph) Kind(r Ref) *vocab.Kind {
	switch r.Type {
	case AssetType:
		return g.Assets[r.Index].Kind
	case ComponentType:
		return g.Components[r.Index].Kind
	case StageType:
		return g.Stages[r.Index].Kind
	}
	return nil
}

// KindSpan is the place where an asset, a component or a stage says its kind.
func (g *Graph) KindSpan(r Ref) source.Span {
	switch r.Type {
	case AssetType:
		return g.Assets[r.Index].Asset.Kind.Span
	case ComponentType:
		return g.Components[r.Index].Component.Kind.Span
	case StageType:
		return g.Stages[r.Index].Stage.Kind.Span
	}
	return source.Span{}
}

// Fact is a fact's value and place; false when it is unknown.
func (g *Graph) Fact(r Ref, name string) (model.Text, bool) {
	for _, f := range g.common(r).Facts {
		if f.Name.Value == name {
			return f.Value, f.Value.Value != "unknown"
		}
	}
	return model.Text{}, false
}

// Zone is the zone that an actor or a component stands in, or the zone around a zone; -1 when there is none.
func (g *Graph) Zone(r Ref) int32 {
	switch r.Type {
	case ActorType:
		return g.Actors[r.Index].Zone
	case ComponentType:
		return g.Components[r.Index].Zone
	case ZoneType:
		return g.Zones[r.Index].Parent
	}
	return -1
}

// ZoneTrust is the trust of the zone that an element stands in; NoTrust when that is not known.
func (g *Graph) ZoneTrust(r Ref) vocab.Trust {
	if z := g.Zone(r); z >= 0 {
		return g.Zones[z].Trust
	}
	return vocab.NoTrust
}

// AI says whether the system has any part that learns, or that was learned.
func (g *Graph) AI() bool {
	for i := range g.Components {
		if g.Components[i].Kind.AI {
			return true
		}
	}
	for i := range g.Assets {
		if g.Assets[i].Kind.AI {
			return true
		}
	}
	return len(g.Stages) > 0
}
