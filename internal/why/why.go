// Package why says what one element of a system is, what it is joined to, which controls stand on it, who can influence
// it, who can come to know what is there, who can make it act, and what it depends on.
package why

import (
	"tmodel/internal/catalog"
	"tmodel/internal/graph"
	"tmodel/internal/reach"
)

// View is all that there is to say about one element.
type View struct {
	Graph      *graph.Graph
	Ref        graph.Ref
	Zones      []int32     // that it lies in, the innermost first; of a flow, those that it leaves and enters
	Attributes []Attribute // what the file says in the element's own keys
	Facts      []Attribute
	Relations  []Relation
	Flows      []Flow
	Controls   []Control
	Influence  []Influence    // of components, assets and stages: one for each mode
	Place      []Influence    // of stages: the same for the component that they run on, which mixes what it reads there
	Readers    []Reader       // one for each asset that is there; of an asset, one
	Acts       *reach.Witness // of components: how the least trusted people make it act; nil when nobody can
	Needs      []reach.Needed // of components and stages: what it depends on, the nearest first
	names      *catalog.Catalog
}

// Attribute is a key and what it says.
type Attribute struct{ Key, Value string }

// Relation leads to another element; How is the key by which the file says so, or that key turned round.
type Relation struct {
	How string
	To  graph.Ref
}

// Flow is a flow at the element.
type Flow struct {
	Way   string // in, out; with, for flows that move an asset
	Index int32
}

// Control is a declared control that stands on the element, on a zone around it, or on the system.
type Control struct {
	*graph.Control
	At graph.Ref
}

// Influence is how the least trusted people who can influence the element in a mode do it; nil when nobody can.
type Influence struct {
	Mode    reach.Mode
	Witness *reach.Witness
}

// Reader is how an asset comes to be known to the least trusted people, best as it is; nil when it comes to nobody.
type Reader struct {
	Asset   int32
	Witness *reach.Witness
}

// Of looks at an element. The catalogue gives names to controls and kinds.
func Of(g *graph.Graph, c *catalog.Catalog, r graph.Ref) *View {
	v := &View{Graph: g, Ref: r, names: c}
	v.Attributes, v.Facts = v.attributes(), v.facts()
	v.relations()
	v.flows()
	v.Zones = v.zones(r)
	v.controls()
	a := reach.New(g)
	v.influence(a)
	v.readers(a)
	v.acts(a)
	return v
}

// Elements are all elements of a system: itself, then section by section in the order of ids.
func Elements(g *graph.Graph) []graph.Ref {
	out := []graph.Ref{{Type: graph.SystemType}}
	for _, s := range []struct {
		t graph.Type
		n int
	}{{graph.ObjectiveType, len(g.Objectives)}, {graph.ActorType, len(g.Actors)}, {graph.ZoneType, len(g.Zones)}, {graph.AssetType, len(g.Assets)},
		{graph.ComponentType, len(g.Components)}, {graph.FlowType, len(g.Flows)}, {graph.StageType, len(g.Stages)}} {
		for i := range s.n {
			out = append(out, graph.Ref{Type: s.t, Index: int32(i)})
		}
	}
	return out
}

// What says in a few words what an element is: "inference-endpoint", "asset of kind model", "flow".
func What(g *graph.Graph, r graph.Ref) string {
	switch k := g.Kind(r); {
	case k != nil:
		return k.ID
	case r.Type == graph.ActorType:
		return g.Vocab.TrustWord(g.Actors[r.Index].Trust)
	case r.Type == graph.ZoneType:
		return zoneTrust(g, r.Index)
	}
	return r.Type.String()
}

// zoneTrust is the word for a zone's trust, its own or the nearest around it.
func zoneTrust(g *graph.Graph, zone int32) string {
	for n := 0; zone >= 0 && n <= len(g.Zones); zone, n = g.Zones[zone].Parent, n+1 {
		if t := g.Zones[zone].Zone.Trust; t.Set() {
			return t.Value
		}
	}
	return "unknown"
}

// zones are the zones around an element.
func (v *View) zones(r graph.Ref) []int32 {
	switch r.Type {
	case graph.StageType:
		return v.zones(graph.Ref{Type: graph.ComponentType, Index: v.Graph.Stages[r.Index].On})
	case graph.FlowType:
		f := &v.Graph.Flows[r.Index]
		out := v.zones(f.From)
		for _, z := range v.zones(f.To) {
			out = once(out, z)
		}
		return out
	}
	var out []int32
	for z := v.Graph.Zone(r); z >= 0 && len(out) < len(v.Graph.Zones); z = v.Graph.Zones[z].Parent {
		out = append(out, z)
	}
	return out
}

// controls finds what stands on the element itself, then on the zones around it, then on the system.
func (v *View) controls() {
	places := []graph.Ref{v.Ref}
	for _, z := range v.Zones {
		places = append(places, graph.Ref{Type: graph.ZoneType, Index: z})
	}
	places = once(places, graph.Ref{Type: graph.SystemType})
	for _, at := range places {
		for i := range v.Graph.Controls {
			c := &v.Graph.Controls[i]
			for _, on := range c.On {
				if on.Ref == at {
					v.Controls = append(v.Controls, Control{c, at})
				}
			}
		}
	}
}
