package reach_test

import (
	"slices"
	"strings"

	"tmodel/internal/graph"
	"tmodel/internal/reach"
	"tmodel/internal/vocab"
)

// tells says that what is at one node is known from another, no better than so. Nodes are those of influence; the mix of
// a component stands for what it says.
type tells struct {
	from, to string
	most     reach.Strength
}

// answer is all that one class affects and knows.
type answer struct {
	ways   map[state]reach.Way
	known  knownWays
	opened bool // a credential was used
}

// knownWays is how often the ways are weakened by which a node is known, for each strength.
type knownWays map[knownState]int

type knownState struct {
	node     string
	strength reach.Strength
}

// raise notes that a node is known, and says whether that is news.
func (k knownWays) raise(node string, s reach.Strength, weakened int) bool {
	if old, ok := k[knownState{node, s}]; s == reach.NoStrength || ok && old <= weakened {
		return false
	}
	k[knownState{node, s}] = weakened
	return true
}

// least is how often the best way is weakened by which a node is known so well.
func (k knownWays) least(node string, s reach.Strength) (int, bool) {
	best, found := 0, false
	for ; s <= reach.Verbatim; s++ {
		if w, ok := k[knownState{node, s}]; ok && (!found || w < best) {
			best, found = w, true
		}
	}
	return best, found
}

// solveAll repeats both tables until no credential is gained, and none for less.
func (r *reference) solveAll(class vocab.Trust) answer {
	seeds, out := slices.Clone(r.seeds), answer{}
	defer func() { r.seeds = seeds }()
	for opened := map[string]int{}; ; {
		out.ways = r.solve(class)
		out.known = r.solveKnown(class, out.ways)
		more := false
		for i := range r.g.Assets {
			a := &r.g.Assets[i]
			weakened, known := r.knownSomewhere(out.known, int32(i))
			if was, before := opened[a.ID.Value]; a.Kind.ID != "credential" || !known || before && was <= weakened {
				continue
			}
			opened[a.ID.Value], more = weakened, true
			for _, u := range a.Opens {
				_, owns := out.ways[state{r.mix(u.Index), reach.Own}]
				if r.comesToTheDoor(class, u.Index) && !owns {
					out.opened = true
					r.seeds = append(r.seeds, seed{class, r.mix(u.Index), reach.Control, false, min(weakened+1, 5)})
				}
			}
		}
		if !more {
			return out
		}
	}
}

func (r *reference) knownSomewhere(known knownWays, asset int32) (best int, found bool) {
	for c := range r.g.Components {
		if w, ok := known.least(r.copyOf(asset, int32(c)), reach.Repeatable); ok && (!found || w < best) {
			best, found = w, true
		}
	}
	return best, found
}

func (r *reference) comesToTheDoor(class vocab.Trust, c int32) bool {
	at := graph.Ref{Type: graph.ComponentType, Index: c}
	comes := func(t vocab.Trust) bool { return t != vocab.NoTrust && t <= class }
	if r.g.Components[c].Operator >= 0 || comes(r.g.ZoneTrust(at)) {
		return true
	}
	for _, f := range r.g.Flows {
		if f.To != at {
			continue
		}
		if f.From.Type == graph.ActorType && comes(r.g.Actors[f.From.Index].Trust) || f.From.Type == graph.ComponentType && comes(r.g.ZoneTrust(f.From)) {
			return true
		}
	}
	return false
}

// solveKnown raises what is known until nothing changes.
func (r *reference) solveKnown(class vocab.Trust, ways map[state]reach.Way) knownWays {
	known := knownWays{}
	for i := range r.g.Flows {
		r.handed(&r.g.Flows[i], class, known)
	}
	for c := range r.g.Components {
		r.power(int32(c), ways, known)
	}
	list := r.allTells()
	for changed := true; changed; {
		changed = false
		for _, t := range list {
			for s := reach.Aggregate; s <= reach.Verbatim; s++ {
				if w, ok := known[knownState{t.to, s}]; ok {
					changed = known.raise(t.from, min(t.most, s), w) || changed
				}
			}
		}
	}
	return known
}

