package explain

import (
	"slices"

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
