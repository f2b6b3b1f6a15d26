// Package explain writes one page about anything that has a name: a rule, a control, a kind, a fact, a diagnostic code,
// an id of a public framework, or how risk is computed. All of it is read off the catalogue.
package explain

import (
	"slices"
	"strings"

	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/vocab"
)

// Page is the page of a name, or false when nothing has that name. The id of a threat gives the page of its rule.
func Page(c *catalog.Catalog, name string) (string, bool) {
	p := &page{c: c}
	name, _, _ = strings.Cut(strings.TrimSpace(name), "@")
	if write := p.topics()[strings.ToLower(name)]; write != nil {
		write()
	} else if !p.record(name) {
		return "", false
	}
	return p.b.String(), true
}

// Topics are the names of pages about many things.
var Topics = []string{"risk", "rules", "controls", "codes", "kinds", "facts"}

func (p *page) topics() map[string]func() {
	return map[string]func(){"risk": p.risk, "rules": p.rules, "controls": p.controls, "codes": p.codes, "kinds": p.kinds, "facts": p.facts}
}

// Names are all names that have a page, each once.
func Names(c *catalog.Catalog) []string {
	out := slices.Clone(Topics)
	for i := range c.Rules {
		out = append(out, c.Rules[i].ID)
	}
	for i := range c.Codes {
		out = append(out, c.Codes[i].Code)
	}
	out = append(out, c.ControlIDs()...)
	for _, kinds := range [][]vocab.Kind{c.Vocab.Components, c.Vocab.Assets, c.Vocab.Stages} {
		out = append(out, vocab.IDs(kinds)...)
	}
	out = append(out, c.Vocab.FactIDs()...)
	out = append(out, references(c)...)
	seen := map[string]bool{}
	return slices.DeleteFunc(out, func(name string) bool {
		again := seen[name]
		seen[name] = true
		return again
	})
}

// Suggest is a hint for a name that has no page.
func Suggest(c *catalog.Catalog, name string) string {
	if hint := diag.DidYouMean(name, Names(c)); hint != "" {
		return hint
	}
	return "these list what there is: " + strings.Join(Topics[1:], ", ")
}

type page struct {
	b strings.Builder
	c *catalog.Catalog
}

// record finds what has the name, in the order rule, code, control, kind, fact, reference. One name may be a kind of
// several sections and a fact too: all of them are told.
func (p *page) record(name string) bool {
	id := strings.ToUpper(name)
	if r, prose := p.c.Rule(id); r != nil {
		p.rule(r, prose)
		return true
	}
	if i := slices.IndexFunc(p.c.Codes, func(c catalog.CodeProse) bool { return c.Code == id }); i >= 0 {
		p.code(&p.c.Codes[i])
		return true
	}
	lower := strings.ToLower(name)
	if c, prose := p.c.Control(lower); c != nil {
		p.control(c, prose)
		return true
	}
	return p.word(lower) || p.reference(name)
}

// word tells about a word of the language.
func (p *page) word(name string) bool {
	v := p.c.Vocab
	for _, k := range []struct {
		section string
		kind    *vocab.Kind
	}{{"component", v.Component(name)}, {"asset", v.Asset(name)}, {"pipeline stage", v.Stage(name)}} {
		if k.kind != nil {
			p.between()
			p.kind(k.section, k.kind)
		}
	}
	if f := v.Fact(name); f != nil {
		p.between()
		p.fact(f)
	}
	return p.b.Len() > 0
}

// between separates two things of one name.
func (p *page) between() {
	if p.b.Len() > 0 {
		p.line("")
	}
}
