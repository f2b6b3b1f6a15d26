package graph

import (
	"strings"

	"tmodel/internal/diag"
)

// noReason says whether a text only repeats that there is something to say.
func noReason(text string) bool {
	switch strings.Trim(strings.ToLower(text), " .!?-") {
	case "", "yes", "no", "true", "false", "x", "todo", "tbd", "tba", "fixme", "n/a", "na", "none", "later", "out of scope", "not in scope", "oos":
		return true
	}
	return false
}

// said reports what is stated without what it rests on: controls that nothing shows, objectives about no asset.
func (w *warner) said() {
	for i := range w.g.Controls {
		c := &w.g.Controls[i]
		if c.State == Verified && !c.Evidence.Set() {
			w.add(diag.NoEvidence, c.Control.State.Span, diag.Quote(c.Use.Value)+" is verified, and nothing shows it", "name the test or its report under evidence; a control that nobody tested is implemented")
		}
	}
	for i := range w.g.Objectives {
		o := &w.g.Objectives[i]
		if len(o.Assets) == 0 {
			w.add(diag.LooseObjective, o.ID.Span, "the objective "+diag.Quote(o.ID.Value)+" rests on no asset, so that no threat can hit it", "name under assets what it would be lost with")
		}
	}
}
