package compile_test

import (
	"os"
	"testing"

	"tmodel/catalogs"
	"tmodel/internal/compile"
	"tmodel/internal/diag"
	"tmodel/internal/source"
	"tmodel/internal/yamltree"
)

func options() compile.Options { return compile.Options{Catalog: catalogs.Shipped(), Version: "1.2.3"} }

func TestExample(t *testing.T) {
	text, err := os.ReadFile("../../examples/image-classifier.yaml")
	if err != nil {
		t.Fatal(err)
	}
	r, bag, err := compile.Compile(source.New("example.yaml", text), options())
	if err != nil || r == nil || bag.Failed() {
		t.Fatalf("%v %v", err, bag.Sorted())
	}
	if r.File != "example.yaml" || r.Tool.Version != "1.2.3" || r.Summary.Threats == 0 || len(r.Rules) == 0 {
		t.Errorf("%s %v %v", r.File, r.Tool, r.Summary)
	}
}

// TestMistakes: no report, no error of ours, and the mistake in the bag, whichever phase finds it.
func TestMistakes(t *testing.T) {
	for text, code := range map[string]diag.Code{
		"system: {id: x":                        diag.Unclosed,
		"":                                      diag.EmptyFile,
		"tmodel: 1\nsystem: {id: x}\nwhat: now": diag.UnknownKey,
		"tmodel: 1\nsystem: {id: x}\ncontrols: [{use: rate-limiting, on: [nobody], state: planned}]": diag.UnknownRef,
	} {
		r, bag, err := compile.Compile(source.New("x.yaml", []byte(text)), options())
		if r != nil || err != nil || !bag.Failed() {
			t.Errorf("%q: %v %v", text, r, err)
			continue
		}
		if got := bag.Sorted()[0].Code; got != code {
			t.Errorf("%q: %s, want %s", text, got, code)
		}
	}
}

// TestWarnings stand in the report and in the bag.
func TestWarnings(t *testing.T) {
	r, bag, err := compile.Compile(source.New("x.yaml", []byte("tmodel: 1\nsystem: {id: x}\nassets: [{id: w, kind: model}]\n")), options())
	if err != nil || r == nil {
		t.Fatalf("%v %v", err, bag.Sorted())
	}
	if len(r.Diagnostics) == 0 || r.Diagnostics[0].Severity != diag.Warning || len(bag.Sorted()) != len(r.Diagnostics) {
		t.Errorf("%v", r.Diagnostics)
	}
}

func TestLimits(t *testing.T) {
	o := options()
	o.Limits = yamltree.DefaultLimits
	o.Limits.Bytes = 10
	if r, bag, err := compile.Compile(source.New("x.yaml", []byte("tmodel: 1\nsystem: {id: x}\n")), o); r != nil || err != nil || !bag.Failed() {
		t.Errorf("%v %v", r, err)
	}
}
