// Package explain writes one page about anything that has a name: a rule, a control, a kind, a fact, a diagnostic code,
// a key or value of systems, an id of a public framework, how risk is computed, or the language as a whole. All of it is read off the catalogue and
// the published schema.
package explain

import (
	"slices"
	"strings"

	"tmodel/internal/catalog"
	"tmodel/internal/diag"
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
	p.others(name)
	return p.b.String(), true
}

// Topics are the names of pages about many things.
var Topics = []string{"risk", "trust", "atlas", "language", "rules", "controls", "codes", "kinds", "families", "facts", "frameworks", "clauses", "modes", "strengths"}

// Lists are those topics that list what there is.
var Lists = []string{"rules", "controls", "codes", "kinds", "families", "facts", "frameworks", "clauses", "modes", "strengths"}

func (p *page) topics() map[string]func() {
	return map[string]func(){"risk": p.risk, "trust": p.trust, "atlas": p.content, "language": p.language, "rules": p.rules, "controls": p.controls,
		"codes": p.codes, "kinds": p.kinds, "families": p.families, "facts": p.facts, "frameworks": p.frameworks, "clauses": p.clauses, "modes": p.modes,
		"strengths": p.strengths}
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
	out = append(out, wordNames(c)...)
	out = append(out, atlasNames(&c.Atlas)...)
	for i := range c.Frameworks {
		out = append(out, c.Frameworks[i].ID)
		for j := range c.Frameworks[i].Items {
			out = append(out, c.Frameworks[i].Items[j].ID)
		}
	}
	seen := map[string]bool{}
	return slices.DeleteFunc(out, func(name string) bool {
		again := seen[name]
		seen[name] = true
		return again
	})
}

// Suggest is a hint for a name that has no page.
func Suggest(c *catalog.Catalog, name string) string {
	names := Names(c)
	var editions []string
	for _, n := range names {
		if len(n) > len(name) && strings.EqualFold(n[:len(name)+1], name+":") {
			editions = append(editions, diag.Quote(n))
		}
	}
	if len(editions) > 0 {
		return "did you mean " + strings.Join(editions, " or ") + "?"
	}
	if strings.Contains(name, ":") {
		names = append(names, scopedNames(c)...)
	}
	if hint := diag.DidYouMean(name, names); hint != "" {
		return hint
	}
	return "these list what there is: " + strings.Join(Lists, ", ")
}

type page struct {
	b strings.Builder
	c *catalog.Catalog
}

// record finds what has the name, in the order scoped name, rule, code, control, word of the language of systems, id of
// ATLAS, other reference, word of the language of rules, key or value of a system.
func (p *page) record(name string) bool {
	lower, id := strings.ToLower(name), strings.ToUpper(name)
	if r, prose := p.c.Rule(id); r != nil {
		p.rule(r, prose)
		return true
	}
	if i := slices.IndexFunc(p.c.Codes, func(c catalog.CodeProse) bool { return c.Code == id }); i >= 0 {
		p.code(&p.c.Codes[i])
		return true
	}
	return p.scoped(lower) || p.first(sorts[:2], lower) || p.atlas(id) || p.itemOf(name) || p.framework(lower) || p.first(sorts[2:], lower)
}
