package bench

import (
	"fmt"
	"time"
)

// size is a measured size of system and what a run on it may take; 0 is no bound.
type size struct {
	components, times int
	validate, analyze time.Duration // processor time
	ratio             float64       // processor time of analyze over that of the parser
	perThreat         time.Duration // allowed beyond ratio for each threat beyond manyThreats
	memory            int64         // bytes resident
	exampleFile       bool          // the system of the examples instead of a generated one
}

// The budgets. They are bounds on whole processes: start, read, work, write, end.
const (
	versionBudget  = 10 * time.Millisecond
	exponentBudget = 1.15 // growth of processor time from growthFrom to growthTo components
	growthFrom     = 1000
	growthTo       = 4000
	manyThreats    = 30000
	megabyte       = 1 << 20
)

// result is what was measured for a size.
type result struct {
	size
	bytes                    int64
	parse, validate, analyze usage
	threats                  int
}

// name says what was measured.
func (r result) name() string {
	if r.exampleFile {
		return "example"
	}
	return fmt.Sprintf("%d components", r.components)
}

// broken returns a sentence for each budget that a result breaks.
func (r result) broken() []string {
	var all []string
	over := func(what string, got, bound time.Duration) {
		if bound > 0 && got > bound {
			all = append(all, fmt.Sprintf("%s: %s takes %s, the budget is %s", r.name(), what, round(got), round(bound)))
		}
	}
	over("validate", r.validate.cpu, r.size.validate)
	over("analyze", r.analyze.cpu, r.size.analyze)
	if r.ratio > 0 {
		bound := time.Duration(r.ratio * float64(r.parse.cpu))
		bound += r.perThreat * time.Duration(max(0, r.threats-manyThreats))
		over("analyze", r.analyze.cpu, bound)
	}
	if rss := max(r.validate.rss, r.analyze.rss); r.memory > 0 && rss > r.memory {
		all = append(all, fmt.Sprintf("%s: %d MB of memory, the budget is %d MB", r.name(), rss/megabyte, r.memory/megabyte))
	}
	return all
}

// round makes a duration readable.
func round(d time.Duration) time.Duration { return d.Round(100 * time.Microsecond) }
