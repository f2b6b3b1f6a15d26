package graph

import (
	"slices"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/model"
	"tmodel/internal/vocab"
)

// onFlows are what people look for among the controls, and what flows say.
var onFlows = []string{"tls", "mtls", "https", "ssl", "encryption", "encryption-in-transit", "transport-encryption", "authentication", "api-authentication",
	"api-key", "api-keys", "oauth", "oauth2", "jwt", "sso", "mutual-tls", "mutual-authentication", "login"}

// otherControls are what people look for under another name, where the spelling is no help.
var otherControls = map[string]string{
	"encryption-at-rest": "at-rest-encryption", "disk-encryption": "at-rest-encryption", "storage-encryption": "at-rest-encryption", "database-encryption": "at-rest-encryption",
	"data-encryption": "at-rest-encryption",
}

// lies says whether a control is put on what keeps things, or on what is kept.
func (b *builder) lies(on []model.Text) bool {
	return slices.ContainsFunc(on, func(name model.Text) bool {
		r := b.g.ids[name.Value]
		return r.Type == AssetType || r.Type == ComponentType && b.g.Components[r.Index].Kind != nil && b.g.Components[r.Index].Kind.Shape == vocab.Store
	})
}

// library checks that a control is one of the library's.
func (b *builder) library(use model.Text, on []model.Text, known []string) {
	if _, ok := slices.BinarySearch(known, use.Value); ok || !use.Set() || b.bag.Stop() {
		return
	}
	word := strings.ReplaceAll(strings.ToLower(use.Value), "_", "-")
	first, _, _ := strings.Cut(word, "-")
	other := otherControls[word]
	if word == "encryption" && b.lies(on) {
		other = "at-rest-encryption"
	}
	switch near := diag.Nearest(use.Value, known); {
	case slices.Contains(known, other):
		b.add(diag.UnknownControl, use.Span, "the library has no control "+diag.Quote(use.Value), "the word here is "+other)
	case slices.Contains(onFlows, word) || slices.Contains(onFlows[:4], first):
		b.add(diag.FlowSaysIt, use.Span, diag.Quote(use.Value)+" is no control: each flow says it of itself", "write encrypted: yes, or authentication: individual, on the flow")
	case diag.Gap(use.Value):
		b.add(diag.Unfilled, use.Span, diag.Quote(use.Value)+" is a gap that nobody filled in", "tmodel explain controls lists the controls of the library")
	case near != "":
		b.add(diag.UnknownControl, use.Span, "the library has no control "+diag.Quote(use.Value), "did you mean "+diag.Quote(near)+"?")
	default:
		b.add(diag.UnknownControl, use.Span, "the library has no control "+diag.Quote(use.Value), "tmodel explain controls lists the controls of the library")
	}
}

// standing is a control at one element.
type standing struct {
	use string
	on  Ref
}

// standing checks that a control can stand where it is put. On a zone or the system it stands for what is in it.
func (b *builder) standing(use model.Text, places []string, at Placed) {
	if len(places) == 0 || at.Type == ZoneType || at.Type == SystemType || slices.Contains(places, at.Type.String()) {
		return
	}
	b.add(diag.ControlPlace, at.Span, diag.Quote(use.Value)+" can't stand on "+withArticle(at.Type.String()), "it stands on "+withArticle(either(places))+elsewhere(at.Type, places))
}

// elsewhere says which element is meant by a control that can't stand on one of a type.
func elsewhere(is Type, places []string) string {
	can := func(t Type) bool { return slices.Contains(places, t.String()) }
	switch {
	case is == AssetType && can(ComponentType):
		return ": name the components that hold the asset, or work on it"
	case is == FlowType && can(ComponentType):
		return ": name the end of the flow that has it"
	case is == StageType && can(ComponentType):
		return ": name the component that the stage runs on"
	case is == ComponentType && can(FlowType):
		return ": name the flows that it looks at"
	}
	return ""
}

// once checks that nobody says two things about one control on one element. Two that differ in who can switch them
// off are two.
func (b *builder) once(stated map[standing]Control, c Control) {
	for _, p := range c.On {
		key := standing{c.Use.Value, p.Ref}
		first, again := stated[key]
		if !again {
			stated[key] = c
			continue
		}
		if first.State == c.State || len(first.Control.GovernedBy)+len(c.Control.GovernedBy) > 0 {
			continue
		}
		at := c.Control.State.Span
		if !at.Valid() {
			at = p.Span
		}
		b.add(diag.ControlTwice, at, diag.Quote(c.Use.Value)+" on "+diag.Quote(b.g.ID(p.Ref))+" is "+c.State.String()+" here and "+first.State.String()+" elsewhere",
			"keep the state that is true", diag.Note{Span: first.Use.Span, Message: "first said here"})
		return
	}
}
