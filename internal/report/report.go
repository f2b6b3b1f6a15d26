// Package report is the one view of a result that every format is made from. It holds values, no formats.
package report

import (
	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/register"
	"tmodel/internal/vocab"
)

// Report is the result for one system.
type Report struct {
	Tool        Tool
	File        string
	Graph       *graph.Graph // the resolved system; formats read names and places from it
	Catalog     *catalog.Catalog
	Register    *register.Register
	Rules       []Rule // of the rules that found something, by id
	Summary     Summary
	Questions   []Question
	Assumptions []Assumption
	OutOfScope  []Exclusion
	Coverage    Coverage
	Diagnostics []diag.Diagnostic // warnings
}

// Tool is what made the report.
type Tool struct{ Version, Catalog string }

// Rule is a rule that found something.
type Rule struct {
	*catalog.Rule
	*catalog.Prose
	Threats int
}

// Summary counts threats.
type Summary struct {
	Threats, Concerns  int
	Inherent, Residual [vocab.Critical + 1]int // by level
	Open, Treated      int
	Unsure             int       // threats that rest on a fact that is not known
	Matrix             [5][5]int // residual, by rounded likelihood and impact, from 1
}

// Question is a fact that is not known and that threats rest on.
type Question struct {
	Element, Fact string
	Values        []string // that it can have, best first
	Unordered     bool     // no value is better than another
	Threats       []string // ids of those that rest on it
	Settles       []string // of these the ones that lack nothing more once this question and those before it are answered
}

// Answers are the values in one line: commas between them where they stand best first, strokes where they have no order.
func (q *Question) Answers() string { return vocab.List(q.Values, !q.Unordered) }

// Assumption is what was taken for granted where the file says nothing and a threat rests on it.
type Assumption struct{ Element, What, Value string }

// Exclusion is an element that the file takes out of the analysis, and why: it has no threats of its own.
type Exclusion struct{ Element, Reason string }

// Coverage says how much of the catalogue and of the system the analysis met.
type Coverage struct {
	Rules, Fired          int
	Elements, WithThreats int // components, flows and stages
	Stride                []Count
}

// Count is a number of threats by primary category.
type Count struct {
	Word string
	N    int
}

// Next is the best treatment of a threat that is not in place though there is somewhere to put it, or false.
func Next(t *register.Threat) (register.Treatment, bool) {
	for _, c := range t.Treatments {
		if c.Effect == 0 && len(c.At) > 0 {
			return c, true
		}
	}
	return register.Treatment{}, false
}

// Settled counts the threats and the concerns of which nothing stays unknown once the first n questions have answers.
func (r *Report) Settled(n int) (threats, concerns int) {
	concern := map[string]bool{}
	for i := range r.Register.Concerns {
		concern[r.Register.Concerns[i].ID] = true
	}
	for _, q := range r.Questions[:n] {
		for _, id := range q.Settles {
			if concern[id] {
				concerns++
			} else {
				threats++
			}
		}
	}
	return threats, concerns
}

// Text fills a rule's text with the names that a threat gave.
func Text(template string, t *register.Threat) string { return fill(template, t.Names) }
