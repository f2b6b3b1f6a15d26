package reach

import (
	"slices"

	"tmodel/internal/graph"
	"tmodel/internal/source"
	"tmodel/internal/vocab"
)

// Chain leads from components to the nearest of some sinks, over arcs of one sort. Weakened counts the people on the way.
type Chain struct {
	n     *network
	next  []int32 // by component: number of the link plus 1; 0 none
	cost  []int32 // by component: -1 not led to; else how often the way is weakened
	links []link
	sink  map[int32]bool
}

// link is a step of a chain. span is the reference that makes it.
type link struct {
	from, to int32
	weaker   int32
	via      graph.Ref
	span     *source.Span
}

// ActsOn is the chain by which what happens at a component makes others act: calls and messages that go out of language
// elements, of people, guards and whatever passes requests on; answers that others act on; and what an answer opens. It
// ends at the sinks.
func (a *Analysis) ActsOn(sinks []int32) *Chain {
	if a.calls == nil {
		a.calls = a.net.calls()
	}
	return a.net.chain(a.calls, sinks)
}

// Needs is the chain by which a component depends on others: what it asks, what sends to it, the machine under it, and
// the holders of what its stages use again and again. It ends at the sinks.
func (a *Analysis) Needs(sinks []int32) *Chain {
	if a.needs == nil {
		a.needs = a.net.needs()
	}
	return a.net.chain(a.needs, sinks)
}

// chain searches backwards from the sinks: first what is not weakened, then the fewest steps.
func (n *network) chain(links []link, sinks []int32) *Chain {
	c := &Chain{n: n, next: make([]int32, len(n.g.Components)), cost: make([]int32, len(n.g.Components)), links: links, sink: map[int32]bool{}}
	for i := range c.cost {
		c.cost[i] = -1
	}
	in := index(links, len(n.g.Components), func(l *link) int32 { return l.to })
	front := [limit + 1][]int32{}
	for _, s := range sinks {
		c.sink[s], c.cost[s] = true, 0
		front[0] = append(front[0], s)
	}
	for level := range front {
		for i := 0; i < len(front[level]); i++ {
			at := front[level][i]
			if c.cost[at] != int32(level) {
				continue
			}
			for _, j := range in.at(at) {
				l := &links[j]
				cost := min(int32(level)+l.weaker, limit)
				if old := c.cost[l.from]; old < 0 || cost < old {
					c.cost[l.from], c.next[l.from] = cost, j+1
					front[cost] = append(front[cost], l.from)
				}
			}
		}
	}
	return c
}

// Way is the chain from a component to a sink that is not the component itself, and the sink; nil when there is none. It
// may be asked to go first over a link that meets a condition.
func (c *Chain) Way(component int32, first func(to int32) bool) (steps []Step, sink, weakened int32) {
	best, least := []Step(nil), int32(limit+1)
	sink = -1
	for _, j := range c.n.linksFrom(c.links, component) {
		l := &c.links[j]
		if c.cost[l.to] < 0 || c.cost[l.to]+l.weaker >= least || first != nil && !first(l.to) {
			continue
		}
		if way, end := c.follow(l); end != component {
			best, sink, least = way, end, c.cost[l.to]+l.weaker
		}
	}
	return best, sink, least
}

// follow goes from a link to a sink.
func (c *Chain) follow(l *link) ([]Step, int32) {
	var steps []Step
	for {
		steps = append(steps, Step{At: graph.Ref{Type: graph.ComponentType, Index: l.to}, Via: l.via, Span: *l.span})
		if c.sink[l.to] {
			return steps, l.to
		}
		l = &c.links[c.next[l.to]-1]
	}
}

// linksFrom are the links that leave a component.
func (n *network) linksFrom(links []link, component int32) []int32 {
	if n.leaving == nil {
		n.leaving = map[*link]offsets{}
	}
	if len(links) == 0 {
		return nil
	}
	o, ok := n.leaving[&links[0]]
	if !ok {
		o = index(links, len(n.g.Components), func(l *link) int32 { return l.from })
		n.leaving[&links[0]] = o
	}
	return o.at(component)
}

// conducts says whether a request that a component gets goes on as its own: it is spoken to and speaks, or passes on.
func conducts(c *graph.Component) bool {
	return c.Kind.Shape != "store" && slices.Contains([]string{"language", "guard", "people", "channel", "tool"}, c.Kind.Family)
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
		if conducts(&n.g.Components[f.From.Index]) || n.answersFor(f.From.Index, f.Carries) {
			out = append(out, link{f.From.Index, f.To.Index, int32(n.weakens(f.From.Index)), via, &f.Flow.To.Span})
		}
		if n.answersFor(f.To.Index, f.Returns) {
			out = append(out, link{f.To.Index, f.From.Index, int32(n.weakens(f.To.Index)), via, &f.Flow.From.Span})
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

// needs are the links of dependence. Where a default takes the place of an answer, or one goes on without it, nothing
// stops: that is influence of another sort.
func (n *network) needs() []link {
	var out []link
	add := func(from, to int32, via graph.Ref, span *source.Span) {
		v, _ := n.g.Fact(graph.Ref{Type: graph.ComponentType, Index: to}, "on_failure")
		if from != to && v.Value != "default-value" && v.Value != "open" {
			out = append(out, link{from, to, 0, via, span})
		}
	}
	for i := range n.g.Flows {
		f := &n.g.Flows[i]
		if f.From.Type != graph.ComponentType || f.To.Type != graph.ComponentType {
			continue
		}
		via := graph.Ref{Type: graph.FlowType, Index: int32(i)}
		if len(f.Returns) > 0 {
			add(f.From.Index, f.To.Index, via, &f.Flow.To.Span)
		}
		if len(f.Carries) > 0 && len(f.Returns) == 0 && n.g.Components[f.To.Index].Kind.Shape != "store" {
			add(f.To.Index, f.From.Index, via, &f.Flow.From.Span)
		}
	}
	for i := range n.g.Components {
		if c := &n.g.Components[i]; c.RunsOn >= 0 {
			add(int32(i), c.RunsOn, graph.Ref{}, &c.Component.RunsOn.Span)
		}
	}
	for i := range n.g.Movements {
		m := &n.g.Movements[i]
		stage := graph.Ref{Type: graph.StageType, Index: m.Stage}
		if n.says(stage, "cadence", "periodic", "continuous") && m.To == n.g.Stages[m.Stage].On {
			add(m.To, m.From, stage, &m.Span)
		}
	}
	return out
}

// Needed is one component on which another depends, and the way there.
type Needed struct {
	Component int32
	Steps     []Step
}

// NeededBy are all components on which one depends, the nearest first.
func (a *Analysis) NeededBy(component int32) []Needed {
	if a.needs == nil {
		a.needs = a.net.needs()
	}
	ways, out := map[int32][]Step{component: nil}, []Needed(nil)
	for front := []int32{component}; len(front) > 0; front = front[1:] {
		for _, j := range a.net.linksFrom(a.needs, front[0]) {
			l := &a.needs[j]
			if _, seen := ways[l.to]; seen {
				continue
			}
			step := Step{At: graph.Ref{Type: graph.ComponentType, Index: l.to}, Via: l.via, Span: *l.span}
			ways[l.to] = append(slices.Clone(ways[front[0]]), step)
			front = append(front, l.to)
			out = append(out, Needed{l.to, ways[l.to]})
		}
	}
	return out
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
	for i, cost := range chain.cost {
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
