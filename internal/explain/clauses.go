package explain

import (
	"slices"
	"strings"

	"tmodel/internal/catalog"
	"tmodel/internal/match"
	"tmodel/internal/reach"
)

// clauses lists the words that conditions of rules are made of, by the type of element that they can be asked of.
func (p *page) clauses() {
	p.head("clauses", "The words that conditions of rules are made of")
	p.para("", `A rule has a target, and conditions on it: "when", and those of "likelier" and "stake". A condition is a mapping of these words; all of it must hold. Behind a relation stands a condition on what it leads to, {} for any, and as: NAME to give that a name. "tmodel explain" and a word gives its page.`)
	words := match.Words()
	p.choices("Of anything", words, func(w *match.Word) (match.Asked, bool) { return match.Asked{}, len(w.Of) == 0 })
	for _, element := range match.Elements() {
		p.choices(titles[element], words, func(w *match.Word) (match.Asked, bool) { return on(w, element) })
	}
	if parts := p.c.Language.Parts; len(parts) > 0 {
		p.line("\nOf a rule itself")
		for _, t := range parts {
			p.row(26, "  "+t.ID, t.Is)
		}
	}
	p.line("")
	p.para("", `A stake is self: {} for a target that is an asset, bound: NAME for what a clause gave a name to, or one relation that leads to assets. "tmodel explain" and modes, strengths, trust, kinds, families or facts lists the words behind the clauses.`)
}

// titles head the words of each type of element.
var titles = map[string]string{"component": "Of a component", "flow": "Of a flow", "asset": "Of an asset", "stage": "Of a stage", "actor": "Of an actor", "system": "Of the system",
	match.End: "Of an end of a flow: what a component can be asked, and"}

// on says how a word is asked of a type of element. What an end of a flow shares with components is told there.
func on(w *match.Word, element string) (match.Asked, bool) {
	i := slices.IndexFunc(w.Of, func(a match.Asked) bool { return a.Of == element })
	if i < 0 || element == match.End && slices.ContainsFunc(w.Of, func(a match.Asked) bool { return a.Of == "component" }) {
		return match.Asked{}, false
	}
	return w.Of[i], true
}

// choices lists words under a title: what is asked of the element alone, then the analyses, then where relations lead.
func (p *page) choices(title string, words []match.Word, of func(*match.Word) (match.Asked, bool)) {
	var rows [3][][2]string
	for i := range words {
		w := &words[i]
		a, ok := of(w)
		prose := p.c.Language.Word(w.Name)
		if !ok || prose == nil {
			continue
		}
		name, at := w.Name, 0
		switch {
		case a.To != "":
			name, at = w.Name+" -> "+a.To, 2
		case len(w.Keys) > 0:
			at = 1
		}
		rows[at] = append(rows[at], [2]string{"  " + name, prose.Short})
	}
	if all := slices.Concat(rows[0], rows[1], rows[2]); len(all) > 0 {
		p.line("\n%s", title)
		for _, r := range all {
			p.row(26, r[0], r[1])
		}
	}
}

// clause is the page of a word, or false when there is none.
func (p *page) clause(name string) bool {
	words := match.Words()
	i := slices.IndexFunc(words, func(w match.Word) bool { return w.Name == name })
	prose := p.c.Language.Word(name)
	if i < 0 || prose == nil {
		return false
	}
	p.head(name, "a clause of rules")
	p.para("", sentences(prose.Short, prose.Asks))
	p.line("")
	p.uses(&words[i])
	p.keys(&words[i], prose)
	p.line("")
	p.binds(&words[i], prose)
	if words[i].Denied {
		p.para("", "It may stand under not.")
	} else {
		p.para("", "It may not stand under not: a threat must never appear because something was removed or is not known.")
	}
	of := prose.On
	if of == "" {
		of = "component"
	}
	p.line("\nFor example, asked of %s:\n", match.A(of))
	p.source(prose.Example)
	return true
}

// uses says what the word is asked of, where it leads, and which values it takes.
func (p *page) uses(w *match.Word) {
	var of, to []string
	for _, a := range w.Of {
		of = append(of, match.A(a.Of))
		if lead := match.A(a.To); a.To != "" && !slices.Contains(to, lead) {
			to = append(to, lead)
		}
	}
	if len(of) == 0 {
		of = []string{"anything"}
	}
	p.entry("asked of", strings.Join(of, ", "))
	p.entry("leads to", strings.Join(to, ", "))
	p.entry("values", strings.Join(w.Values, ", "))
}

// keys tells the keys of an analysis, each with the words that it takes.
func (p *page) keys(w *match.Word, prose *catalog.WordProse) {
	if len(prose.Keys) > 0 {
		p.line("\nKeys:")
	}
	for _, k := range prose.Keys {
		is := k.Is
		if words := p.valuesOf(k.ID); len(words) > 0 {
			is = strings.Join(words, ", ") + ". " + is
		}
		p.entry(k.ID, is)
	}
}

// valuesOf are the words that a key takes.
func (p *page) valuesOf(key string) []string {
	switch key {
	case "mode":
		return reach.Modes()
	case "strength":
		return reach.Strengths()
	case "trust_at_most":
		return p.c.Vocab.Trust
	}
	return nil
}

func (p *page) binds(w *match.Word, prose *catalog.WordProse) {
	is := prose.Binds
	switch {
	case is == "" && len(w.Keys) > 0:
		is = "With as: NAME the element that it leads to, which texts, stakes and treatments may name then."
	case is == "":
		is = "Nothing."
	}
	p.para("", "Binds: "+is)
}
