package load

import (
	"slices"
	"strconv"

	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/match"
	"tmodel/internal/source"
	"tmodel/internal/vocab"
	"tmodel/internal/yamltree"
)

// rule types one record of stride-ai. Of a broken one, which is not kept, it finds the mistakes in what is left: parts may
// be missing.
func (l *loader) rule(n *yamltree.Node, broken bool) {
	c := &match.Compiler{Vocab: l.c.Vocab, Bag: l.bag}
	r := catalog.Rule{ID: text(n, "id"), Stride: list(n, "stride"), Adversarial: text(n, "adversarial") != "false", Atlas: list(n.Get("references"), "atlas")}
	r.Likelihood, _ = strconv.Atoi(text(n, "likelihood"))
	for _, w := range list(n, "affects") {
		p, _ := vocab.ParseProperty(w)
		r.Affects = append(r.Affects, p)
	}
	r.Subsumes = list(n, "subsumes")
	slices.Sort(r.Subsumes)
	on, when, sure := graph.Type(0), n.Get("when"), false
	if n.Get("target") != nil {
		r.Target, on, sure = l.target(n.Get("target"))
	}
	if !sure {
		when = nil // what it may ask depends on the target
	}
	if when != nil {
		r.When = c.Condition(when, on, l.kindsOf(r.Target))
	}
	c.Name("target", on)
	s := namesOf(c, &r.When, when)
	if sure {
		l.consequences(n, &r, s, on)
	}
	for _, t := range items(n, "treat") {
		r.Treat = append(r.Treat, l.treat(s, t))
	}
	l.checkRule(n, &r, s, broken)
	systems := l.systems(n)
	prose := l.prose(n, s)
	if broken {
		return
	}
	l.records[r.ID].Systems, l.records[r.ID].Wrong = systems, s.wrong || s.all
	l.c.Rules = append(l.c.Rules, r)
	l.c.Prose = append(l.c.Prose, prose)
}

// consequences reads what a rule says of targets that meet its condition.
func (l *loader) consequences(n *yamltree.Node, r *catalog.Rule, s *names, on graph.Type) {
	for _, v := range items(n, "likelier") {
		if v.Get("when") != nil { // the schema wants it; a broken record may have anything behind an alias
			r.Likelier = append(r.Likelier, l.likelier(v, on, r))
		}
	}
	for _, v := range items(n, "stake") {
		r.Stake = append(r.Stake, l.stake(s, v, on))
	}
}

// likelier reads what makes a threat likelier. The names that it gives serve itself alone.
func (l *loader) likelier(n *yamltree.Node, on graph.Type, r *catalog.Rule) catalog.Likelier {
	own := &match.Compiler{Vocab: l.c.Vocab, Bag: l.bag}
	out := catalog.Likelier{When: own.Condition(n.Get("when"), on, l.kindsOf(r.Target))}
	out.Likelihood, _ = strconv.Atoi(text(n, "likelihood"))
	if out.Likelihood <= r.Likelihood {
		l.fail(n.Get("likelihood"), "the likelihood "+text(n, "likelihood")+" is not above the rule's own", "likelier raises it")
	}
	return out
}

// checkRule finds what the parts of a rule can't say alone, where they are all there.
func (l *loader) checkRule(n *yamltree.Node, r *catalog.Rule, s *names, broken bool) {
	if !s.wrong && !s.all && !r.When.Relates() {
		l.fail(n.Get("when"), "the rule looks at nothing but its target", "add a relation or an analysis, so that the evidence shows a cause")
	}
	if !broken && r.Adversarial == (len(r.Stride) == 0) {
		l.fail(n.Get("id"), r.ID+" needs stride, unless it is adversarial: false, which has none", "write stride: [spoofing], or another of the six categories, the primary one first")
	}
	if r.Likelihood >= 4 && !s.bound["path"] && !s.lost("path") {
		l.fail(n.Get("likelihood"), "likelihood 4 and 5 are for rules whose every alternative has a path", "add influenced or disclosed, or lower the likelihood")
	}
	if depth(&r.When) > deepest {
		l.fail(n.Get("when"), "relations and analyses stand more than "+strconv.Itoa(deepest)+" deep in each other", "each step multiplies the work for every element; ask an analysis instead")
	}
	for _, key := range []string{"stride", "affects", "subsumes"} {
		l.doubled(n.Get(key))
	}
	for _, key := range keysOf(n.Get("references")) {
		l.doubled(n.Get("references").Get(key))
	}
	for i, t := range r.Treat {
		if slices.ContainsFunc(r.Treat[:i], func(x catalog.Treat) bool { return x.Control == t.Control }) {
			l.fail(items(n, "treat")[i], "the control "+diag.Quote(t.Control)+" stands twice in the rule", "keep the one that counts")
		}
	}
}

// doubled finds words that stand twice in a list.
func (l *loader) doubled(n *yamltree.Node) {
	if n == nil {
		return
	}
	first := map[string]source.Span{}
	for _, i := range n.Items {
		if at, again := first[i.Value]; again {
			l.bag.Add(diag.Diagnostic{Code: diag.BadRule, Span: i.Span, Message: diag.Quote(i.Value) + " stands twice in the list",
				Notes: []diag.Note{{Span: at, Message: "here first"}}, Hint: "keep one"})
			continue
		}
		first[i.Value] = i.Span
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

func (l *loader) treat(s *names, n *yamltree.Node) catalog.Treat {
	t := catalog.Treat{Control: text(n, "control"), On: text(n, "on")}
	if t.On == "" {
		t.On = "target"
	}
	if !l.c.Vocab.HasControl(t.Control) && !l.spoilt[t.Control] {
		l.fail(n.Get("control"), "there is no control "+diag.Quote(t.Control), diag.DidYouMean(t.Control, l.c.Vocab.Controls))
	}
	if s.lost(t.On) || t.On == "path" && s.path {
		return t
	}
	types := s.given[t.On]
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
