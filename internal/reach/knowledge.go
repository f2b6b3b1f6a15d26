package reach

import (
	"slices"

	"tmodel/internal/graph"
	"tmodel/internal/vocab"
)

// knowledge is what comes to be known to one class, for each node how much and by which leak first. A component's node
// stands for what it says.
type knowledge struct {
	value   []Strength
	next    []int32 // by node: n > 0: leak n-1; n < 0: reader -n-1
	readers []reader
	front   [strengths][]int32 // found and not yet followed
	keys    []int32            // copies of credentials found since somebody looked
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
	nodes := int(n.base) + len(n.places)
	return &knowledge{value: make([]Strength, nodes), next: make([]int32, nodes), key: n.isKey}
}

func (n *network) isKey(node int32) bool {
	return node >= n.base && n.g.Assets[n.places[node-n.base].asset].Kind.Acts == "key"
}

// push notes that a node is known to a reader.
func (k *knowledge) push(node int32, s Strength, r reader) {
	if k.value[node] < s {
		k.readers = append(k.readers, r)
		k.set(node, s, int32(-len(k.readers)))
	}
}

func (k *knowledge) set(node int32, s Strength, next int32) {
	if k.value[node] < Repeatable && s >= Repeatable && k.key(node) {
		k.keys = append(k.keys, node)
	}
	k.value[node], k.next[node] = s, next
	k.front[s] = append(k.front[s], node)
}

// spread follows leaks backwards, what is known best first, so that each node is followed once for each strength that it
// rises to.
func (k *knowledge) spread(n *network) {
	in := n.leaking()
	for s := Verbatim; s > NoStrength; s-- {
		for i := 0; i < len(k.front[s]); i++ {
			node := k.front[s][i]
			if k.value[node] != s {
				continue // better known by now
			}
			for _, j := range in.at(node) {
				l := &n.leaks[j]
				if most := min(s, l.most); k.value[l.from] < most {
					k.set(l.from, most, j+1)
				}
			}
		}
		k.front[s] = nil
	}
}

// leaking indexes the leaks by the node that they lead to.
func (n *network) leaking() offsets {
	if n.leaked.start == nil {
		n.leaked = index(n.leaks, int(n.base)+len(n.places), func(l *leak) int32 { return l.to })
	}
	return n.leaked
}

// handovers are the flows by which actors of the class are given a copy.
func (a *Analysis) handovers(k *knowledge, class vocab.Trust) {
	for i := range a.g.Flows {
		f := &a.g.Flows[i]
		uses, actor, from := f.Carries, f.To, f.From
		if f.From.Type == graph.ActorType {
			uses, actor, from = f.Returns, f.From, f.To
		}
		if actor.Type != graph.ActorType || from.Type != graph.ComponentType || a.g.Actors[actor.Index].Trust != class {
			continue
		}
		for j := range uses {
			k.push(a.net.copies[place{uses[j].Index, from.Index}], Verbatim, reader{kind: byFlow, actor: actor.Index, flow: int32(i), use: &uses[j]})
		}
	}
}

// overheard are the copies that go in the clear between zones, where the less trusted side reads along.
func (a *Analysis) overheard(k *knowledge, class vocab.Trust) {
	for i := range a.g.Flows {
		f := &a.g.Flows[i]
		from, to := a.g.ZoneTrust(f.From), a.g.ZoneTrust(f.To)
		if f.Encrypted.Value != "no" || from == to || from == vocab.NoTrust || to == vocab.NoTrust || min(from, to) != class {
			continue
		}
		for _, way := range []struct {
			at   graph.Ref
			uses []graph.Use
		}{{f.From, f.Carries}, {f.To, f.Carries}, {f.To, f.Returns}, {f.From, f.Returns}} {
			for j := range way.uses {
				if node, ok := a.net.copies[place{way.uses[j].Index, way.at.Index}]; ok && way.at.Type == graph.ComponentType {
					k.push(node, Verbatim, reader{kind: byLine, flow: int32(i), use: &way.uses[j]})
				}
			}
		}
	}
}

// copiesAt are the copies that lie at a component, in the order in which they were met.
func (n *network) copiesAt(component int32) []int32 {
	if n.at.start == nil {
		n.at = index(n.places, len(n.g.Components), func(p *place) int32 { return p.component })
	}
	out := slices.Clone(n.at.at(component))
	for i := range out {
		out[i] += n.base
	}
	return out
}
