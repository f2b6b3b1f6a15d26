package graph

import (
	"cmp"
	"slices"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/model"
	"tmodel/internal/source"
)

// place resolves the controls and sorts them by what they are and where they stand.
func (b *builder) place(decls []model.Control, known []string) {
	for i := range decls {
		c := Control{Control: &decls[i], State: controlState(decls[i].State.Value)}
		b.library(c.Use, known)
		for _, n := range c.Control.On {
			if r := b.ref(n, SystemType, ZoneType, ComponentType, FlowType, AssetType, StageType); r.Valid() {
				c.On = append(c.On, Placed{r, n.Span})
			}
		}
		slices.SortStableFunc(c.On, comparePlaced)
		c.On = distinct(b, c.On, func(p Placed) (Ref, source.Span) { return p.Ref, p.Span })
		c.GovernedBy = b.uses(c.Control.GovernedBy, AssetType)
		b.g.Controls = append(b.g.Controls, c)
	}
	slices.SortStableFunc(b.g.Controls, compareControls)
}

// onFlows are what people look for among the controls, and what flows say.
var onFlows = []string{"tls", "mtls", "https", "ssl", "encryption", "encryption-in-transit", "authentication", "api-authentication", "api-key", "oauth", "sso", "mutual-tls"}

// library checks that a control is one of the library's.
func (b *builder) library(use model.Text, known []string) {
	if _, ok := slices.BinarySearch(known, use.Value); ok || !use.Set() || b.bag.Stop() {
		return
	}
	hint := "tmodel explain controls lists the controls of the library"
	if slices.Contains(onFlows, strings.ToLower(use.Value)) {
		hint = "flows say it themselves: encrypted: yes, authentication: individual"
	} else if near := diag.Nearest(use.Value, known); near != "" {
		hint = "did you mean " + diag.Quote(near) + "?"
	}
	b.add(diag.UnknownControl, use.Span, "the library has no control "+diag.Quote(use.Value), hint)
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
