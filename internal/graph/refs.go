package graph

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/model"
	"tmodel/internal/source"
)

// end resolves an end of a flow. The other end is no help to somebody who misspelled this one.
func (b *builder) end(t, other model.Text) Ref {
	b.other = other.Value
	defer func() { b.other = "" }()
	return b.ref(t, ActorType, ComponentType)
}

// ref resolves a name to an element of one of the wanted types; the zero Ref when it doesn't resolve, which is said.
func (b *builder) ref(t model.Text, want ...Type) Ref {
	if !t.Set() {
		return Ref{}
	}
	r, ok := b.g.ids[t.Value]
	if ok {
		b.named[r.Type][r.Index] = true
	}
	switch {
	case !ok:
		b.unknown(t, want)
		return Ref{}
	case !slices.Contains(want, r.Type):
		b.wrong(t, r.Type, want)
		return Ref{}
	}
	b.used(t.Value, t.Span)
	return r
}

// unknown reports a name that no element has, not even one that stands where nobody knows what it is. Where elements
// were left out because they do not fit, the name may be one of theirs, and only a misspelling is sure.
func (b *builder) unknown(t model.Text, want []Type) {
	if t.Value == diag.Template || b.strange[t.Value] || b.bag.Stop() {
		return
	}
	if diag.Gap(t.Value) {
		b.add(diag.Unfilled, t.Span, diag.Quote(t.Value)+" is a gap that nobody filled in", "fill the template in first: "+withArticle(typeWords(want))+" is expected here")
		return
	}
	d := diag.Diagnostic{Code: diag.UnknownRef, Span: t.Span, Message: "there is no " + typeWords(want) + " " + diag.Quote(t.Value)}
	if near := diag.Nearest(t.Value, b.options(want)); near != "" {
		d.Hint = "did you mean " + diag.Quote(near) + "?"
		b.slips = append(b.slips, slip{t.Value, near, d})
		b.tooMany()
		return
	}
	if id := b.nearMisspelled(t.Value, want); id != "" && b.noted < diag.Limit {
		b.noted++
		b.meansMisspelled(id, t)
		b.tooMany()
		return
	}
	if !slices.ContainsFunc(want, func(w Type) bool { return b.partial[w.section()] }) {
		d.Hint = b.oneOf(want, "declare it")
		b.bag.Add(d)
	}
}

// mostUnclear is how many misspelled ids a file may have for names to be held against them.
const mostUnclear = 100

// nearMisspelled is the id that a name was probably meant to be, where nobody knows how that is spelled, or "".
func (b *builder) nearMisspelled(name string, want []Type) string {
	if len(b.misspelled) == 0 || len(b.misspelled) > mostUnclear {
		return ""
	}
	key := "misspelled " + typeWords(want)
	ids, ok := b.candidates[key]
	if !ok {
		for _, id := range slices.Sorted(maps.Keys(b.misspelled)) {
			if asID(id) == "" && slices.Contains(want, b.g.ids[id].Type) {
				ids = append(ids, id)
			}
		}
		b.candidates[key] = ids
	}
	return diag.Nearest(name, ids)
}

// wrong reports a name of an element that can't stand there. Where several elements have the name, one of the others
// may be meant, and that they have it is the mistake.
func (b *builder) wrong(t model.Text, is Type, want []Type) {
	meant := slices.ContainsFunc(b.also[t.Value], func(other Type) bool { return slices.Contains(want, other) })
	if meant || b.bag.Stop() {
		return
	}
	hint := b.meant(t.Value, want, "declare one")
	if is == AssetType && slices.Contains(want, ActorType) && slices.Contains(want, ComponentType) {
		hint = "what moves is named under carries and returns; " + hint
	}
	b.add(diag.WrongRef, t.Span, diag.Quote(t.Value)+" is "+withArticle(is.String())+"; "+withArticle(typeWords(want))+" is expected here", hint,
		diag.Note{Span: b.declared[t.Value].span, Message: "declared here"})
}

// meant is a hint: what was probably meant, else what there is, else where to declare it, or one where the name is
// taken.
func (b *builder) meant(name string, want []Type, declare string) string {
	if near := diag.Nearest(name, b.options(want)); near != "" {
		return "did you mean " + diag.Quote(near) + "?"
	}
	return b.oneOf(want, declare)
}

// oneOf is a hint: what there is of some types, else where to declare it.
func (b *builder) oneOf(want []Type, declare string) string {
	ids := b.options(want)
	var sections []string
	for _, t := range want {
		sections = append(sections, t.section())
	}
	switch {
	case len(want) > 2:
		return "name what the file declares under " + either(sections)
	case len(ids) == 0:
		return "there is none yet: " + declare + " under " + either(sections)
	case len(ids) > 12:
		return "name one of those under " + either(sections) + ", or " + declare + " there"
	}
	return "name one of those under " + either(sections) + " (" + strings.Join(ids, ", ") + "), or " + declare + " there"
}

// index resolves a name to an index in the list of one type, or -1.
func (b *builder) index(t model.Text, want Type) int32 {
	if r := b.ref(t, want); r.Valid() {
		return r.Index
	}
	return -1
}

// uses resolves a list of names of one type, sorted by id.
func (b *builder) uses(names []model.Text, want Type) []Use {
	if len(names) == 0 {
		return nil
	}
	out := make([]Use, 0, len(names))
	for _, n := range names {
		if r := b.ref(n, want); r.Valid() {
			out = append(out, Use{r.Index, n.Span})
		}
	}
	slices.SortStableFunc(out, func(x, y Use) int { return cmp.Compare(x.Index, y.Index) })
	return distinct(b, out, func(u Use) (Ref, source.Span) { return Ref{want, u.Index}, u.Span })
}

// distinct drops from a sorted list what stands in it already, which is said.
func distinct[E any](b *builder, list []E, what func(E) (Ref, source.Span)) []E {
	out := list[:0]
	for i, e := range list {
		r, again := what(e)
		if i > 0 {
			if last, first := what(out[len(out)-1]); last == r {
				b.add(diag.DuplicateRef, again, diag.Quote(b.g.ID(r))+" stands twice in this list", "keep one of them", diag.Note{Span: first, Message: "first here"})
				continue
			}
		}
		out = append(out, e)
	}
	return out
}

// options are the ids that may be meant: those of some types, but for a flow's other end.
func (b *builder) options(want []Type) []string {
	ids := b.idsOf(want)
	if i, ok := slices.BinarySearch(ids, b.other); ok {
		return slices.Delete(slices.Clone(ids), i, i+1)
	}
	return ids
}

// idsOf are the ids of elements of some types, sorted; the list is kept for the next bad name.
func (b *builder) idsOf(want []Type) []string {
	key := typeWords(want)
	if ids, ok := b.candidates[key]; ok {
		return ids
	}
	var out []string
	for id, r := range b.g.ids {
		if slices.Contains(want, r.Type) && b.misspelled[id] == nil {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	b.candidates[key] = out
	return out
}

// typeWords says which types are wanted, in words.
func typeWords(want []Type) string {
	words := make([]string, len(want))
	for i, t := range want {
		words[i] = t.String()
	}
	return either(words)
}

// either joins words: a, b or c.
func either(words []string) string {
	last := len(words) - 1
	if last == 0 {
		return words[0]
	}
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

func withArticle(word string) string {
	if strings.ContainsRune("aeiou", rune(word[0])) || word == "llm" {
		return "an " + word
	}
	return "a " + word
}
