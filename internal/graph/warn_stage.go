package graph

import "tmodel/internal/diag"

// stages reports what stages lack to do what their kind does.
func (w *warner) stages() {
	for i := range w.g.Stages {
		s := &w.g.Stages[i]
		w.mark(s.Consumes)
		w.mark(s.Produces)
		id := diag.Quote(s.ID.Value)
		switch {
		case len(s.Consumes) == 0 && len(s.Produces) == 0:
			w.add(diag.IdleStage, s.ID.Span, "the stage "+id+" reads nothing and makes nothing", "say what it consumes and produces: a stage is known by what it changes")
		case s.Kind.Fits && len(s.Produces) == 0:
			w.add(diag.FitsNothing, s.ID.Span, "the stage "+id+" fits a model, and says not which", "name the model under produces")
		case s.Kind.Fits && len(s.Consumes) == 0:
			w.add(diag.FitsNothing, s.ID.Span, "the stage "+id+" fits a model to nothing", "name the data under consumes, and the model that it starts from")
		}
	}
}

// inputs reports what a component's stages read and nothing provides.
func (w *warner) inputs(c *Component) {
	var has map[int32]bool
	for _, i := range c.Runs {
		for _, u := range w.g.Stages[i].Consumes {
			if len(w.g.Assets[u.Index].HeldBy) > 0 || w.inside[u.Index] || w.made(u.Index, i) {
				continue
			}
			if has == nil {
				has = map[int32]bool{}
				w.g.arrived(c, has)
			}
			if !has[u.Index] {
				has[u.Index] = true // said once
				id := w.g.Assets[u.Index].ID.Value
				w.add(diag.StageInput, u.Span, "nothing brings "+diag.Quote(id)+" to "+diag.Quote(c.ID.Value)+", where the stage "+diag.Quote(w.g.Stages[i].ID.Value)+" reads it",
					"name it under holds of the component where it lies, under produces of the stage that makes it, or draw the flow that carries it")
			}
		}
	}
}

// made says whether another stage makes an asset.
func (w *warner) made(asset, reader int32) bool {
	by := w.g.Assets[asset].ProducedBy
	return len(by) > 1 || len(by) == 1 && by[0].Index != reader
}
