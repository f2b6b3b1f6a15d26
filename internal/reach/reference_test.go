package reach_test

import (
	"cmp"

	"tmodel/internal/graph"
	"tmodel/internal/reach"
	"tmodel/internal/vocab"
)

// reference is README.md's table of influence written down as slowly and plainly as possible: a list of edges between
// named nodes, and rounds over all of them until nothing changes.
type reference struct {
	g     *graph.Graph
	edges []edge
	seeds []seed
}

// edge leads from a node to another. Nodes are "mix COMPONENT", "stage STAGE" and "copy ASSET COMPONENT".
type edge struct {
	from, to string
	change   func(reach.Mode) (reach.Mode, bool)
	weaker   int
}

type seed struct {
	class  vocab.Trust
	node   string
	mode   reach.Mode
	origin bool
}

type state struct {
	node string
	mode reach.Mode
}

func same(m reach.Mode) (reach.Mode, bool)  { return m, true }
func learn(reach.Mode) (reach.Mode, bool)   { return reach.Learned, true }
func turns(m reach.Mode) (reach.Mode, bool) { return m, m != reach.Input }

func plants(m reach.Mode) (reach.Mode, bool) {
	if m == reach.Input {
		return reach.Planted, true
	}
	return m, true
}

func newReference(g *graph.Graph) *reference {
	r := &reference{g: g}
	for i := range g.Components {
		r.component(int32(i))
	}
	for i := range g.Flows {
		f := &g.Flows[i]
		for _, u := range f.Carries {
			r.exchange(f.From, f.To, u.Index, false)
		}
		for _, u := range f.Returns {
			r.exchange(f.To, f.From, u.Index, true)
		}
		if f.From.Type == graph.ActorType && len(f.Carries) == 0 {
			r.seeds = append(r.seeds, seed{g.Actors[f.From.Index].Trust, "mix " + g.ID(f.To), r.firstMode(f.To.Index), false})
		}
	}
	for i := range g.Stages {
		r.stage(&g.Stages[i])
	}
	return r
}

func (r *reference) copyOf(asset, component int32) string {
	return "copy " + r.g.Assets[asset].ID.Value + " " + r.g.Components[component].ID.Value
}

func (r *reference) mix(component int32) string { return "mix " + r.g.Components[component].ID.Value }

// component adds what is read where it lies: any asset by a process, and an origin at each holder.
func (r *reference) component(c int32) {
	for a := range r.g.Assets {
		change := same
		if r.g.Assets[a].Kind.ID == "model" {
			change = learn
		}
		if r.g.Components[c].Kind.Shape == vocab.Process {
			r.edges = append(r.edges, edge{r.copyOf(int32(a), c), r.mix(c), change, 0})
		}
	}
	for _, u := range r.g.Components[c].Holds {
		r.origin(u.Index, c)
	}
}

func (r *reference) origin(asset, at int32) {
	if o := r.g.Assets[asset].Origin; o != vocab.NoTrust {
		r.seeds = append(r.seeds, seed{o, r.copyOf(asset, at), reach.Planted, true})
	}
}

func (r *reference) isStore(c int32) bool { return r.g.Components[c].Kind.Shape == vocab.Store }

func (r *reference) isPeople(c int32) bool { return r.g.Components[c].Kind.Family == "people" }

func (r *reference) firstMode(c int32) reach.Mode {
	if r.isStore(c) || r.isPeople(c) {
		return reach.Planted
	}
	return reach.Input
}

// exchange adds one asset that goes one way of a flow.
func (r *reference) exchange(from, to graph.Ref, asset int32, reply bool) {
	switch {
	case from.Type == graph.ActorType && to.Type == graph.ComponentType:
		mode := r.firstMode(to.Index)
		if reply {
			mode = reach.Planted
		}
		r.seeds = append(r.seeds, seed{r.g.Actors[from.Index].Trust, r.copyOf(asset, to.Index), mode, false})
	case from.Type == graph.ComponentType && to.Type == graph.ComponentType:
		r.between(from.Index, to.Index, asset, reply)
	}
}

