// Package catalog is the knowledge that the program brings: rules, controls, and the tables of risk. The
// records are plain data; gen compiles them from catalogs/*.yaml into Go, so that nothing is parsed at start.
package catalog

import (
	"cmp"
	"slices"

	"tmodel/internal/graph"
	"tmodel/internal/match"
	"tmodel/internal/vocab"
)

// Catalog is all of it. Rules and Controls are sorted by id; Prose[i] belongs to Rules[i], and so on.
type Catalog struct {
	Version      string
	Vocab        *vocab.Vocabulary
	Risk         Risk
	Rules        []Rule
	Prose        []Prose
	Controls     []Control
	ControlProse []ControlProse
	Codes        []CodeProse
	Language     Language
	Parts        []Part
	Atlas        Atlas
	Frameworks   []Framework // sorted by id
	Unseen       []Unseen    // sorted by id
}

// Rule is the head of a rule: what matching and scoring need.
type Rule struct {
	ID          string
	Stride      []string // words; the first is primary; empty for concerns
	Affects     []vocab.Property
	Target      match.Target
	When        match.Cond
	Stake       []match.Cond // relations that lead to the assets at stake
	Likelihood  int          // 1..5 for somebody who has the path
	Likelier    []Likelier   // what makes it likelier
	Subsumes    []string     // rules that say less about the same element; sorted
	Treat       []Treat
	Atlas       []string // best first
	Adversarial bool
}

// Treat is a control that reduces a threat, and where it must stand to count: "target", "path", or a name that a clause gave.
type Treat struct {
	Control, On string
}

// Likelier is a likelihood (1..5) that takes the place of a lower one where a condition on the target is known to hold.
type Likelier struct {
	When       match.Cond
	Likelihood int
}

// Part is a file of rules or controls, which are about one part of a system. Is is what its first line says.
type Part struct {
	Dir, ID, Is string // Dir is the folder; ID the file's name without what follows the dot
}

// Prose is what a rule says to people; {{target}}, {{path}} and names are filled in for each threat.
type Prose struct {
	Title, Since, Description, Verify string
	Part                              string // that it stands in
	Attack                            []string
	References                        []Reference
	Examples                          []Example
}

// Reference is what a framework is cited as, or a role of ATLAS techniques (atlas, steps, harm), and the ids that the
// rule has there.
type Reference struct {
	Framework string
	IDs       []string
}

// Example is a small system and the elements in it that the rule fits.
type Example struct {
	Name, System string
	Expect       []string
	Likelihood   []Likely
	Changes      []Change
}

// Likely is the likelihood that the rule has at an element for somebody who has the path.
type Likely struct {
	Element    string
	Likelihood int
}

// Change is the system of an example in which something is otherwise, and what the rule fits then.
type Change struct {
	Set        string // YAML: ids, and the keys that they have instead
	Expect     []string
	Likelihood []Likely
}

// Base is the likelihood of a threat of the rule at an element, for somebody who has the path, and what raised it.
func (r *Rule) Base(e *match.Engine, at graph.Ref) (int, []*match.Match) {
	base := r.Likelihood
	var why []*match.Match
	for i := range r.Likelier {
		if more := &r.Likelier[i]; more.Likelihood > base {
			if m := e.Holds(&more.When, at); m != nil {
				base, why = more.Likelihood, append(why, m)
			}
		}
	}
	return base, why
}

// Control is the head of a safeguard. Effects are the share (0..1) of what stands above the lowest rung that goes away.
type Control struct {
	ID                    string
	ReducesImpact         bool // else the likelihood
	Implemented, Verified float64
	StandsOn              []string // section words
}

// ControlProse is what a control says to people.
type ControlProse struct {
	Name, Since, Is, Why, Proof, Cost, Atlas string
	Part                                     string // that it stands in
}

// CodeProse says what a diagnostic means.
type CodeProse struct {
	Code, Title, Means, Example, Fix string
}

// Rule is the rule of that id with its prose, or nil.
func (c *Catalog) Rule(id string) (*Rule, *Prose) {
	i, ok := slices.BinarySearchFunc(c.Rules, id, func(r Rule, id string) int { return cmp.Compare(r.ID, id) })
	if !ok {
		return nil, nil
	}
	return &c.Rules[i], &c.Prose[i]
}

// Control is the control of that id with its prose, or nil.
func (c *Catalog) Control(id string) (*Control, *ControlProse) {
	i, ok := slices.BinarySearchFunc(c.Controls, id, func(r Control, id string) int { return cmp.Compare(r.ID, id) })
	if !ok {
		return nil, nil
	}
	return &c.Controls[i], &c.ControlProse[i]
}

// ControlIDs are the ids of all controls, sorted.
func (c *Catalog) ControlIDs() []string {
	out := make([]string, len(c.Controls))
	for i := range c.Controls {
		out[i] = c.Controls[i].ID
	}
	return out
}

// ControlPlaces are where each control can stand, in the order of ControlIDs.
func (c *Catalog) ControlPlaces() [][]string {
	out := make([][]string, len(c.Controls))
	for i := range c.Controls {
		out[i] = c.Controls[i].StandsOn
	}
	return out
}

// Version is that of the shipped catalogue: it changes when a rule, control or table does.
const Version = "0.1.0"
