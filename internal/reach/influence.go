package reach

import (
	"slices"

	"tmodel/internal/graph"
	"tmodel/internal/source"
	"tmodel/internal/vocab"
)

// limit is where attenuation stops counting: the likeliest threat is at the lowest rung by then. The path goes on.
const limit = 5

// state is a node in a mode.
type state int32

func at(node int32, m Mode) state { return state(int(node)*modes + int(m)) }

func (s state) node() int32 { return int32(int(s) / modes) }
func (s state) mode() Mode  { return Mode(int(s) % modes) }

// influence is all that one class of trust can affect. Of several ways the least attenuated is kept, then one
// from a drawn flow before one from an origin, then the one with the fewest steps, then the first by ids.
type influence struct {
	class vocab.Trust
	cost  []cost  // by state
	via   []int32 // by state: number of the arc; -1 none; below that, ^(number of the entry or origin) - 1
	prev  []state
	start []start            // entries and origins
	told  map[state]*Witness // those that were asked for: many rules ask the same
}

// cost orders ways; 0 is not reached. It is (attenuation, origin, steps) packed, plus 1.
type cost int64

const (
	stepBits   = 40
	originBit  = cost(1) << stepBits
	attenuated = originBit << 1
)

func (c cost) attenuation() int { return int((c - 1) / attenuated) }

func (c cost) steps() int { return int((c - 1) & (originBit - 1)) }

// further is the cost one step on.
func (c cost) further(weaker uint8) cost {
	if weaker > 0 && c.attenuation() < limit {
		c += attenuated
	}
	return c + 1
}

// start is where a way begins: an actor's entry, an asset's origin, or a credential that came to be known.
type start struct {
	entry   int32 // -1: an origin, or a credential
	asset   int32
	origin  *source.Span // an origin: the reference by which the asset is where it enters
	opens   *graph.Use   // a credential: the reference to what it opens
	because *Witness     // a credential: how it came to be known
}

type found struct {
	in *influence
	s  state
}

func (s *influence) find(node int32, m Mode) *found {
	if x := at(node, m); s.cost != nil && s.cost[x] != 0 {
		return &found{s, x}
	}
	return nil
}

// better compares ways by weight; the classes are asked from the least trusted up, so that it wins a tie. Within
// a class the cheaper way is better.
func (f *found) better(than *found) bool {
	if than == nil {
		return true
	}
	a, b := f.weight(), than.weight()
	return a < b || a == b && f.in.class == than.in.class && f.in.cost[f.s] < than.in.cost[than.s]
}

func (f *found) weight() int { return Weight(f.in.class, f.in.cost[f.s].attenuation()) }

// Weight orders attackers on paths, the likeliest first: a path that is weakened once counts like one that is
// open to people trusted two rungs higher.
func Weight(class vocab.Trust, attenuation int) int { return attenuation*2 + int(class) }

// spread settles states in the order of their cost: buckets by attenuation and kind of start, breadth first inside.
// Linear in the arcs. It returns the components where a state was reached for the first time by which things come to be
// known: power over them, and language elements that are told something.
func (a *Analysis) spread(in *influence, q *queue) []state {
	var reached []state
	for {
		item, ok := q.next()
		if !ok {
			return reached
		}
		s := state(item.at)
		if in.cost[s] != item.c {
			continue // a cheaper way came first
		}
		if n := s.node(); int(n) < len(a.g.Components) && (s.mode() >= Control || a.g.Components[n].Kind.Family == "language") {
			reached = append(reached, s)
		}
		for _, i := range a.net.out.at(s.node()) {
			e := &a.net.arcs[i]
			m, passes := e.apply(s.mode())
			c := item.c.further(e.weaker)
			if to := at(e.to, m); passes && (in.cost[to] == 0 || c < in.cost[to]) {
				in.cost[to], in.via[to], in.prev[to] = c, i, s
				q.push(int32(to), c)
			}
		}
	}
}

