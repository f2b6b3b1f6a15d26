// Package explain writes one page about anything that has a name: a rule, a control, a kind, a fact, a
// diagnostic code, or how risk is computed. All of it is read off the catalogue.
package explain

import (
	"fmt"
	"slices"
	"strings"

	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/vocab"
)

// Page is the page of a name, or false when nothing has that name.
func Page(c *catalog.Catalog, name string) (string, bool) {
	p := &page{c: c}
	switch {
	case strings.EqualFold(name, "risk"):
		p.risk()
	case strings.EqualFold(name, "rules"):
		p.rules()
	case strings.EqualFold(name, "controls"):
		p.controls()
	case strings.EqualFold(name, "codes"):
		p.codes()
	default:
		if !p.record(name) {
			return "", false
		}
	}
	return p.b.String(), true
}

// Names are all names that have a page.
func Names(c *catalog.Catalog) []string {
	out := []string{"risk", "rules", "controls", "codes"}
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
	return append(out, c.Vocab.FactIDs()...)
}

// Suggest is a hint for a name that has no page.
func Suggest(c *catalog.Catalog, name string) string { return diag.DidYouMean(name, Names(c)) }

type page struct {
	b strings.Builder
	c *catalog.Catalog
}

func (p *page) line(format string, args ...any) { fmt.Fprintf(&p.b, format+"\n", args...) }

// para writes a text wrapped at 78 columns, indented.
func (p *page) para(indent, s string) {
	for _, block := range strings.Split(s, "\n") {
		width := indent
		for i, word := range strings.Fields(block) {
			if i > 0 && len([]rune(width))+1+len([]rune(word)) > 78 {
				p.line("%s", width)
				width = indent
			} else if i > 0 {
				width += " "
			}
			width += word
		}
		p.line("%s", width)
	}
}

// record finds what has the name, in the order rule, code, control, kind, fact.
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
	name = strings.ToLower(name)
	if c, prose := p.c.Control(name); c != nil {
		p.control(c, prose)
		return true
	}
	found := false
	v := p.c.Vocab
	for _, k := range []struct {
		section string
		kind    *vocab.Kind
	}{{"component", v.Component(name)}, {"asset", v.Asset(name)}, {"pipeline stage", v.Stage(name)}} {
		if k.kind != nil {
			p.kind(k.section, k.kind)
			found = true
		}
	}
	if f := v.Fact(name); f != nil {
		p.fact(f)
		found = true
	}
	return found
}
