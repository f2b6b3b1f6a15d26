package eval

import (
	"cmp"
	"maps"
	"slices"
)

// The series, in the order in which they are printed. The first is the tool; the others say what its figure is worth.
const (
	byRules = iota
	bySharedRules
	byClass
	byFrequency
	byID
)

// series orders the techniques for each case in every way.
func series(cases []Case, found []Found, used []Use) []Series {
	out := []Series{
		byRules:       {Name: "the rules"},
		bySharedRules: {Name: "rules that fire elsewhere too"},
		byClass:       {Name: "frequency in the class"},
		byFrequency:   {Name: "frequency"},
		byID:          {Name: "order of ids"},
	}
	shared := map[string]bool{}
	for _, u := range used {
		shared[u.Rule] = u.Threatens >= 2
	}
	add := func(series int, c *Case, list []string) {
		out[series].Outcomes = append(out[series].Outcomes, outcome(c, list))
	}
	for i := range cases {
		c := &cases[i]
		add(byRules, c, names(order(found[i].Threats, every)))
		add(bySharedRules, c, names(order(found[i].Threats, func(rule string) bool { return shared[rule] })))
		add(byClass, c, frequent(cases, c, true))
		add(byFrequency, c, frequent(cases, c, false))
		add(byID, c, slices.Sorted(maps.Keys(counts(cases, c))))
	}
	return out
}

// counts is how often each technique is true of the cases other than one.
func counts(cases []Case, but *Case) map[string]int {
	out := map[string]int{}
	for i := range cases {
		if cases[i].ID == but.ID {
			continue
		}
		for _, t := range cases[i].Truth {
			out[t]++
		}
	}
	return out
}

// frequent is the list of somebody who knows what happened to all systems but this one, and nothing of this one but,
// if he is told, its class: what happened to others of the class is put first.
func frequent(cases []Case, but *Case, toldClass bool) []string {
	var alike []Case
	for _, c := range cases {
		if toldClass && c.Class == but.Class {
			alike = append(alike, c)
		}
	}
	all, near := counts(cases, but), counts(alike, but)
	for t, n := range near {
		all[t] = len(cases) * n // above whatever the class does not have
	}
	return slices.SortedFunc(maps.Keys(all), func(a, b string) int { return cmp.Or(cmp.Compare(all[b], all[a]), cmp.Compare(a, b)) })
}
