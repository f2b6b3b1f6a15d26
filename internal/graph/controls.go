package graph

import (
	"cmp"
	"slices"

	"tmodel/internal/model"
	"tmodel/internal/source"
)

// place resolves the controls and sorts them by what they are and where they stand.
func (b *builder) place(decls []model.Control, known []string) {
	stated := map[standing]Control{}
	for i := range decls {
		c := Control{Control: &decls[i], State: controlState(decls[i].State.Value)}
		b.library(c.Use, decls[i].On, known)
		places := b.g.Vocab.StandsOn(c.Use.Value)
		for _, n := range c.Control.On {
			if r := b.ref(n, SystemType, ZoneType, ComponentType, FlowType, AssetType, StageType); r.Valid() {
				c.On = append(c.On, Placed{r, n.Span})
				b.standing(c.Use, places, c.On[len(c.On)-1])
			}
		}
		slices.SortStableFunc(c.On, comparePlaced)
		c.On = distinct(b, c.On, func(p Placed) (Ref, source.Span) { return p.Ref, p.Span })
		b.once(stated, c)
		c.GovernedBy = b.uses(c.Control.GovernedBy, AssetType)
		b.settings(c.GovernedBy)
		b.g.Controls = append(b.g.Controls, c)
	}
	slices.SortStableFunc(b.g.Controls, compareControls)
}

func controlState(word string) State {
	switch word {
	case "absent":
		return Absent
	case "planned":
		return Planned
	case "verified":
		return Verified
	}
	return Implemented // `state` left out: whoever lists a control says that it is there
}

func compareControls(x, y Control) int {
	if c := cmp.Compare(x.Use.Value, y.Use.Value); c != 0 {
		return c
	}
	if c := slices.CompareFunc(x.On, y.On, comparePlaced); c != 0 {
		return c
	}
	return int(y.State) - int(x.State)
}

func comparePlaced(a, b Placed) int {
	return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(a.Index, b.Index))
}
