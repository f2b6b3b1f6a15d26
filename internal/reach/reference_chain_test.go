package reach_test

import (
	"cmp"
	"slices"
	"strings"

	"tmodel/internal/graph"
	"tmodel/internal/reach"
	"tmodel/internal/vocab"
)

// hop is README.md's tables of authority and dependence, line by line: a component acts on another, or needs it.
type hop struct {
	from, to int32
	weaker   int
}

// leg is the length of a way over hops.
type leg struct{ weakened, steps int }

func (l leg) compare(m leg) int {
	return cmp.Or(cmp.Compare(l.weakened, m.weakened), cmp.Compare(l.steps, m.steps))
}

func (l leg) after(h hop) leg { return leg{min(l.weakened+h.weaker, 5), l.steps + 1} }

// between calls for each flow between two components.
func (r *reference) flowsBetween(yield func(f *graph.Flow)) {
	for i := range r.g.Flows {
		if f := &r.g.Flows[i]; f.From.Type == graph.ComponentType && f.To.Type == graph.ComponentType {
			yield(f)
		}
	}
}

func (r *reference) actsOn() []hop {
	var out []hop
	r.flowsBetween(func(f *graph.Flow) {
		forth := hop{f.From.Index, f.To.Index, r.watched(f.From.Index)}
		if r.speaks(f.From.Index) || r.opinion(f.From.Index, f.Carries) {
			out = append(out, forth)
		}
		if r.opinion(f.To.Index, f.Returns) {
			out = append(out, hop{f.To.Index, r.told(f.From.Index), r.watched(f.To.Index)})
		}
		if told := r.told(f.To.Index); told != f.To.Index && len(f.Returns) > 0 {
			out = append(out, hop{told, r.told(f.From.Index), r.watched(f.To.Index)})
		}
	})
	for i := range r.g.Assets {
		a := &r.g.Assets[i]
		for c := range r.g.Components {
			for _, u := range a.Opens {
				if a.Kind.Acts != "key" && r.present(int32(i), int32(c)) && r.g.Components[c].Kind.Originates(a.Kind.ID) && u.Index != int32(c) {
					out = append(out, hop{int32(c), u.Index, 0})
				}
			}
		}
	}
	return out
}

// toldFrom is the first of the numbers that stand for components that were given an answer.
const toldFrom = 1_000_000

// told is a channel or a guard that was given an answer, which it only hands back; any other component acts on one.
func (r *reference) told(c int32) int32 {
	if family := r.g.Components[c].Kind.Family; !r.isStore(c) && (family == "channel" || family == "guard") {
		return c + toldFrom
	}
	return c
}

// speaks says whether a component asks others for what it was asked.
func (r *reference) speaks(c int32) bool {
	return !r.isStore(c) && strings.Contains(" language guard people channel tool ", " "+r.g.Components[c].Kind.Family+" ")
}

// opinion says whether one of the assets is an answer that the component gives, and not something that it passes on.
func (r *reference) opinion(c int32, uses []graph.Use) bool {
	kind := r.g.Components[c].Kind
	return !r.isStore(c) && strings.Contains(" serving language people guard ", " "+kind.Family+" ") && slices.ContainsFunc(uses, func(u graph.Use) bool {
		asset := r.g.Assets[u.Index].Kind
		return kind.Originates(asset.ID) && asset.Acts == "data"
	})
}

func (r *reference) needs() []hop {
	var out []hop
	add := func(c, needed int32) {
		facts := r.g.Components[needed].Facts
		if c != needed && !r.says(facts, "on_failure", "default-value") && !r.says(facts, "on_failure", "open") {
			out = append(out, hop{c, needed, 0})
		}
	}
	r.flowsBetween(func(f *graph.Flow) {
		switch {
		case len(f.Returns) > 0:
			add(f.From.Index, f.To.Index)
		case len(f.Carries) > 0 && !r.isStore(f.To.Index):
			add(f.To.Index, f.From.Index)
		}
	})
	for c := range r.g.Components {
		if on := r.g.Components[c].RunsOn; on >= 0 {
			add(int32(c), on)
		}
	}
	for i := range r.g.Stages {
		s := &r.g.Stages[i]
		if !r.says(s.Facts, "cadence", "periodic") && !r.says(s.Facts, "cadence", "continuous") {
			continue
		}
		for _, u := range s.Consumes {
			for _, h := range r.g.Assets[u.Index].HeldBy {
				add(s.On, h.Index)
			}
		}
	}
	return out
}

