package load

import (
	"slices"

	"tmodel/internal/diag"
	"tmodel/internal/yamltree"
)

// checkAtlas finds ids that stand twice, and links that lead nowhere.
func (l *loader) checkAtlas(n *yamltree.Node) {
	a := &l.c.Atlas
	for _, section := range []string{"tactics", "techniques", "mitigations"} {
		l.unique(items(n, section))
		for _, record := range items(n, section) {
			for _, to := range items(record, "tactics") {
				if a.Tactic(to.Value) == nil {
					l.fail(to, "there is no tactic "+diag.Quote(to.Value), "")
				}
			}
			links := items(record, "mitigates")
			if parent := record.Get("parent"); parent != nil {
				links = append(slices.Clone(links), parent)
			}
			for _, to := range links {
				if a.Technique(to.Value) == nil {
					l.fail(to, "there is no technique "+diag.Quote(to.Value), diag.DidYouMean(to.Value, a.TechniqueIDs()))
				}
			}
		}
	}
	for _, t := range items(n, "techniques") {
		parent := text(t, "parent")
		if known := parent == "" || a.Technique(parent) != nil; known && len(a.TacticsOf(text(t, "id"))) == 0 {
			l.fail(t.Get("id"), text(t, "id")+" has no tactic, and no parent that has one", "")
		}
	}
}
