package load

import (
	"cmp"
	"slices"
	"strings"

	"tmodel/internal/schema"
	"tmodel/internal/vocab"
	"tmodel/internal/yamltree"
	"tmodel/schemas"
)

// vocabulary reads catalogs/vocabulary.yaml; nil when it does not fit its schema.
func (l *loader) vocabulary(n *yamltree.Node) *vocab.Vocabulary {
	s, err := schema.New(schemas.Vocabulary)
	if err == nil {
		_, err = s.Check(n, l.bag)
	}
	if err != nil {
		l.err = err
	}
	if err != nil || l.bag.Failed() {
		return nil
	}
	v := &vocab.Vocabulary{Trust: list(n, "trust"), SystemFacts: list(n, "system_facts")}
	slices.Sort(v.SystemFacts)
	for _, word := range v.Trust {
		v.TrustIs = append(v.TrustIs, text(n.Get("trust_is"), word))
	}
	v.ZoneTrust, v.OriginTrust = mapping(v, n, "zone"), mapping(v, n, "origin")
	for _, f := range items(n, "facts") {
		v.Facts = append(v.Facts, fact(f))
	}
	slices.SortFunc(v.Facts, func(a, b vocab.Fact) int { return cmp.Compare(a.ID, b.ID) })
	v.Groups = families(n)
	v.Components, v.Assets, v.Stages = kinds(n, "components"), kinds(n, "assets"), kinds(n, "stages")
	inherit(v, n)
	l.checkVocabulary(n, v)
	return v
}

// fact reads a fact: its values in their order, each with its meaning.
func fact(n *yamltree.Node) vocab.Fact {
	f := vocab.Fact{ID: text(n, "id"), Unordered: text(n, "unordered"), Is: text(n, "is")}
	for _, p := range n.Get("values").Pairs {
		f.Values, f.Means = append(f.Values, p.Key.Value), append(f.Means, strings.TrimSpace(p.Value.Value))
	}
	return f
}

// inherit gives kinds what their family makes and runs, where they do not say otherwise.
func inherit(v *vocab.Vocabulary, n *yamltree.Node) {
	own := map[string]bool{}
	for _, k := range items(n, "components") {
		own[text(k, "id")] = k.Get("runs") != nil
	}
	for i := range v.Components {
		k := &v.Components[i]
		f := v.Family(k.Family)
		if f == nil {
			continue
		}
		if !k.MakesAll {
			k.Makes, k.MakesAll = f.Makes, f.MakesAll
		}
		if !own[k.ID] {
			k.Runs = f.Runs
		}
	}
}

func sorted(words []string) []string {
	slices.Sort(words)
	return words
}

// mapping reads the words of zones or origins: the rung that each stands for, and what it means.
func mapping(v *vocab.Vocabulary, n *yamltree.Node, of string) []vocab.Mapping {
	var out []vocab.Mapping
	for _, p := range n.Get(of + "_trust").Pairs {
		out = append(out, vocab.Mapping{Word: p.Key.Value, Trust: v.ParseTrust(p.Value.Value), Is: text(n.Get(of+"_is"), p.Key.Value)})
	}
	return out
}

// families reads the families and what each makes.
func families(n *yamltree.Node) []vocab.Family {
	var out []vocab.Family
	for _, f := range items(n, "families") {
		id, makes := text(f, "id"), n.Get("makes")
		family := vocab.Family{ID: id, Is: text(f, "is"), MakesAll: text(makes, id) == "all"}
		if !family.MakesAll {
			family.Makes = list(makes, id)
			slices.Sort(family.Makes)
		}
		family.Runs = sorted(list(n.Get("runs"), id))
		out = append(out, family)
	}
	slices.SortFunc(out, func(a, b vocab.Family) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// kinds reads a section of kinds. A component's kind may make everything whatever its family does.
func kinds(n *yamltree.Node, section string) []vocab.Kind {
	var out []vocab.Kind
	for _, k := range items(n, section) {
		kind := vocab.Kind{ID: text(k, "id"), Family: text(k, "family"), Shape: vocab.Shape(text(k, "shape")), AI: text(k, "ai") == "true",
			MakesAll: text(k, "makes") == "all", Facts: list(k, "facts"), Acts: text(k, "acts"), Fits: text(k, "fits") == "true",
			Runs: sorted(list(k, "runs")), Is: text(k, "is"), Choose: text(k, "choose"), Example: line(k.Get("example"))}
		slices.Sort(kind.Facts)
		if s := k.Get("sensitivity"); s != nil {
			for p := range vocab.Properties {
				kind.Sensitivity[p] = level(text(s, vocab.Property(p).String()))
			}
		}
		out = append(out, kind)
	}
	slices.SortFunc(out, func(a, b vocab.Kind) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// line is what stands from a node to the end of its line.
func line(n *yamltree.Node) string {
	text := []rune(n.Span.File.Line(int(n.Span.Line)))
	return strings.TrimRight(string(text[n.Span.Col-1:]), " \r")
}
