package sample

import (
	"tmodel/internal/catalog"
	"tmodel/internal/vocab"
)

// Catalog is a catalogue of three rules, three controls and two diagnostic codes.
func Catalog() *catalog.Catalog {
	return &catalog.Catalog{Version: "0.0.1-sample", Vocab: words(), Risk: tables(),
		Rules: heads, Prose: prose, Controls: controls, ControlProse: controlProse, Codes: codes, Language: language, Parts: parts, Atlas: content,
		Frameworks: lists, Unseen: reasons}
}

func words() *vocab.Vocabulary {
	return &vocab.Vocabulary{
		Trust:       []string{"anonymous", "authenticated", "partner", "employee", "administrator"},
		TrustIs:     []string{"Anybody.", "Checked.", "Under contract.", "Works here.", "Runs it."},
		ZoneTrust:   []vocab.Mapping{{Word: "untrusted", Trust: vocab.Anonymous, Is: "The street."}, {Word: "internal", Trust: vocab.Employee, Is: "The office."}},
		OriginTrust: []vocab.Mapping{{Word: "internal", Trust: vocab.Employee, Is: "Ours."}, {Word: "community", Trust: vocab.Anonymous, Is: "Theirs."}},
		Facts: []vocab.Fact{
			{ID: "egress", Values: []string{"none", "listed", "open"}, Means: []string{"Nowhere.", "To a few.", "Anywhere."}, Is: "Where it can send or fetch by address."},
			{ID: "output_detail", Values: []string{"label", "score"}, Means: []string{"A word.", "A number too."}, Unordered: "Nobody knows.", Is: "How much of the model's opinion the caller sees."},
		},
		Groups: []vocab.Family{{ID: "front", MakesAll: true, Is: "What is seen from outside."}, {ID: "serving", Makes: []string{"prediction"}, Is: "Models that answer."}},
		Components: []vocab.Kind{
			{ID: "endpoint", Family: "serving", Shape: vocab.Process, AI: true, Facts: []string{"egress", "output_detail"}, Makes: []string{"prediction"}, Is: "A model behind a service.",
				Choose: "Not gateway, which only passes requests on.", Example: "{id: reader, kind: endpoint, facts: {egress: none, output_detail: score}}"},
			{ID: "gateway", Family: "front", Shape: vocab.Process, Facts: []string{"egress"}, MakesAll: true, Is: "What outsiders talk to."},
		},
		Assets: []vocab.Kind{
			{ID: "input", Acts: "data", Sensitivity: vocab.Sensitivity{1, 2, 2}, Is: "What a model is asked about."},
			{ID: "model", Acts: "parameters", AI: true, Sensitivity: vocab.Sensitivity{2, 3, 2}, Is: "Fitted parameters."},
			{ID: "prediction", Acts: "data", Sensitivity: vocab.Sensitivity{1, 3, 2}, Is: "What a model answers."},
		},
		Stages:   []vocab.Kind{{ID: "fine-tune", AI: true, Fits: true, Is: "A model is fitted further."}},
		Controls: []string{"input-checks", "query-limits", "weights-signing"},
	}
}

func tables() catalog.Risk {
	return catalog.Risk{
		Adjust:       [5]int{1, 0, 0, -1, -2},
		Impact:       [3][4]int{{1, 1, 2, 2}, {2, 2, 3, 4}, {3, 4, 4, 5}},
		Matrix:       [5][5]vocab.Level{{1, 1, 1, 1, 2}, {1, 1, 2, 2, 3}, {1, 2, 2, 3, 3}, {1, 2, 3, 4, 4}, {2, 2, 3, 4, 4}},
		TreatedBelow: vocab.Medium,
		Likelihoods:  [5]string{"rare", "unlikely", "possible", "likely", "almost certain"},
		Impacts:      [5]string{"negligible", "minor", "moderate", "major", "severe"},
	}
}

var prose = []catalog.Prose{
	{Part: "models", Title: "Nobody notices that answers get worse", Since: "0.0.1", Description: "The world moves away from what {{target}} learned.", Verify: "Ask for last month's error rate.",
		Attack: []string{"Nobody attacks; parcels change."}, References: []catalog.Reference{{Framework: "nist", IDs: []string{"NISTAML.01"}}}},
	{Part: "parcel-labels", Title: "Crafted labels are misread", Since: "0.0.1", Description: "Outsiders choose what {{target}} sees, by {{path}}.", Verify: "Print ten crafted labels; {{target}} holds all of them.",
		Attack: []string{"Print a label that {{target}} misreads.", "Put it on a parcel and watch where the parcel goes, for as long as it takes to learn which prints work."},
		References: []catalog.Reference{{Framework: "atlas", IDs: []string{"AML.T0015", "AML.T0043.001"}}, {Framework: "owasp", IDs: []string{"ML01:2023"}},
			{Framework: "nist", IDs: []string{"NISTAML.022"}},
			{Framework: "steps", IDs: []string{"AML.T0040"}}},
		Examples: []catalog.Example{
			{Name: "anybody sends", System: exampleText, Expect: []string{"reader"}, Likelihood: []catalog.Likely{{Element: "reader", Likelihood: 3}},
				Changes: []catalog.Change{{Set: "{read: {encrypted: no}}", Expect: []string{"reader"}, Likelihood: []catalog.Likely{{Element: "reader", Likelihood: 3}}},
					{Set: "{read: {carries: null}}"}}},
			{Name: "only staff sends", System: exampleText}}},
	{Part: "models", Title: "Weights are exchanged on their way", Since: "0.0.1", Description: "Somebody else's weights stand in for those of {{target}}.", Verify: "Change a byte; the load fails.",
		Attack: []string{"Publish weights under a similar name."}, References: []catalog.Reference{{Framework: "atlas", IDs: []string{"AML.T0010.003"}}}},
}

const exampleText = `tmodel: 1
system: {id: sorter}
data_flows:
  - {id: read, name: "Label, read", from: camera, to: reader, carries: [scan], returns: [label], encrypted: yes}
`

var controls = []catalog.Control{
	{ID: "input-checks", Implemented: 0.3, Verified: 0.5, StandsOn: []string{"component", "flow"}},
	{ID: "query-limits", ReducesImpact: true, Implemented: 0.25, Verified: 0.4, StandsOn: []string{"component"}},
	{ID: "weights-signing", Implemented: 0.5, Verified: 0.75, StandsOn: []string{"component", "asset"}},
}

var controlProse = []catalog.ControlProse{
	{Part: "models", Name: "Checks of inputs", Since: "0.0.1", Is: "Inputs are compared with what is normal.", Why: "Crafted inputs stand out.", Proof: "A crafted input is held.", Cost: "medium", Atlas: "AML.M0015"},
	{Part: "models", Name: "Limits on queries", Since: "0.0.1", Is: "Each caller has a limit.", Why: "Attacks get slow.", Proof: "A load test is refused.", Cost: "low"},
	{Part: "models", Name: "Signed weights", Since: "0.0.1", Is: "Weights are loaded only with a valid signature.", Why: "A swap is noticed.", Proof: "A changed byte stops the load.", Cost: "low"},
}

var codes = []catalog.CodeProse{
	{Code: "TM-E010", Title: "Nothing has this id", Means: "A reference names an element that is not declared.", Example: "from: sellr", Fix: "Declare the element."},
	{Code: "TM-W503", Title: "Nothing uses the asset", Means: "An asset is declared and never used.", Fix: "Say who holds it."},
}
