package reach_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tmodel/internal/graph"
	"tmodel/internal/reach"
	"tmodel/internal/synthetic"
	"tmodel/internal/vocab"
)

// Laws of all analyses, over systems that rapid makes up and makes smaller where one breaks a law.

func TestOrderInTheFileMeansNothing(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := system(r)
		before, after := answers(t, text), answers(t, string(synthetic.Shuffle([]byte(text), rapid.Uint64().Draw(r, "order"))))
		sameAnswers(r, before, after, text)
	})
}

func TestRenamingInOrderChangesOnlyNames(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := system(r)
		sameAnswers(r, answers(t, text), answers(t, string(synthetic.Rename([]byte(text)))), text)
	})
}

func TestRemovingAFlowMakesNothingLikelier(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := system(r)
		before := answers(t, text)
		n := rapid.IntRange(0, synthetic.Flows([]byte(text))-1).Draw(r, "removed flow")
		for question, now := range answers(t, string(synthetic.RemoveFlow([]byte(text), n))) {
			if was, ok := before[question]; !ok || was.weight > now.weight {
				r.Fatalf("%s: after the removal of flow %d %s, before %q in\n%s", question, n, now.path, was.path, text)
			}
		}
	})
}

// system is a tangle, or now and then a system of a shop that makes sense.
func system(r *rapid.T) string {
	if rapid.IntRange(0, 4).Draw(r, "kind of system") == 4 {
		return string(synthetic.System(synthetic.Options{Components: rapid.IntRange(1, 12).Draw(r, "components"), Seed: rapid.Uint64().Draw(r, "seed")}))
	}
	return tangle(drawn{r})
}

func sameAnswers(r *rapid.T, before, after map[string]answered, text string) {
	for question, was := range before {
		if now := after[question]; now != was {
			r.Fatalf("%s: %q, then %q in\n%s", question, was.path, now.path, text)
		}
	}
	if len(before) != len(after) {
		r.Fatalf("%d answers, then %d in\n%s", len(before), len(after), text)
	}
}

// answered is how likely something is, less being likelier, and by what way.
type answered struct {
	weight int
	path   string
}

// asker puts every question there is to a graph. Elements are called by their numbers, so that names mean nothing.
type asker struct {
	g     *graph.Graph
	a     *reach.Analysis
	found map[string]answered
}

func answers(t testing.TB, text string) map[string]answered {
	g := resolve(t, text)
	q := &asker{g, reach.New(g), map[string]answered{}}
	for class := vocab.Anonymous; class <= vocab.Administrator; class++ {
		each(g, func(r graph.Ref) { q.influence(r, class) })
		for i := range g.Components {
			q.disclosure(int32(i), class)
			q.witness(fmt.Sprint("acted ", i, class), q.a.ActedOn(int32(i), class))
		}
	}
	for i := range g.Components {
		q.chains(int32(i))
	}
	each(g, func(r graph.Ref) {
		if r.Type != graph.AssetType {
			q.circles(r)
		}
	})
	return q.found
}

func (q *asker) witness(question string, w *reach.Witness) {
	if w != nil {
		q.found[question] = answered{reach.Weight(w.Trust, w.Attenuation), q.path(w.Stations())}
	}
}

func (q *asker) path(steps []reach.Step) string {
	var out strings.Builder
	for _, s := range steps {
		fmt.Fprintf(&out, "%s %d, ", s.At.Type, s.At.Index)
	}
	return out.String()
}

func (q *asker) influence(r graph.Ref, class vocab.Trust) {
	for _, m := range reach.AllModes() {
		q.witness(fmt.Sprint("influence ", r, m, class), q.a.Influence(r, []reach.Mode{m}, class, nil))
	}
}

func (q *asker) disclosure(component int32, class vocab.Trust) {
	for asset := range q.g.Assets {
		for s := reach.Aggregate; s <= reach.Verbatim; s++ {
			q.witness(fmt.Sprint("disclosure ", component, asset, s, class), q.a.Disclosure(component, int32(asset), s, class))
		}
	}
}

// chains asks what leads to a component by authority and by dependence.
func (q *asker) chains(sink int32) {
	for name, c := range map[string]*reach.Chain{"authority": q.a.ActsOn([]int32{sink}), "needs": q.a.Needs([]int32{sink})} {
		for i := range q.g.Components {
			if steps, _, weakened := c.Way(int32(i), nil); steps != nil {
				q.found[fmt.Sprint(name, " ", i, " ", sink)] = answered{int(weakened), q.path(steps)}
			}
		}
	}
	list := q.a.NeededBy(sink)
	for i, n := range list {
		q.found[fmt.Sprint("needed ", n.Component, " by ", sink)] = answered{0, q.path(reach.StepsTo(list, i))}
	}
}

func (q *asker) circles(through graph.Ref) {
	circles := q.a.Circles([]graph.Ref{through})
	for i := range q.g.Components {
		if steps, _ := circles.Of(int32(i)); steps != nil {
			q.found[fmt.Sprint("circle ", i, " through ", through)] = answered{0, q.path(steps)}
		}
	}
}