// handed is who reads what a flow moves: actors at its ends, and whoever is on the line.
func (r *reference) handed(f *graph.Flow, class vocab.Trust, known knownWays) {
	hand := func(from, to graph.Ref, uses []graph.Use) {
		for _, u := range uses {
			if from.Type == graph.ComponentType && to.Type == graph.ActorType && r.g.Actors[to.Index].Trust == class {
				known.raise(r.copyOf(u.Index, from.Index), reach.Verbatim, 0)
			}
		}
	}
	hand(f.From, f.To, f.Carries)
	hand(f.To, f.From, f.Returns)
	a, b := r.g.ZoneTrust(f.From), r.g.ZoneTrust(f.To)
	if f.Encrypted.Value == "no" && a != b && a != vocab.NoTrust && b != vocab.NoTrust && min(a, b) == class {
		for _, u := range slices.Concat(f.Carries, f.Returns) {
			for _, end := range []graph.Ref{f.From, f.To} {
				if end.Type == graph.ComponentType {
					known.raise(r.copyOf(u.Index, end.Index), reach.Verbatim, 0)
				}
			}
		}
	}
}

// power is what follows from being able to change a component.
func (r *reference) power(c int32, ways map[state]reach.Way, known knownWays) {
	comp := &r.g.Components[c]
	for _, m := range reach.AllModes() {
		w, reached := ways[state{r.mix(c), m}]
		out := !r.says(comp.Facts, "egress", "none")
		if comp.Kind.Family == "language" {
			out = r.carriesOut(c)
		}
		switch {
		case !reached:
		case m == reach.Own || m == reach.Control && out:
			for a := range r.g.Assets {
				if r.present(int32(a), c) {
					known.raise(r.copyOf(int32(a), c), reach.Verbatim, w.Attenuation)
				}
			}
		case m != reach.Learned && comp.Kind.Family == "language" && out:
			known.raise(r.mix(c), reach.Repeatable, w.Attenuation)
		}
	}
}

// present says whether there is a copy of an asset at a component: held, moved there, used or made there, or inside of one.
func (r *reference) present(a, c int32) bool {
	at := graph.Ref{Type: graph.ComponentType, Index: c}
	in := func(uses []graph.Use) bool { return uses != nil && has(uses, a) }
	if in(r.g.Components[c].Holds) {
		return true
	}
	for _, f := range r.g.Flows {
		if (f.From == at || f.To == at) && (in(f.Carries) || in(f.Returns)) {
			return true
		}
	}
	for _, s := range r.g.Stages {
		if s.On == c && (in(s.Consumes) || in(s.Produces)) {
			return true
		}
	}
	for _, u := range r.g.Assets[a].PartOf {
		if r.present(u.Index, c) {
			return true
		}
	}
	return false
}

func has(uses []graph.Use, a int32) bool {
	return slices.ContainsFunc(uses, func(u graph.Use) bool { return u.Index == a })
}

func (r *reference) carriesOut(c int32) bool {
	at := graph.Ref{Type: graph.ComponentType, Index: c}
	away := func(end graph.Ref) bool {
		return end.Type == graph.ComponentType && (r.says(r.g.Components[end.Index].Facts, "egress", "open") || r.says(r.g.Components[end.Index].Facts, "egress", "listed"))
	}
	for _, f := range r.g.Flows {
		if f.From == at && (away(f.To) || f.To.Type == graph.ComponentType && r.says(r.g.Components[f.To.Index].Facts, "audience", "public")) {
			return true
		}
		if f.To == at && away(f.From) && r.says(r.g.Components[f.From.Index].Facts, "interprets", "markup") {
			return true
		}
	}
	return false
}

// allTells is README.md's table of disclosure, line by line.
func (r *reference) allTells() []tells {
	var out []tells
	pass := func(from, to graph.Ref, a int32) {
		if from.Type == graph.ComponentType && to.Type == graph.ComponentType {
			out = append(out, tells{r.copyOf(a, from.Index), r.copyOf(a, to.Index), reach.Verbatim})
		}
	}
	for _, f := range r.g.Flows {
		for _, u := range f.Carries {
			pass(f.From, f.To, u.Index)
			out = append(out, r.toldBy(f.From, u.Index)...)
		}
		for _, u := range f.Returns {
			pass(f.To, f.From, u.Index)
			out = append(out, r.toldBy(f.To, u.Index)...)
		}
	}
	for i := range r.g.Stages {
		out = append(out, r.toldByStage(&r.g.Stages[i])...)
	}
	for i := range r.g.Assets {
		for _, u := range r.g.Assets[i].Contains {
			for c := range r.g.Components {
				out = append(out, tells{r.copyOf(u.Index, int32(c)), r.copyOf(int32(i), int32(c)), reach.Verbatim})
			}
		}
	}
	return out
}

