package reach

import "tmodel/internal/graph"

// knowledge is what comes to be known to one class: each node as well as it is known at each cost, and by what leak. A
// component's node stands for what it says.
type knowledge struct {
	cost    []cost  // by node and strength; 0 not known
	next    []int32 // likewise. n > 0: leak n-1; n < 0: reader -n-1
	prev    []int32 // likewise: the node and strength that the leak leads to
	readers []reader
	queue   *queue  // found and not yet followed
	keys    []int32 // credentials in strengths that are enough to use them, found since somebody looked
	key     func(node int32) bool
}

// reader is where a leak ends: an actor who is handed a copy, a line on which it is overheard, or somebody with power
// over where it is.
type reader struct {
	kind  readerKind
	actor int32
	flow  int32
	use   *graph.Use
	state state // byPower: of the influence
}

type readerKind uint8

const (
	byFlow readerKind = iota
	byLine
	byPower
)

func newKnowledge(n *network) *knowledge {
	size := int(n.size()) * strengths
	return &knowledge{cost: make([]cost, size), next: make([]int32, size), prev: make([]int32, size), queue: &queue{}, key: n.isKey}
}

func (n *network) isKey(node int32) bool {
	return node >= n.base && node < n.base+int32(len(n.places)) && n.g.Assets[n.places[node-n.base].asset].Kind.Acts == "key"
}

// known is the number of a node in a strength.
func known(node int32, s Strength) int32 { return node*int32(strengths) + int32(s) }

func split(known int32) (node int32, s Strength) {
	return known / int32(strengths), Strength(known % int32(strengths))
}

// grade is the cost of knowing something so well: how often the way is weakened counts first, then how much comes to be
// known, then the steps.
func grade(weakened int, s Strength) cost {
	return 1 + cost(weakened*strengths+int(Verbatim-s))<<stepBits
}

// weakened is how often a way of knowing is weakened.
func (c cost) weakened() int { return int((c-1)>>stepBits) / strengths }

// push notes that a node is known to a reader, to whom a way leads that is weakened so often and has so many steps.
func (k *knowledge) push(node int32, s Strength, weakened, steps int, r reader) {
	if c := grade(weakened, s) + cost(steps); k.improves(node, s, c) {
		k.readers = append(k.readers, r)
		k.set(known(node, s), c, int32(-len(k.readers)), 0)
	}
}

// improves says whether nothing as good or better is known of a node for less.
func (k *knowledge) improves(node int32, s Strength, c cost) bool {
	for ; s <= Verbatim; s++ {
		if old := k.cost[known(node, s)]; old != 0 && old <= c {
			return false
		}
	}
	return true
}

func (k *knowledge) set(at int32, c cost, next, prev int32) {
	k.cost[at], k.next[at], k.prev[at] = c, next, prev
	k.queue.push(at, c)
}

// spread follows leaks backwards, what is known for least first, so that each node is followed once for each strength
// that it rises to.
func (k *knowledge) spread(n *network) {
	in := n.leaking()
	for {
		item, more := k.queue.next()
		if !more {
			k.queue = &queue{}
			return
		}
		if k.cost[item.at] != item.c {
			continue // known for less by now
		}
		node, s := split(item.at)
		if s >= Repeatable && k.key(node) {
			k.keys = append(k.keys, item.at)
		}
		for _, j := range in.at(node) {
			l := &n.leaks[j]
			most := min(s, l.most)
			if c := grade(item.c.weakened(), most) + cost(item.c.steps()) + 1; k.improves(l.from, most, c) {
				k.set(known(l.from, most), c, j+1, item.at)
			}
		}
	}
}

// find is a node in the strength, among those that are enough, in which it is known for least; -1 for none.
func (k *knowledge) find(node int32, least Strength) int32 {
	best := int32(-1)
	for s := least; s <= Verbatim; s++ {
		if at := known(node, s); k.cost[at] != 0 && (best < 0 || k.cost[at] < k.cost[best]) {
			best = at
		}
	}
	return best
}

// leaking indexes the leaks by the node that they lead to.
func (n *network) leaking() offsets {
	if n.leaked.start == nil {
		n.leaked = index(n.leaks, int(n.size()), func(l *leak) int32 { return l.to })
	}
	return n.leaked
}
