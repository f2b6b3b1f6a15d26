package why

import (
	"strings"

	"tmodel/internal/graph"
	"tmodel/internal/reach"
)

// arrow stands between the stations of a path.
const arrow = " -> "

// Sentence is a witness in one line: an authenticated seller -> upload-page -> classifier-api.
func Sentence(g *graph.Graph, w *reach.Witness) string {
	var parts []string
	var last graph.Ref
	for i, s := range w.Stations() {
		if s.At != last {
			parts = append(parts, station(g, s.At, i == 0))
		}
		last = s.At
	}
	return strings.Join(parts, arrow) + weakened(w.Attenuation)
}

// station is an element of a path. An asset that starts it stands for whoever made it; one in its midst is a key.
func station(g *graph.Graph, r graph.Ref, first bool) string {
	switch {
	case r.Type == graph.ActorType:
		class := g.Vocab.TrustWord(g.Actors[r.Index].Trust)
		return article(class) + " " + class + " " + g.ID(r)
	case r.Type == graph.AssetType && !first:
		return "with " + g.ID(r)
	case r.Type == graph.AssetType:
		a := &g.Assets[r.Index]
		return "whoever made " + a.ID.Value + " (" + a.Asset.Origin.Value + ": " + g.Vocab.TrustWord(a.Origin) + ")"
	case r.Type == graph.FlowType:
		return "whoever reads along on " + g.ID(r)
	}
	return g.ID(r)
}

func article(word string) string {
	if word != "" && strings.ContainsRune("aeiou", rune(word[0])) {
		return "an"
	}
	return "a"
}

// weakened says how often what acts on a path was weakened: by people who look, guards, the mass of other records.
func weakened(times int) string {
	switch times {
	case 0:
		return ""
	case 1:
		return " (weakened once)"
	case 2:
		return " (weakened twice)"
	}
	return " (weakened often)"
}
