package sample

import (
	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/register"
	"tmodel/internal/report"
	"tmodel/internal/vocab"
)

// Report is the sample: three threats (critical with a path, medium and unsure, low and treated), a concern, an
// unanswered fact, an element out of scope and a warning.
func Report() *report.Report {
	g, bag := resolve("sorter.yaml", text)
	if bag.Failed() {
		panic("sample: " + bag.Sorted()[0].Message)
	}
	r := &register.Register{
		Threats:  []register.Threat{crafted(g), exchanged(g), signed(g)},
		Concerns: []register.Threat{drift(g)},
	}
	warning := diag.Diagnostic{Code: diag.UnusedAsset, Severity: diag.Warning, Span: at(g, "label"), Message: `nothing holds "label"`,
		Notes: []diag.Note{{Span: at(g, "reader"), Message: "it is sent from here"}}, Hint: "say who holds it"}
	return build(g, r, warning)
}

// Empty is a system in which nothing was found.
func Empty() *report.Report {
	g, _ := resolve("empty.yaml", "tmodel: 1\nsystem: {id: empty}\n")
	return build(g, &register.Register{})
}

func build(g *graph.Graph, r *register.Register, warnings ...diag.Diagnostic) *report.Report {
	c := Catalog()
	return report.New(report.Tool{Version: "0.0.1", Catalog: c.Version}, g, c, r, warnings)
}

func crafted(g *graph.Graph) register.Threat {
	return register.Threat{ID: "TT-01@reader", Rule: "TT-01", Title: prose[1].Title, Rank: 1, Elements: []string{"reader"},
		Stride: []string{"tampering"}, Atlas: []string{"AML.T0015"},
		Inherent: register.Rating{Likelihood: 5, Impact: 4, Score: 79.8, Level: vocab.Critical},
		Residual: register.Rating{Likelihood: 5, Impact: 4, Score: 79.8, Level: vocab.Critical},
		Terms: register.Terms{Base: 4, Who: "anonymous", Adjustment: 1, Stake: "label", Property: "integrity", Sensitivity: vocab.High,
			Criticality: vocab.High, Penalty: 0.2},
		Confidence: register.HighConfidence, Status: register.Open,
		Evidence: []register.Evidence{
			{Element: "sender", Clause: "sender is trusted as anonymous", Span: at(g, "sender")},
			{Element: "read", Clause: "scan goes from camera to reader", Span: at(g, "read")},
		},
		Covers: []string{"TT-03@reader"},
		Path:   []string{"sender", "camera", "reader"},
		Names:  []register.Name{{Key: "target", Value: "Label reader"}, {Key: "path", Value: "Sender → Belt camera → Label reader"}},
		Treatments: []register.Treatment{
			{Control: "input-checks", State: "planned", At: []string{"camera"}},
			{Control: "query-limits", State: "undeclared", Impact: true, At: []string{"reader"}},
		},
		Location: at(g, "reader")}
}

func exchanged(g *graph.Graph) register.Threat {
	return register.Threat{ID: "TT-02@tune+weights", Rule: "TT-02", Title: prose[2].Title, Rank: 2, Elements: []string{"tune", "weights"},
		Stride:   []string{"spoofing", "tampering"},
		Atlas:    []string{"AML.T0010.003", "AML.T0015"},
		Inherent: register.Rating{Likelihood: 2, Impact: 4, Score: 30.9, Level: vocab.Medium},
		Residual: register.Rating{Likelihood: 2, Impact: 4, Score: 30.9, Level: vocab.Medium},
		Terms: register.Terms{Base: 3, Who: "employee", Adjustment: -1, Attenuation: 1, Stake: "weights", Property: "integrity", Sensitivity: vocab.High,
			Assumed: true, Criticality: vocab.High, Penalty: 1.1},
		Confidence: register.MediumConfidence, Status: register.Open,
		Evidence: []register.Evidence{
			{Element: "tune", Clause: "tune makes weights", Span: at(g, "tune")},
			{Element: "reader", Clause: "reader does not say egress", Span: at(g, "reader"), Missing: "facts.egress"},
			{Element: "reader", Clause: "reader may send anywhere", Span: at(g, "reader"), Missing: "facts.egress"},
		},
		Names: []register.Name{{Key: "target", Value: "tune"}},
		Treatments: []register.Treatment{
			{Control: "weights-signing", State: "off", At: []string{"reader"}},
		},
		Location: at(g, "tune")}
}

func signed(g *graph.Graph) register.Threat {
	return register.Threat{ID: "TT-02@reader", Rule: "TT-02", Title: prose[2].Title, Rank: 3, Elements: []string{"reader"},
		Stride:   []string{"spoofing", "tampering"},
		Inherent: register.Rating{Likelihood: 2, Impact: 4, Score: 31.9, Level: vocab.Medium},
		Residual: register.Rating{Likelihood: 1.25, Impact: 4, Score: 19.9, Level: vocab.Low},
		Terms: register.Terms{Base: 2, Stake: "weights", Property: "integrity", Sensitivity: vocab.High,
			Assumed: true, Criticality: vocab.High, Penalty: 0.1},
		Confidence: register.HighConfidence, Status: register.Treated,
		Evidence:   []register.Evidence{{Element: "weights", Clause: "weights has origin: community", Span: at(g, "weights")}},
		Names:      []register.Name{{Key: "target", Value: "Label reader"}},
		Treatments: []register.Treatment{{Control: "weights-signing", State: "verified", Effect: 0.75, At: []string{"reader"}}},
		Location:   at(g, "reader")}
}

func drift(g *graph.Graph) register.Threat {
	return register.Threat{ID: "CC-01@reader", Rule: "CC-01", Title: prose[0].Title, Rank: 1, Elements: []string{"reader"},
		Inherent:   register.Rating{Likelihood: 2, Impact: 3, Score: 23.9, Level: vocab.Medium},
		Residual:   register.Rating{Likelihood: 2, Impact: 3, Score: 23.9, Level: vocab.Medium},
		Terms:      register.Terms{Base: 2, Property: "availability", Sensitivity: vocab.Medium, Assumed: true, Criticality: vocab.High, Penalty: 0.1},
		Confidence: register.HighConfidence, Status: register.Open,
		Evidence:   []register.Evidence{{Element: "reader", Clause: "reader is of the family serving", Span: at(g, "reader")}},
		Names:      []register.Name{{Key: "target", Value: "Label reader"}},
		Treatments: []register.Treatment{{Control: "query-limits", State: "undeclared", Impact: true, At: []string{"reader"}}},
		Location:   at(g, "reader")}
}
