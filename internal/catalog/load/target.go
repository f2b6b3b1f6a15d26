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

// target reads which elements a rule looks at. Of what type they are is not sure when the target has words of several.
func (l *loader) target(n *yamltree.Node) (t match.Target, on graph.Type, sure bool) {
	v := l.c.Vocab
	sure = l.oneWay(n)
	check := func(key string, allowed []string) []string {
		var out []string
		for i, w := range list(n, key) {
			if slices.Contains(allowed, w) {
				out = append(out, w)
				continue
			}
			hint := match.OfAnother(v, key, w)
			switch {
			case hint == "":
				hint = diag.DidYouMean(w, allowed)
			case !ofComponents(key) || !slices.Contains(append(vocab.IDs(v.Components), v.Families()...), w):
				sure = false
			}
			l.fail(at(n.Get(key), i), "there is no "+match.KindOf(key)+" "+diag.Quote(w), hint)
		}
		return out
	}
	switch {
	case n.Get("system") != nil:
		return match.Target{Element: "system"}, graph.SystemType, sure
	case n.Get("flow") != nil:
		return match.Target{Element: "flow"}, graph.FlowType, sure
	case n.Get("asset") != nil:
		t, on = match.Target{Element: "asset", Kinds: unlessAny(check("asset", append(vocab.IDs(v.Assets), "any")))}, graph.AssetType
	case n.Get("stage") != nil:
		t, on = match.Target{Element: "stage", Kinds: unlessAny(check("stage", append(vocab.IDs(v.Stages), "any")))}, graph.StageType
	default:
		t, on = match.Target{Element: "component", Kinds: check("kind", vocab.IDs(v.Components)), Families: check("family", v.Families())}, graph.ComponentType
	}
	return t, on, sure
}

// oneWay finds targets of two types, and those that say nothing. It is false when they are not of one type.
func (l *loader) oneWay(target *yamltree.Node) bool {
	var types []string
	for _, p := range target.Pairs {
		t := p.Key.Value
		if ofComponents(t) {
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
	return len(types) == 1
}

// ofComponents says whether a key of a target means components.
func ofComponents(key string) bool { return key == "kind" || key == "family" }

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
