package match

import (
	"cmp"
	"slices"

	"tmodel/internal/graph"
)

// Word is a word of the language, as the compiler's tables have it.
type Word struct {
	Name   string
	Of     []Asked  // none for a word over other conditions, which may stand anywhere
	Keys   []string // what it takes beside a condition
	Values []string // of an attribute that is written as a word of its own key
	Denied bool     // `not` may stand over it
}

// Asked says which elements a word can be asked of and, for a relation, what it leads to.
type Asked struct{ Of, To string }

// End is what a flow starts or ends at, in Asked.
const End = "end"

// typeWord is the word of a type.
func typeWord(t graph.Type) string {
	if t == anyEnd {
		return End
	}
	return t.String()
}

// A is the word of a type of element as a text has it, with its article.
func A(element string) string {
	switch element {
	case "":
		return ""
	case "system":
		return "the system"
	case End:
		return "an end of a flow (a component or an actor)"
	case "asset", "actor":
		return "an " + element
	}
	return "a " + element
}

// typesAsked are the types of elements that conditions can be asked of.
var typesAsked = []graph.Type{graph.ComponentType, anyEnd, graph.FlowType, graph.AssetType, graph.StageType, graph.ActorType, graph.SystemType}

// Elements are the words of those types: component, end, flow, asset, stage, actor, system.
func Elements() []string {
	out := make([]string, len(typesAsked))
	for i, t := range typesAsked {
		out[i] = typeWord(t)
	}
	return out
}

// Words are all words of the language, sorted.
func Words() []Word {
	all := map[string]*Word{}
	add := func(name string) *Word {
		if all[name] == nil {
			all[name] = &Word{Name: name, Keys: keysOf[name], Values: valuesOf[name]}
		}
		return all[name]
	}
	for _, name := range groups {
		add(name).Denied = name != "known"
	}
	for _, t := range typesAsked {
		for _, name := range attributesOf[t] {
			w := add(name)
			w.Of = append(w.Of, Asked{Of: typeWord(t)})
			w.Denied = deniable(name, false)
		}
		for name, to := range relations(t) {
			w := add(name)
			w.Of = append(w.Of, Asked{typeWord(t), typeWord(to)})
			w.Keys, w.Denied = []string{"as"}, deniable(name, true)
		}
	}
	add("depends_on").Keys = []string{"as"}
	out := make([]Word, 0, len(all))
	for _, w := range all {
		out = append(out, *w)
	}
	slices.SortFunc(out, func(a, b Word) int { return cmp.Compare(a.Name, b.Name) })
	return out
}

// deniable says whether `not` may stand over a word that asks something of an element.
func deniable(name string, relates bool) bool {
	return name == "system" || !relates && !slices.Contains(analyses, name)
}
