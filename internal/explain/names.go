package explain

import (
	"slices"
	"strings"

	"tmodel/internal/catalog"
	"tmodel/internal/vocab"
)

// sorts are the words that say of which sort a name is, where several things have it: family:language, mode:input. A
// name alone gives all of the first group that has it; kind covers components, assets and stages.
var sorts = [][]string{{"control"}, {"component", "asset", "stage", "family", "fact"}, {"clause"}, {"part"}, {"mode"}, {"strength"}, {"key"}, {"value"}}

// kinds are the sorts that kind covers.
var kinds = []string{"component", "asset", "stage"}

// ofSort writes the page of a name of one sort, or nothing.
func (p *page) ofSort(sort, id string) bool {
	v, l := p.c.Vocab, &p.c.Language
	switch sort {
	case "control":
		c, prose := p.c.Control(id)
		return told(c, func() { p.control(c, prose) })
	case "component":
		return told(v.Component(id), func() { p.kind(0, v.Component(id)) })
	case "asset":
		return told(v.Asset(id), func() { p.kind(1, v.Asset(id)) })
	case "stage":
		return told(v.Stage(id), func() { p.kind(2, v.Stage(id)) })
	case "kind":
		return p.each(kinds, id)
	case "family":
		return told(v.Family(id), func() { p.family(v.Family(id)) })
	case "fact":
		return told(v.Fact(id), func() { p.fact(v.Fact(id)) })
	case "clause":
		return p.clause(id)
	case "part":
		return p.term("part of rules", l.Parts, id)
	case "mode":
		return p.term("mode of influence", l.Modes, id)
	case "strength":
		return p.term("strength of disclosure", l.Strengths, id)
	case "key":
		return p.key(id)
	case "value":
		return p.value(id)
	}
	return false
}

// told does something about a thing when there is one.
func told[T any](thing *T, do func()) bool {
	if thing != nil {
		do()
	}
	return thing != nil
}

// each writes the pages of a name for all sorts that have it, one below the other.
func (p *page) each(sorts []string, id string) bool {
	found := false
	for _, sort := range sorts {
		q := &page{c: p.c}
		if q.ofSort(sort, id) {
			p.between()
			p.b.WriteString(q.b.String())
			found = true
		}
	}
	return found
}

// first writes what the first group of sorts has of a name.
func (p *page) first(groups [][]string, id string) bool {
	return slices.ContainsFunc(groups, func(group []string) bool { return p.each(group, id) })
}

// scoped is the page of a name that says of which sort it is.
func (p *page) scoped(name string) bool {
	sort, id, ok := strings.Cut(name, ":")
	return ok && p.ofSort(sort, id)
}

// others names at the foot of a page what else has its name.
func (p *page) others(name string) {
	if list := p.hidden(strings.ToLower(name)); len(list) > 0 {
		p.line("")
		p.para("", "Other things have this name: "+strings.Join(list, ", ")+".")
	}
}

// hidden are the names, each with its sort, of what has a name and is not on this page.
func (p *page) hidden(id string) []string {
	var out []string
	for _, sort := range slices.Concat(sorts...) {
		if q := (&page{c: p.c}); q.ofSort(sort, id) && !strings.Contains(p.b.String(), q.b.String()) {
			out = append(out, sort+":"+id)
		}
	}
	return out
}

// words are the names of one sort, in their order.
func (p *page) words(sort string) []string {
	v, l := p.c.Vocab, &p.c.Language
	var out []string
	switch sort {
	case "control":
		return p.c.ControlIDs()
	case "component":
		return vocab.IDs(v.Components)
	case "asset":
		return vocab.IDs(v.Assets)
	case "stage":
		return vocab.IDs(v.Stages)
	case "family":
		for i := range v.Groups {
			out = append(out, v.Groups[i].ID)
		}
	case "fact":
		return v.FactIDs()
	case "clause":
		for i := range l.Words {
			out = append(out, l.Words[i].Word)
		}
	case "part":
		return termIDs(l.Parts)
	case "mode":
		return termIDs(l.Modes)
	case "strength":
		return termIDs(l.Strengths)
	case "key":
		return systemKeys()
	case "value":
		return valueWords(v)
	}
	return out
}

func termIDs(terms []catalog.Term) []string {
	out := make([]string, len(terms))
	for i := range terms {
		out[i] = terms[i].ID
	}
	return out
}

// wordNames are the names of all sorts: alone where that gives the page, else with the sort before it.
func wordNames(c *catalog.Catalog) []string {
	p, first := &page{c: c}, map[string]int{}
	for id := range p.topics() {
		first[id] = -1
	}
	for i := range c.Frameworks {
		first[strings.ToLower(c.Frameworks[i].ID)] = -1
	}
	var out []string
	for at, group := range sorts {
		for _, sort := range group {
			for _, id := range p.words(sort) {
				if was, taken := first[id]; taken && was != at {
					out = append(out, sort+":"+id)
					continue
				}
				first[id] = at
				out = append(out, id)
			}
		}
	}
	return out
}

// scopedNames are the names of all sorts with the sort before each.
func scopedNames(c *catalog.Catalog) []string {
	p := &page{c: c}
	var out []string
	for _, sort := range slices.Concat(sorts...) {
		for _, id := range p.words(sort) {
			out = append(out, sort+":"+id)
			if slices.Contains(kinds, sort) {
				out = append(out, "kind:"+id)
			}
		}
	}
	return out
}
