package graph

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tmodel/internal/diag"
	"tmodel/internal/model"
	"tmodel/internal/source"
)

// longestID is how many characters an id may have.
const longestID = 80

// claim takes an id, or says that it is taken. An id that is missing was reported before.
func (b *builder) claim(c *model.Common, t Type) bool {
	id := c.ID
	if id.Value == diag.Template {
		b.partial[t.section()] = true
	}
	if !id.Set() || id.Value == diag.Template {
		return false
	}
	if first, taken := b.declared[id.Value]; taken {
		hint := "ids are unique over all sections: rename one of the two"
		if c.Anchor.Valid() {
			hint = "an alias repeats the id too: give this element one of its own, as - {<<: *name, id: another}"
		}
		b.also[id.Value] = append(b.also[id.Value], t)
		b.add(diag.DuplicateID, id.Span, "the id "+diag.Quote(id.Value)+" is taken", hint,
			diag.Note{Span: first.span, Message: "first given to this " + first.as.String()})
		return false
	}
	b.declared[id.Value] = declared{id.Span, t}
	if d := misspelled(id); d != nil {
		b.misspelled[id.Value] = d
	}
	return true
}

// misspelled is what is wrong with the spelling of an id, or nil.
func misspelled(id model.Text) *diag.Diagnostic {
	if len(id.Value) <= longestID && spelled(id.Value) {
		return nil
	}
	d := &diag.Diagnostic{Code: diag.BadID, Span: id.Span, Message: diag.Quote(id.Value) + " can't be an id", Hint: "ids are lower-case letters, digits and hyphens, a letter first"}
	switch {
	case len(id.Value) > longestID:
		d.Hint = fmt.Sprintf("ids have at most %d characters; what people call it goes under name", longestID)
	case diag.Gap(id.Value):
		d.Code, d.Message, d.Hint = diag.Unfilled, diag.Quote(id.Value)+" is a gap that nobody filled in", "fill the template in first: an id is expected here"
	}
	return d
}

// correct gives elements whose id is misspelled the id too that was probably meant, unless another has it: what names
// them by that is right.
func (b *builder) correct() {
	for _, id := range slices.Sorted(maps.Keys(b.misspelled)) {
		better, d := asID(id), b.misspelled[id]
		if better == "" || d.Code != diag.BadID || len(id) > longestID {
			continue
		}
		if first, taken := b.declared[better]; taken {
			d.Hint += "; " + better + " is taken"
			d.Notes = append(d.Notes, diag.Note{Span: first.span, Message: "by this " + first.as.String()})
			continue
		}
		d.Hint += ": write " + better + ", and what people call it under name"
		b.declared[better], b.corrected[better] = b.declared[id], id
		b.g.ids[better] = b.g.ids[id]
	}
}

// spelled says whether a text has the form of an id.
func spelled(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == "" && s[0] >= 'a'
}

// asID is the id that was probably meant, or "" when that is anybody's guess.
func asID(s string) string {
	parts := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return r < utf8.RuneSelf && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	if out := strings.Join(parts, "-"); spelled(out) {
		return out
	}
	return ""
}

// used notes that a misspelled id is named somewhere: who mends it must mend that place too, unless it is right there.
func (b *builder) used(name string, at source.Span) {
	if len(b.misspelled) == 0 {
		return
	}
	if d := b.misspelled[name]; d != nil {
		d.Notes = append(d.Notes, diag.Note{Span: at, Message: "named here"})
	} else if id, ok := b.corrected[name]; ok {
		b.meansMisspelled(id, model.Text{Value: name, Span: at})
	}
}

// meansMisspelled notes a name at the misspelled id that is probably meant by it.
func (b *builder) meansMisspelled(id string, t model.Text) {
	d := b.misspelled[id]
	d.Notes = append(d.Notes, diag.Note{Span: t.Span, Message: "named " + diag.Printable(diag.Clip(t.Value, 40)) + " here"})
}

// mostNotes is how many places a diagnostic names besides its own.
const mostNotes = 4

// reportMisspelled reports the ids that are not spelled as ids are, each with the places that name it.
func (b *builder) reportMisspelled() {
	for _, id := range slices.Sorted(maps.Keys(b.misspelled)) {
		d := *b.misspelled[id]
		slices.SortFunc(d.Notes, func(x, y diag.Note) int { return x.Span.Compare(y.Span) })
		if more := len(d.Notes) - mostNotes; more > 0 {
			d.Notes = d.Notes[:mostNotes]
			d.Notes[mostNotes-1].Message += fmt.Sprintf(", and in %d more places", more)
		}
		b.bag.Add(d)
	}
}
