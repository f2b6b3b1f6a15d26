package graph

import (
	"slices"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/model"
	"tmodel/internal/source"
)

// ref resolves a name to an element of one of the wanted types; the zero Ref when it doesn't resolve, which is said.
func (b *builder) ref(t model.Text, want ...Type) Ref {
	if !t.Set() {
		return Ref{}
	}
	r, ok := b.g.ids[t.Value]
	if !ok {
		hint := diag.DidYouMean(t.Value, b.idsOf(want))
		if hint == "" {
			hint = "declare it, or name a declared " + typeWords(want)
		}
		b.add(diag.UnknownRef, t.Span, "there is no "+typeWords(want)+" "+diag.Quote(t.Value), hint)
		return Ref{}
	}
	if !slices.Contains(want, r.Type) {
		b.add(diag.WrongRef, t.Span, diag.Quote(t.Value)+" is "+withArticle(r.Type.String())+"; "+withArticle(typeWords(want))+" is expected here", "",
			diag.Note{Span: b.declared[t.Value].span, Message: "declared here"})
		return Ref{}
	}
	return r
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
	slices.SortStableFunc(out, func(x, y Use) int { return int(x.Index) - int(y.Index) })
	return slices.CompactFunc(out, func(x, y Use) bool { return x.Index == y.Index && b.twice(x.Span, y.Span) })
}

// twice reports a name that stands in a list already, and is true.
func (b *builder) twice(first, again source.Span) bool {
	b.add(diag.DuplicateRef, again, "the same name stands twice in this list", "keep one of them", diag.Note{Span: first, Message: "first here"})
	return true
}

// idsOf are the ids of elements of some types, sorted; the list is kept for the next bad name.
func (b *builder) idsOf(want []Type) []string {
	key := typeWords(want)
	if ids, ok := b.candidates[key]; ok {
		return ids
	}
	var out []string
	for id, r := range b.g.ids {
		if slices.Contains(want, r.Type) {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	b.candidates[key] = out
	return out
}

func typeWords(want []Type) string {
	words := make([]string, len(want))
	for i, t := range want {
		words[i] = t.String()
	}
	return strings.Join(words, " or ")
}

func withArticle(word string) string {
	if strings.ContainsRune("aeiou", rune(word[0])) {
		return "an " + word
	}
	return "a " + word
}

// facts checks that each fact can be asked of what, and that its value is one of the fact's.
func (b *builder) facts(what string, allowed []string, facts []model.Fact) {
	for _, f := range facts {
		name := f.Name.Value
		if !slices.Contains(allowed, name) {
			b.foreign(what, allowed, f)
			continue
		}
		values := b.g.Vocab.Fact(name).Values
		if v := f.Value.Value; v != "unknown" && !slices.Contains(values, v) {
			hint := diag.DidYouMean(v, values)
			if hint == "" {
				hint = "expected one of: " + strings.Join(values, ", ")
			}
			b.add(diag.WrongValue, f.Value.Span, diag.Quote(name)+" can't be "+diag.Quote(v), hint)
		}
	}
}

func (b *builder) foreign(what string, allowed []string, f model.Fact) {
	hint := diag.DidYouMean(f.Name.Value, allowed)
	switch {
	case len(allowed) == 0:
		hint = what + " has no facts"
	case hint == "":
		hint = "its facts are: " + strings.Join(allowed, ", ")
	}
	b.add(diag.ForeignFact, f.Name.Span, what+" has no fact "+diag.Quote(f.Name.Value), hint)
}
