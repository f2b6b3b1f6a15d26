package match

import (
	"tmodel/internal/graph"
	"tmodel/internal/reach"
	"tmodel/internal/source"
)

// influenced asks the analysis. A part narrows it to copies, at the element, of assets that meet it.
func (e *Engine) influenced(c *Cond, r graph.Ref) Truth {
	if r.Type == graph.AssetType && e.here.Valid() {
		return e.along(e.reach.Influence(e.here, c.Modes, c.Trust, []int32{r.Index}))
	}
	if len(c.Subs) == 0 {
		return e.along(e.reach.Influence(r, c.Modes, c.Trust, nil))
	}
	sure, perhaps := e.copies(&c.Subs[0], r)
	if e.along(e.reach.Influence(r, c.Modes, c.Trust, sure)) == True {
		return True
	}
	defer e.stand(r)()
	return e.best(len(perhaps), true, func(i int) Truth {
		if e.along(e.reach.Influence(r, c.Modes, c.Trust, perhaps[i:i+1])) == False {
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

// disclosed holds for an asset that is at the component, that meets the part, and that comes to be known. Asked of an
// asset it is about the copy that is meant, or about any.
func (e *Engine) disclosed(c *Cond, r graph.Ref) Truth {
	if r.Type == graph.AssetType {
		at := int32(-1)
		if e.here.Type == graph.ComponentType {
			at = e.here.Index
		}
		return e.along(e.reach.Disclosure(at, r.Index, c.Least, c.Trust))
	}
	assets := e.assetsAt(r)
	defer e.stand(r)()
	return e.best(len(assets), true, func(i int) Truth {
		w := e.reach.Disclosure(r.Index, assets[i].Index, c.Least, c.Trust)
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

// assetsAt are the assets of which there is a copy at a component, those that it sends first.
func (e *Engine) assetsAt(r graph.Ref) []graph.Ref {
	var out []graph.Ref
	seen := map[graph.Ref]bool{}
	for _, name := range []string{"sends", "holds", "receives"} {
		relate(e.g, r, name, func(a graph.Ref, _ source.Span) bool {
			if !seen[a] {
				seen[a] = true
				out = append(out, a)
			}
			return true
		})
	}
	return out
}

// along puts a witness on the trail, a clause for each step, after what it rests on. No witness is False.
func (e *Engine) along(w *reach.Witness) Truth {
	if w == nil {
		return False
	}
	e.trail.path(w)
	e.tell(w)
	return True
}

func (e *Engine) tell(w *reach.Witness) {
	if w.Because != nil {
		e.tell(w.Because)
	}
	for i := range w.Steps {
		e.trail.step(w, i)
	}
}
