package reach_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"tmodel/internal/graph"
	"tmodel/internal/reach"
	"tmodel/internal/vocab"
)

func TestChainsAgreeWithReference(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := tangle(drawn{r})
		g := resolve(t, text)
		a, slow := reach.New(g), newReference(g)
		sinks := rapid.SliceOfN(rapid.Int32Range(0, int32(len(g.Components)-1)), 0, 4).Draw(r, "sinks")
		compareChains(r, g, a.ActsOn(sinks), slow.actsOn(), sinks, text)
		compareChains(r, g, a.Needs(sinks), slow.needs(), sinks, text)
	})
}

// compareChains asks the way from each component, freely and first to any one other.
func compareChains(r *rapid.T, g *graph.Graph, c *reach.Chain, hops []hop, sinks []int32, text string) {
	for i := range int32(len(g.Components)) {
		for next := range int32(len(g.Components) + 1) {
			var first func(int32) bool
			if next > 0 {
				first = func(to int32) bool { return to == next-1 }
			}
			steps, sink, weakened := c.Way(i, first)
			want, there := shortest(hops, i, sinks, first)
			if (steps != nil) != there || there && (leg{int(weakened), len(steps)}) != want {
				r.Fatalf("c%d to %v first over %d: got %v -%d, want %v %v in\n%s", i, sinks, next-1, len(steps), weakened, there, want, text)
			}
			if there {
				checkChain(r, g, steps, i, sink, sinks, int(weakened), hops, text)
			}
		}
	}
}

// checkChain holds that a way leads over real hops, weakened as often as it says, to a sink.
func checkChain(r *rapid.T, g *graph.Graph, steps []reach.Step, at, sink int32, sinks []int32, weakened int, hops []hop, text string) {
	from, sums := at, map[int32]int{at: 0} // asked, or given an answer: how often the way is weakened until there
	for _, s := range steps {
		next := map[int32]int{}
		for _, h := range hops {
			sum, here := sums[h.from]
			if old, there := next[h.to]; here && h.to%toldFrom == s.At.Index && (!there || sum+h.weaker < old) {
				next[h.to] = sum + h.weaker
			}
		}
		if len(next) == 0 {
			r.Fatalf("nothing leads from c%d to %s in\n%s", from, g.ID(s.At), text)
		}
		if !isHop(g, from, s) {
			r.Fatalf("c%d to %s: %s says %q", from, g.ID(s.At), g.ID(s.Via), word(s.Span))
		}
		from, sums = s.At.Index, next
	}
	sum := slices.Min(slices.Collect(maps.Values(sums)))
	isSink := false
	for _, s := range sinks {
		isSink = isSink || s == sink
	}
	if from != sink || !isSink || sink == at || min(sum, 5) != weakened {
		r.Fatalf("c%d leads to c%d, weakened %d times, not %d, want one of %v in\n%s", at, from, sum, weakened, sinks, text)
	}
}

// isHop says whether the flow, the stage, the answer or the machine that a step names leads there, and its place says so.
func isHop(g *graph.Graph, from int32, s reach.Step) bool {
	at := graph.Ref{Type: graph.ComponentType, Index: from}
	switch s.Via.Type {
	case graph.FlowType:
		f := &g.Flows[s.Via.Index]
		return (f.From == at && f.To == s.At || f.To == at && f.From == s.At) && word(s.Span) == g.ID(s.At)
	case graph.StageType:
		st := &g.Stages[s.Via.Index]
		return st.On == from && slices.ContainsFunc(st.Consumes, func(u graph.Use) bool {
			return has(g.Assets[u.Index].HeldBy, s.At.Index) && word(s.Span) == g.Assets[u.Index].ID.Value
		})
	case graph.AssetType:
		return has(g.Assets[s.Via.Index].Opens, s.At.Index) && word(s.Span) == g.ID(s.At)
	}
	return g.Components[from].RunsOn == s.At.Index && word(s.Span) == g.ID(s.At)
}

