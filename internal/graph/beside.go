package graph

import (
	"slices"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/model"
)

// mostFacts is how many facts a hint writes out.
const mostFacts = 6

// beside reports a fact that is written as a key of the element. The hint writes out all facts of the element, so that
// nobody makes a second mapping of them; a value that the fact does not have it leaves open.
func (b *builder) beside(noun string, allowed []string, facts []model.Fact, i int) {
	name := facts[i].Name.Value
	hint := "write facts: {" + b.written(facts, allowed) + "}"
	if slices.ContainsFunc(facts, func(f model.Fact) bool { return f.Name.Value == name && !f.Beside }) {
		hint = "the facts say it too: remove this one, or that"
	} else if values := b.values(name); !slices.Contains(values, facts[i].Value.Value) {
		hint += "; " + name + " is one of: " + strings.Join(values, ", ")
	}
	b.add(diag.FactAsKey, facts[i].Name.Span, diag.Quote(name)+" stands beside the facts in this "+noun, hint)
}

// written is how facts are written together: those that the kind has, or all when it is not known.
func (b *builder) written(facts []model.Fact, allowed []string) string {
	var parts, names []string
	for _, f := range facts {
		if allowed != nil && !slices.Contains(allowed, f.Name.Value) || slices.Contains(names, f.Name.Value) {
			continue
		}
		names = append(names, f.Name.Value)
		value := yesOrNo(f.Value.Value, b.values(f.Name.Value))
		if !slices.Contains(b.values(f.Name.Value), value) {
			value = "..."
		}
		parts = append(parts, f.Name.Value+": "+value)
	}
	if len(parts) > mostFacts {
		parts = append(parts[:mostFacts], "...")
	}
	return strings.Join(parts, ", ")
}

// values are the words that a fact can have.
func (b *builder) values(fact string) []string {
	f := b.g.Vocab.Fact(fact)
	if f == nil {
		return nil
	}
	return append(slices.Clone(f.Values), "unknown")
}
