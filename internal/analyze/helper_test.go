package analyze_test

import (
	"os"
	"testing"

	"tmodel/catalogs"
	"tmodel/internal/compile"
	"tmodel/internal/register"
	"tmodel/internal/report"
	"tmodel/internal/source"
	"tmodel/internal/synthetic"
)

// analyzed is the report of a system that must be right.
func analyzed(t testing.TB, text []byte) *report.Report {
	t.Helper()
	r, bag, err := compile.Compile(source.New("test.yaml", text), compile.Options{Catalog: catalogs.Shipped()})
	if err != nil || r == nil {
		t.Fatalf("%v %v in\n%s", err, bag.Sorted(), text)
	}
	return r
}

// example is the system that comes with the program.
func example(t testing.TB) []byte {
	t.Helper()
	text, err := os.ReadFile("../../examples/image-classifier.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// systems are generated ones of 5 to 60 components, and the example.
func systems(t testing.TB, n int) [][]byte {
	t.Helper()
	out := [][]byte{example(t)}
	for i := range n {
		out = append(out, synthetic.System(synthetic.Options{Components: 5 + 55*i/max(n-1, 1), Seed: uint64(i)}))
	}
	return out
}

// all is threats and concerns.
func all(r *register.Register) []register.Threat {
	return append(append([]register.Threat(nil), r.Threats...), r.Concerns...)
}

func byID(r *register.Register) map[string]register.Threat {
	out := map[string]register.Threat{}
	for _, t := range all(r) {
		out[t.ID] = t
	}
	return out
}

// found are the ids of all that was found, those that stand under others too.
func found(r *register.Register) map[string]bool {
	out := map[string]bool{}
	for _, t := range all(r) {
		out[t.ID] = true
		for _, id := range t.Covers {
			out[id] = true
		}
	}
	return out
}
