package dot

import (
	"slices"

	"tmodel/internal/graph"
	"tmodel/internal/register"
	"tmodel/internal/report"
	"tmodel/internal/vocab"
)

// badge is how many open threats something has, and the worst of their residual levels.
type badge struct {
	count int
	worst vocab.Level
}

// String is the badge's text, "" when there is no threat.
func (b badge) String() string {
	if b.count == 0 {
		return ""
	}
	return count(b.count, "threat", "threats") + ", " + b.worst.String()
}

func (b badge) plus(c badge) badge { return badge{b.count + c.count, max(b.worst, c.worst)} }

// tally is the open threats by the id of what they are about.
type tally struct {
	at        map[string]badge
	open      int
	elsewhere int // threats on nothing that is drawn
}

func newTally(r *report.Report) *tally {
	t := &tally{at: map[string]badge{}}
	if r.Register == nil {
		return t
	}
	moving := map[string]bool{}
	for _, m := range r.Graph.Movements {
		if m.Flow < 0 {
			moving[r.Graph.Stages[m.Stage].ID.Value] = true
		}
	}
	for i := range r.Register.Threats {
		threat := &r.Register.Threats[i]
		if threat.Status != register.Open {
			continue
		}
		t.open++
		shown := false
		for j, id := range threat.Elements {
			if slices.Contains(threat.Elements[:j], id) {
				continue
			}
			t.at[id] = t.at[id].plus(badge{1, threat.Residual.Level})
			shown = shown || drawn(r.Graph, id, moving)
		}
		if !shown {
			t.elsewhere++
		}
	}
	return t
}

// drawn says whether the diagram has a place for the threats of an element.
func drawn(g *graph.Graph, id string, moving map[string]bool) bool {
	ref, _ := g.Lookup(id)
	switch ref.Type {
	case graph.ActorType, graph.ComponentType, graph.FlowType:
		return true
	case graph.StageType:
		return moving[id]
	}
	return false
}