func (r *reference) between(from, to, asset int32, reply bool) {
	sender, a := r.g.Components[from].Kind, r.g.Assets[asset].Kind
	agents := sender.ID == "agent" && r.g.Components[to].Kind.ID == "agent"
	there, relayed, made := r.copyOf(asset, to), same, same
	if r.isStore(to) || r.isPeople(to) || agents {
		relayed, made = plants, plants
	}
	if reply {
		if r.g.Components[to].Kind.Family != "channel" || r.isStore(to) {
			relayed = plants
		}
		if r.isPeople(to) {
			made = turns
		}
	}
	if a.ID == "model" && !sender.MakesAll {
		made = learn
	}
	r.edges = append(r.edges, edge{r.copyOf(asset, from), there, relayed, r.watched(from)})
	if !r.isStore(from) && sender.Originates(a.ID) {
		r.edges = append(r.edges, edge{r.mix(from), there, made, r.watched(from)})
	}
}

// watched is 1 where people or a guard look at what passes.
func (r *reference) watched(c int32) int {
	if r.g.Components[c].Kind.Family == "guard" {
		return 1
	}
	for _, f := range r.g.Components[c].Facts {
		if f.Name.Value == "selects" && (f.Value.Value == "sample" || f.Value.Value == "by-threshold") {
			return 0
		}
	}
	if r.isPeople(c) {
		return 1
	}
	return 0
}

func (r *reference) stage(s *graph.Stage) {
	node := "stage " + s.ID.Value
	for _, u := range s.Consumes {
		r.edges = append(r.edges, edge{r.copyOf(u.Index, s.On), node, same, 0})
		for _, h := range r.g.Assets[u.Index].HeldBy {
			r.carried(h.Index, s.On, u.Index)
		}
	}
	for _, u := range s.Produces {
		if s.Kind.ID == "collect" {
			r.origin(u.Index, s.On)
		}
		for _, h := range r.g.Assets[u.Index].HeldBy {
			r.carried(s.On, h.Index, u.Index)
		}
		change, weaker := same, 0
		if s.Kind.Fits {
			change = learn
		}
		if s.Kind.ID == "train" {
			weaker = 1
		}
		if s.Kind.ID != "evaluate" {
			r.edges = append(r.edges, edge{node, r.copyOf(u.Index, s.On), change, weaker})
		}
	}
}

// carried is what a stage moves.
func (r *reference) carried(from, to, asset int32) {
	if from == to {
		return
	}
	change := same
	if r.isStore(to) || r.isPeople(to) {
		change = plants
	}
	r.edges = append(r.edges, edge{r.copyOf(asset, from), r.copyOf(asset, to), change, r.watched(from)})
}

// solve finds the cheapest way of a class to every state.
func (r *reference) solve(class vocab.Trust) map[state]reach.Way {
	best := map[state]reach.Way{}
	for _, s := range r.seeds {
		if s.class == class {
			improve(best, state{s.node, s.mode}, reach.Way{Origin: s.origin})
		}
	}
	for changed := true; changed; {
		changed = false
		for _, e := range r.edges {
			for mode := reach.Input; mode <= reach.Learned; mode++ {
				w, reached := best[state{e.from, mode}]
				to, passes := e.change(mode)
				if !reached || !passes {
					continue
				}
				w.Steps++
				w.Attenuation = min(w.Attenuation+e.weaker, 5)
				changed = improve(best, state{e.to, to}, w) || changed
			}
		}
	}
	return best
}

func improve(best map[state]reach.Way, s state, w reach.Way) bool {
	if old, ok := best[s]; ok && compareWays(old, w) <= 0 {
		return false
	}
	best[s] = w
	return true
}

func compareWays(a, b reach.Way) int {
	return cmp.Or(cmp.Compare(a.Attenuation, b.Attenuation), cmp.Compare(number(a.Origin), number(b.Origin)), cmp.Compare(a.Steps, b.Steps))
}

func number(b bool) int {
	if b {
		return 1
	}
	return 0
}
