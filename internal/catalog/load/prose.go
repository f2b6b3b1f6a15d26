package load

import (
	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/yamltree"
)

// prose reads what a rule says to people. bound are the names that its texts may use.
func (l *loader) prose(n *yamltree.Node, bound map[string]bool) catalog.Prose {
	p := catalog.Prose{Title: text(n, "title"), Since: text(n, "since"), Description: text(n, "description"), Verify: text(n, "verify"), Attack: list(n, "attack"), Part: l.now}
	for _, key := range []string{"title", "description", "verify", "attack"} {
		l.placeholders(n.Get(key), list(n, key), key == "title", bound)
	}
	for _, pair := range n.Get("references").Pairs {
		if ids := list(n.Get("references"), pair.Key.Value); len(ids) > 0 {
			p.References = append(p.References, catalog.Reference{Framework: pair.Key.Value, IDs: ids})
		}
	}
	for _, e := range items(n, "examples") {
		p.Examples = append(p.Examples, l.example(e))
	}
	return p
}

// placeholders finds names that some match of the rule would leave unfilled.
func (l *loader) placeholders(at *yamltree.Node, sentences []string, title bool, bound map[string]bool) {
	for _, s := range sentences {
		for _, name := range catalog.Placeholders(s) {
			switch {
			case title:
				l.fail(at, "a title has no placeholders", "it stands for all threats of the rule")
			case name != "target" && !bound[name]:
				l.fail(at, "no clause gives the name "+diag.Quote(name)+" that the text uses", "every alternative of `any` must give it")
			}
		}
	}
}
