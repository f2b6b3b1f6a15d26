package load

import (
	"slices"
	"strconv"

	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/match"
	"tmodel/internal/vocab"
	"tmodel/internal/yamltree"
)

// rule types one record of stride-ai.
func (l *loader) rule(n *yamltree.Node) {
	c := &match.Compiler{Vocab: l.c.Vocab, Bag: l.bag}
	r := catalog.Rule{ID: text(n, "id"), Stride: list(n, "stride"), Adversarial: text(n, "adversarial") != "false", Atlas: list(n.Get("references"), "atlas")}
	r.Likelihood, _ = strconv.Atoi(text(n, "likelihood"))
	for _, w := range list(n, "affects") {
		p, _ := vocab.ParseProperty(w)
		r.Affects = append(r.Affects, p)
	}
	var on graph.Type
	r.Target, on = l.target(n.Get("target"))
	r.When = c.Condition(n.Get("when"), on, l.kindsOf(r.Target))
	c.Name("target", on)
	for _, s := range items(n, "stake") {
		r.Stake = append(r.Stake, l.stake(c, s, on))
	}
	for _, t := range items(n, "treat") {
		r.Treat = append(r.Treat, l.treat(c, t))
	}
	l.checkRule(n, &r)
	l.c.Rules = append(l.c.Rules, r)
	l.c.Prose = append(l.c.Prose, l.prose(n, r.When.Binds()))
}

// checkRule finds what the parts of a rule can't say alone.
func (l *loader) checkRule(n *yamltree.Node, r *catalog.Rule) {
	if !r.When.Relates() {
		l.fail(n.Get("when"), "the rule looks at nothing but its target", "add a relation or an analysis, so that the evidence shows a cause")
	}
	if r.Adversarial == (len(r.Stride) == 0) {
		l.fail(n.Get("id"), r.ID+" needs stride, unless it is adversarial: false, which has none", "")
	}
	if r.Likelihood >= 4 && !r.When.Binds()["path"] {
		l.fail(n.Get("likelihood"), "likelihood 4 and 5 are for rules whose every alternative has a path", "add influenced or disclosed, or lower the likelihood")
	}
	for i, t := range r.Treat {
		if slices.ContainsFunc(r.Treat[:i], func(x catalog.Treat) bool { return x.Control == t.Control }) {
			l.fail(items(n, "treat")[i], "the control "+diag.Quote(t.Control)+" stands twice in the rule", "keep the one that counts")
		}
	}
}

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
	switch {
	case n.Get("flow") != nil:
		return match.Target{Element: "flow"}, graph.FlowType
	case n.Get("asset") != nil:
		return match.Target{Element: "asset", Kinds: unlessAny(check("asset", append(vocab.IDs(v.Assets), "any")))}, graph.AssetType
	case n.Get("stage") != nil:
		return match.Target{Element: "stage", Kinds: unlessAny(check("stage", append(vocab.IDs(v.Stages), "any")))}, graph.StageType
	}
	return match.Target{Element: "component", Kinds: check("kind", vocab.IDs(v.Components)), Families: check("family", v.Families())}, graph.ComponentType
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
	case "flow":
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

// stake reads one way to the assets that are at stake.
func (l *loader) stake(c *match.Compiler, n *yamltree.Node, on graph.Type) match.Cond {
	if v := n.Get("self"); v != nil {
		return match.Cond{Op: match.OpSelf}
	}
	if v := n.Get("bound"); v != nil {
		if len(c.Names[v.Value]) == 0 {
			l.fail(v, "no clause gives the name "+diag.Quote(v.Value), "")
		}
		return match.Cond{Op: match.OpBound, Name: v.Value}
	}
	cond := c.Condition(n, on, nil)
	if cond.Op != match.OpRelation {
		l.fail(n, "a stake is self, bound, or one relation that leads to assets", "")
	}
	return cond
}

func (l *loader) treat(c *match.Compiler, n *yamltree.Node) catalog.Treat {
	t := catalog.Treat{Control: text(n, "control"), On: text(n, "on")}
	if t.On == "" {
		t.On = "target"
	}
	if !l.c.Vocab.HasControl(t.Control) {
		l.fail(n.Get("control"), "there is no control "+diag.Quote(t.Control), diag.DidYouMean(t.Control, l.c.Vocab.Controls))
	}
	types := c.Names[t.On]
	if t.On == "path" && c.Path {
		return t
	}
	if len(types) == 0 {
		l.fail(n.Get("on"), "no clause gives the name "+diag.Quote(t.On), "a control counts on: target, path, or a name that a clause gives")
	}
	head, _ := l.c.Control(t.Control)
	for _, on := range types {
		if head != nil && !slices.Contains(head.StandsOn, on.String()) {
			l.fail(n, "the control "+diag.Quote(t.Control)+" can't stand on "+diag.Quote(t.On)+", which can be this: "+on.String(), "name another element of the rule")
		}
	}
	return t
}
