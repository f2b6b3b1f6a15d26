package reach

// groups are the nodes that lead to each other.
type groups struct {
	n      *network
	group  []int32 // by node
	count  int32
	number []int32 // in which order a node was met; 0 not yet
	low    []int32 // the first met that it leads back to
	open   []bool  // on the stack
	stack  []int32
	calls  []call
}

type call struct {
	node int32
	next int // arc
}

// groups finds them by Tarjan's algorithm (1972), without recursion, so that a long chain needs no deep stack.
func (n *network) groups() *groups {
	nodes := int(n.size())
	t := &groups{n: n, group: make([]int32, nodes), number: make([]int32, nodes), low: make([]int32, nodes), open: make([]bool, nodes)}
	met := int32(0)
	meet := func(v int32) {
		met++
		t.number[v], t.low[v], t.open[v] = met, met, true
		t.stack, t.calls = append(t.stack, v), append(t.calls, call{node: v})
	}
	for root := range int32(nodes) {
		if t.number[root] != 0 {
			continue
		}
		for meet(root); len(t.calls) > 0; {
			if next, more := t.follow(); more && next >= 0 {
				meet(next)
			} else if !more {
				t.leave()
			}
		}
	}
	return t
}

// follow takes the next arc of the latest call: to a node that is new, or -1 where nothing new is. False: no arc is left.
func (t *groups) follow() (int32, bool) {
	c := &t.calls[len(t.calls)-1]
	out := t.n.out.at(c.node)
	if c.next == len(out) {
		return -1, false
	}
	e := &t.n.arcs[out[c.next]]
	c.next++
	switch {
	case !e.content():
	case t.number[e.to] == 0:
		return e.to, true
	case t.open[e.to]:
		t.low[c.node] = min(t.low[c.node], t.number[e.to])
	}
	return -1, true
}

// leave ends the latest call, and takes a group off the stack where one is whole.
func (t *groups) leave() {
	v := t.calls[len(t.calls)-1].node
	t.calls = t.calls[:len(t.calls)-1]
	if len(t.calls) > 0 {
		p := t.calls[len(t.calls)-1].node
		t.low[p] = min(t.low[p], t.low[v])
	}
	if t.low[v] != t.number[v] {
		return
	}
	for {
		w := t.stack[len(t.stack)-1]
		t.stack = t.stack[:len(t.stack)-1]
		t.open[w], t.group[w] = false, t.count
		if w == v {
			break
		}
	}
	t.count++
}
