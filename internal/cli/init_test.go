package cli

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"tmodel/catalogs"
	"tmodel/examples"
	"tmodel/internal/compile"
	"tmodel/internal/source"
)

// TestCommentedBlocks: a section that stands in a comment of the starter is valid, with nothing odd, once "# " is taken
// away from its lines.
func TestCommentedBlocks(t *testing.T) {
	text, err := examples.Files.ReadFile(starter + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile(`(?m)^# [a-z_]+:\n(# +- .*\n)+`)
	if !blocks.Match(text) {
		t.Fatal("there is no such section")
	}
	open := blocks.ReplaceAllFunc(text, func(block []byte) []byte { return regexp.MustCompile(`(?m)^# `).ReplaceAll(block, nil) })
	file := filepath.Join(t.TempDir(), "system.yaml")
	if err := os.WriteFile(file, open, 0o600); err != nil {
		t.Fatal(err)
	}
	code, out, _ := run(t, "", "validate", file)
	if code != exitDone || strings.Count(out, "\n") != 1 || !strings.Contains(out, "2 stages") {
		t.Errorf("exit code %d\n%s", code, out)
	}
}

// TestWhyExamples: the elements that the help names are those of the starter, which init writes as system.yaml.
func TestWhyExamples(t *testing.T) {
	text, err := examples.Files.ReadFile(starter + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	g, _, err := compile.Resolve(source.New("system.yaml", text), compile.Options{Catalog: catalogs.Shipped()})
	if err != nil || g == nil {
		t.Fatal(err)
	}
	for line := range strings.Lines((&app{catalog: catalogs.Shipped()}).why().Example) {
		if id := strings.Fields(line)[2]; !known(g.Lookup(id)) {
			t.Errorf("the starter has no %s", id)
		}
	}
}

func known[T any](_ T, ok bool) bool { return ok }
