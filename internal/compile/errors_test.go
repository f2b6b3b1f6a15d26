package compile_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"tmodel/catalogs"
	"tmodel/internal/catalog/lint"
	"tmodel/internal/catalog/load"
	"tmodel/internal/compile"
	"tmodel/internal/diag"
	"tmodel/internal/emit/diagtext"
	"tmodel/internal/golden"
	"tmodel/internal/source"
)

const errDir = "../../testdata/err"

// TestErrors holds what is said about each wrong file to the text beside it.
func TestErrors(t *testing.T) {
	for _, name := range yamlFiles(t, errDir) {
		t.Run(strings.TrimSuffix(name, ".yaml"), func(t *testing.T) {
			list := diagnose(t, filepath.Join(errDir, name))
			if code, _, _ := strings.Cut(name, "-"); code == "TM" && !mentions(list, name[:len("TM-E000")]) {
				t.Errorf("nothing is said with the code that the file is named after")
			}
			if len(list) > diag.Limit {
				list = list[diag.Limit-2:]
			}
			golden.Check(t, filepath.Join(errDir, strings.TrimSuffix(name, ".yaml")+".txt"), written(t, list))
		})
	}
}

// TestCodesHaveExamples fails for a code without a wrong file or without an explanation.
func TestCodesHaveExamples(t *testing.T) {
	names := strings.Join(yamlFiles(t, errDir), "\n")
	explained := map[string]bool{}
	for _, c := range catalogs.Shipped().Codes {
		explained[c.Code] = true
		if c.Title == "" || c.Means == "" || c.Fix == "" {
			t.Errorf("%s is explained in part only", c.Code)
		}
	}
	for _, c := range diag.Codes() {
		if !strings.Contains(names, c.String()+"-") {
			t.Errorf("no file in testdata/err shows %s", c)
		}
		if !explained[c.String()] {
			t.Errorf("catalogs/diagnostics.yaml does not explain %s", c)
		}
		delete(explained, c.String())
	}
	for c := range explained {
		t.Errorf("catalogs/diagnostics.yaml explains %s, which the program never says", c)
	}
}

// TestTwelveMistakes holds the promise that one run reports all: twelve mistakes on twelve lines.
func TestTwelveMistakes(t *testing.T) {
	lines := map[int32]bool{}
	list := diagnose(t, filepath.Join(errDir, "mixed-twelve.yaml"))
	codes := map[diag.Code]bool{}
	for _, d := range list {
		lines[d.Span.Line], codes[d.Code] = true, true
	}
	if len(list) != 12 || len(lines) != 12 || len(codes) != 12 {
		t.Errorf("%d diagnostics with %d codes on %d lines, want 12 each", len(list), len(codes), len(lines))
	}
}

// TestGoodFiles compiles what is right, without a word.
func TestGoodFiles(t *testing.T) {
	for _, dir := range []string{"../../testdata/ok", "../../examples"} {
		for _, name := range yamlFiles(t, dir) {
			if list := diagnose(t, filepath.Join(dir, name)); len(list) > 0 {
				t.Errorf("%s:\n%s", name, written(t, list))
			}
		}
	}
}

func yamlFiles(t *testing.T, dir string) (names []string) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*.yaml"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no files in %s: %v", dir, err)
	}
	for _, p := range paths {
		names = append(names, filepath.Base(p))
	}
	return names
}

// diagnose is all that is said about a file. A file named after the catalogue's code is one of rules.
func diagnose(t *testing.T, path string) []diag.Diagnostic {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f := source.New(filepath.Base(path), data)
	if strings.HasPrefix(f.Name, diag.BadRule.String()) || strings.HasPrefix(f.Name, diag.OddRecord.String()) {
		return loadRule(t, f)
	}
	g, bag, err := compile.Resolve(f, compile.Options{Catalog: catalogs.Shipped()})
	if err != nil {
		t.Fatal(err)
	}
	if (g == nil) != bag.Failed() {
		t.Errorf("graph is there: %t; errors: %t", g != nil, bag.Failed())
	}
	return bag.Sorted()
}

// loadRule is what is said about a file of rules.
func loadRule(t *testing.T, f *source.File) []diag.Diagnostic {
	t.Helper()
	return loadInto(t, "stride-ai/", f)
}

// loadInto is what is said about a file in a folder of the catalogue, which is added to the shipped one.
func loadInto(t *testing.T, folder string, f *source.File) []diag.Diagnostic {
	t.Helper()
	bag := &diag.Bag{}
	l, err := load.Extend(catalogs.Shipped(), []load.Folder{{Files: fstest.MapFS{folder + f.Name: {Data: f.Data}}}}, bag)
	if err != nil {
		t.Fatal(err)
	}
	lint.Check(l, bag)
	return bag.Sorted()
}

func mentions(list []diag.Diagnostic, code string) bool {
	for _, d := range list {
		if d.Code.String() == code {
			return true
		}
	}
	return false
}

func written(t *testing.T, list []diag.Diagnostic) string {
	t.Helper()
	var out strings.Builder
	if err := diagtext.Write(&out, list, false); err != nil {
		t.Fatal(err)
	}
	return out.String()
}
