// Package covertable writes which records cite each item of ATLAS and of the frameworks: for terminals, as Markdown, as JSON.
package covertable

import (
	"strings"

	"tmodel/internal/catalog/coverage"
)

// fact is one thing that is said of an entry.
type fact struct{ what, is string }

// facts are what cites an entry, or why nothing does. A reason that the group tells is not said again.
func facts(t *coverage.Table, g *coverage.Group, e *coverage.Entry) []fact {
	switch {
	case e.By == coverage.Open:
		return []fact{{"", "nothing cites it, and nothing says why"}}
	case e.By == coverage.Explained && g != nil && g.Why != "" && e.WhyOf == g.ID:
		return []fact{{"", "nothing cites it; see the reason above"}}
	case e.By == coverage.Explained:
		return []fact{{"nothing cites it", e.Why}}
	}
	var out []fact
	add := func(what string, ids []string) {
		if len(ids) > 0 {
			out = append(out, fact{what, strings.Join(ids, ", ")})
		}
	}
	add(threatWord(t, e), e.Threats)
	add("steps", e.Steps)
	add("harm", e.Harms)
	add("controls", e.Controls)
	if e.Through {
		add("through its parts alone", e.Parts)
	} else {
		add("parts", e.Parts)
	}
	return out
}

// threatWord says what the rules are that cite an entry: those whose threat it is, or those of what it was.
func threatWord(t *coverage.Table, e *coverage.Entry) string {
	if e.Was != "" {
		return "as " + e.Was
	}
	if t.ID == "atlas" {
		return "threat"
	}
	return "rules"
}