// toldBy is what an asset tells that a component made and sends: vectors of whatever it was given, the rest by kind.
func (r *reference) toldBy(from graph.Ref, made int32) []tells {
	if from.Type != graph.ComponentType || r.isStore(from.Index) || !r.g.Components[from.Index].Kind.Originates(r.g.Assets[made].Kind.ID) {
		return nil
	}
	says, of := r.mix(from.Index), r.tellsOf
	if r.g.Assets[made].Kind.ID == "embedding" && r.g.Components[from.Index].Kind.Family != "language" {
		says, of = "vectors of "+r.g.Components[from.Index].ID.Value, r.vectorsOf
	}
	out := []tells{{says, r.copyOf(made, from.Index), reach.Verbatim}}
	for a := range r.g.Assets {
		if r.given(int32(a), from.Index) {
			out = append(out, tells{r.copyOf(int32(a), from.Index), says, of(int32(a), from.Index)})
		}
	}
	return out
}

// given says whether an asset lies at a component, came there, or is used or made by a stage there, or is inside of one.
func (r *reference) given(a, c int32) bool {
	at := graph.Ref{Type: graph.ComponentType, Index: c}
	if has(r.g.Components[c].Holds, a) {
		return true
	}
	for _, f := range r.g.Flows {
		if f.To == at && has(f.Carries, a) || f.From == at && has(f.Returns, a) {
			return true
		}
	}
	for _, s := range r.g.Stages {
		if s.On == c && (has(s.Consumes, a) || has(s.Produces, a)) {
			return true
		}
	}
	return slices.ContainsFunc(r.g.Assets[a].PartOf, func(u graph.Use) bool { return r.given(u.Index, c) })
}

// vectorsOf is how much vectors tell of an asset where they are made.
func (r *reference) vectorsOf(a, c int32) reach.Strength {
	switch kind := r.g.Assets[a].Kind; {
	case kind.Acts == "parameters" && r.g.Components[c].Kind.AI:
		return r.tellsOf(a, c)
	case kind.Acts == "key" && !r.says(r.g.Assets[a].Facts, "stored", "plaintext"):
		return reach.NoStrength
	}
	return reach.Inferable
}

// tellsOf is how much what a component says tells of an asset there.
func (r *reference) tellsOf(a, c int32) reach.Strength {
	comp, kind := &r.g.Components[c], r.g.Assets[a].Kind
	switch {
	case kind.Acts == "parameters" && comp.Kind.AI:
		if r.says(comp.Facts, "output_detail", "label") || r.says(comp.Facts, "output_detail", "action-only") {
			return reach.Aggregate
		}
		return reach.Inferable
	case kind.Acts == "key" && !r.says(r.g.Assets[a].Facts, "stored", "plaintext"):
	case comp.Kind.Family == "language":
		if r.fetched(a, c) || r.says(comp.Facts, "keeps_history", "long-term") {
			return reach.Repeatable
		}
	case comp.Kind.Family == "federated":
		return reach.Inferable
	case comp.Kind.Family == "preparation":
		return reach.Repeatable
	case comp.Kind.Family == "serving" && kind.Acts == "data":
		return reach.Aggregate
	}
	return reach.NoStrength
}

// fetched says whether an asset is at a component without anybody having brought it.
func (r *reference) fetched(a, c int32) bool {
	at := graph.Ref{Type: graph.ComponentType, Index: c}
	if has(r.g.Components[c].Holds, a) {
		return true
	}
	for _, f := range r.g.Flows {
		if f.From == at && has(f.Returns, a) {
			return true
		}
	}
	for _, s := range r.g.Stages {
		if s.On == c && has(s.Consumes, a) {
			return true
		}
	}
	return false
}

// toldByStage is what a stage's products tell of what it used, and what it moves.
func (r *reference) toldByStage(s *graph.Stage) []tells {
	node, most := "stage "+s.ID.Value, reach.Repeatable
	switch {
	case strings.Contains(" train fine-tune reinforce federate embed ", " "+s.Kind.ID+" "):
		most = reach.Inferable
	case strings.Contains(" compress package deploy ", " "+s.Kind.ID+" "):
		most = reach.Verbatim
	case s.Kind.ID == "evaluate":
		most = reach.Aggregate
	}
	var out []tells
	for _, u := range s.Consumes {
		if r.g.Assets[u.Index].Kind.Acts != "key" {
			out = append(out, tells{r.copyOf(u.Index, s.On), node, most})
		}
		for _, h := range r.g.Assets[u.Index].HeldBy {
			out = append(out, tells{r.copyOf(u.Index, h.Index), r.copyOf(u.Index, s.On), reach.Verbatim})
		}
	}
	for _, u := range s.Produces {
		out = append(out, tells{node, r.copyOf(u.Index, s.On), reach.Verbatim})
		for _, h := range r.g.Assets[u.Index].HeldBy {
			out = append(out, tells{r.copyOf(u.Index, s.On), r.copyOf(u.Index, h.Index), reach.Verbatim})
		}
	}
	return out
}