// enter starts a way at a state, unless a cheaper one is there.
func (in *influence) enter(n *network, q *queue, s state, c cost, from start) {
	if in.cost == nil {
		states := int(n.size()) * modes
		in.cost, in.via, in.prev = make([]cost, states), make([]int32, states), make([]state, states)
	}
	if in.reached(s, c) {
		return
	}
	in.cost[s], in.via[s] = c, int32(-1-len(in.start))
	in.start = append(in.start, from)
	q.push(int32(s), c)
}

// reached says whether a state is reached for as little.
func (in *influence) reached(s state, c cost) bool {
	return in.cost != nil && in.cost[s] != 0 && in.cost[s] <= c
}

// seed enters what actors of the class send and what has its origin with them.
func (a *Analysis) seed(in *influence, q *queue) {
	enter := func(s state, c cost, from start) { in.enter(a.net, q, s, c, from) }
	for i, e := range a.net.entries {
		if a.g.Actors[e.actor].Trust == in.class {
			enter(at(e.to, e.mode), 1, start{entry: int32(i), asset: e.asset})
		}
	}
	a.net.origins(in.class, func(node, asset int32, by *source.Span) {
		enter(at(node, Planted), 1+originBit, start{entry: -1, asset: asset, origin: by})
	})
}

// witness follows a way back to its start.
func (a *Analysis) witness(f *found) *Witness {
	in := f.in
	w := &Witness{Trust: in.class, Mode: f.s.mode(), Attenuation: in.cost[f.s].attenuation()}
	s := f.s
	for ; in.via[s] >= 0; s = in.prev[s] {
		e := &a.net.arcs[in.via[s]]
		w.Steps = a.net.add(w.Steps, e)
	}
	from := in.start[-1-in.via[s]]
	here := Step{At: a.net.element(s.node()), Asset: a.net.assetRef(from.asset)}
	switch {
	case from.opens != nil:
		here.Span, w.Because = from.opens.Span, from.because
		w.Steps = append(w.Steps, here, Step{At: here.Asset, Span: a.g.Span(here.Asset)})
	case from.origin != nil:
		here.Span = *from.origin
		w.Steps = append(w.Steps, here, Step{At: a.net.assetRef(from.asset), Span: a.g.Assets[from.asset].Asset.Origin.Span})
	default:
		e := &a.net.entries[from.entry]
		if here.Span = *e.span; e.flow >= 0 {
			here.Via = graph.Ref{Type: graph.FlowType, Index: e.flow}
		}
		w.Steps = append(w.Steps, here, Step{At: graph.Ref{Type: graph.ActorType, Index: e.actor}, Span: a.g.Actors[e.actor].Actor.Trust.Span})
	}
	slices.Reverse(w.Steps)
	return w
}

// add adds the step of an arc; one inside an element is none.
func (n *network) add(steps []Step, e *arc) []Step {
	if e.span == nil {
		return steps
	}
	return append(steps, Step{At: n.element(e.to), Asset: n.assetRef(e.asset), Via: e.via, Span: *e.span})
}

// into is the step by which a stage reads a copy.
func (n *network) into(stage graph.Ref, copy int32) Step {
	asset := n.places[copy-n.base].asset
	out := Step{At: stage, Asset: n.assetRef(asset), Via: stage}
	for _, u := range n.g.Stages[stage.Index].Consumes {
		if u.Index == asset {
			out.Span = u.Span
		}
	}
	return out
}

// element is what a node shows as: a copy, and vectors, show as the component that they are at.
func (n *network) element(node int32) graph.Ref {
	switch comps := int32(len(n.g.Components)); {
	case node >= n.base+int32(len(n.places)):
		return graph.Ref{Type: graph.ComponentType, Index: n.embedders[node-n.base-int32(len(n.places))]}
	case node >= n.base:
		return graph.Ref{Type: graph.ComponentType, Index: n.places[node-n.base].component}
	case node >= comps:
		return graph.Ref{Type: graph.StageType, Index: node - comps}
	}
	return graph.Ref{Type: graph.ComponentType, Index: node}
}

func (n *network) assetRef(asset int32) graph.Ref {
	if asset < 0 {
		return graph.Ref{}
	}
	return graph.Ref{Type: graph.AssetType, Index: asset}
}
