package match

import (
	"fmt"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/reach"
	"tmodel/internal/vocab"
	"tmodel/internal/yamltree"
)

// Compiler turns conditions as YAML into Conds. Everything unknown is an error at its place.
type Compiler struct {
	Vocab *vocab.Vocabulary
	Bag   *diag.Bag
	Names map[string]bool // names that clauses gave, filled as conditions are compiled
}

// relationsOf says, for each type of element, which relations it has and what they lead to. AnyEnd is a component or an actor.
var relationsOf = map[graph.Type]map[string]graph.Type{
	graph.ComponentType: {"holds": graph.AssetType, "receives": graph.AssetType, "sends": graph.AssetType, "opened_by": graph.AssetType,
		"inflow": graph.FlowType, "outflow": graph.FlowType, "runs": graph.StageType},
	graph.FlowType: {"from": anyEnd, "to": anyEnd, "carries": graph.AssetType, "returns": graph.AssetType},
	graph.AssetType: {"held_by": graph.ComponentType, "opens": graph.ComponentType, "contains": graph.AssetType,
		"produced_by": graph.StageType, "consumed_by": graph.StageType},
	graph.StageType: {"on": graph.ComponentType, "consumes": graph.AssetType, "produces": graph.AssetType},
	anyEnd:          nil,
}

// anyEnd stands for what a flow can start or end at.
const anyEnd = graph.Type(200)

// attributesOf says which words each type of element can be asked besides its relations.
var attributesOf = map[graph.Type][]string{
	graph.ComponentType: {"kind", "family", "facts", "trust_at_most", "influenced", "disclosed"},
	graph.FlowType:      {"encrypted", "authentication", "crosses"},
	graph.AssetType:     {"kind", "facts", "origin_at_most", "personal_data", "sensitivity", "influenced"},
	graph.StageType:     {"kind", "fits", "facts", "influenced"},
	anyEnd:              {"kind", "family", "facts", "trust_at_most"},
}

// words are the values of attributes.
var words = map[string][]string{
	"encrypted":      {"yes", "no", "unknown"},
	"authentication": {"none", "shared", "individual", "mutual", "unknown"},
	"personal_data":  {"none", "personal", "special-category", "unknown"},
}

// Condition compiles a mapping that is asked of an element of type t. Keys are joined by `all`, in their order.
func (c *Compiler) Condition(n *yamltree.Node, t graph.Type) Cond { return c.condition(n, t, false) }

