package reach

import (
	"slices"

	"tmodel/internal/graph"
)

// Circles are the ways by which content that leaves a component comes back to it, each through one of some elements.
type Circles struct {
	n        *network
	of       *groups
	through  map[int32][]int32 // by group: nodes of two of the elements at most
	from, to []int32           // by node: the arc that comes last from the first of its group, or goes first there; plus 1
}

// Circles finds the circles through components and stages.
func (a *Analysis) Circles(through []graph.Ref) *Circles {
	if a.groups == nil {
		a.groups = a.net.groups()
	}
	c := &Circles{n: a.net, of: a.groups, through: map[int32][]int32{}}
	var roots []int32
	for _, r := range through {
		for _, node := range a.net.stands(r) {
			g := c.of.group[node]
			switch list := c.through[g]; {
			case len(list) == 0:
				roots = append(roots, node)
				fallthrough
			case len(list) == 1 && a.net.element(list[0]) != r:
				c.through[g] = append(list, node)
			}
		}
	}
	c.from = c.tree(roots, a.net.out, func(e *arc) int32 { return e.to })
	c.to = c.tree(roots, a.net.arriving(), func(e *arc) int32 { return e.from })
	return c
}

// stands are the nodes of an element where content can come by: a store is no more than its copies.
func (n *network) stands(r graph.Ref) []int32 {
	switch {
	case r.Type == graph.StageType:
		return []int32{n.stageNode(r.Index)}
	case n.g.Components[r.Index].Kind.Shape != "store":
		return []int32{r.Index}
	}
	out := slices.Clone(n.lying().at(r.Index))
	for i := range out {
		out[i] += n.base
	}
	return out
}

// Of is the circle from a component through one of the elements that is not the component, and that element; nil when
// there is none.
func (c *Circles) Of(component int32) ([]Step, graph.Ref) {
	itself := graph.Ref{Type: graph.ComponentType, Index: component}
	for _, at := range c.n.stands(itself) {
		for _, by := range c.through[c.of.group[at]] {
			if c.n.element(by) != itself {
				return slices.Concat(c.there(at), c.back(by), c.there(by), c.back(at)), c.n.element(by)
			}
		}
	}
	return nil, graph.Ref{}
}

// content says whether an arc moves what somebody wrote; what only power moves makes no circle of content.
func (e *arc) content() bool { return !e.power && e.change != climb && e.change != house }

// tree finds, for each node in the groups of the roots, the arc that joins it to the root of its group by the fewest steps.
func (c *Circles) tree(roots []int32, arcs offsets, next func(*arc) int32) []int32 {
	out, root := make([]int32, c.n.size()), map[int32]bool{}
	for _, r := range roots {
		root[r] = true
	}
	for front := slices.Clone(roots); len(front) > 0; front = front[1:] {
		for _, i := range arcs.at(front[0]) {
			e := &c.n.arcs[i]
			to := next(e)
			if out[to] == 0 && !root[to] && e.content() && c.of.group[to] == c.of.group[front[0]] {
				out[to] = i + 1
				front = append(front, to)
			}
		}
	}
	return out
}

// there is the way from a node to the first of its group.
func (c *Circles) there(at int32) []Step {
	var steps []Step
	for c.to[at] > 0 {
		e := &c.n.arcs[c.to[at]-1]
		steps, at = c.n.add(steps, e), e.to
	}
	return steps
}

// back is the way from the first of its group to a node.
func (c *Circles) back(at int32) []Step {
	var steps []Step
	for c.from[at] > 0 {
		e := &c.n.arcs[c.from[at]-1]
		steps, at = c.n.add(steps, e), e.from
	}
	slices.Reverse(steps)
	return steps
}

// arriving indexes the arcs by the node that they lead to.
func (n *network) arriving() offsets {
	if n.in.start == nil {
		n.in = index(n.arcs, int(n.size()), func(e *arc) int32 { return e.to })
	}
	return n.in
}
