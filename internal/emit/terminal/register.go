package terminal

import (
	"fmt"
	"strconv"
	"strings"

	"tmodel/internal/register"
	"tmodel/internal/report"
)

// shown is how many rows are listed unless all are asked for, and shownConcerns how many of concerns.
const (
	shown         = 15
	shownConcerns = 5
)

// list draws a table of threats, worst first: what, where, the way there, and what would help most. Threats of one rule
// are one row.
func (p *page) list(title string, threats []register.Threat, most int) {
	if len(threats) == 0 {
		return
	}
	p.ways = map[string]int{}
	list, below := p.severe(threats)
	groups := p.grouped(list)
	more := 0
	if !p.o.All && len(groups) > most {
		for _, g := range groups[most:] {
			more += len(g.Threats)
		}
		groups = groups[:most]
	}
	p.section(title)
	if len(groups) > 0 {
		p.table(groups)
	}
	p.left(below, more, "threat")
}

// severe are the threats that are not below the level asked for, and how many are.
func (p *page) severe(threats []register.Threat) (list []*register.Threat, below int) {
	for i := range threats {
		if threats[i].Residual.Level < p.o.Severity {
			below++
			continue
		}
		list = append(list, &threats[i])
	}
	return list, below
}

// left says what a list leaves out.
func (p *page) left(below, more int, word string) {
	if below > 0 {
		p.line("%s", p.dim(fmt.Sprintf("%d below %s not shown", below, p.o.Severity)))
	}
	if more > 0 {
		p.line("%s", p.dim(fmt.Sprintf("%s more; --all lists all", plural(more, word))))
	}
}

// grouped puts the threats of one rule together, unless each is to stand alone.
func (p *page) grouped(list []*register.Threat) []report.Group {
	if p.o.Single {
		return report.Singles(list)
	}
	return report.Groups(list)
}

// The columns of the table, beside that of the rank. The gap stands after each.
const (
	levelWidth = len("critical")
	scoreWidth = len("SCORE")
	gap        = 2
)

func (p *page) table(groups []report.Group) {
	rank := max(2, len(strconv.Itoa(groups[len(groups)-1].First().Rank)))
	indent := rank + levelWidth + scoreWidth + 3*gap
	p.line("%s", p.dim(fmt.Sprintf("%*s  %-*s  %s  %s", rank, "#", levelWidth, "LEVEL", "SCORE", "THREAT")))
	for i := range groups {
		t := groups[i].First()
		marks := marksOf(t)
		for i, l := range p.group(&groups[i], p.o.Width-indent) {
			left := strings.Repeat(" ", indent)
			switch {
			case i == 0:
				left = fmt.Sprintf("%*d  %s  %*.1f  ", rank, t.Rank, p.level(t.Residual.Level, pad(t.Residual.Level.String(), levelWidth)), scoreWidth, t.Residual.Score)
			case i <= len(marks):
				left = strings.Repeat(" ", rank+gap) + p.dim(pad(marks[i-1], indent-rank-gap))
			}
			p.line("%s%s", left, l)
		}
	}
}

// marksOf are the words that stand under the level.
func marksOf(t *register.Threat) []string {
	var out []string
	if t.Status == register.Treated {
		out = append(out, "treated")
	}
	if t.Confidence != register.HighConfidence {
		out = append(out, "unsure")
	}
	return out
}
