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
	Matrix             [5][5]int // residual, by rounded likelihood and impact, from 1
}

// Question is a fact that would settle threats.
type Question struct {
	Element, Fact string
	Values        []string
	Threats       []string // ids
}

// Assumption is what was taken for granted where the file says nothing and a threat rests on it.
type Assumption struct{ Element, What, Value string }

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

// Text fills a rule's text with the names that a threat gave.
func Text(template string, t *register.Threat) string { return fill(template, t.Names) }
