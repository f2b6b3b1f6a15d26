package reach

import (
	"cmp"

	"tmodel/internal/graph"
)

// told is the way by which people of a class come to know a node: from where it lies to the reader, and, where the
// reader's power over the last element is the reason, how he came by that.
func (a *Analysis) told(c *class, at int32) *Witness {
	k := c.know
	node, s := split(at)
	w := &Witness{Trust: c.in.class, Strength: s}
	w.Steps = append(w.Steps, Step{At: a.net.element(node), Asset: a.assetAt(node), Span: a.g.Span(a.net.element(node))})
	for ; k.next[at] > 0; at = k.prev[at] {
		if l := &a.net.leaks[k.next[at]-1]; l.span != nil {
			w.Steps = append(w.Steps, Step{At: a.net.element(l.to), Asset: a.net.assetRef(l.asset), Via: l.via, Span: *l.span})
		}
	}
	switch r := k.readers[-k.next[at]-1]; r.kind {
	case byPower:
		w.Because = a.witness(&found{c.in, r.state})
		w.Attenuation = w.Because.Attenuation
	case byLine:
		at := graph.Ref{Type: graph.FlowType, Index: r.flow}
		w.Steps = append(w.Steps, Step{At: at, Asset: a.net.assetRef(r.use.Index), Via: at, Span: a.g.Flows[r.flow].Encrypted.Span})
	default:
		w.Steps = append(w.Steps, Step{At: graph.Ref{Type: graph.ActorType, Index: r.actor}, Asset: a.net.assetRef(r.use.Index),
			Via: graph.Ref{Type: graph.FlowType, Index: r.flow}, Span: r.use.Span})
	}
	return w
}

// assetAt is the asset of a copy's node, none for others.
func (a *Analysis) assetAt(node int32) graph.Ref {
	if node < a.net.base {
		return graph.Ref{}
	}
	return graph.Ref{Type: graph.AssetType, Index: a.net.places[node-a.net.base].asset}
}

// weight is how likely it is that people of the class come to know something, less being likelier.
func (c *class) weight(known int32) int { return Weight(c.in.class, c.know.cost[known].weakened()) }

// likelier compares ways of disclosure: by who and how weakened, then how much comes to be known, then the shorter.
func (c *class) likelier(known int32, than *class, other int32) bool {
	_, s := split(known)
	_, t := split(other)
	return cmp.Or(cmp.Compare(c.weight(known), than.weight(other)), cmp.Compare(t, s),
		cmp.Compare(c.know.cost[known].steps(), than.know.cost[other].steps())) < 0
}