func TestNeededByIsAllThatIsNeeded(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := tangle(drawn{r})
		g := resolve(t, text)
		a, hops := reach.New(g), newReference(g).needs()
		for i := range int32(len(g.Components)) {
			found, last := map[int32]bool{}, 0
			list := a.NeededBy(i)
			for j, n := range list {
				steps := reach.StepsTo(list, j)
				want, there := shortest(hops, i, []int32{n.Component}, nil)
				if !there || len(steps) != want.steps || len(steps) < last || found[n.Component] {
					r.Fatalf("c%d needs c%d over %d steps, want %v %v in\n%s", i, n.Component, len(steps), there, want, text)
				}
				checkChain(r, g, steps, i, n.Component, []int32{n.Component}, 0, hops, text)
				found[n.Component], last = true, len(steps)
			}
			for j := range int32(len(g.Components)) {
				if _, there := shortest(hops, i, []int32{j}, nil); there != found[j] {
					r.Fatalf("c%d needs c%d: got %v, want %v in\n%s", i, j, found[j], there, text)
				}
			}
		}
	})
}

func TestActedOnAgreesWithReference(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := tangle(drawn{r})
		g := resolve(t, text)
		a, slow := reach.New(g), newReference(g)
		ways := map[vocab.Trust]map[state]reach.Way{}
		for class := vocab.Anonymous; class <= vocab.Administrator; class++ {
			ways[class] = slow.solveAll(class).ways
			for i := range int32(len(g.Components)) {
				want, there := slow.actedOn(i, class, ways)
				w := a.ActedOn(i, class)
				if (w != nil) != there || there && reach.Weight(w.Trust, w.Attenuation) != want {
					r.Fatalf("c%d by %s: got %s, want %v %d in\n%s", i, g.Vocab.TrustWord(class), show(g, w), there, want, text)
				}
				if there {
					checkActs(r, t, g, w, i)
				}
			}
		}
	})
}

// checkActs holds that a way is one of influence, which goes on over hops to what acts.
func checkActs(r *rapid.T, t *testing.T, g *graph.Graph, w *reach.Witness, component int32) {
	if w.Steps[len(w.Steps)-1].At != (graph.Ref{Type: graph.ComponentType, Index: component}) {
		r.Fatalf("c%d is acted on by %s", component, show(g, w))
	}
	start := *w
	for n := len(w.Steps); n > 2 && w.Steps[n-2].At.Type == graph.ComponentType && isHop(g, w.Steps[n-2].At.Index, w.Steps[n-1]); n-- {
		start.Steps = w.Steps[:n-1]
	}
	checkWitness(t, g, &start)
}

func TestCirclesAgreeWithReference(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := tangle(drawn{r})
		g := resolve(t, text)
		a, slow := reach.New(g), newReference(g)
		var all []graph.Ref
		each(g, func(e graph.Ref) {
			if e.Type != graph.AssetType {
				all = append(all, e)
			}
		})
		through := rapid.SliceOfN(rapid.SampledFrom(all), 0, 3).Draw(r, "through")
		circles := a.Circles(through)
		for i := range int32(len(g.Components)) {
			steps, by := circles.Of(i)
			there := false
			for _, e := range through {
				there = there || slow.circle(graph.Ref{Type: graph.ComponentType, Index: i}, e)
			}
			if (steps != nil) != there {
				r.Fatalf("c%d through %v: got %v, want %v in\n%s", i, through, steps, there, text)
			}
			if there {
				checkCircle(r, t, g, steps, i, by, text)
			}
		}
	})
}

// checkCircle holds that a circle starts and ends at the component, goes through the element, and is made of real steps.
func checkCircle(r *rapid.T, t *testing.T, g *graph.Graph, steps []reach.Step, component int32, by graph.Ref, text string) {
	at := graph.Ref{Type: graph.ComponentType, Index: component}
	passed := false
	for _, s := range steps {
		passed = passed || s.At == by
	}
	if last := steps[len(steps)-1]; last.At != at || by == at || !passed {
		r.Fatalf("c%d through %s: %s in\n%s", component, g.ID(by), fmt.Sprint(steps), text)
	}
	checkSteps(t, g, &reach.Witness{Steps: append([]reach.Step{{At: at}}, steps...)})
}
