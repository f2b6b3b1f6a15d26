package reach_test

import (
	"cmp"
	"slices"
	"strings"

	"tmodel/internal/graph"
	"tmodel/internal/model"
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

// edge leads from a node to another. Nodes are "mix COMPONENT", "stage STAGE" and "copy ASSET COMPONENT". Control and
// ownership leave a component as what is written there; an edge of powers is for them alone.
type edge struct {
	from, to string
	change   func(reach.Mode) (reach.Mode, bool)
	weaker   int
	powers   bool
	reply    bool
}

// pass is the mode behind an edge.
func (e edge) pass(m reach.Mode) (reach.Mode, bool) {
	power := m == reach.Control || m == reach.Own
	if e.powers && !power {
		return m, false
	}
	if strings.HasPrefix(e.from, "mix ") && strings.HasPrefix(e.to, "mix ") {
		return e.change(m)
	}
	if power && strings.HasPrefix(e.from, "mix ") {
		if m == reach.Own && !e.reply {
			m = reach.Input
		} else {
			m = reach.Planted
		}
	}
	return e.change(m)
}

type seed struct {
	class  vocab.Trust
	node   string
	mode   reach.Mode
	origin bool

	weakened int
}

type state struct {
	node string
	mode reach.Mode
}

func same(m reach.Mode) (reach.Mode, bool)  { return m, true }
func learn(reach.Mode) (reach.Mode, bool)   { return reach.Learned, true }
func turns(m reach.Mode) (reach.Mode, bool) { return m, m != reach.Input }

func obeyed(reach.Mode) (reach.Mode, bool)   { return reach.Control, true }
func climbs(m reach.Mode) (reach.Mode, bool) { return m, m == reach.Control }
func houses(m reach.Mode) (reach.Mode, bool) { return m, m == reach.Control || m == reach.Own }

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
			r.seeds = append(r.seeds, seed{g.Actors[f.From.Index].Trust, "mix " + g.ID(f.To), r.firstMode(f.To.Index), false, 0})
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
	if !r.isStore(c) {
		for a := range r.g.Assets {
			r.read(int32(a), c)
		}
	}
	r.machine(c)
	for _, u := range r.g.Components[c].Holds {
		r.origin(u.Index, c)
	}
}

// read adds what a copy does at a process.
func (r *reference) read(a, c int32) {
	kind, comp := r.g.Assets[a].Kind, r.g.Components[c]
	to := func(change func(reach.Mode) (reach.Mode, bool), weaker int) {
		r.edges = append(r.edges, edge{from: r.copyOf(a, c), to: r.mix(c), change: change, weaker: weaker})
	}
	pinned := 0
	if r.says(r.g.Assets[a].Facts, "updates", "pinned") {
		pinned = 1
	}
	switch {
	case kind.Acts == "parameters":
		to(learn, pinned)
		if r.says(r.g.Assets[a].Facts, "format", "may-run-code") && comp.Kind.AI {
			to(func(m reach.Mode) (reach.Mode, bool) { return reach.Control, m != reach.Learned }, pinned)
		}
	case kind.Acts == "code" && r.runs(a, c):
		to(obeyed, 0)
		if comp.Kind.Family == "language" && comp.RunsOn >= 0 {
			r.edges = append(r.edges, edge{from: r.copyOf(a, c), to: r.mix(comp.RunsOn), change: obeyed})
		}
	case kind.Acts == "instructions" && r.obeying(c):
		to(same, 0)
		to(obeyed, pinned)
	default:
		to(same, 0)
	}
	if r.runsWhatComes(a, c) {
		to(obeyed, 0)
	}
}

// runs says whether code is run where it lies: by what the vocabulary says of the component's kind, or because it is
// held by what runs code and does not only read or look at it.
func (r *reference) runs(a, c int32) bool {
	comp := r.g.Components[c]
	reads := len(comp.Kind.Runs) == 0 || comp.Kind.Family == "language" || comp.Kind.Family == "guard"
	return comp.Kind.Executes(r.g.Assets[a].Kind.ID) || !reads && has(comp.Holds, a)
}

// obeying is what has a model in it that is told what to do.
func (r *reference) obeying(c int32) bool {
	kind := r.g.Components[c].Kind
	return kind.AI && strings.Contains(" language serving guard ", " "+kind.Family+" ")
}

