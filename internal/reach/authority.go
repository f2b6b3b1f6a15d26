package reach

import (
	"cmp"
	"slices"

	"tmodel/internal/graph"
	"tmodel/internal/vocab"
)

// ActsOn is the chain by which what happens at a component makes others act: calls and messages that go out of language
// elements, of people, guards and whatever passes requests on; answers that others act on; and what an answer opens. It
// ends at the sinks.
func (a *Analysis) ActsOn(sinks []int32) *Chain {
	if a.calls == nil {
		a.calls = a.net.linked(a.net.calls())
	}
	return a.net.chain(a.calls, sinks)
}

// Weakens says whether a component looks at whatever leaves it, so that a way through it counts as weakened.
func (a *Analysis) Weakens(r graph.Ref) bool {
	return r.Type == graph.ComponentType && a.net.weakens(r.Index) > 0
}

// ActedOn is the likeliest way by which somebody trusted at most so far makes a component act: what they send it
// themselves, what they let it read where it decides by that, or what somebody else does with either; nil when there is
// none.
func (a *Analysis) ActedOn(component int32, atMost vocab.Trust) *Witness {
	chain := a.ActsOn([]int32{component})
	var best *driven
	for i := range a.g.Components {
		b := chain.best[i][0]
		if b == 0 {
			continue
		}
		for class := vocab.Anonymous; class <= atMost; class++ {
			if f := a.drives(int32(i), int32(i) == component, class); f != nil {
				if d := (&driven{f, b - 1, chain.legs[b-1].cost}); best == nil || d.likelier(best) {
					best = d
				}
			}
		}
	}
	if best == nil {
		return nil
	}
	return a.witness(best.by).Then(chain.follow(best.leg), int32(best.cost.attenuation()))
}

// driven is somebody's influence on a component, and the leg from there to what acts.
type driven struct {
	by   *found
	leg  int32
	cost cost // of the leg
}

func (d *driven) likelier(than *driven) bool {
	return cmp.Or(cmp.Compare(d.weight(), than.weight()), cmp.Compare(d.steps(), than.steps())) < 0
}

func (d *driven) weight() int {
	return Weight(d.by.in.class, min(d.by.in.cost[d.by.s].attenuation()+d.cost.attenuation(), limit))
}

func (d *driven) steps() int { return d.by.in.cost[d.by.s].steps() + d.cost.steps() }

// drives is how people of a class make a component act, so that others act too, or itself: what does not decide is made
// to by who asks it, and not by what lies there.
func (a *Analysis) drives(component int32, itself bool, class vocab.Trust) *found {
	modes := []Mode{Input, Planted, Learned, Control}
	if itself && !decides(&a.g.Components[component]) {
		modes = []Mode{Input, Control}
	}
	var best *found
	for _, m := range modes {
		if f := a.classOf(class).in.find(component, m); f != nil && f.better(best) {
			best = f
		}
	}
	return best
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
		from, to := f.From.Index, f.To.Index
		if conducts(&n.g.Components[from]) || n.answersFor(from, f.Carries) {
			out = append(out, link{from, to, n.weakens(from), via, &f.Flow.To.Span})
		}
		if n.answersFor(to, f.Returns) {
			out = append(out, link{to, n.answered(from), n.weakens(to), via, &f.Flow.From.Span})
		}
		if told := n.answered(to); told != to && len(f.Returns) > 0 {
			out = append(out, link{told, n.answered(from), n.weakens(to), via, &f.Flow.From.Span})
		}
	}
	return append(out, n.openings()...)
}

// decides says whether a component acts by what it reads: it has a model or a person in it.
func decides(c *graph.Component) bool {
	return c.Kind.Shape != "store" && slices.Contains([]string{"serving", "language", "people", "guard"}, c.Kind.Family)
}

// answersFor says whether one of the assets is an opinion that the component made, on which whoever gets it acts.
func (n *network) answersFor(component int32, uses []graph.Use) bool {
	c := &n.g.Components[component]
	return decides(c) && slices.ContainsFunc(uses, func(u graph.Use) bool {
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
