package graph

import (
	"fmt"
	"slices"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/model"
	"tmodel/internal/vocab"
)

// facts checks that each fact can be asked of what, that it stands under facts, and that its value is one of the
// fact's. true and false are repaired where yes and no are meant. Nothing can be asked of what, "", when its kind is not
// known: then it has the facts that any kind has.
func (b *builder) facts(what, noun string, allowed []string, facts []model.Fact) {
	for i := range facts {
		f := &facts[i]
		if fact := b.g.Vocab.Fact(f.Name.Value); fact == nil || what != "" && !slices.Contains(allowed, fact.ID) {
			b.foreign(what, allowed, f.Name)
			continue
		}
		if f.Beside {
			b.beside(noun, allowed, facts, i)
			continue
		}
		values := b.g.Vocab.Fact(f.Name.Value).Values
		b.boolWord(f, values)
		if v := f.Value.Value; v != "unknown" && !slices.Contains(values, v) && v != diag.Template {
			code, message := diag.FactValue, diag.Quote(f.Name.Value)+" can't be "+diag.Quote(v)
			if diag.Gap(v) {
				code, message = diag.Unfilled, diag.Quote(f.Name.Value)+" is a gap that nobody filled in: "+diag.Quote(v)
			}
			b.add(code, f.Value.Span, message, valueHint(f.Name.Value, v, values))
		}
	}
}

// factWords are what people write for values of facts, where the spelling is no help.
var factWords = map[string]string{
	"stored unencrypted": "plaintext", "stored plain": "plaintext", "stored not-encrypted": "plaintext", "autonomy unsupervised": "unattended", "autonomy autonomous": "unattended",
	"egress unlisted": "open", "egress unrestricted": "open", "egress internet": "open", "enrolment unvetted": "open", "publishing unvetted": "anyone", "retention unlimited": "kept",
	"rights uncleared": "unclear", "role_marks unenforced": "textual",
	"updates unpinned": "automatic",
}

// valueHint says which value to write: the fact's own for what others call otherwise, the nearest, or any of all.
func valueHint(fact, value string, values []string) string {
	word := factWords[fact+" "+strings.ReplaceAll(strings.ToLower(value), "_", "-")]
	if slices.Contains(values, word) {
		return "the word here is " + word
	}
	if near := diag.Nearest(value, values); near != "" {
		return "did you mean " + diag.Quote(near) + "?"
	}
	return "expected one of: " + strings.Join(values, ", ") + ", unknown"
}

func (b *builder) boolWord(f *model.Fact, values []string) {
	word := yesOrNo(f.Value.Value, values)
	if word == f.Value.Value {
		return
	}
	b.add(diag.BoolWord, f.Value.Span, fmt.Sprintf("%q: %s is read as %s", f.Name.Value, f.Value.Value, word), "write "+word)
	f.Value.Value = word
}

// yesOrNo is what true and false stand for among values that have yes or no, and else the value itself.
func yesOrNo(value string, values []string) string {
	word := map[string]string{"true": "yes", "false": "no"}[strings.ToLower(value)]
	if !slices.Contains(values, word) {
		return value
	}
	return word
}

// foreign reports a fact that can't be asked of what, and says of which kinds it can.
func (b *builder) foreign(what string, allowed []string, name model.Text) {
	hint, has := "remove it", ""
	if len(allowed) > 0 {
		has = "; " + what + " has " + strings.Join(allowed, ", ")
		hint = what + " has " + strings.Join(allowed, ", ")
	}
	if kinds := b.kindsWith(name.Value); len(kinds) > 0 {
		hint = name.Value + " is a fact of " + strings.Join(kinds, ", ") + has
	} else if near := diag.Nearest(name.Value, allowed); near != "" {
		hint = "did you mean " + diag.Quote(near) + "?"
	}
	says := what + " has no fact "
	if what == "" {
		says = "no kind has the fact "
		if near := diag.Nearest(name.Value, b.g.Vocab.FactIDs()); near != "" {
			hint = "did you mean " + diag.Quote(near) + "?"
		}
	}
	b.add(diag.ForeignFact, name.Span, says+diag.Quote(name.Value), hint)
}

// kindsWith are the kinds of which a fact can be asked, and "the system".
func (b *builder) kindsWith(fact string) []string {
	v := b.g.Vocab
	var out []string
	for _, k := range slices.Concat(v.Components, v.Assets, v.Stages) {
		if k.HasFact(fact) {
			out = append(out, k.ID)
		}
	}
	if slices.Contains(v.SystemFacts, fact) {
		out = append(out, "the system")
	}
	return out
}

// ofKind names a kind as messages do.
func ofKind(k *vocab.Kind) string { return withArticle(k.ID) }
