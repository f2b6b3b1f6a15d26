package match

import (
	"tmodel/internal/graph"
	"tmodel/internal/reach"
	"tmodel/internal/source"
)

// influenced asks the analysis. A part narrows it to copies, at the element, of assets that meet it.
func (e *Engine) influenced(c *Cond, r graph.Ref) Truth {
	if r.Type == graph.AssetType && e.here.Valid() {
		return e.along(e.reach.Influence(e.here, c.Mode, c.Trust, []int32{r.Index}))
	}
	if len(c.Subs) == 0 {
		return e.along(e.reach.Influence(r, c.Mode, c.Trust, nil))
	}
	sure, perhaps := e.copies(&c.Subs[0], r)
	if e.along(e.reach.Influence(r, c.Mode, c.Trust, sure)) == True {
		return True
	}
	defer e.stand(r)()
	return e.best(len(perhaps), true, func(i int) Truth {
		if e.along(e.reach.Influence(r, c.Mode, c.Trust, perhaps[i:i+1])) == False {
			return False
		}
		return e.eval(&c.Subs[0], graph.Ref{Type: graph.AssetType, Index: perhaps[i]})
	})
}

// copies are the assets that are at a component or are read by a stage, and meet the condition, surely or perhaps. The
// first is never nil.
func (e *Engine) copies(c *Cond, r graph.Ref) (sure, perhaps []int32) {
	sure = []int32{}
	defer e.stand(r)()
	for _, name := range []string{"holds", "receives", "consumes"} {
		relate(e.g, r, name, func(a graph.Ref, _ source.Span) bool {
			switch e.meets(c, a) {
			case True:
				sure = append(sure, a.Index)
			case Unknown:
				perhaps = append(perhaps, a.Index)
			}
			return true
		})
	}
	return sure, perhaps
}

// disclosed holds for an asset that the component sends, that meets the part, and that comes to a reader.
func (e *Engine) disclosed(c *Cond, r graph.Ref) Truth {
	var assets []graph.Ref
	relate(e.g, r, "sends", func(a graph.Ref, _ source.Span) bool {
		assets = append(assets, a)
		return true
	})
	defer e.stand(r)()
	return e.best(len(assets), true, func(i int) Truth {
		w := e.reach.Disclosure(r.Index, assets[i].Index, c.Trust)
		if w == nil {
			return False
		}
		t := True
		if len(c.Subs) > 0 {
			t = e.eval(&c.Subs[0], assets[i])
		}
		if t != False {
			e.trail.bind(c.As, assets[i])
			e.along(w)
		}
		return t
	})
}

// along puts a witness on the trail, a clause for each step. No witness is False.
func (e *Engine) along(w *reach.Witness) Truth {
	if w == nil {
		return False
	}
	e.trail.path(w)
	for i, s := range w.Steps {
		e.trail.add(Evidence{At: s.At, Clause: e.step(w.Steps, i), Span: s.Span})
	}
	return True
}
