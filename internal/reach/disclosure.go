package reach

import (
	"tmodel/internal/graph"
	"tmodel/internal/vocab"
)

// readers is all that comes, as it is, to actors of one class of trust: for each copy the arc to take next,
// or the flow that hands it over.
type readers struct {
	next []int32 // by copy: 0 not disclosed; n > 0: arc n-1; n < 0: hand-over -n-1
	over []handover
}

// handover is a flow by which an actor receives a copy.
type handover struct {
	actor, flow int32
	use         *graph.Use
}

// searchReaders goes backwards from what actors receive, along arcs that pass an asset on as it is.
func (a *Analysis) searchReaders(class vocab.Trust) *readers {
	r := &readers{next: make([]int32, len(a.net.places))}
	var frontier []int32
	a.handovers(class, func(copy int32, h handover) {
		if i := copy - a.net.base; r.next[i] == 0 {
			r.over = append(r.over, h)
			r.next[i] = int32(-len(r.over))
			frontier = append(frontier, copy)
		}
	})
	if len(frontier) == 0 {
		return r
	}
	in := a.net.incoming()
	for len(frontier) > 0 {
		var later []int32
		for _, copy := range frontier {
			for _, i := range in.at(copy) {
				e := &a.net.arcs[i]
				if e.relay && r.next[e.from-a.net.base] == 0 {
					r.next[e.from-a.net.base] = i + 1
					later = append(later, e.from)
				}
			}
		}
		frontier = later
	}
	return r
}

// incoming indexes the arcs by the node they reach.
func (n *network) incoming() offsets {
	if n.in.start == nil {
		n.in = index(n.arcs, int(n.base)+len(n.places), func(a *arc) int32 { return a.to })
	}
	return n.in
}

// handovers calls yield for each copy that a flow gives to an actor of the class.
func (a *Analysis) handovers(class vocab.Trust, yield func(copy int32, h handover)) {
	for i := range a.g.Flows {
		f := &a.g.Flows[i]
		uses, actor, from := f.Carries, f.To, f.From
		if f.From.Type == graph.ActorType {
			uses, actor, from = f.Returns, f.From, f.To
		}
		if actor.Type != graph.ActorType || from.Type != graph.ComponentType || a.g.Actors[actor.Index].Trust != class {
			continue
		}
		for j := range uses {
			yield(a.net.copies[place{uses[j].Index, from.Index}], handover{actor.Index, int32(i), &uses[j]})
		}
	}
}

// witness leads from a copy to the reader; nil when nobody of the class reads it.
func (r *readers) witness(a *Analysis, copy int32, class vocab.Trust) *Witness {
	i := copy - a.net.base
	if r.next[i] == 0 {
		return nil
	}
	p := a.net.places[i]
	asset := graph.Ref{Type: graph.AssetType, Index: p.asset}
	w := &Witness{Trust: class, Steps: []Step{{At: a.net.element(copy), Asset: asset, Span: a.g.Span(a.net.element(copy))}}}
	for r.next[i] > 0 {
		e := &a.net.arcs[r.next[i]-1]
		w.Steps = append(w.Steps, Step{At: a.net.element(e.to), Asset: asset, Via: e.via, Span: *e.span})
		i = e.to - a.net.base
	}
	h := r.over[-r.next[i]-1]
	w.Steps = append(w.Steps, Step{At: graph.Ref{Type: graph.ActorType, Index: h.actor}, Asset: asset,
		Via: graph.Ref{Type: graph.FlowType, Index: h.flow}, Span: h.use.Span})
	return w
}
