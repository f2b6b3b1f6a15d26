package reach

import (
	"slices"

	"tmodel/internal/graph"
	"tmodel/internal/source"
)

// Needs is the chain by which a component depends on others: what it asks, what sends to it, the machine under it, and
// the holders of what its stages use again and again. It ends at the sinks.
func (a *Analysis) Needs(sinks []int32) *Chain {
	if a.needs == nil {
		a.needs = a.net.needs()
	}
	return a.net.chain(a.needs, sinks)
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

// Needed is one component on which another depends, and the way there.
type Needed struct {
	Component int32
	Steps     []Step
}

// NeededBy are all components on which one depends, the nearest first.
func (a *Analysis) NeededBy(component int32) []Needed {
	if a.needs == nil {
		a.needs = a.net.needs()
	}
	ways, out := map[int32][]Step{component: nil}, []Needed(nil)
	for front := []int32{component}; len(front) > 0; front = front[1:] {
		for _, j := range a.net.linksFrom(a.needs, front[0]) {
			l := &a.needs[j]
			if _, seen := ways[l.to]; seen {
				continue
			}
			step := Step{At: graph.Ref{Type: graph.ComponentType, Index: l.to}, Via: l.via, Span: *l.span}
			ways[l.to] = append(slices.Clone(ways[front[0]]), step)
			front = append(front, l.to)
			out = append(out, Needed{l.to, ways[l.to]})
		}
	}
	return out
}
