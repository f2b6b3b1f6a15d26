package reach

import "tmodel/internal/graph"

// learned is the way by which people of a class come to know a node: from where it lies to the reader, and, where the
// reader's power over the last element is the reason, how he came by that.
func (a *Analysis) learned(c *class, node int32) *Witness {
	k := c.know
	w := &Witness{Trust: c.in.class, Strength: k.value[node]}
	w.Steps = append(w.Steps, Step{At: a.net.element(node), Asset: a.assetAt(node), Span: a.g.Span(a.net.element(node))})
	for k.next[node] > 0 {
		l := &a.net.leaks[k.next[node]-1]
		if l.span != nil {
			w.Steps = append(w.Steps, Step{At: a.net.element(l.to), Asset: a.net.assetRef(l.asset), Via: l.via, Span: *l.span})
		}
		node = l.to
	}
	switch r := k.readers[-k.next[node]-1]; r.kind {
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