func (r *reference) says(facts []model.Fact, name, value string) bool {
	for _, f := range facts {
		if f.Name.Value == name && f.Value.Value == value {
			return true
		}
	}
	return false
}

// runsWhatComes is for copies that a flow brings to what takes them for code.
func (r *reference) runsWhatComes(a, c int32) bool {
	has := func(uses []graph.Use) bool {
		return slices.ContainsFunc(uses, func(u graph.Use) bool { return u.Index == a })
	}
	at := graph.Ref{Type: graph.ComponentType, Index: c}
	comp := r.g.Components[c]
	interprets := r.says(comp.Facts, "interprets", "code")
	for _, f := range r.g.Flows {
		if f.To == at && has(f.Carries) && (interprets || comp.Kind.ID == "code-executor") {
			return true
		}
		if f.From == at && f.To.Type == graph.ComponentType && has(f.Returns) && interprets {
			return true
		}
	}
	return false
}

// machine adds who runs a component, and the machine under it.
func (r *reference) machine(c int32) {
	comp := r.g.Components[c]
	if comp.Operator >= 0 {
		r.seeds = append(r.seeds, seed{r.g.Actors[comp.Operator].Trust, r.mix(c), reach.Own, false, 0})
	}
	if comp.RunsOn < 0 {
		return
	}
	r.edges = append(r.edges, edge{from: r.mix(comp.RunsOn), to: r.mix(c), change: houses})
	if comp.Kind.Family != "channel" && comp.Kind.Family != "language" {
		r.edges = append(r.edges, edge{from: r.mix(c), to: r.mix(comp.RunsOn), change: climbs})
	}
}

func (r *reference) origin(asset, at int32) {
	if o := r.g.Assets[asset].Origin; o != vocab.NoTrust {
		r.seeds = append(r.seeds, seed{o, r.copyOf(asset, at), reach.Planted, true, 0})
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
		r.seeds = append(r.seeds, seed{r.g.Actors[from.Index].Trust, r.copyOf(asset, to.Index), mode, false, 0})
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
		if family := r.g.Components[to].Kind.Family; family != "channel" && family != "guard" || r.isStore(to) {
			relayed = plants
		}
		if r.isPeople(to) {
			made = turns
		}
	}
	if a.Acts == "parameters" && !sender.MakesAll {
		made = learn
	}
	r.edges = append(r.edges, edge{from: r.copyOf(asset, from), to: there, change: relayed, weaker: r.watched(from)},
		edge{from: r.mix(from), to: there, change: relayed, weaker: r.watched(from), powers: true, reply: reply})
	if !r.isStore(from) && sender.Originates(a.ID) && !(a.Acts == "instructions" && r.obeying(to)) {
		r.edges = append(r.edges, edge{from: r.mix(from), to: there, change: made, weaker: r.watched(from), reply: reply})
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
	if s.Kind.ID != "evaluate" {
		r.edges = append(r.edges, edge{from: r.mix(s.On), to: node, change: plants, powers: true})
	}
	for _, u := range s.Consumes {
		r.edges = append(r.edges, edge{from: r.copyOf(u.Index, s.On), to: node, change: same})
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
		if s.Kind.ID == "train" || s.Kind.ID == "federate" {
			weaker = 1
		}
		if s.Kind.ID != "evaluate" {
			r.edges = append(r.edges, edge{from: node, to: r.copyOf(u.Index, s.On), change: change, weaker: weaker})
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
	r.edges = append(r.edges, edge{from: r.copyOf(asset, from), to: r.copyOf(asset, to), change: change, weaker: r.watched(from)},
		edge{from: r.mix(from), to: r.copyOf(asset, to), change: plants, weaker: r.watched(from), powers: true})
}

// solve finds the cheapest way of a class to every state.
func (r *reference) solve(class vocab.Trust) map[state]reach.Way {
	best := map[state]reach.Way{}
	for _, s := range r.seeds {
		if s.class == class {
			improve(best, state{s.node, s.mode}, reach.Way{Origin: s.origin, Attenuation: s.weakened})
		}
	}
	for changed := true; changed; {
		changed = false
		for _, e := range r.edges {
			for mode := reach.Input; mode <= reach.Own; mode++ {
				w, reached := best[state{e.from, mode}]
				to, passes := e.pass(mode)
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
