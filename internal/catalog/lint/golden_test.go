package lint_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"tmodel/catalogs"
	"tmodel/internal/catalog/lint"
	"tmodel/internal/catalog/load"
	"tmodel/internal/diag"
	"tmodel/internal/emit/diagtext"
	"tmodel/internal/golden"
)

const errDir = "../../../testdata/catalogs/err"

// Each file of testdata/catalogs/err has one kind of mistake; what is said about it stands beside it. Files named
// control-* have controls, framework-* a framework, unseen-* reasons, the others rules.
func TestMistakes(t *testing.T) {
	files, err := filepath.Glob(errDir + "/*.yaml")
	if err != nil || len(files) < 50 {
		t.Fatal(len(files), err)
	}
	for _, file := range files {
		name := filepath.Base(file)
		t.Run(strings.TrimSuffix(name, ".yaml"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			list := said(t, fstest.MapFS{place(name): {Data: data}})
			if len(list) == 0 {
				t.Error("nothing is said")
			}
			var out strings.Builder
			if err := diagtext.Write(&out, list, false); err != nil {
				t.Fatal(err)
			}
			golden.Check(t, strings.TrimSuffix(file, ".yaml")+".txt", out.String())
		})
	}
}

// place is where a file of mistakes stands in a catalogue.
func place(name string) string {
	kind, _, _ := strings.Cut(name, "-")
	switch kind {
	case "control":
		return load.Controls + "/" + name
	case "framework":
		return load.Frameworks + "/" + name
	case "unseen":
		return load.Unseen
	}
	return load.Rules + "/" + name
}

// said is what is said about a folder that is added to the shipped catalogue.
func said(t testing.TB, files fstest.MapFS) []diag.Diagnostic {
	t.Helper()
	bag := &diag.Bag{}
	l, err := load.Extend(catalogs.Shipped(), []load.Folder{{Files: files}}, bag)
	if err != nil {
		t.Fatal(err)
	}
	lint.Check(l, bag)
	return bag.Sorted()
}
