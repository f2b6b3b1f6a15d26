package reach

import (
	"slices"

	"tmodel/internal/graph"
	"tmodel/internal/source"
)

// link is a step of a chain between nodes: components and, after all of them, components that were given an answer. span is
// the reference that makes it.
type link struct {
	from, to int32
	weaker   uint8
	via      graph.Ref
	span     *source.Span
}

// links are all links of one sort, and where to find those of a node.
type links struct {
	all        []link
	out, in    offsets
	components int32
}

func (n *network) linked(all []link) *links {
	comps := len(n.g.Components)
	return &links{all, index(all, 2*comps, func(l *link) int32 { return l.from }), index(all, 2*comps, func(l *link) int32 { return l.to }), int32(comps)}
}

// end is the component that a link leads to.
func (l *links) end(i int32) int32 { return l.all[i].to % l.components }

// step is the station at the end of a link.
func (l *links) step(i int32) Step {
	return Step{At: graph.Ref{Type: graph.ComponentType, Index: l.end(i)}, Via: l.all[i].via, Span: *l.all[i].span}
}

// Chain leads from components to the nearest of some sinks: the least weakened way first, then the one with the fewest
// steps, then the first by ids.
type Chain struct {
	links *links
	legs  []leg
	best  [][2]int32 // by node: its nearest legs, as their numbers plus 1; 0 none
}

// leg is a way from a node to a sink. A node keeps two, to different sinks, because one that is a sink itself
// may be asked for the way to another.
type leg struct {
	at, sink   int32
	link, rest int32 // the first step, and the leg behind it; -1 at the sink
	cost       cost
}

// chain searches backwards from the sinks.
func (n *network) chain(l *links, sinks []int32) *Chain {
	c := &Chain{links: l, best: make([][2]int32, 2*len(n.g.Components))}
	q := &queue{}
	add := func(g leg) {
		q.push(int32(len(c.legs)), g.cost)
		c.legs = append(c.legs, g)
	}
	for _, s := range sinks {
		add(leg{at: s, sink: s, link: -1, rest: -1, cost: 1})
		add(leg{at: s + l.components, sink: s, link: -1, rest: -1, cost: 1})
	}
	for {
		item, more := q.next()
		if !more {
			return c
		}
		g := c.legs[item.at]
		slot := c.slot(g.at, g.sink)
		if slot < 0 {
			continue // nearer ones came first
		}
		c.best[g.at][slot] = item.at + 1
		for _, j := range l.in.at(g.at) {
			if from := l.all[j].from; c.slot(from, g.sink) >= 0 {
				add(leg{from, g.sink, j, item.at, g.cost.further(l.all[j].weaker)})
			}
		}
	}
}

// slot is where a node keeps a leg to a sink that comes next; -1 where it needs none.
func (c *Chain) slot(node, sink int32) int {
	for i, b := range c.best[node] {
		if b == 0 {
			return i
		}
		if c.legs[b-1].sink == sink {
			return -1
		}
	}
	return -1
}

// Way is the chain from a component to a sink that is not the component itself, and the sink; nil when there is none. It
// may be asked to go first over a link that meets a condition.
func (c *Chain) Way(component int32, first func(to int32) bool) (steps []Step, sink, weakened int32) {
	start, rest, least := int32(-1), int32(-1), cost(0)
	for _, j := range c.links.out.at(component) {
		l := &c.links.all[j]
		for _, b := range c.best[l.to] {
			if b == 0 || c.legs[b-1].sink == component {
				continue
			}
			if price := c.legs[b-1].cost.further(l.weaker); (least == 0 || price < least) && (first == nil || first(c.links.end(j))) {
				start, rest, least = j, b-1, price
			}
		}
	}
	if start < 0 {
		return nil, -1, 0
	}
	return append([]Step{c.links.step(start)}, c.follow(rest)...), c.legs[rest].sink, int32(least.attenuation())
}

// follow is the rest of a way.
func (c *Chain) follow(at int32) []Step {
	var steps []Step
	for g := c.legs[at]; g.link >= 0; g = c.legs[g.rest] {
		steps = append(steps, c.links.step(g.link))
	}
	return steps
}

// Then is a witness that goes on over what it makes act, weakened so many times more.
func (w *Witness) Then(steps []Step, weakened int32) *Witness {
	whole := *w
	whole.Steps = slices.Concat(w.Steps, steps)
	whole.Attenuation = min(w.Attenuation+int(weakened), limit)
	return &whole
}
