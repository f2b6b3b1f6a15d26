package match

import (
	"slices"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/reach"
	"tmodel/internal/vocab"
	"tmodel/internal/yamltree"
)

// possible are those of the kinds that a mapping lets its element be of.
func possible(n *yamltree.Node, of []vocab.Kind) []vocab.Kind {
	var out []vocab.Kind
	ids, families := words(n.Get("kind")), words(n.Get("family"))
	for _, k := range of {
		if (ids == nil || slices.Contains(ids, k.ID)) && (families == nil || slices.Contains(families, k.Family)) {
			out = append(out, k)
		}
	}
	return out
}

// words are the values of a word or a list of words, nil when there is none.
func words(v *yamltree.Node) []string {
	switch {
	case v == nil:
		return nil
	case v.Kind != yamltree.List:
		return []string{v.Value}
	}
	out := make([]string, len(v.Items))
	for i, n := range v.Items {
		out[i] = n.Value
	}
	return out
}

// attribute compiles what is asked of the element itself, and the analyses.
func (c *Compiler) attribute(key string, v *yamltree.Node, t graph.Type, of []vocab.Kind) []Cond {
	switch key {
	case "kind":
		return []Cond{{Op: OpKind, Values: c.known(v, vocab.IDs(kindsOf(c.Vocab, t)), "kind", t)}}
	case "family":
		return []Cond{{Op: OpFamily, Values: c.known(v, c.Vocab.Families(), "family", t)}}
	case "facts":
		return c.facts(v, of)
	case "sensitivity":
		return c.sensitivity(v)
	case "fits":
		return []Cond{c.flag(OpFits, v)}
	case "actor":
		return []Cond{c.flag(OpActor, v)}
	case "crosses":
		return []Cond{c.flag(OpCrosses, v)}
	case "trust_at_most":
		return []Cond{{Op: OpTrust, Trust: c.trust(v)}}
	case "origin_at_most":
		return []Cond{{Op: OpOrigin, Trust: c.trust(v)}}
	case "at_least":
		return []Cond{c.atLeast(v, t)}
	case "authority":
		return []Cond{c.authority(v)}
	case "depends_on":
		return []Cond{{Op: OpDepends, As: c.name(v, graph.ComponentType), Subs: []Cond{c.named(v, graph.ComponentType, nil)}}}
	case "cycle":
		return []Cond{c.cycle(v)}
	case "shared_copy":
		return []Cond{c.sharedCopy(v)}
	case "influenced", "disclosed":
		return []Cond{c.analysis(key, v, t)}
	}
	return []Cond{{Op: OpAttribute, Name: key, Values: c.known(v, valuesOf[key], "value of "+key, t)}}
}

// flag compiles a clause that is true or false.
func (c *Compiler) flag(op Op, v *yamltree.Node) Cond {
	switch {
	case v.Kind != yamltree.Bool:
		c.fail(v, "true or false is expected here", "")
	case v.Value == "false":
		return Cond{Op: OpNot, Subs: []Cond{{Op: op}}}
	}
	return Cond{Op: op}
}

// facts compiles `facts:`. A fact that no kind has here could never hold.
func (c *Compiler) facts(v *yamltree.Node, of []vocab.Kind) []Cond {
	if v.Kind != yamltree.Map || len(v.Pairs) == 0 {
		c.fail(v, "facts are a mapping of names to values", "")
	}
	var out []Cond
	for _, p := range v.Pairs {
		name := p.Key.Value
		f := c.Vocab.Fact(name)
		switch {
		case f == nil:
			c.fail(p.Key, "there is no fact "+diag.Quote(name), diag.DidYouMean(name, c.Vocab.FactIDs()))
			continue
		case !slices.ContainsFunc(of, func(k vocab.Kind) bool { return k.HasFact(name) }):
			c.fail(p.Key, "no kind that is meant here has the fact "+diag.Quote(name), "the clause could never hold")
		}
		out = append(out, Cond{Op: OpFact, Name: name, Values: c.known(p.Value, f.Values, "value of "+name, graph.ComponentType)})
	}
	return out
}

func (c *Compiler) sensitivity(v *yamltree.Node) []Cond {
	if v.Kind != yamltree.Map || len(v.Pairs) == 0 {
		c.fail(v, "sensitivity is a mapping of properties to levels", "")
	}
	var out []Cond
	for _, p := range v.Pairs {
		_, ok := vocab.ParseProperty(p.Key.Value)
		level := vocab.ParseLevel(p.Value.Value)
		if !ok || level == vocab.LevelUnknown || level == vocab.Critical {
			c.fail(p.Key, "sensitivity is asked as confidentiality, integrity or availability: low, medium or high", "")
		}
		out = append(out, Cond{Op: OpSensitivity, Name: p.Key.Value, Level: level})
	}
	return out
}

// analysis compiles `influenced` and `disclosed`.
func (c *Compiler) analysis(key string, v *yamltree.Node, t graph.Type) Cond {
	out := Cond{Op: OpInfluenced, Trust: vocab.Administrator}
	if key == "disclosed" {
		out.Op, out.As, out.Least = OpDisclosed, c.name(v, graph.AssetType), reach.Verbatim
	} else if v.Get("mode") == nil {
		c.fail(v, `"influenced" says no mode`, "write mode: and one or several of "+strings.Join(reach.Modes(), ", "))
	}
	c.Path = true
	for _, p := range v.Pairs {
		switch k := p.Key.Value; {
		case k == "as" && (out.Op == OpDisclosed || p.Value.Value == "path"):
		case k == "as" && out.Op == OpInfluenced:
			c.fail(p.Value, `"influenced" gives no name but path`, "write as: path, or leave it out")
		case k == "trust_at_most":
			out.Trust = c.trust(p.Value)
		case k == "strength" && out.Op == OpDisclosed:
			out.Least = c.strength(p.Value)
		case k == "mode" && out.Op == OpInfluenced:
			out.Modes = c.modes(p.Value)
		case k == "assets" && out.Op == OpInfluenced && t != graph.AssetType, k == "asset" && out.Op == OpDisclosed:
			out.Subs = []Cond{c.part(p.Value, graph.AssetType, nil)}
		default:
			c.fail(p.Key, diag.Quote(key)+" can't have "+diag.Quote(k)+" here", diag.DidYouMean(k, keysOf[key]))
		}
	}
	return out
}

func (c *Compiler) modes(v *yamltree.Node) []reach.Mode {
	var out []reach.Mode
	for _, w := range c.known(v, reach.Modes(), "mode", graph.ComponentType) {
		if m, ok := reach.ParseMode(w); ok {
			out = append(out, m)
		}
	}
	return out
}

func (c *Compiler) strength(v *yamltree.Node) reach.Strength {
	s, ok := reach.ParseStrength(v.Value)
	if !ok {
		c.fail(v, "unknown strength "+diag.Quote(v.Value), diag.DidYouMean(v.Value, reach.Strengths()))
	}
	return s
}

func (c *Compiler) trust(v *yamltree.Node) vocab.Trust {
	t := c.Vocab.ParseTrust(v.Value)
	if t == vocab.NoTrust {
		c.fail(v, "there is no trust "+diag.Quote(v.Value), diag.DidYouMean(v.Value, c.Vocab.Trust))
	}
	return t
}
