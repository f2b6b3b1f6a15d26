package eval

import "slices"

// The budgets: how far down the list a reader is taken to look.
const (
	first  = 10
	second = 20
)

// Series is one way to order techniques, and how it does on each case.
type Series struct {
	Name     string
	Outcomes []Outcome
}

// Outcome is an ordered list beside what is true of a case.
type Outcome struct {
	Case  *Case
	List  []string
	Ranks []int // of each of Case.Truth, from 1; the length of the list + 1 where it is not there
}

// outcome looks up what is true in a list.
func outcome(c *Case, list []string) Outcome {
	o := Outcome{Case: c, List: list}
	for _, t := range c.Truth {
		rank := slices.Index(list, t) + 1
		if rank == 0 {
			rank = len(list) + 1
		}
		o.Ranks = append(o.Ranks, rank)
	}
	return o
}

// within is the number of true techniques among the first k.
func (o *Outcome) within(k int) int {
	n := 0
	for _, rank := range o.Ranks {
		if rank <= k && rank <= len(o.List) {
			n++
		}
	}
	return n
}

// Recall is the share of the true techniques among the first k.
func (o *Outcome) Recall(k int) float64 { return float64(o.within(k)) / float64(len(o.Ranks)) }

// Score sums up some outcomes. Macro is the mean of the cases' recalls, in which each case counts as much as any other;
// in micro each technique does.
type Score struct {
	Cases            int
	Macro10, Micro10 float64
	Macro20, Micro20 float64
	Rank             float64 // mean over the true techniques
}

// scoreOf sums up the outcomes of the cases that are in.
func scoreOf(outcomes []Outcome, in func(*Case) bool) Score {
	var s Score
	var true10, true20, ranks, all float64
	for i := range outcomes {
		o := &outcomes[i]
		if !in(o.Case) {
			continue
		}
		s.Cases++
		s.Macro10 += o.Recall(first)
		s.Macro20 += o.Recall(second)
		true10 += float64(o.within(first))
		true20 += float64(o.within(second))
		all += float64(len(o.Ranks))
		for _, rank := range o.Ranks {
			ranks += float64(rank)
		}
	}
	if s.Cases > 0 {
		s.Macro10, s.Macro20 = s.Macro10/float64(s.Cases), s.Macro20/float64(s.Cases)
		s.Micro10, s.Micro20, s.Rank = true10/all, true20/all, ranks/all
	}
	return s
}

// Group is some of the cases, under the name that the table has for them.
type Group struct {
	Name string
	In   func(*Case) bool
}

// groups are all cases, those that tell more, and each class.
func groups() []Group {
	out := []Group{
		{"all", func(*Case) bool { return true }},
		{good, func(c *Case) bool { return c.Suitability == good }},
	}
	for _, class := range classes {
		out = append(out, Group{class, func(c *Case) bool { return c.Class == class }})
	}
	return out
}
