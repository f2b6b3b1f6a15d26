package reach

import (
	"slices"

	"tmodel/internal/graph"
	"tmodel/internal/source"
)

// Needs is the chain by which a component depends on others: what it asks, what sends to it, the machine under it, and
// the holders of what its stages use again and again. It ends at the sinks.
func (a *Analysis) Needs(sinks []int32) *Chain {
	return a.net.chain(a.needing(), sinks)
}

func (a *Analysis) needing() *links {
	if a.needs == nil {
		a.needs = a.net.linked(a.net.needs())
	}
	return a.needs
}

// needs are the links of dependence. Where a default takes the place of an answer, or one goes on without it, nothing
// stops: that is influence of another sort.
func (n *network) needs() []link {
	var out []link
	add := func(from, to int32, via graph.Ref, span *source.Span) {
		v, _ := n.g.Fact(graph.Ref{Type: graph.ComponentType, Index: to}, "on_failure")
		if from != to && v.Value != "default-value" && v.Value != "open" {
			out = append(out, link{from, to, 0, via, span})
		}
	}
	for i := range n.g.Flows {
		f := &n.g.Flows[i]
		if f.From.Type != graph.ComponentType || f.To.Type != graph.ComponentType {
			continue
		}
		via := graph.Ref{Type: graph.FlowType, Index: int32(i)}
		if len(f.Returns) > 0 {
			add(f.From.Index, f.To.Index, via, &f.Flow.To.Span)
		}
		if len(f.Carries) > 0 && len(f.Returns) == 0 && n.g.Components[f.To.Index].Kind.Shape != "store" {
			add(f.To.Index, f.From.Index, via, &f.Flow.From.Span)
		}
	}
	for i := range n.g.Components {
		if c := &n.g.Components[i]; c.RunsOn >= 0 {
			add(int32(i), c.RunsOn, graph.Ref{}, &c.Component.RunsOn.Span)
		}
	}
	for i := range n.g.Movements {
		m := &n.g.Movements[i]
		stage := graph.Ref{Type: graph.StageType, Index: m.Stage}
		if n.says(stage, "cadence", "periodic", "continuous") && m.To == n.g.Stages[m.Stage].On {
			add(m.To, m.From, stage, &m.Span)
		}
	}
	return out
}

// Needed is one component on which another depends.
type Needed struct {
	Component int32
	Step      Step
	Before    int32 // the one of the list that needs it; -1: the component that was asked about
}

// NeededBy are all components on which one depends, the nearest first.
func (a *Analysis) NeededBy(component int32) []Needed {
	var out []Needed
	seen := map[int32]bool{component: true}
	need := func(of, before int32) {
		l := a.needing()
		for _, j := range l.out.at(of) {
			if to := l.all[j].to; !seen[to] {
				seen[to] = true
				out = append(out, Needed{to, l.step(j), before})
			}
		}
	}
	need(component, -1)
	for i := 0; i < len(out); i++ {
		need(out[i].Component, int32(i))
	}
	return out
}

// StepsTo is the way to one of those on which a component depends.
func StepsTo(list []Needed, i int) []Step {
	var steps []Step
	for at := int32(i); at >= 0; at = list[at].Before {
		steps = append(steps, list[at].Step)
	}
	slices.Reverse(steps)
	return steps
}
