package lint_test

import (
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"tmodel/internal/catalog/load"
	"tmodel/internal/source"
)

// FuzzCatalog holds that no file of a catalogue makes loading or linting panic, and that all that is said has a
// place inside the file.
func FuzzCatalog(f *testing.F) {
	for _, pattern := range []string{errDir + "/*.yaml", "../../../examples/custom-catalog/acme/*/*.yaml", "../../../catalogs/controls/models.yaml", "../../../catalogs/atlas/*.yaml", "../../../catalogs/frameworks/*.yaml"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			f.Fatalf("no seeds in %s: %v", pattern, err)
		}
		for _, name := range files {
			data, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"stride-ai/x.yaml", "controls/x.yaml", load.AtlasContent, load.AtlasAliases, load.AtlasPins, load.Frameworks + "/x.yaml", load.Unseen} {
			for _, d := range said(t, fstest.MapFS{name: {Data: data}}) {
				inside(t, d.Span, d.Message)
				for _, n := range d.Notes {
					inside(t, n.Span, n.Message)
				}
			}
		}
	})
}

func inside(t *testing.T, s source.Span, what string) {
	t.Helper()
	if !s.Valid() || int(s.Line) > s.File.Lines() || s.Col < 1 || int(s.Col) > s.File.Width(int(s.Line))+1 || s.EndCol <= s.Col {
		t.Fatalf("%s: no place in the file: %v", what, s)
	}
}
