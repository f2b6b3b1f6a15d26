package dot

import (
	"os"
	"testing"

	"tmodel/catalogs"
	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/model"
	"tmodel/internal/register"
	"tmodel/internal/report"
	"tmodel/internal/source"
	"tmodel/internal/synthetic"
	"tmodel/internal/vocab"
	"tmodel/internal/yamltree"
)

// resolve makes the report of a system with these threats; the words come from the shipped vocabulary.
func resolve(t testing.TB, name string, data []byte, threats ...register.Threat) *report.Report {
	t.Helper()
	bag := &diag.Bag{}
	tree := yamltree.Parse(source.New(name, data), yamltree.DefaultLimits, bag)
	if tree == nil {
		t.Fatalf("%s: %v", name, bag.Sorted())
	}
	g := graph.Build(model.Decode(tree), catalogs.Vocabulary(), nil, bag)
	for _, d := range bag.Sorted() {
		if d.Code != diag.UnknownControl {
			t.Fatalf("%s: %s: %s", name, d.Span, d.Message)
		}
	}
	return &report.Report{Graph: g, Register: &register.Register{Threats: threats}}
}

func load(t testing.TB, file string, threats ...register.Threat) *report.Report {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return resolve(t, file, data, threats...)
}

func generated(t testing.TB, components int) *report.Report {
	t.Helper()
	return resolve(t, "synthetic", synthetic.System(synthetic.Options{Components: components, Seed: 3}))
}

// threat is a hand-made threat on elements.
func threat(status register.Status, level vocab.Level, elements ...string) register.Threat {
	return register.Threat{Elements: elements, Status: status, Residual: register.Rating{Level: level}}
}

// example is the image classifier with threats of every level.
func example(t testing.TB) *report.Report {
	return load(t, "../../../examples/image-classifier.yaml",
		threat(register.Open, vocab.Critical, "classifier-api"),
		threat(register.Open, vocab.High, "classifier-api"),
		threat(register.Open, vocab.High, "trainer"),
		threat(register.Open, vocab.High, "tune"),
		threat(register.Open, vocab.Medium, "seller"),
		threat(register.Open, vocab.Medium, "log-requests"),
		threat(register.Open, vocab.Low, "upload-page"),
		threat(register.Open, vocab.High, "resnet-weights"),
		threat(register.Treated, vocab.High, "listings"))
}

// everything is the system that tries to break out of its labels.
func everything(t testing.TB) *report.Report {
	return load(t, "testdata/everything.yaml",
		threat(register.Open, vocab.Critical, "agent", "model"),
		threat(register.Open, vocab.High, "complete", "complete"),
		threat(register.Open, vocab.Low, "embed-pages"),
		threat(register.Open, vocab.High, "everything"))
}
