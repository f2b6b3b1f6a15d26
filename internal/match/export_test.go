package match

import (
	"tmodel/internal/graph"
	"tmodel/internal/source"
)

// RelationsOf, Phrases and Relate let tests hold the three lists of relations against each other.
var (
	RelationsOf = relationsOf
	Phrases     = phrases
	AnyEnd      = anyEnd
	Verbs       = verbs
)

// Relate collects what relate yields.
func Relate(g *graph.Graph, r graph.Ref, name string) (refs []graph.Ref, spans []source.Span) {
	relate(g, r, name, func(other graph.Ref, span source.Span) bool {
		refs, spans = append(refs, other), append(spans, span)
		return true
	})
	return refs, spans
}

// Types are the types of elements by their words.
func Types() map[string]graph.Type {
	out := map[string]graph.Type{}
	for _, t := range typesAsked {
		out[typeWord(t)] = t
	}
	return out
}
