package lint

import (
	"fmt"
	"strings"

	"tmodel/internal/catalog"
)

// examples holds a rule to one in which it fires and one in which it is silent. A silent one says something only beside
// a firing one that it differs from in a line.
func (c *checker) examples(r *catalog.Rule, p *catalog.Prose) {
	var fire, silent []catalog.Example
	first := 0
	for i, e := range p.Examples {
		if len(e.Expect) > 0 {
			fire = append(fire, e)
			continue
		}
		if silent = append(silent, e); len(silent) == 1 {
			first = i
		}
	}
	if len(fire) == 0 || len(silent) == 0 {
		c.wrong(c.at(r.ID, "examples"), fmt.Sprintf("%s: %d examples fire, %d are silent", r.ID, len(fire), len(silent)), "at least one of each: expect lists the elements that the rule fires at")
		return
	}
	nearest := -1
	for _, s := range silent {
		for _, f := range fire {
			if d := apart(f.System, s.System); nearest < 0 || d < nearest {
				nearest = d
			}
		}
	}
	if nearest > 1 {
		c.odd(c.at(r.ID, "examples", first), fmt.Sprintf("%s: no silent example is near a firing one; the nearest differs in %d lines", r.ID, nearest),
			"change one fact, flow or property of a firing example, so that the two show what the rule rests on")
	}
}

// apart is the number of lines of one text that the other does not have, the greater of both ways.
func apart(a, b string) int {
	x, y := linesOf(a), linesOf(b)
	return max(without(x, y), without(y, x))
}

// linesOf counts how often each line stands in a text.
func linesOf(text string) map[string]int {
	out := map[string]int{}
	for line := range strings.SplitSeq(text, "\n") {
		out[line]++
	}
	return out
}

// without is how many lines of x are not in y.
func without(x, y map[string]int) (n int) {
	for line, times := range x {
		if y[line] == 0 {
			n += times
		}
	}
	return n
}
