// Package register is the result of an analysis as pure data: threats with their terms, evidence and treatments.
package register

import (
	"iter"

	"tmodel/internal/source"
	"tmodel/internal/vocab"
)

// Register is everything that was found, best first. Concerns are failures without an attacker.
type Register struct {
	Threats, Concerns []Threat
}

// All goes through the threats, then the concerns.
func (r *Register) All() iter.Seq[*Threat] {
	return func(yield func(*Threat) bool) {
		for _, list := range [][]Threat{r.Threats, r.Concerns} {
			for i := range list {
				if !yield(&list[i]) {
					return
				}
			}
		}
	}
}

// Threat is one rule at one element.
type Threat struct {
	ID       string // RULE@element: no line numbers, no wording
	Rule     string
	Title    string
	Rank     int // from 1
	Elements []string
	Stride   []string // words; the first is primary
	Atlas    []string

	Inherent, Residual Rating
	Terms              Terms
	Confidence         Confidence
	Status             Status

	Evidence   []Evidence
	Covers     []string // ids of threats that say less about the same element
	Path       []string // ids from who starts to what is reached, in order
	Names      []Name   // what the texts of the rule are filled with
	Treatments []Treatment
	Location   source.Span
}

// Rating is a likelihood and an impact, 1..5, whole for the inherent risk; the score (0..100) orders threats
// of one level.
type Rating struct {
	Likelihood, Impact, Score float64
	Level                     vocab.Level
}

// Terms are what a rating was computed from, so that it can be checked by hand.
type Terms struct {
	Base        int    // the rule's likelihood
	Who         string // trust of whoever has the path; "" when the rule names nobody
	Adjustment  int    // for who
	Attenuation int    // of the path
	Stake       string // id of the asset whose sensitivity gave the impact; "" when there is none
	Property    string
	Sensitivity vocab.Level
	Assumed     bool // the sensitivity is the kind's default, or there is no asset
	Criticality vocab.Level
	Penalty     float64 // what the fine score loses for doubt and distance
}

// Confidence in a threat: high when no fact was missing.
type Confidence uint8

// The confidences.
const (
	LowConfidence Confidence = iota
	MediumConfidence
	HighConfidence
)

// String is the word.
func (c Confidence) String() string { return [...]string{"low", "medium", "high"}[c] }

// Status of a threat.
type Status string

// The statuses that an analysis gives.
const (
	Open    Status = "open"
	Treated Status = "treated"
)

// Evidence is a clause and the line that says it.
type Evidence struct {
	Element string // id of what the clause is about
	Clause  string
	Span    source.Span
	Missing string // the fact that is not given there
}

// Name is a placeholder of a rule's text and what stands for it here.
type Name struct{ Key, Value string }

// Treatment is a control that a rule names, as it is in this system.
type Treatment struct {
	Control string
	State   string   // undeclared, absent, planned, implemented, verified; off: governed by what the attacker influences
	Effect  float64  // share that it takes away here, 0 when it is not in place
	Impact  bool     // it lowers the impact, not the likelihood
	At      []string // where it stands, or where it could: element ids
}
