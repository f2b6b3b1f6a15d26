package load

import (
	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/yamltree"
)

// language reads what is said of the words that conditions are made of, in the order of the file.
func (l *loader) language(n *yamltree.Node) {
	for _, w := range items(n, "words") {
		p := catalog.WordProse{Word: l.said(w, "word"), Short: l.said(w, "short"), Asks: l.said(w, "asks"), Binds: text(w, "binds"),
			Keys: l.terms(w, "keys", "key"), On: text(w, "on"), Example: l.said(w, "example")}
		if l.c.Language.Word(p.Word) != nil {
			l.fail(w.Get("word"), "the word "+diag.Quote(p.Word)+" has a page already", "")
		}
		l.c.Language.Words = append(l.c.Language.Words, p)
	}
	l.c.Language.Modes = l.terms(n, "modes", "id")
	l.c.Language.Strengths = l.terms(n, "strengths", "id")
	l.c.Language.Parts = l.terms(n, "parts", "id")
}

func (l *loader) terms(n *yamltree.Node, key, id string) []catalog.Term {
	var out []catalog.Term
	for _, t := range items(n, key) {
		out = append(out, catalog.Term{ID: l.said(t, id), Is: l.said(t, "is"), More: text(t, "more")})
	}
	return out
}

// said is the text of a key that must be there.
func (l *loader) said(n *yamltree.Node, key string) string {
	s := text(n, key)
	if s == "" {
		l.fail(n, "there is no "+diag.Quote(key), "")
	}
	return s
}
