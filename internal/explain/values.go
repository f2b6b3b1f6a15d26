package explain

import (
	"slices"

	"tmodel/internal/vocab"
)

// meaning is a word that something can have as its value, and what it means there.
type meaning struct{ word, of, is string }

// meanings are all values: those of facts, then those of trust, of zones and of origins.
func meanings(v *vocab.Vocabulary) []meaning {
	var out []meaning
	for i := range v.Facts {
		for j, word := range v.Facts[i].Values {
			out = append(out, meaning{word, v.Facts[i].ID, v.Facts[i].Meaning(j)})
		}
	}
	for i, word := range v.Trust {
		out = append(out, meaning{word, "trust of an actor", v.TrustIs[i]})
	}
	for _, m := range v.ZoneTrust {
		out = append(out, meaning{m.Word, "trust of a zone", m.Is})
	}
	for _, m := range v.OriginTrust {
		out = append(out, meaning{m.Word, "origin of an asset", m.Is})
	}
	return out
}

// valueWords are the values, each once.
func valueWords(v *vocab.Vocabulary) []string {
	var out []string
	for _, m := range meanings(v) {
		out = append(out, m.word)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// value tells what a word means wherever it can stand as a value.
func (p *page) value(word string) bool {
	found := false
	for _, m := range meanings(p.c.Vocab) {
		if m.word != word {
			continue
		}
		if !found {
			p.head(word, "a value")
		}
		found = true
		p.row(22, "  "+m.of, m.is)
	}
	return found
}
