package load

import (
	"cmp"
	"slices"

	"tmodel/internal/diag"
	"tmodel/internal/vocab"
	"tmodel/internal/yamltree"
)

// vocabulary reads catalogs/vocabulary.yaml.
func (l *loader) vocabulary(n *yamltree.Node) *vocab.Vocabulary {
	v := &vocab.Vocabulary{Trust: list(n, "trust"), SystemFacts: list(n, "system_facts")}
	slices.Sort(v.SystemFacts)
	v.ZoneTrust, v.OriginTrust = mapping(v, n.Get("zone_trust")), mapping(v, n.Get("origin_trust"))
	for _, f := range items(n, "facts") {
		v.Facts = append(v.Facts, vocab.Fact{ID: text(f, "id"), Values: list(f, "values"), Is: text(f, "is")})
	}
	slices.SortFunc(v.Facts, func(a, b vocab.Fact) int { return cmp.Compare(a.ID, b.ID) })
	v.Components, v.Assets, v.Stages = kinds(n, "components"), kinds(n, "assets"), kinds(n, "stages")
	makes := n.Get("makes")
	for i := range v.Components {
		k := &v.Components[i]
		if m := makes.Get(k.Family); m != nil {
			k.MakesAll = m.Value == "all"
			if !k.MakesAll {
				k.Makes = list(makes, k.Family)
				slices.Sort(k.Makes)
			}
		}
	}
	l.checkVocabulary(n, v)
	return v
}

func mapping(v *vocab.Vocabulary, n *yamltree.Node) []vocab.Mapping {
	var out []vocab.Mapping
	if n == nil {
		return nil
	}
	for _, p := range n.Pairs {
		out = append(out, vocab.Mapping{Word: p.Key.Value, Trust: v.ParseTrust(p.Value.Value)})
	}
	return out
}

func kinds(n *yamltree.Node, section string) []vocab.Kind {
	var out []vocab.Kind
	for _, k := range items(n, section) {
		kind := vocab.Kind{ID: text(k, "id"), Family: text(k, "family"), Shape: vocab.Shape(text(k, "shape")), AI: text(k, "ai") == "true",
			Facts: list(k, "facts"), Acts: text(k, "acts"), Fits: text(k, "fits") == "true", Is: text(k, "is")}
		slices.Sort(kind.Facts)
		for p := range vocab.Properties {
			if s := k.Get("sensitivity"); s != nil {
				kind.Sensitivity[p] = level(text(s, vocab.Property(p).String()))
			}
		}
		out = append(out, kind)
	}
	slices.SortFunc(out, func(a, b vocab.Kind) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// checkVocabulary finds words that nothing defines.
func (l *loader) checkVocabulary(n *yamltree.Node, v *vocab.Vocabulary) {
	say := func(at *yamltree.Node, message string) { l.fail(at, message, "") }
	for _, section := range []string{"components", "assets", "stages"} {
		for _, k := range items(n, section) {
			for _, f := range items(k, "facts") {
				if v.Fact(f.Value) == nil {
					say(f, "there is no fact "+diag.Quote(f.Value))
				}
			}
			if text(k, "is") == "" {
				say(k, text(k, "id")+" does not say what it is")
			}
		}
	}
	l.checkMakes(n, v)
	for _, f := range v.SystemFacts {
		if v.Fact(f) == nil {
			say(n, "there is no fact "+diag.Quote(f))
		}
	}
	for _, m := range slices.Concat(v.ZoneTrust, v.OriginTrust) {
		if m.Trust == vocab.NoTrust {
			say(n, "there is no trust for "+diag.Quote(m.Word))
		}
	}
}

// checkMakes finds families and kinds in `makes` that nothing defines.
func (l *loader) checkMakes(n *yamltree.Node, v *vocab.Vocabulary) {
	say := func(at *yamltree.Node, message string) { l.fail(at, message, "") }
	makes := n.Get("makes")
	if makes == nil {
		say(n, "nothing says what each family makes")
		return
	}
	for _, p := range makes.Pairs {
		if !v.HasFamily(p.Key.Value) {
			say(p.Key, "no kind is of the family "+diag.Quote(p.Key.Value))
		}
		for _, a := range p.Value.Items {
			if v.Asset(a.Value) == nil {
				say(a, "there is no kind of asset "+diag.Quote(a.Value))
			}
		}
	}
}
