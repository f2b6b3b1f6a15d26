package explain

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tmodel/internal/catalog"
	"tmodel/internal/catalog/coverage"
)

// roles are those that an ATLAS technique has in a rule.
var roles = map[string]string{"atlas": " (the threat)", "steps": " (a step of the attacker)", "harm": " (the harm that follows)"}

// citers are the numbers of the rules that cite one of some ids.
func (p *page) citers(as string, ids []string) []int {
	var out []int
	for i := range p.c.Rules {
		for _, ref := range p.c.Prose[i].References {
			if ref.Framework == as && slices.ContainsFunc(ref.IDs, func(id string) bool { return slices.Contains(ids, id) }) {
				out = append(out, i)
			}
		}
	}
	return out
}

// nearby is how many neighbours a page names.
const nearby = 12

// neighbours lists what the rules that cite an item cite in other frameworks, and of ATLAS as the threat: most often
// first.
func (p *page) neighbours(f *catalog.Framework, it *catalog.Item, rules []int) {
	counts := map[string]int{}
	for _, i := range rules {
		for _, ref := range p.c.Prose[i].References {
			for _, id := range ref.IDs {
				if of, _ := p.c.Item(id); of != nil && of.ID != f.ID && of.ID != f.From || ref.Framework == "atlas" {
					counts[id]++
				}
			}
		}
	}
	var near []string
	for id := range counts {
		near = append(near, id)
	}
	slices.SortFunc(near, func(a, b string) int { return cmp.Or(counts[b]-counts[a], cmp.Compare(a, b)) })
	if len(near) > 0 {
		p.line("\nWhat the same rules cite elsewhere, most often first:")
	}
	shown, width := near[:min(len(near), nearby)], wide
	for _, id := range shown {
		width = max(width, len(id)+2)
	}
	for _, id := range shown {
		p.row(width, "  "+id, fmt.Sprintf("%s (%s)", p.c.Title(id), plural(counts[id], "rule")))
	}
	if more := len(near) - nearby; more > 0 {
		p.line("  and %d more, of fewer rules", more)
	}
}

// idWidth is that of most ids.
const idWidth = len("AML.T0051.001")

// references lists what a rule cites, with titles and with what an item became in other editions.
func (p *page) references(prose *catalog.Prose) {
	width := 0
	for _, ref := range prose.References {
		width = max(width, len(ref.Framework))
	}
	for _, ref := range prose.References {
		for i, id := range ref.IDs {
			as := ref.Framework
			if i > 0 {
				as = ""
			}
			title := cmp.Or(p.c.Titled(id), "(the loaded content does not have it)")
			p.hang(fmt.Sprintf("  %-*s  %-*s  ", width, as, idWidth, id), strings.Repeat(" ", width+idWidth+6), title)
		}
	}
}

// uncited ends a page about what nothing cites, with the reason where there is one.
func (p *page) uncited(text, id string) {
	for _, t := range coverage.Of(p.c) {
		for i := range t.Entries {
			if e := &t.Entries[i]; e.ID == id && e.By == coverage.Explained {
				p.line("%s.", text)
				p.line("")
				p.para("", "Why: "+e.Why)
				return
			}
		}
	}
	p.line("%s.", text)
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
