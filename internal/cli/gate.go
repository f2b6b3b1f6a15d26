package cli

import (
	"fmt"
	"strings"

	"tmodel/internal/register"
	"tmodel/internal/report"
	"tmodel/internal/vocab"
)

// named is how many threats the gate lists.
const named = 5

// judge is the gate: open threats at the level or above fail it.
func (n *analysis) judge(reports []*report.Report) error {
	if n.gate == vocab.LevelUnknown {
		return nil
	}
	var over []string
	for _, r := range reports {
		lists := [][]register.Threat{r.Register.Threats}
		if n.concerns {
			lists = append(lists, r.Register.Concerns)
		}
		for _, list := range lists {
			for i := range list {
				if t := &list[i]; t.Status == register.Open && t.Residual.Level >= n.gate {
					over = append(over, inSystem(r, len(reports))+t.ID)
				}
			}
		}
	}
	if len(over) == 0 {
		return nil
	}
	shown := strings.Join(over[:min(len(over), named)], ", ")
	if len(over) > named {
		shown += fmt.Sprintf(" and %d more", len(over)-named)
	}
	level := n.gate.String()
	if n.gate < vocab.Critical {
		level += " or above"
	}
	return fail(exitGate, fmt.Errorf("gate failed: %s open at %s: %s", plural(len(over), "threat"), level, shown))
}

// inSystem says where a threat is, when there are several systems.
func inSystem(r *report.Report, systems int) string {
	if systems == 1 {
		return ""
	}
	return r.Graph.System.ID.Value + ": "
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

func notCompiled(failed, all int) error {
	verb := "do"
	if failed == 1 {
		verb = "does"
	}
	return fmt.Errorf("%d of %d systems %s not compile, so nothing was written", failed, all, verb)
}
