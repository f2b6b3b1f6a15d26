package match

import (
	"slices"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/vocab"
	"tmodel/internal/yamltree"
)

// sort is a sort of words of the vocabulary, by the key of a target that takes them.
type sort struct {
	key, what string
	of        graph.Type
	words     []string
}

func sorts(v *vocab.Vocabulary) []sort {
	return []sort{
		{"kind", "kind of component", graph.ComponentType, vocab.IDs(v.Components)}, {"family", "family of components", graph.ComponentType, v.Families()},
		{"asset", "kind of asset", graph.AssetType, vocab.IDs(v.Assets)}, {"stage", "kind of stage", graph.StageType, vocab.IDs(v.Stages)},
	}
}

// KindOf says what the words behind a key of a target are.
func KindOf(key string) string {
	if key == "kind" || key == "family" {
		return key
	}
	return "kind of " + key
}

// OfAnother is what to write for a word that is a kind or a family, and not one of those that stand behind a key of a target;
// "" for any other word.
func OfAnother(v *vocab.Vocabulary, key, word string) string {
	for _, s := range sorts(v) {
		if s.key != key && slices.Contains(s.words, word) {
			return diag.Quote(word) + " is a " + s.what + ": write " + s.key + ": " + word
		}
	}
	return ""
}

// near is what to do about a word that is not allowed behind a key.
func (c *Compiler) near(key, word string, allowed []string, t graph.Type) string {
	if key == "kind" || key == "family" {
		for _, s := range sorts(c.Vocab) {
			switch {
			case !slices.Contains(s.words, word):
			case s.of == graph.ComponentType && (t == s.of || t == anyEnd):
				return diag.Quote(word) + " is a " + s.what + ": write " + s.key + ": " + word
			default:
				return diag.Quote(word) + " is a " + s.what + ", and " + A(typeWord(t)) + " is asked here"
			}
		}
	}
	return diag.DidYouMean(word, allowed)
}

// misplaced reports a key that an element of type t can't be asked: one that others are asked, a fact, or no word at all.
func (c *Compiler) misplaced(p yamltree.Pair, t graph.Type) {
	key := p.Key.Value
	var of []string
	for _, w := range Words() {
		if w.Name == key {
			for _, a := range w.Of {
				of = append(of, A(a.Of))
			}
		}
	}
	switch ways := c.behind(p, t); {
	case len(ways) > 0:
		c.fail(p.Key, diag.Quote(key)+" can't be asked of "+A(typeWord(t)), "ask it of what is related: "+strings.Join(ways, " or "))
	case len(of) > 0:
		c.fail(p.Key, diag.Quote(key)+" can't be asked of "+A(typeWord(t)), "it is asked of "+strings.Join(of, ", "))
	case c.Vocab.Fact(key) != nil && slices.Contains(attributesOf[t], "facts"):
		c.fail(p.Key, "unknown clause "+diag.Quote(key), "it is a fact: write facts: {"+key+": "+short(p.Value)+"}")
	default:
		c.fail(p.Key, "unknown clause "+diag.Quote(key), diag.DidYouMean(key, clausesOf(t)))
	}
}

// mostWays is how many ways to ask something are told.
const mostWays = 4

// behind are the relations of t that lead to what can be asked this, as they are written; none when they are many.
func (c *Compiler) behind(p yamltree.Pair, t graph.Type) []string {
	var out []string
	for name, to := range relations(t) {
		if c.asks(p, to) {
			out = append(out, name+": {"+p.Key.Value+": "+short(p.Value)+"}")
		}
	}
	slices.Sort(out)
	if len(out) > mostWays {
		return nil
	}
	return out
}

// asks says whether an element of type t can be asked a clause. A kind tells of which type it is.
func (c *Compiler) asks(p yamltree.Pair, t graph.Type) bool {
	key := p.Key.Value
	if key == "kind" {
		kinds := vocab.IDs(kindsOf(c.Vocab, t))
		return slices.Contains(attributesOf[t], key) && !slices.ContainsFunc(words(p.Value), func(w string) bool { return !slices.Contains(kinds, w) })
	}
	_, relates := relations(t)[key]
	return relates || slices.Contains(attributesOf[t], key)
}

// short is a value as a hint shows it.
func short(v *yamltree.Node) string {
	switch {
	case v.Kind == yamltree.Map:
		return "{...}"
	case v.Kind != yamltree.List:
		return diag.Printable(diag.Clip(v.Value, 40))
	}
	return diag.Printable(diag.Clip("["+strings.Join(words(v), ", ")+"]", 40))
}
