package eval

import (
	"fmt"
	"io"
	"strings"
)

// printMissed says which true techniques stand behind each budget.
func (r *Result) printMissed(out io.Writer) {
	table(out, "Missed", func(row func(string, ...any)) {
		row("case\tbeyond 10\tbeyond 20")
		for _, o := range r.Series[byRules].Outcomes {
			if at10 := o.beyond(first); len(at10) > 0 {
				row("%s\t%s\t%s", o.Case.ID, strings.Join(at10, " "), strings.Join(o.beyond(second), " "))
			}
		}
	})
}

// beyond is the true techniques that are not among the first k.
func (o *Outcome) beyond(k int) []string {
	var out []string
	for i, t := range o.Case.Truth {
		if o.Ranks[i] > k || o.Ranks[i] > len(o.List) {
			out = append(out, short(t))
		}
	}
	return out
}

// printRules says of each rule where it fires and what it is the first to show.
func (r *Result) printRules(out io.Writer) {
	table(out, "Rules. First: true techniques that stand where they do in a register because of the rule.", func(row func(string, ...any)) {
		row("rule\tsystems\tfirst")
		for _, u := range r.Rules {
			row("%s\t%d\t%d", u.Rule, u.Systems, u.First)
		}
	})
	r.printSilent(out)
}

// printSilent names the rules that no system makes fire, and those that one does.
func (r *Result) printSilent(out io.Writer) {
	var never, once []string
	for _, u := range r.Rules {
		switch u.Systems {
		case 0:
			never = append(never, u.Rule)
		case 1:
			once = append(once, u.Rule)
		}
	}
	fmt.Fprintf(out, "%d rules; %d never fire: %s\n%d fire in one system: %s\n", len(r.Rules), len(never), strings.Join(never, " "), len(once), strings.Join(once, " "))
}
