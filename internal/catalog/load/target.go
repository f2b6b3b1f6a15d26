package load

import (
	"slices"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/match"
	"tmodel/internal/vocab"
	"tmodel/internal/yamltree"
)

// target reads which elements a rule looks at.
func (l *loader) target(n *yamltree.Node) (match.Target, graph.Type) {
	v := l.c.Vocab
	check := func(key string, allowed []string) []string {
		words := list(n, key)
		for i, w := range words {
			if !slices.Contains(allowed, w) {
				l.fail(at(n.Get(key), i), "there is no "+key+" "+diag.Quote(w), diag.DidYouMean(w, allowed))
			}
		}
		return words
	}
	l.oneWay(n)
	switch {
	case n.Get("system") != nil:
		return match.Target{Element: "system"}, graph.SystemType
	case n.Get("flow") != nil:
		return match.Target{Element: "flow"}, graph.FlowType
	case n.Get("asset") != nil:
		return match.Target{Element: "asset", Kinds: unlessAny(check("asset", append(vocab.IDs(v.Assets), "any")))}, graph.AssetType
	case n.Get("stage") != nil:
		return match.Target{Element: "stage", Kinds: unlessAny(check("stage", append(vocab.IDs(v.Stages), "any")))}, graph.StageType
	}
	return match.Target{Element: "component", Kinds: check("kind", vocab.IDs(v.Components)), Families: check("family", v.Families())}, graph.ComponentType
}

// oneWay finds targets of two types, and those that say nothing.
func (l *loader) oneWay(target *yamltree.Node) {
	var types []string
	for _, p := range target.Pairs {
		t := p.Key.Value
		if t == "kind" || t == "family" {
			t = "component"
		}
		if !slices.Contains(types, t) {
			types = append(types, t)
		}
		if p.Value.Kind == yamltree.List && len(p.Value.Items) == 0 {
			l.fail(p.Value, "the target's "+p.Key.Value+" is an empty list", "name one, or several")
		}
	}
	if len(types) > 1 {
		l.fail(target.Pairs[0].Key, "a target is of one type, this one of "+strings.Join(types, " and "), "write a rule for each: system, flow, asset, stage, or kind and family of a component")
	}
}

// at is the word i of a list, or the one word that stands in its place.
func at(n *yamltree.Node, i int) *yamltree.Node {
	if n.Kind == yamltree.List {
		return n.Items[i]
	}
	return n
}

// unlessAny turns the word any into no restriction.
func unlessAny(kinds []string) []string {
	if slices.Contains(kinds, "any") {
		return nil
	}
	return kinds
}

// kindsOf are the kinds that a target's elements can be of; nil for flows, which have none.
func (l *loader) kindsOf(t match.Target) []vocab.Kind {
	kinds := l.c.Vocab.Components
	switch t.Element {
	case "flow", "system":
		return nil
	case "asset":
		kinds = l.c.Vocab.Assets
	case "stage":
		kinds = l.c.Vocab.Stages
	}
	var out []vocab.Kind
	for _, k := range kinds {
		if len(t.Kinds)+len(t.Families) == 0 || slices.Contains(t.Kinds, k.ID) || slices.Contains(t.Families, k.Family) {
			out = append(out, k)
		}
	}
	return out
}