func (c *Compiler) condition(n *yamltree.Node, t graph.Type, negated bool) Cond {
	if n.Kind != yamltree.Map {
		c.fail(n, "a condition is a mapping, found "+n.Kind.String(), "")
		return Cond{}
	}
	var parts []Cond
	for _, p := range n.Pairs {
		if p.Key.Value == "as" {
			continue
		}
		parts = append(parts, c.clause(p, t, negated)...)
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return Cond{Op: OpAll, Subs: parts}
}

// clause compiles one key.
func (c *Compiler) clause(p yamltree.Pair, t graph.Type, negated bool) []Cond {
	key, v := p.Key.Value, p.Value
	if to, ok := relationsOf[t][key]; ok {
		if negated {
			c.fail(p.Key, `"not" may not stand over a relation`, "a threat must never appear because something was removed; ask a fact instead")
		}
		return []Cond{c.relation(key, v, to)}
	}
	switch key {
	case "all", "any":
		return []Cond{c.group(key, v, t, negated)}
	case "not":
		return []Cond{{Op: OpNot, Subs: []Cond{c.condition(v, t, true)}}}
	}
	for _, a := range attributesOf[t] {
		if a == key {
			return c.attribute(key, p, t, negated)
		}
	}
	c.fail(p.Key, "unknown clause "+diag.Quote(key), diag.DidYouMean(key, c.keysOf(t)))
	return nil
}

func (c *Compiler) keysOf(t graph.Type) []string {
	out := append([]string{"all", "any", "not"}, attributesOf[t]...)
	for name := range relationsOf[t] {
		out = append(out, name)
	}
	return out
}

func (c *Compiler) group(key string, v *yamltree.Node, t graph.Type, negated bool) Cond {
	out := Cond{Op: OpAll}
	if key == "any" {
		out.Op = OpAny
	}
	if v.Kind != yamltree.List || len(v.Items) == 0 {
		c.fail(v, diag.Quote(key)+" is a list of conditions", "")
	}
	for _, item := range v.Items {
		out.Subs = append(out.Subs, c.condition(item, t, negated))
	}
	return out
}

// relation compiles a relation's mapping: what is asked of the element on the other side, and its name.
func (c *Compiler) relation(name string, v *yamltree.Node, to graph.Type) Cond {
	out := Cond{Op: OpRelation, Name: name, As: c.name(v)}
	if sub := c.Condition(v, to); sub.Op != OpAll || len(sub.Subs) > 0 {
		out.Subs = []Cond{sub}
	}
	return out
}

func (c *Compiler) name(v *yamltree.Node) string {
	as := v.Get("as")
	if as == nil {
		return ""
	}
	c.Names[as.Value] = true
	return as.Value
}

// attribute compiles what is asked of the element itself, and the analyses.
func (c *Compiler) attribute(key string, p yamltree.Pair, t graph.Type, negated bool) []Cond {
	v := p.Value
	switch key {
	case "kind":
		return []Cond{{Op: OpKind, Values: c.known(v, c.kinds(t), "kind")}}
	case "family":
		return []Cond{{Op: OpFamily, Values: c.known(v, c.Vocab.Families(), "family")}}
	case "facts":
		return c.facts(v, t)
	case "sensitivity":
		return c.sensitivity(v)
	case "fits":
		return []Cond{{Op: OpFits}}
	case "crosses":
		return []Cond{{Op: OpCrosses}}
	case "trust_at_most":
		return []Cond{{Op: OpTrust, Trust: c.trust(v)}}
	case "origin_at_most":
		return []Cond{{Op: OpOrigin, Trust: c.trust(v)}}
	case "influenced", "disclosed":
		if negated {
			c.fail(p.Key, `"not" may not stand over an analysis`, "a threat must never appear because something was removed; ask a fact instead")
		}
		return []Cond{c.analysis(key, v)}
	}
	return []Cond{{Op: OpAttribute, Name: key, Values: c.known(v, words[key], key)}}
}

func (c *Compiler) kinds(t graph.Type) []string {
	switch t {
	case graph.AssetType:
		return vocab.IDs(c.Vocab.Assets)
	case graph.StageType:
		return vocab.IDs(c.Vocab.Stages)
	}
	return vocab.IDs(c.Vocab.Components)
}

func (c *Compiler) facts(v *yamltree.Node, t graph.Type) []Cond {
	var out []Cond
	for _, p := range v.Pairs {
		f := c.Vocab.Fact(p.Key.Value)
		if f == nil {
			c.fail(p.Key, "there is no fact "+diag.Quote(p.Key.Value), diag.DidYouMean(p.Key.Value, c.Vocab.FactIDs()))
			continue
		}
		out = append(out, Cond{Op: OpFact, Name: f.ID, Values: c.known(p.Value, f.Values, "value of "+f.ID)})
	}
	return out
}

func (c *Compiler) sensitivity(v *yamltree.Node) []Cond {
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
func (c *Compiler) analysis(key string, v *yamltree.Node) Cond {
	out := Cond{Op: OpInfluenced, As: c.name(v), Trust: vocab.Administrator}
	if key == "disclosed" {
		out.Op = OpDisclosed
	}
	c.Names["path"] = true // the first witness of a rule is its path, whatever else it is called
	for _, p := range v.Pairs {
		switch k := p.Key.Value; {
		case k == "as":
		case k == "trust_at_most":
			out.Trust = c.trust(p.Value)
		case k == "mode" && out.Op == OpInfluenced:
			m, ok := reach.ParseMode(p.Value.Value)
			if !ok {
				c.fail(p.Value, "unknown mode "+diag.Quote(p.Value.Value), diag.DidYouMean(p.Value.Value, []string{"input", "planted", "learned"}))
			}
			out.Mode = m
		case k == "assets" && out.Op == OpInfluenced, k == "asset" && out.Op == OpDisclosed:
			out.Subs = []Cond{c.Condition(p.Value, graph.AssetType)}
		default:
			c.fail(p.Key, diag.Quote(key)+" has no key "+diag.Quote(k), "")
		}
	}
	return out
}

func (c *Compiler) trust(v *yamltree.Node) vocab.Trust {
	t := c.Vocab.ParseTrust(v.Value)
	if t == vocab.NoTrust {
		c.fail(v, "there is no trust "+diag.Quote(v.Value), diag.DidYouMean(v.Value, c.Vocab.Trust))
	}
	return t
}

// known reads a word or a list of words, all of which must be allowed.
func (c *Compiler) known(v *yamltree.Node, allowed []string, what string) []string {
	items := v.Items
	if v.Kind != yamltree.List {
		items = []*yamltree.Node{v}
	}
	var out []string
	for _, i := range items {
		if !contains(allowed, i.Value) {
			c.fail(i, fmt.Sprintf("there is no %s %s", what, diag.Quote(i.Value)), diag.DidYouMean(i.Value, allowed))
		}
		out = append(out, i.Value)
	}
	return out
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if strings.EqualFold(x, s) {
			return x == s
		}
	}
	return false
}

func (c *Compiler) fail(n *yamltree.Node, message, hint string) {
	c.Bag.Add(diag.Diagnostic{Code: diag.BadRule, Span: n.Span, Message: message, Hint: hint})
}
