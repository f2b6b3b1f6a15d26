package match

import (
	"slices"

	"tmodel/internal/graph"
	"tmodel/internal/source"
)

// relateHost leads from a component to the machine under it, to what runs on it, or to whoever runs it in the owner's place.
func relateHost(g *graph.Graph, c *graph.Component, name string, yield func(graph.Ref, source.Span) bool) {
	switch {
	case name == "runs_on" && c.RunsOn >= 0:
		yield(graph.Ref{Type: graph.ComponentType, Index: c.RunsOn}, c.Component.RunsOn.Span)
	case name == "hosts":
		for _, i := range c.Hosts {
			if !yield(graph.Ref{Type: graph.ComponentType, Index: i}, g.Components[i].Component.RunsOn.Span) {
				return
			}
		}
	case name == "operator" && c.Operator >= 0:
		yield(graph.Ref{Type: graph.ActorType, Index: c.Operator}, c.OperatedAt)
	}
}

// readers yields the components to which flows bring an asset.
func readers(g *graph.Graph, asset int32, yield func(graph.Ref, source.Span) bool) {
	for _, i := range g.Assets[asset].Moved {
		f := &g.Flows[i]
		if f.To.Type == graph.ComponentType && has(f.Carries, asset) && !yield(f.To, f.Flow.To.Span) {
			return
		}
		if f.From.Type == graph.ComponentType && has(f.Returns, asset) && !yield(f.From, f.Flow.From.Span) {
			return
		}
	}
}

func has(uses []graph.Use, index int32) bool {
	return slices.ContainsFunc(uses, func(u graph.Use) bool { return u.Index == index })
}

// answered yields who gets a reply from a component.
func answered(g *graph.Graph, c *graph.Component, yield func(graph.Ref, source.Span) bool) {
	for _, i := range c.In {
		if f := &g.Flows[i]; len(f.Returns) > 0 && !yield(f.From, f.Flow.From.Span) {
			return
		}
	}
}
