package reach

import (
	"slices"

	"tmodel/internal/graph"
	"tmodel/internal/source"
	"tmodel/internal/vocab"
)

// ActsOn is the chain by which what happens at a component makes others act: calls and messages that go out of language
// elements, of people, guards and whatever passes requests on; answers that others act on; and what an answer opens. It
// ends at the sinks.
func (a *Analysis) ActsOn(sinks []int32) *Chain {
	if a.calls == nil {
		a.calls = a.net.calls()
	}
	return a.net.chain(a.calls, sinks)
}

// Weakens says whether a component looks at whatever leaves it, so that a way through it counts as weakened.
func (a *Analysis) Weakens(r graph.Ref) bool {
	return r.Type == graph.ComponentType && a.net.weakens(r.Index) > 0
}

// ActedOn is the likeliest way by which somebody trusted at most so far makes a component act: what they send it
// themselves, or what somebody else does with what they sent; nil when there is none.
func (a *Analysis) ActedOn(component int32, atMost vocab.Trust) *Witness {
	drives := []Mode{Input, Planted, Learned, Control}
	best := a.Influence(graph.Ref{Type: graph.ComponentType, Index: component}, []Mode{Input, Control}, atMost, nil)
	chain := a.ActsOn([]int32{component})
	for i, cost := range chain.cost[:len(a.g.Components)] {
		if cost < 0 || int32(i) == component {
			continue
		}
		w := a.Influence(graph.Ref{Type: graph.ComponentType, Index: int32(i)}, drives, atMost, nil)
		if w == nil || best != nil && Weight(w.Trust, w.Attenuation+int(cost)) >= Weight(best.Trust, best.Attenuation) {
			continue
		}
		if steps, _, weakened := chain.Way(int32(i), nil); steps != nil {
			best = w.Then(steps, weakened)
		}
	}
	return best
}

// Then is a witness that goes on over what it makes act, weakened so many times more.
func (w *Witness) Then(steps []Step, weakened int32) *Witness {
	whole := *w
	whole.Steps = append(slices.Clone(w.Steps), steps...)
	whole.Attenuation += int(weakened)
	return &whole
}

// conducts says whether a request that a component gets goes on as its own: it is spoken to and speaks, or passes on.
func conducts(c *graph.Component) bool {
	return c.Kind.Shape != "store" && slices.Contains([]string{"language", "guard", "people", "channel", "tool"}, c.Kind.Family)
}

// answered is the node of a component that was given an answer. Where people read, or requests pass, an answer sets off
// nothing but its way back to whoever asked; any other component acts on it as on a request.
func (n *network) answered(component int32) int32 {
	if channel(&n.g.Components[component]) {
		return component + int32(len(n.g.Components))
	}
	return component
}

// calls are the links of authority.
func (n *network) calls() []link {
	var out []link
	for i := range n.g.Flows {
		f := &n.g.Flows[i]
		if f.From.Type != graph.ComponentType || f.To.Type != graph.ComponentType {
			continue
		}
		via := graph.Ref{Type: graph.FlowType, Index: int32(i)}
		add := func(from, to, sender int32, span *source.Span) {
			out = append(out, link{from, to, int32(n.weakens(sender)), via, span})
		}
		from, to := f.From.Index, f.To.Index
		if conducts(&n.g.Components[from]) || n.answersFor(from, f.Carries) {
			add(from, to, from, &f.Flow.To.Span)
		}
		if n.answersFor(to, f.Returns) {
			add(to, n.answered(from), to, &f.Flow.From.Span)
		}
		if back := n.answered(to); back != to && len(f.Returns) > 0 {
			add(back, n.answered(from), to, &f.Flow.From.Span)
		}
	}
	return append(out, n.openings()...)
}

// answersFor says whether one of the assets is an opinion that the component made, on which whoever gets it acts.
func (n *network) answersFor(component int32, uses []graph.Use) bool {
	c := &n.g.Components[component]
	switch c.Kind.Family {
	case "serving", "language", "people", "guard":
	default:
		return false
	}
	return c.Kind.Shape != "store" && slices.ContainsFunc(uses, func(u graph.Use) bool {
		k := n.g.Assets[u.Index].Kind
		return c.Kind.Originates(k.ID) && k.Acts == "data"
	})
}

// openings lead from who makes an answer to what the answer opens.
func (n *network) openings() []link {
	var out []link
	for i := range n.g.Assets {
		a := &n.g.Assets[i]
		if a.Kind.Acts == "key" {
			continue
		}
		for j := range a.Opens {
			u := &a.Opens[j]
			for _, copy := range n.byAsset[i] {
				if at := n.places[copy-n.base].component; n.g.Components[at].Kind.Originates(a.Kind.ID) && at != u.Index {
					out = append(out, link{at, u.Index, 0, graph.Ref{Type: graph.AssetType, Index: int32(i)}, &u.Span})
				}
			}
		}
	}
	return out
}
