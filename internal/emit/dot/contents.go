package dot

import "strings"

// contents is what a zone holds, and what stays in it.
type contents struct{ actors, components, flows, stages int }

func (c *contents) count(is relation) {
	if is == stage {
		c.stages++
	} else {
		c.flows++
	}
}

// lines are the counts that are not zero.
func (c contents) lines() []string {
	var has, inside []string
	add := func(to *[]string, n int, one, many string) {
		if n > 0 {
			*to = append(*to, count(n, one, many))
		}
	}
	add(&has, c.components, "component", "components")
	add(&has, c.actors, "actor", "actors")
	add(&inside, c.flows, "flow", "flows")
	add(&inside, c.stages, "stage movement", "stage movements")
	out := []string{strings.Join(has, ", ")}
	if len(inside) > 0 {
		out = append(out, strings.Join(inside, ", ")+" inside")
	}
	return out
}

// describe puts the counts of an overview into words.
func (s *summary) describe() {
	for i := range s.nodes {
		s.nodes[i].detail = append(s.nodes[i].detail, s.has[i].lines()...)
	}
	for i := range s.edges {
		e := &s.edges[i]
		e.name = count(e.merged, "flow", "flows")
		if e.is == stage {
			e.name = count(e.merged, "stage movement", "stage movements")
		} else if e.reply {
			e.name += ", with replies"
		}
	}
}
