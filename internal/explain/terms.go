package explain

import (
	"slices"
	"strings"

	"tmodel/internal/catalog"
)

// modes lists how influence can act where it arrives.
func (p *page) modes() {
	p.head("modes", "How influence acts where it arrives")
	p.para("", "Rules ask for a mode with influenced and authority; a path keeps it, or changes it on the way.")
	p.terms(p.c.Language.Modes)
}

// strengths lists how well an asset can come to be known.
func (p *page) strengths() {
	p.head("strengths", "How well something comes to be known, weakest first")
	p.para("", "Rules ask with disclosed for one of these or a stronger one. On a path the strength falls and never rises.")
	p.terms(p.c.Language.Strengths)
}

func (p *page) terms(list []catalog.Term) {
	p.line("")
	for _, t := range list {
		p.entry(t.ID, sentences(t.Is, t.More))
	}
}

// term is the page of one part of rules, mode or strength.
func (p *page) term(what string, list []catalog.Term, id string) bool {
	i := slices.IndexFunc(list, func(t catalog.Term) bool { return t.ID == id })
	if i < 0 {
		return false
	}
	p.head(id, "a "+what)
	p.para("", sentences(list[i].Is, list[i].More))
	return true
}

// scopes are the words that say of which sort a name is, where several things have it: clause:facts, mode:input.
func (p *page) scopes() map[string]func(string) bool {
	l := &p.c.Language
	return map[string]func(string) bool{
		"clause":   p.clause,
		"mode":     func(id string) bool { return p.term("mode of influence", l.Modes, id) },
		"part":     func(id string) bool { return p.term("part of rules", l.Parts, id) },
		"strength": func(id string) bool { return p.term("strength of disclosure", l.Strengths, id) },
	}
}

// scoped is the page of a name that says of which sort it is.
func (p *page) scoped(name string) bool {
	sort, id, ok := strings.Cut(name, ":")
	write := p.scopes()[sort]
	return ok && write != nil && write(id)
}

// wordOfRules is for names that are nothing else: only authors of rules look these words up.
func (p *page) wordOfRules(name string) bool {
	for _, sort := range []string{"clause", "part", "mode", "strength"} {
		if p.scopes()[sort](name) {
			return true
		}
	}
	return false
}

// wordsOfRules are the names of those pages: alone where nothing else is called so.
func wordsOfRules(c *catalog.Catalog) []string {
	out := scopedNames(c)
	for i, name := range out {
		_, id, _ := strings.Cut(name, ":")
		if p := (&page{c: c}); p.topics()[id] == nil && !p.found(id) {
			out[i] = id
		}
	}
	return out
}

// scopedNames are the names of those pages with the sort before each.
func scopedNames(c *catalog.Catalog) []string {
	var out []string
	for i := range c.Language.Words {
		out = append(out, "clause:"+c.Language.Words[i].Word)
	}
	for _, t := range c.Language.Parts {
		out = append(out, "part:"+t.ID)
	}
	for _, t := range c.Language.Modes {
		out = append(out, "mode:"+t.ID)
	}
	for _, t := range c.Language.Strengths {
		out = append(out, "strength:"+t.ID)
	}
	return out
}