// legsTo is the shortest way from each component to a sink, by rounds over all hops until nothing changes.
func legsTo(hops []hop, sink int32) map[int32]leg {
	best := map[int32]leg{sink: {}, sink + toldFrom: {}}
	for changed := true; changed; {
		changed = false
		for _, h := range hops {
			l, ok := best[h.to]
			if old, before := best[h.from]; ok && (!before || l.after(h).compare(old) < 0) {
				best[h.from], changed = l.after(h), true
			}
		}
	}
	return best
}

// shortest is the shortest way from a component to one of the sinks that is not itself, first over a hop that is allowed.
func shortest(hops []hop, component int32, sinks []int32, first func(int32) bool) (best leg, found bool) {
	for _, s := range sinks {
		legs := legsTo(hops, s)
		for _, h := range hops {
			l, ok := legs[h.to]
			if s == component || h.from != component || !ok || first != nil && !first(h.to%toldFrom) {
				continue
			}
			if l = l.after(h); !found || l.compare(best) < 0 {
				best, found = l, true
			}
		}
	}
	return best, found
}

// actedOn is the weight of the likeliest way by which people make a component act.
func (r *reference) actedOn(component int32, atMost vocab.Trust, ways map[vocab.Trust]map[state]reach.Way) (best int, found bool) {
	legs := legsTo(r.actsOn(), component)
	for c := range r.g.Components {
		modes := []reach.Mode{reach.Input, reach.Planted, reach.Learned, reach.Control}
		if decides := !r.isStore(component) && strings.Contains(" serving language people guard ", " "+r.g.Components[component].Kind.Family+" "); int32(c) == component && !decides {
			modes = []reach.Mode{reach.Input, reach.Control}
		}
		leg, ok := legs[int32(c)]
		for class := vocab.Anonymous; ok && class <= atMost; class++ {
			for _, m := range modes {
				w, reached := ways[class][state{r.mix(int32(c)), m}]
				if weight := reach.Weight(class, min(w.Attenuation+leg.weakened, 5)); reached && (!found || weight < best) {
					best, found = weight, true
				}
			}
		}
	}
	return best, found
}

// circle says whether what is at one element comes back to it through another.
func (r *reference) circle(component, through graph.Ref) bool {
	for _, at := range r.places(component) {
		for _, by := range r.places(through) {
			if component != through && r.leads(at, by) && r.leads(by, at) {
				return true
			}
		}
	}
	return false
}

// places are the nodes of an element: a store is its copies.
func (r *reference) places(e graph.Ref) []string {
	switch {
	case e.Type == graph.StageType:
		return []string{"stage " + r.g.ID(e)}
	case !r.isStore(e.Index):
		return []string{r.mix(e.Index)}
	}
	var out []string
	for a := range r.g.Assets {
		out = append(out, r.copyOf(int32(a), e.Index))
	}
	return out
}

// leads says whether content gets from one node to another, in whatever mode. What only power moves is no content.
func (r *reference) leads(from, to string) bool {
	seen := map[string]bool{from: true}
	for changed := true; changed && !seen[to]; {
		changed = false
		for _, e := range r.edges {
			machine := strings.HasPrefix(e.from, "mix ") && strings.HasPrefix(e.to, "mix ")
			if !e.powers && !machine && seen[e.from] && !seen[e.to] {
				seen[e.to], changed = true, true
			}
		}
	}
	return seen[to]
}
