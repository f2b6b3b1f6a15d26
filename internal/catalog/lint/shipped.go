package lint

import (
	"fmt"

	"tmodel/internal/catalog"
	"tmodel/internal/catalog/load"
	"tmodel/internal/diag"
	"tmodel/internal/source"
)

// Stride are the categories, in the order of the word.
var Stride = []string{"spoofing", "tampering", "repudiation", "information-disclosure", "denial-of-service", "elevation-of-privilege"}

// Shipped holds a catalogue that stands alone to more: no control is the first choice everywhere, each category of
// STRIDE is primary somewhere, and of ATLAS and the frameworks each item is cited or there is a reason.
func Shipped(l *load.Loaded, bag *diag.Bag) {
	c := check(l, bag)
	c.unpinned()
	if c.whole {
		c.uncovered(func(at source.Span, message, hint string) { c.wrong(at, message, hint) })
	}
	first, primary := map[string]int{}, map[string]bool{}
	for i := range l.Catalog.Rules {
		r := &l.Catalog.Rules[i]
		if len(r.Treat) > 0 {
			first[r.Treat[0].Control]++
		}
		if len(r.Stride) > 0 {
			primary[r.Stride[0]] = true
		}
	}
	most := mostFirst(l.Catalog)
	for _, id := range l.Catalog.ControlIDs() {
		if n := first[id]; n > most {
			c.wrong(c.at(id, "id"), fmt.Sprintf("%s is the first choice of %d rules, %d at most", id, n, most), "what helps everywhere says little anywhere")
		}
	}
	for _, w := range Stride {
		if !primary[w] {
			c.wrong(c.at(""), "no rule is primarily "+w, "")
		}
	}
}

// mostFirst is how many rules may have one control as the first choice: four, or one in twelve.
func mostFirst(c *catalog.Catalog) int { return max(4, len(c.Rules)/12) }
