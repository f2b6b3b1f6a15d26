package reach

import (
	"slices"

	"tmodel/internal/graph"
	"tmodel/internal/source"
	"tmodel/internal/vocab"
)

// place is a copy of an asset at a component.
type place struct{ asset, component int32 }

// network is what is searched: nodes are components (what all that is used there mixes to), stages, and copies of assets;
// arcs conduct content from one to another.
type network struct {
	g         *graph.Graph
	copies    map[place]int32
	places    []place   // of node base+i
	base      int32     // first copy; components come first, then stages
	byAsset   [][]int32 // copies of each asset
	arcs      []arc
	out       offsets // arcs by the node they leave
	in        offsets // arcs by the node they lead to; made when it is needed first
	entries   []entry
	held      int32                 // so many copies lie where they are held; they come first
	doors     map[int32]vocab.Trust // who gets to the components that were asked about
	ordered   map[int32]bool        // copies that are run because of where they are sent
	leaks     []leak                // what content can be known from
	embedders []int32               // the components whose vectors are the nodes after the copies
	leaked    offsets               // leaks by the node that they lead to; made when it is needed first
	at        offsets               // copies by the component that they are at; made when it is needed first
}

// arc conducts content. span is the reference in the file that makes it, nil for a step inside an element.
type arc struct {
	from, to int32
	asset    int32
	change   change
	weaker   uint8     // attenuation
	relay    bool      // the asset goes on as it is
	reply    bool      // it goes back to whoever asked
	power    bool      // only for whoever controls or owns the element that it leaves
	via      graph.Ref // the flow or stage that conducts
	span     *source.Span
}

// change is what an arc does to the mode.
type change uint8

const (
	keep  change = iota
	plant        // input becomes planted: somebody else reads it later
	learn        // everything becomes learned
	turn         // input stops here: another caller's question does not steer this answer
	run          // everything becomes control: it is run or obeyed
	load         // so does what somebody wrote into a file; what was only learned are numbers in it
	climb        // control, and nothing else, passes as it is
	house        // control and own pass as they are
)

// apply gives the mode behind an arc, or false when nothing passes.
func (e *arc) apply(m Mode) (Mode, bool) {
	switch e.change {
	case climb:
		return m, m == Control
	case house:
		return m, m >= Control
	}
	if m >= Control { // what he has in his hand leaves as something that he wrote
		m = e.written(m)
	} else if e.power {
		return 0, false
	}
	switch {
	case e.change == load && m == Learned:
		return 0, false
	case e.change == run || e.change == load:
		return Control, true
	case e.change == learn:
		return Learned, true
	case m == Input && e.change == plant:
		return Planted, true
	case m == Input && e.change == turn:
		return 0, false
	}
	return m, true
}

// written is how what leaves an element acts that somebody controls or owns: an owner asks in his own name, and answers
// those who asked him; who controls an element speaks in its name.
func (e *arc) written(m Mode) Mode {
	if m == Own && !e.reply {
		return Input
	}
	return Planted
}

// entry is where content of an actor comes in.
type entry struct {
	actor, to, asset int32
	flow             int32
	mode             Mode
	span             *source.Span
}

func build(g *graph.Graph) *network {
	n := &network{g: g, base: int32(len(g.Components) + len(g.Stages)), byAsset: make([][]int32, len(g.Assets)),
		copies: map[place]int32{}, ordered: map[int32]bool{}, doors: map[int32]vocab.Trust{}}
	for i := range g.Components {
		for _, u := range g.Components[i].Holds {
			n.copy(u.Index, int32(i))
		}
	}
	n.held = int32(len(n.places))
	for i := range g.Flows {
		n.flow(int32(i), &g.Flows[i])
	}
	for i := range g.Stages {
		n.stage(int32(i), &g.Stages[i])
	}
	for i := range g.Movements {
		n.movement(&g.Movements[i])
	}
	for i := 0; i < len(n.places); i++ {
		n.use(n.base+int32(i), n.places[i])
	}
	n.powers()
	n.spill()
	n.out = index(n.arcs, int(n.size()), func(a *arc) int32 { return a.from })
	return n
}

// size is the number of nodes.
func (n *network) size() int32 { return n.base + int32(len(n.places)+len(n.embedders)) }

func (n *network) stageNode(stage int32) int32 { return int32(len(n.g.Components)) + stage }

// copy is the node of an asset at a component.
func (n *network) copy(asset, component int32) int32 {
	p := place{asset, component}
	node, ok := n.copies[p]
	if !ok {
		node = n.base + int32(len(n.places))
		n.copies[p] = node
		n.places = append(n.places, p)
		n.byAsset[asset] = append(n.byAsset[asset], node)
	}
	return node
}

// nodesIn are the nodes that stand for an element in a mode: control and ownership are of whole components.
func (n *network) nodesIn(m Mode, r graph.Ref, assets []int32) []int32 {
	copies := n.nodesOf(r, assets)
	switch {
	case m < Control:
		return copies
	case r.Type == graph.StageType:
		return []int32{n.g.Stages[r.Index].On}
	case r.Type == graph.ComponentType && len(copies) > 0:
		return []int32{r.Index}
	}
	out := make([]int32, len(copies))
	for i, c := range copies {
		out[i] = n.places[c-n.base].component
	}
	return out
}

// nodesOf are the nodes that stand for an element, narrowed to copies of some assets when they are given.
func (n *network) nodesOf(r graph.Ref, assets []int32) []int32 {
	switch {
	case r.Type == graph.AssetType:
		return n.byAsset[r.Index]
	case r.Type == graph.StageType && assets == nil:
		return []int32{n.stageNode(r.Index)}
	case r.Type == graph.StageType:
		return n.consumed(&n.g.Stages[r.Index], assets)
	case r.Type != graph.ComponentType:
		return nil
	case assets == nil:
		return []int32{r.Index}
	}
	var out []int32
	for _, a := range assets {
		if c, ok := n.copies[place{a, r.Index}]; ok {
			out = append(out, c)
		}
	}
	return out
}

// consumed are the copies that a stage reads of some assets.
func (n *network) consumed(s *graph.Stage, assets []int32) []int32 {
	var out []int32
	for _, u := range s.Consumes {
		if slices.Contains(assets, u.Index) {
			out = append(out, n.copies[place{u.Index, s.On}])
		}
	}
	return out
}

// offsets finds the arcs at a node: the numbers order[start[n]:start[n+1]].
type offsets struct{ start, order []int32 }

// index sorts arcs, or whatever belongs to a node, by it, in linear time and keeping their order.
func index[T any](arcs []T, nodes int, by func(*T) int32) offsets {
	o := offsets{start: make([]int32, nodes+1), order: make([]int32, len(arcs))}
	for i := range arcs {
		o.start[by(&arcs[i])+1]++
	}
	for i := 1; i <= nodes; i++ {
		o.start[i] += o.start[i-1]
	}
	next := append([]int32(nil), o.start[:nodes]...)
	for i := range arcs {
		at := by(&arcs[i])
		o.order[next[at]] = int32(i)
		next[at]++
	}
	return o
}

func (o offsets) at(node int32) []int32 { return o.order[o.start[node]:o.start[node+1]] }
