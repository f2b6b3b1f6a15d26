package match

import (
	"fmt"
	"slices"

	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/vocab"
	"tmodel/internal/yamltree"
)

// Compiler turns conditions as YAML into Conds. Everything unknown is an error at its place.
type Compiler struct {
	Vocab *vocab.Vocabulary
	Bag   *diag.Bag
	Names map[string][]graph.Type // names that clauses gave, and what each can be; filled as conditions are compiled
	Path  bool                    // some clause asks an analysis, whose first witness is the path

	Wrong bool // a mistake was found

	negated bool
	given   map[string][]giving // where names were given
	inside  []choice            // the alternatives that are being compiled, from the outermost
	groups  int                 // how many lists of alternatives there were
}

// Condition compiles a mapping that is asked of an element of type t, and of one of these kinds when they are given.
// Keys are joined by `all`, in their order.
func (c *Compiler) Condition(n *yamltree.Node, t graph.Type, of []vocab.Kind) Cond {
	if as := n.Key("as"); as != nil {
		c.fail(as, `"as" has nothing to name here`, "it names what a relation leads to, and stands beside what is asked of that, not in a part of it: inflow: {as: NAME, any: [...]}")
	}
	return c.named(n, t, of)
}

// named compiles a mapping in which a name may stand, which its caller reads.
func (c *Compiler) named(n *yamltree.Node, t graph.Type, of []vocab.Kind) Cond {
	if n.Kind != yamltree.Map {
		c.fail(n, "a condition is a mapping, found "+n.Kind.String(), "")
		return Cond{}
	}
	if of == nil {
		of = kindsOf(c.Vocab, t)
	}
	of = possible(n, of)
	var parts []Cond
	for _, p := range n.Pairs {
		if p.Key.Value == "as" {
			continue
		}
		parts = append(parts, c.clause(p, t, of)...)
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return Cond{Op: OpAll, Subs: parts, Early: early(parts), Ranked: slices.ContainsFunc(parts, func(p Cond) bool { return p.somebody() })}
}

// part compiles a condition that has to say something.
func (c *Compiler) part(n *yamltree.Node, t graph.Type, of []vocab.Kind) Cond {
	if n.Kind == yamltree.Map && len(n.Pairs) == 0 {
		c.fail(n, "an empty condition says nothing", "take it out, or say what must hold")
	}
	return c.Condition(n, t, of)
}

// clause compiles one key.
func (c *Compiler) clause(p yamltree.Pair, t graph.Type, of []vocab.Kind) []Cond {
	key, v := p.Key.Value, p.Value
	to, relates := relations(t)[key]
	if c.negated && (relates || slices.Contains(attributesOf[t], key)) && !deniable(key, relates) {
		c.fail(p.Key, `"not" may not stand over `+map[bool]string{true: "a relation", false: "an analysis"}[relates],
			"a threat must never appear because something was removed; ask a fact instead")
		defer func(was bool) { c.negated = was }(c.negated)
		c.negated = false // what stands in it is not to blame
	}
	switch {
	case relates:
		return []Cond{c.relation(key, v, to)}
	case key == "all" || key == "any":
		return []Cond{c.group(key, v, t, of)}
	case key == "not":
		return []Cond{c.opposite(v, t, of)}
	case key == "known":
		if c.negated {
			c.fail(p.Key, `"not" may not stand over "known"`, "what is not known may still be so; put known over not")
		}
		return []Cond{{Op: OpKnown, Subs: []Cond{c.part(v, t, of)}}}
	case slices.Contains(attributesOf[t], key):
		return c.attribute(key, v, t, of)
	}
	c.misplaced(p, t)
	return nil
}

func (c *Compiler) opposite(v *yamltree.Node, t graph.Type, of []vocab.Kind) Cond {
	c.negated = !c.negated
	defer func() { c.negated = !c.negated }()
	return Cond{Op: OpNot, Subs: []Cond{c.part(v, t, of)}}
}

func (c *Compiler) group(key string, v *yamltree.Node, t graph.Type, of []vocab.Kind) Cond {
	out := Cond{Op: OpAll}
	if key == "any" {
		out.Op = OpAny
	}
	if v.Kind != yamltree.List || len(v.Items) == 0 {
		c.fail(v, diag.Quote(key)+" is a list of conditions", "")
	}
	c.groups++
	group := c.groups
	for i, item := range v.Items {
		if out.Op == OpAny {
			c.inside = append(c.inside, choice{group, i})
		}
		out.Subs = append(out.Subs, c.part(item, t, of))
		if out.Op == OpAny {
			c.inside = c.inside[:len(c.inside)-1]
		}
		out.Ranked = out.Ranked || out.Subs[len(out.Subs)-1].somebody()
	}
	if out.Op == OpAll {
		out.Early = early(out.Subs)
	}
	return out
}

// relation compiles a relation's mapping: what is asked of the element on the other side, and its name.
func (c *Compiler) relation(name string, v *yamltree.Node, to graph.Type) Cond {
	out := Cond{Op: OpRelation, Name: name, As: c.name(v, to)}
	if sub := c.named(v, to, nil); sub.Op != OpAll || len(sub.Subs) > 0 {
		out.Subs, out.Ranked = []Cond{sub}, sub.somebody()
	}
	return out
}

// known reads a word or a list of words, all of which must be allowed.
func (c *Compiler) known(v *yamltree.Node, allowed []string, what string, t graph.Type) []string {
	items := v.Items
	if v.Kind != yamltree.List {
		items = []*yamltree.Node{v}
	}
	if len(items) == 0 {
		c.fail(v, "the list of "+what+" is empty", "")
	}
	var out []string
	for _, i := range items {
		if !slices.Contains(allowed, i.Value) {
			c.fail(i, fmt.Sprintf("there is no %s %s", what, diag.Quote(i.Value)), c.near(what, i.Value, allowed, t))
		}
		out = append(out, i.Value)
	}
	return out
}

func (c *Compiler) fail(n *yamltree.Node, message, hint string) {
	c.Wrong = true
	c.Bag.Add(diag.Diagnostic{Code: diag.BadRule, Span: n.Span, Message: message, Hint: hint})
}
