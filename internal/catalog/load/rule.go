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
	for _, v := range items(n, "likelier") {
		r.Likelier = append(r.Likelier, l.likelier(c, v, on, &r))
	}
	r.Subsumes = list(n, "subsumes")
	slices.Sort(r.Subsumes)
	for _, s := range items(n, "stake") {
		r.Stake = append(r.Stake, l.stake(c, s, on))
	}
	for _, t := range items(n, "treat") {
		r.Treat = append(r.Treat, l.treat(c, t))
	}
	l.checkRule(n, &r)
	l.records[r.ID].Systems = l.systems(n)
	l.c.Rules = append(l.c.Rules, r)
	l.c.Prose = append(l.c.Prose, l.prose(n, r.When.Binds()))
}

// likelier reads what makes a threat likelier. The names that it gives serve itself alone.
func (l *loader) likelier(c *match.Compiler, n *yamltree.Node, on graph.Type, r *catalog.Rule) catalog.Likelier {
	own := &match.Compiler{Vocab: c.Vocab, Bag: c.Bag}
	out := catalog.Likelier{When: own.Condition(n.Get("when"), on, l.kindsOf(r.Target))}
	out.Likelihood, _ = strconv.Atoi(text(n, "likelihood"))
	if out.Likelihood <= r.Likelihood {
		l.fail(n.Get("likelihood"), "the likelihood "+text(n, "likelihood")+" is not above the rule's own", "likelier raises it")
	}
	return out
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
	if depth(&r.When) > deepest {
		l.fail(n.Get("when"), "relations and analyses stand more than "+strconv.Itoa(deepest)+" deep in each other", "each step multiplies the work for every element; ask an analysis instead")
	}
	for i, t := range r.Treat {
		if slices.ContainsFunc(r.Treat[:i], func(x catalog.Treat) bool { return x.Control == t.Control }) {
			l.fail(items(n, "treat")[i], "the control "+diag.Quote(t.Control)+" stands twice in the rule", "keep the one that counts")
		}
	}
}

// deepest is how deep relations may stand in each other.
const deepest = 6

// depth is how deep relations and analyses stand in each other.
func depth(c *match.Cond) int {
	most := 0
	for i := range c.Subs {
		most = max(most, depth(&c.Subs[i]))
	}
	if c.Op == match.OpRelation || c.Op == match.OpInfluenced || c.Op == match.OpDisclosed {
		most++
	}
	return most
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
