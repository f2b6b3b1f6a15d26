package graph

import (
	"fmt"
	"slices"

	"tmodel/internal/diag"
	"tmodel/internal/vocab"
)

// flows notes what moves, and to whom.
func (w *warner) flows() {
	for i := range w.g.Flows {
		f := &w.g.Flows[i]
		w.mark(f.Carries)
		w.mark(f.Returns)
		if !w.store(f.To) {
			w.load(f.Carries)
		}
		if !w.store(f.From) {
			w.load(f.Returns)
		}
	}
}

func (w *warner) store(r Ref) bool {
	return r.Type == ComponentType && w.g.Components[r.Index].Kind.Shape == vocab.Store
}

func (w *warner) load(uses []Use) {
	for _, u := range uses {
		w.loaded[u.Index] = true
	}
}

// asset reports what nothing uses as it is meant to be used, the worst of it only.
func (w *warner) asset(i int32) {
	a := &w.g.Assets[i]
	id := diag.Quote(a.ID.Value)
	authors := w.authors(a)
	switch {
	case !w.touched[i]:
		w.add(diag.UnusedAsset, a.ID.Span, "nothing holds, carries or makes "+id, "say where it lies with holds, or remove it")
	case a.Kind.Acts == "parameters" && !w.loaded[i] && !w.inside[i] && len(a.ConsumedBy) == 0:
		w.add(diag.ModelUnloaded, a.ID.Span, "nothing loads "+id, "name it under holds of the component that answers with it, or under consumes of the stage that deploys it")
	case a.Kind.Acts == "key" && len(a.Opens) == 0:
		w.add(diag.OpensNothing, a.ID.Span, id+" opens nothing", "say what whoever has it gets into: opens: [the-component]")
	case len(authors) > 1:
		w.add(diag.TwoAuthors, a.ID.Span, fmt.Sprintf("%d stages make %s", len(authors), id),
			"what differs in who made it is two assets: give each its own; a stage that goes on from the other's work consumes it too", authors...)
	}
}

// authors are the places where stages say that they make an asset that they do not go on from.
func (w *warner) authors(a *Asset) []diag.Note {
	if len(a.ProducedBy) < 2 {
		return nil
	}
	reads := map[int32]bool{}
	for _, u := range a.ConsumedBy {
		reads[u.Index] = true
	}
	var out []diag.Note
	for _, u := range a.ProducedBy {
		if !reads[u.Index] {
			out = append(out, diag.Note{Span: u.Span, Message: "made here by " + diag.Quote(w.g.Stages[u.Index].ID.Value)})
		}
	}
	slices.SortFunc(out, func(x, y diag.Note) int { return x.Span.Compare(y.Span) })
	return out
}
