package load

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/match"
	"tmodel/internal/vocab"
	"tmodel/internal/yamltree"
)

// rule types one record of stride-ai.
func (l *loader) rule(n *yamltree.Node) {
	c := &match.Compiler{Vocab: l.c.Vocab, Bag: l.bag, Names: map[string]bool{"target": true}}
	r := catalog.Rule{ID: text(n, "id"), Stride: list(n, "stride"), Adversarial: text(n, "adversarial") != "false", Atlas: list(n.Get("references"), "atlas")}
	r.Likelihood, _ = strconv.Atoi(text(n, "likelihood"))
	for _, w := range list(n, "affects") {
		p, _ := vocab.ParseProperty(w)
		r.Affects = append(r.Affects, p)
	}
	var on graph.Type
	r.Target, on = l.target(n.Get("target"))
	r.When = c.Condition(n.Get("when"), on)
	if !r.When.Relates() {
		l.fail(n.Get("when"), "the rule looks at nothing but its target", "add a relation or an analysis, so that the evidence shows a cause")
	}
	for _, s := range items(n, "stake") {
		r.Stake = append(r.Stake, l.stake(c, s, on))
	}
	for _, t := range items(n, "treat") {
		r.Treat = append(r.Treat, l.treat(c, t))
	}
	l.c.Rules = append(l.c.Rules, r)
	l.c.Prose = append(l.c.Prose, l.prose(c, n))
}

// target reads which elements a rule looks at.
func (l *loader) target(n *yamltree.Node) (match.Target, graph.Type) {
	v := l.c.Vocab
	check := func(key string, allowed []string) []string {
		words := list(n, key)
		for _, w := range words {
			if !slices.Contains(allowed, w) {
				l.fail(n.Get(key), "there is no "+key+" "+diag.Quote(w), diag.DidYouMean(w, allowed))
			}
		}
		return words
	}
	switch {
	case n.Get("flow") != nil:
		return match.Target{Element: "flow"}, graph.FlowType
	case n.Get("asset") != nil:
		return match.Target{Element: "asset", Kinds: any2(check("asset", append(vocab.IDs(v.Assets), "any")))}, graph.AssetType
	case n.Get("stage") != nil:
		return match.Target{Element: "stage", Kinds: any2(check("stage", append(vocab.IDs(v.Stages), "any")))}, graph.StageType
	}
	return match.Target{Element: "component", Kinds: check("kind", vocab.IDs(v.Components)), Families: check("family", v.Families())}, graph.ComponentType
}

// any2 turns the word any into no restriction.
func any2(kinds []string) []string {
	if slices.Contains(kinds, "any") {
		return nil
	}
	return kinds
}

// stake reads one way to the assets that are at stake.
func (l *loader) stake(c *match.Compiler, n *yamltree.Node, on graph.Type) match.Cond {
	if v := n.Get("self"); v != nil {
		return match.Cond{Op: match.OpSelf}
	}
	if v := n.Get("bound"); v != nil {
		if !c.Names[v.Value] {
			l.fail(v, "no clause gives the name "+diag.Quote(v.Value), "")
		}
		return match.Cond{Op: match.OpBound, Name: v.Value}
	}
	cond := c.Condition(n, on)
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
	if !c.Names[t.On] {
		l.fail(n.Get("on"), "no clause gives the name "+diag.Quote(t.On), "a control counts on: target, path, or a name that a clause gives")
	}
	return t
}

var placeholder = regexp.MustCompile(`\{\{([^}]*)\}\}`)

func (l *loader) prose(c *match.Compiler, n *yamltree.Node) catalog.Prose {
	p := catalog.Prose{Title: text(n, "title"), Since: text(n, "since"), Description: text(n, "description"), Verify: text(n, "verify"), Attack: list(n, "attack")}
	for _, key := range []string{"description", "verify", "attack"} {
		v := n.Get(key)
		for _, s := range list(n, key) {
			for _, m := range placeholder.FindAllStringSubmatch(s, -1) {
				if !c.Names[m[1]] {
					l.fail(v, "no clause gives the name "+diag.Quote(m[1])+" that the text uses", "")
				}
			}
		}
	}
	for _, pair := range n.Get("references").Pairs {
		if ids := list(n.Get("references"), pair.Key.Value); len(ids) > 0 {
			p.References = append(p.References, catalog.Reference{Framework: pair.Key.Value, IDs: ids})
		}
	}
	for _, e := range items(n, "examples") {
		p.Examples = append(p.Examples, catalog.Example{Name: text(e, "name"), System: block(e.Get("system")), Expect: list(e, "expect")})
	}
	return p
}

// block is the text of a mapping as it stands in the file, moved to the left margin.
func block(n *yamltree.Node) string {
	f, indent := n.Span.File, int(n.Span.Col)-1
	var out strings.Builder
	for i := int(n.Span.Line); i <= f.Lines(); i++ {
		line := f.Line(i)
		if i > int(n.Span.Line) && strings.TrimSpace(line) != "" && len(line)-len(strings.TrimLeft(line, " ")) < indent {
			break
		}
		out.WriteString(strings.TrimRight(line[min(indent, len(line)):], " ") + "\n")
	}
	return strings.TrimRight(out.String(), "\n") + "\n"
}
