package reach

import (
	"tmodel/internal/graph"
	"tmodel/internal/source"
)

// Chain leads from components to the nearest of some sinks, over arcs of one sort. Weakened counts the people on the way.
type Chain struct {
	n     *network
	next  []int32 // by node: number of the link plus 1; 0 none
	cost  []int32 // by node: -1 not led to; else how often the way is weakened
	links []link
	sink  map[int32]bool
}

// link is a step of a chain between nodes: components, and, after all of them, components that were given an answer. span
// is the reference that makes it.
type link struct {
	from, to int32
	weaker   int32
	via      graph.Ref
	span     *source.Span
}

// chain searches backwards from the sinks: first what is not weakened, then the fewest steps.
func (n *network) chain(links []link, sinks []int32) *Chain {
	comps := int32(len(n.g.Components))
	c := &Chain{n: n, next: make([]int32, 2*comps), cost: make([]int32, 2*comps), links: links, sink: map[int32]bool{}}
	for i := range c.cost {
		c.cost[i] = -1
	}
	in := index(links, int(2*comps), func(l *link) int32 { return l.to })
	front := [limit + 1][]int32{}
	for _, s := range sinks {
		c.sink[s], c.cost[s], c.cost[s+comps] = true, 0, 0
		front[0] = append(front[0], s, s+comps)
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
		at := l.to % int32(len(c.n.g.Components))
		steps = append(steps, Step{At: graph.Ref{Type: graph.ComponentType, Index: at}, Via: l.via, Span: *l.span})
		if c.sink[at] {
			return steps, at
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
		o = index(links, 2*len(n.g.Components), func(l *link) int32 { return l.from })
		n.leaving[&links[0]] = o
	}
	return o.at(component)
}
