package catalog

import "slices"

// Language is what is said of the language of conditions. Which words there are, and what they can be asked of, is in match.
type Language struct {
	Words            []WordProse
	Modes, Strengths []Term
	Parts            []Term // of a rule, beside its conditions
}

// WordProse is the page of a word that conditions are made of.
type WordProse struct {
	Word, Short, Asks, Binds string
	Keys                     []Term
	On, Example              string // On is the type of element that the example is asked of
}

// Term is a key, a mode, a strength or a part of a rule, and what it means.
type Term struct {
	ID, Is, More string
}

// Word is the page of a word, or nil.
func (l *Language) Word(name string) *WordProse {
	i := slices.IndexFunc(l.Words, func(w WordProse) bool { return w.Word == name })
	if i < 0 {
		return nil
	}
	return &l.Words[i]
}
