package why

import (
	"cmp"
	"slices"

	"tmodel/internal/graph"
	"tmodel/internal/reach"
	"tmodel/internal/vocab"
)

// influence asks who can influence the element. What a stage brings in is met first at the component that it runs on.
func (v *View) influence(a *reach.Analysis) {
	switch v.Ref.Type {
	case graph.AssetType, graph.ComponentType:
		v.Influence = influences(a, v.Ref, v.kept())
	case graph.StageType:
		v.Influence = influences(a, v.Ref, nil)
		if on := v.Graph.Stages[v.Ref.Index].On; on >= 0 {
			v.Place = influences(a, graph.Ref{Type: graph.ComponentType, Index: on}, nil)
		}
	}
}

// influences asks, for each mode, from the least trusted class upwards who can influence an element.
func influences(a *reach.Analysis, r graph.Ref, assets []int32) []Influence {
	var out []Influence
	for _, m := range reach.AllModes() {
		found := Influence{Mode: m}
		for class := vocab.Anonymous; int(class) < vocab.TrustLevels && found.Witness == nil; class++ {
			found.Witness = a.Influence(r, []reach.Mode{m}, class, assets)
		}
		out = append(out, found)
	}
	return out
}

// kept are the assets to ask about where an element is no more than the copies in it: at a store, all of them.
func (v *View) kept() []int32 {
	if k := v.Graph.Kind(v.Ref); v.Ref.Type != graph.ComponentType || k.Shape != vocab.Store {
		return nil
	}
	out := make([]int32, len(v.Graph.Assets))
	for i := range out {
		out[i] = int32(i)
	}
	return out
}

// copyOf is an asset at a component.
type copyOf struct{ asset, at int32 }

// readers asks who can come to know what the element holds and sends, each asset once.
func (v *View) readers(a *reach.Analysis) {
	best := map[int32]*reach.Witness{}
	var order []int32
	for _, c := range v.sent() {
		if !slices.Contains(order, c.asset) {
			order = append(order, c.asset)
		}
		if w := learnedBy(a, c); w != nil && (best[c.asset] == nil || easier(w, best[c.asset])) {
			best[c.asset] = w
		}
	}
	slices.SortFunc(order, cmp.Compare[int32])
	for _, asset := range order {
		v.Readers = append(v.Readers, Reader{asset, best[asset]})
	}
}

// learnedBy is how the least trusted people come to know a copy, as well as they can.
func learnedBy(a *reach.Analysis, c copyOf) *reach.Witness {
	for class := vocab.Anonymous; int(class) < vocab.TrustLevels; class++ {
		for s := reach.Verbatim; s > reach.NoStrength; s-- {
			if w := a.Disclosure(c.at, c.asset, s, class); w != nil {
				return w
			}
		}
	}
	return nil
}

// easier says whether one way is open to people trusted less, tells them more, or is shorter for the same.
func easier(a, b *reach.Witness) bool {
	return cmp.Or(cmp.Compare(a.Trust, b.Trust), cmp.Compare(b.Strength, a.Strength), cmp.Compare(len(a.Steps), len(b.Steps))) < 0
}

// acts asks who makes a component act, and what it, or the component that a stage runs on, depends on.
func (v *View) acts(a *reach.Analysis) {
	at := v.Ref.Index
	switch v.Ref.Type {
	case graph.ComponentType:
		for class := vocab.Anonymous; int(class) < vocab.TrustLevels && v.Acts == nil; class++ {
			v.Acts = a.ActedOn(at, class)
		}
	case graph.StageType:
		at = v.Graph.Stages[at].On
	default:
		return
	}
	v.Needs = a.NeededBy(at)
}

// sent are the assets that the element hands on, at the components where they are then. An asset is followed from
// wherever it is.
func (v *View) sent() []copyOf {
	g, i := v.Graph, v.Ref.Index
	var out []copyOf
	switch v.Ref.Type {
	case graph.StageType:
		for _, u := range g.Stages[i].Produces {
			out = append(out, copyOf{u.Index, g.Stages[i].On})
		}
	case graph.AssetType:
		for _, u := range g.Assets[i].HeldBy {
			out = append(out, copyOf{i, u.Index})
		}
		for _, u := range g.Assets[i].ProducedBy {
			out = append(out, copyOf{i, g.Stages[u.Index].On})
		}
	case graph.ComponentType:
		for _, u := range g.Components[i].Holds {
			out = append(out, copyOf{u.Index, i})
		}
	case graph.FlowType:
	default:
		return nil
	}
	for j := range g.Flows {
		f := &g.Flows[j]
		out = v.moved(out, int32(j), f.From, f.To, f.Carries)
		out = v.moved(out, int32(j), f.To, f.From, f.Returns)
	}
	for _, m := range g.Movements {
		if v.Ref == (graph.Ref{Type: graph.ComponentType, Index: m.From}) {
			out = once(out, copyOf{m.Asset, m.From})
		}
	}
	return out
}

// moved adds what one direction of a flow moves, when the element sends it, is it, or is the flow.
func (v *View) moved(out []copyOf, flow int32, from, to graph.Ref, uses []graph.Use) []copyOf {
	at := from
	if from.Type == graph.ActorType {
		at = to // what an actor sends is followed from where it arrives
	}
	for _, u := range uses {
		switch v.Ref {
		case from, graph.Ref{Type: graph.FlowType, Index: flow}, graph.Ref{Type: graph.AssetType, Index: u.Index}:
			out = once(out, copyOf{u.Index, at.Index})
		}
	}
	return out
}
