package sample

import (
	"tmodel/internal/catalog"
	"tmodel/internal/match"
	"tmodel/internal/reach"
	"tmodel/internal/vocab"
)

// parts are two of rules, one of controls, and one that has no record.
var parts = []catalog.Part{{Dir: "controls", ID: "models", Is: "Safeguards of models."}, {Dir: "stride-ai", ID: "empty", Is: "Nothing."},
	{Dir: "stride-ai", ID: "models", Is: "Threats to models."}, {Dir: "stride-ai", ID: "parcel-labels"}}

// heads are of rules that a register written by hand needs no matching for; their conditions are there to be told.
var heads = []catalog.Rule{
	{ID: "CC-01", Affects: []vocab.Property{vocab.Availability}, Likelihood: 2, Treat: []catalog.Treat{{Control: "query-limits", On: "target"}},
		Target: serving, When: match.Cond{Op: match.OpRelation, Name: "holds", As: "model"}},
	{ID: "TT-01", Stride: []string{"tampering"}, Affects: []vocab.Property{vocab.Integrity}, Likelihood: 4, Adversarial: true, Atlas: []string{"AML.T0015"},
		Treat:    []catalog.Treat{{Control: "input-checks", On: "path"}, {Control: "query-limits", On: "target"}},
		Target:   serving,
		When:     match.Cond{Op: match.OpAll, Subs: []match.Cond{sees, {Op: match.OpAny, Subs: []match.Cond{wide, camera}}}},
		Likelier: []catalog.Likelier{{When: wide, Likelihood: 5}},
		Subsumes: []string{"TT-02"}},
	{ID: "TT-02", Stride: []string{"spoofing", "tampering"}, Affects: []vocab.Property{vocab.Integrity}, Likelihood: 2, Adversarial: true,
		Treat:  []catalog.Treat{{Control: "weights-signing", On: "place"}},
		Target: match.Target{Element: "asset", Kinds: []string{"model"}}, When: match.Cond{Op: match.OpRelation, Name: "held_by", As: "place"}},
}

var (
	serving = match.Target{Element: "component", Families: []string{"serving"}}
	sees    = match.Cond{Op: match.OpInfluenced, Modes: []reach.Mode{reach.Input}, Trust: vocab.Anonymous, As: "path"}
	wide    = match.Cond{Op: match.OpFact, Name: "egress", Values: []string{"listed", "open"}}
	camera  = match.Cond{Op: match.OpRelation, Name: "inflow", Subs: []match.Cond{{Op: match.OpAll, Subs: []match.Cond{
		{Op: match.OpRelation, Name: "from", As: "source", Subs: []match.Cond{{Op: match.OpFamily, Values: []string{"front"}}}},
		{Op: match.OpRelation, Name: "carries", Subs: []match.Cond{{Op: match.OpKind, Values: []string{"input"}}}}}}}}
)
