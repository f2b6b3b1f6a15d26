package load

import (
	"regexp"
	"slices"

	"tmodel/internal/diag"
	"tmodel/internal/source"
	"tmodel/internal/vocab"
	"tmodel/internal/yamltree"
)

// checkVocabulary finds what a schema cannot: ids given twice, words that nothing defines, and words that nothing uses.
func (l *loader) checkVocabulary(n *yamltree.Node, v *vocab.Vocabulary) {
	for _, section := range []string{"facts", "families", "components", "assets", "stages"} {
		l.unique(items(n, section))
	}
	asked := map[string]bool{}
	for _, section := range []string{"components", "assets", "stages"} {
		for _, k := range items(n, section) {
			l.checkAsked(k.Get("facts"), v, asked)
			l.checkExample(k)
		}
	}
	l.checkAsked(n.Get("system_facts"), v, asked)
	for _, f := range items(n, "facts") {
		if id := f.Get("id"); !asked[id.Value] {
			l.fail(id, "nothing is asked for the fact "+diag.Quote(id.Value), "name it under facts of a kind, or under system_facts")
		}
		l.checkValues(f.Get("values"))
	}
	l.checkFamilies(n, v)
	l.checkTrust(n, v)
}

// checkValues holds that values are words, and leave out the one that all facts have.
func (l *loader) checkValues(values *yamltree.Node) {
	word := regexp.MustCompile(`^[a-z][a-z0-9-]*$`)
	for _, p := range values.Pairs {
		switch {
		case p.Key.Value == "unknown":
			l.fail(p.Key, "unknown is always a value", "leave it out")
		case !word.MatchString(p.Key.Value):
			l.fail(p.Key, diag.Quote(p.Key.Value)+" is no word", "use lower-case letters, digits and hyphens")
		}
	}
}

// unique reports ids that stand twice in a section.
func (l *loader) unique(records []*yamltree.Node) {
	first := map[string]source.Span{}
	for _, r := range records {
		id := r.Get("id")
		if at, taken := first[id.Value]; taken {
			l.bag.Add(diag.Diagnostic{Code: diag.DuplicateID, Span: id.Span, Message: "the id " + diag.Quote(id.Value) + " is taken",
				Notes: []diag.Note{{Span: at, Message: "first given here"}}})
			continue
		}
		first[id.Value] = id.Span
	}
}

// checkAsked finds facts in a list that nothing defines, and notes those that are there.
func (l *loader) checkAsked(facts *yamltree.Node, v *vocab.Vocabulary, asked map[string]bool) {
	for _, f := range facts.Items {
		asked[f.Value] = true
		if v.Fact(f.Value) == nil {
			l.fail(f, "there is no fact "+diag.Quote(f.Value), diag.DidYouMean(f.Value, v.FactIDs()))
		}
	}
}

// checkExample holds that an example is one line and of its own kind.
func (l *loader) checkExample(k *yamltree.Node) {
	e := k.Get("example")
	kind := e.Get("kind")
	if kind.Value != text(k, "id") {
		l.fail(kind, "the example is of another kind", "write kind: "+text(k, "id"))
	}
	if e.Span.File.Line(int(e.Span.Line))[e.Span.Col-1] != '{' || !closed(line(e)) {
		l.fail(e, "an example is one line in braces", "write it as {id: ..., kind: "+text(k, "id")+"}")
	}
}

// closed says whether a line in braces ends with the brace that closes it.
func closed(line string) bool {
	depth := 0
	for i, c := range line {
		switch c {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i == len(line)-1
			}
		}
	}
	return false
}

// checkFamilies finds families that are not declared or have no kind, and kinds in makes that nothing defines.
func (l *loader) checkFamilies(n *yamltree.Node, v *vocab.Vocabulary) {
	used := v.Families()
	for _, k := range items(n, "components") {
		if f := k.Get("family"); v.Family(f.Value) == nil {
			l.fail(f, "there is no family "+diag.Quote(f.Value), "declare it under families")
		}
	}
	for _, f := range items(n, "families") {
		if id := f.Get("id"); !slices.Contains(used, id.Value) {
			l.fail(id, "no kind is of the family "+diag.Quote(id.Value), "")
		}
	}
	l.checkRuns(n, v)
	for _, p := range n.Get("makes").Pairs {
		if v.Family(p.Key.Value) == nil {
			l.fail(p.Key, "there is no family "+diag.Quote(p.Key.Value), "declare it under families")
		}
		if p.Value.Kind != yamltree.List && p.Value.Value != "all" {
			l.fail(p.Value, "a list of kinds of asset is expected here, or all", "")
		}
		for _, a := range p.Value.Items {
			if v.Asset(a.Value) == nil {
				l.fail(a, "there is no kind of asset "+diag.Quote(a.Value), diag.DidYouMean(a.Value, vocab.IDs(v.Assets)))
			}
		}
	}
}

// checkRuns finds families that are not declared, and what is run and is no code.
func (l *loader) checkRuns(n *yamltree.Node, v *vocab.Vocabulary) {
	check := func(list *yamltree.Node) {
		for _, a := range list.Items {
			if k := v.Asset(a.Value); k == nil || k.Acts != "code" {
				l.fail(a, "there is no kind of code "+diag.Quote(a.Value), "one that acts as code")
			}
		}
	}
	for _, p := range n.Get("runs").Pairs {
		if v.Family(p.Key.Value) == nil {
			l.fail(p.Key, "there is no family "+diag.Quote(p.Key.Value), "declare it under families")
		}
		check(p.Value)
	}
	for _, k := range items(n, "components") {
		if runs := k.Get("runs"); runs != nil {
			check(runs)
		}
	}
}

// checkTrust holds that every word about trust has its rung and its meaning, and that nothing else has.
func (l *loader) checkTrust(n *yamltree.Node, v *vocab.Vocabulary) {
	for _, of := range []string{"zone_trust", "origin_trust"} {
		for _, p := range n.Get(of).Pairs {
			if v.ParseTrust(p.Value.Value) == vocab.NoTrust {
				l.fail(p.Value, "there is no trust "+diag.Quote(p.Value.Value), diag.DidYouMean(p.Value.Value, v.Trust))
			}
		}
	}
	for key, known := range map[string][]string{"trust_is": v.Trust, "zone_is": vocab.Words(v.ZoneTrust), "origin_is": vocab.Words(v.OriginTrust)} {
		is := n.Get(key)
		for _, word := range known {
			if is.Get(word) == nil {
				l.fail(n.Key(key), "nothing says what "+diag.Quote(word)+" means", "")
			}
		}
		for _, p := range is.Pairs {
			if !slices.Contains(known, p.Key.Value) {
				l.fail(p.Key, "there is no "+diag.Quote(p.Key.Value)+" to explain", diag.DidYouMean(p.Key.Value, known))
			}
		}
	}
}
