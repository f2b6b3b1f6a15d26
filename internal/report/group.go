package report

import (
	"slices"
	"strings"

	"tmodel/internal/register"
)

// Group is the threats of one rule, at one element or at several, in the order of the register: the first is the worst.
type Group struct {
	Threats []*register.Threat // never none
}

// First is the worst threat of a group, which stands for it.
func (g *Group) First() *register.Threat { return g.Threats[0] }

// Groups puts threats of one rule together, in the order of the first of each.
func Groups(list []*register.Threat) []Group {
	at := map[string]int{}
	var out []Group
	for _, t := range list {
		i, ok := at[t.Rule]
		if !ok {
			i = len(out)
			at[t.Rule] = i
			out = append(out, Group{})
		}
		out[i].Threats = append(out[i].Threats, t)
	}
	return out
}

// Singles makes each threat a group of its own.
func Singles(list []*register.Threat) []Group {
	out := make([]Group, len(list))
	for i, t := range list {
		out[i].Threats = []*register.Threat{t}
	}
	return out
}

// Pointers are the threats of a list.
func Pointers(list []register.Threat) []*register.Threat {
	out := make([]*register.Threat, len(list))
	for i := range list {
		out[i] = &list[i]
	}
	return out
}

// Covers are the rules whose threats stand under those of the group, each once, in their order.
func (g *Group) Covers() []string {
	var out []string
	for _, t := range g.Threats {
		for _, id := range t.Covers {
			if rule, _, _ := strings.Cut(id, "@"); !slices.Contains(out, rule) {
				out = append(out, rule)
			}
		}
	}
	return out
}

// Apart says in which words a threat of a group differs from the first: its level, its status, and what is not sure.
func (g *Group) Apart(t *register.Threat) []string {
	var out []string
	first := g.First()
	if t.Residual.Level != first.Residual.Level {
		out = append(out, t.Residual.Level.String())
	}
	if t.Status != first.Status {
		out = append(out, string(t.Status))
	}
	if sure := t.Confidence == register.HighConfidence; sure != (first.Confidence == register.HighConfidence) {
		out = append(out, map[bool]string{true: "sure", false: "unsure"}[sure])
	}
	return out
}
