package eval

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// Print writes the measure as tables. More adds what is missed, what stands in the twins, and what each rule does.
func (r *Result) Print(out io.Writer, more bool) {
	r.printCases(out)
	r.printScores(out)
	r.printClasses(out)
	r.printTwins(out, more)
	r.printPairs(out)
	if more {
		r.printMissed(out)
		r.printRules(out)
	} else {
		r.printSilent(out)
	}
}

// table writes rows of cells that tabs part.
func table(out io.Writer, title string, rows func(row func(format string, args ...any))) {
	fmt.Fprintf(out, "%s\n\n", title)
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	rows(func(format string, args ...any) { fmt.Fprintf(w, "  "+format+"\n", args...) })
	w.Flush()
	fmt.Fprintln(out)
}

func (r *Result) printCases(out io.Writer) {
	title := "Systems. R@k: share of the true techniques among the first k of the register; then the rank of each, - for not there."
	table(out, title, func(row func(string, ...any)) {
		row("case\tclass\tsuitability\tR@10\tR@20\tlist\tthreats\tconcerns\telements\tper element\ttrue techniques")
		for i, o := range r.Series[byRules].Outcomes {
			f := &r.Found[i]
			row("%s\t%s\t%s\t%.2f\t%.2f\t%d\t%d\t%d\t%d\t%.2f\t%s", o.Case.ID, o.Case.Class, o.Case.Suitability, o.Recall(first), o.Recall(second),
				len(o.List), len(f.Threats), len(f.Concerns), f.Elements, f.per(), ranks(&o))
		}
	})
}

// ranks is the true techniques of a case, each with its rank.
func ranks(o *Outcome) string {
	var out []string
	for i, t := range o.Case.Truth {
		rank := "-"
		if o.Ranks[i] <= len(o.List) {
			rank = fmt.Sprint(o.Ranks[i])
		}
		out = append(out, short(t)+" "+rank)
	}
	return strings.Join(out, ", ")
}

// short leaves out what all ids begin with.
func short(technique string) string { return strings.TrimPrefix(technique, "AML.") }

func (r *Result) printScores(out io.Writer) {
	title := "Scores. Macro: mean over systems; micro: over techniques. Mean rank: absent counts as the length of the list + 1."
	table(out, title, func(row func(string, ...any)) {
		row("systems\ttechniques ordered by\tR@10 macro\tmicro\tR@20 macro\tmicro\tmean rank")
		for _, g := range groups() {
			for i := range r.Series {
				s, name := scoreOf(r.Series[i].Outcomes, g.In), ""
				if i == byRules {
					name = fmt.Sprintf("%s (%d)", g.Name, s.Cases)
				}
				row("%s\t%s\t%.3f\t%.3f\t%.3f\t%.3f\t%.1f", name, r.Series[i].Name, s.Macro10, s.Micro10, s.Macro20, s.Micro20, s.Rank)
			}
		}
	})
	table(out, "What there is to read. Elements are components, flows and stages; concerns, which have no attacker, are not counted.", func(row func(string, ...any)) {
		row("systems\tthreats median\tmean\tper element median\tmean")
		for _, g := range groups() {
			v := r.volume(g.In)
			row("%s\t%.1f\t%.1f\t%.2f\t%.2f", g.Name, v.Median, v.Mean, v.MedianPer, v.MeanPer)
		}
	})
}

func (r *Result) printClasses(out io.Writer) {
	title := "The rules against a fixed list: techniques by their frequency among the other systems of the class, then among all others."
	table(out, title, func(row func(string, ...any)) {
		row("class\tR@10 rules\tlist\t\tR@20 rules\tlist")
		for _, g := range groups()[2:] {
			tool, list := scoreOf(r.Series[byRules].Outcomes, g.In), scoreOf(r.Series[byClass].Outcomes, g.In)
			row("%s\t%.3f\t%.3f\t%s\t%.3f\t%.3f\t%s", g.Name, tool.Macro10, list.Macro10, above(tool.Macro10, list.Macro10),
				tool.Macro20, list.Macro20, above(tool.Macro20, list.Macro20))
		}
	})
}

func above(a, b float64) string {
	switch {
	case a > b:
		return "above"
	case a < b:
		return "BELOW"
	}
	return "level"
}
