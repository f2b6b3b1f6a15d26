package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const customExample = "../../examples/custom-catalog"

// inProcess runs the program and gives its exit code and what it wrote.
func inProcess(args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = Run(context.Background(), args, strings.NewReader(""), &out, &err)
	return code, out.String(), err.String()
}

// The example of a company's catalogue is right, its examples hold, and its rules and control count in its system.
func TestCustomCatalogExample(t *testing.T) {
	t.Chdir(customExample)
	for _, c := range []struct {
		args []string
		want []string
	}{
		{[]string{"catalog", "lint", "acme"}, []string{"2 rules, 2 controls: no mistakes\n"}},
		{[]string{"catalog", "test", "acme"}, []string{"2 rules, 4 examples, 0 failed\n"}},
		{[]string{"catalog", "list", "--catalog", "acme"}, []string{"\nACME-02   tampering               2  A supplier", "\npress-release-hold ", "Screening of supplier records", "Catalogue 0.1.0+acme: "}},
		{[]string{"validate", "newsroom.yaml", "--catalog", "acme"}, []string{"newsroom.yaml: valid: "}},
		{[]string{"explain", "ACME-01", "--catalog", "acme"}, []string{"ACME-01  A model's text", "press-release-hold (on publication)"}},
		{[]string{"diagram", "newsroom.yaml", "--catalog", "acme"}, []string{"digraph"}},
		{[]string{"analyze", "newsroom.yaml", "--catalog", "acme", "-f", "text", "--all"}, []string{"ACME-01@writer", "in place: press-release-hold", "ACME-02@fit-ranking"}},
	} {
		code, out, errs := inProcess(append(c.args, "-q")...)
		if code != exitDone || errs != "" {
			t.Errorf("%v: %d %s%s", c.args, code, out, errs)
		}
		for _, want := range c.want {
			if !strings.Contains(out, want) {
				t.Errorf("%v: no %q in\n%s", c.args, want, out)
			}
		}
	}
	if code, _, errs := inProcess("analyze", "newsroom.yaml", "-f", "text"); code != exitSystem || !strings.Contains(errs, `no control "press-release-hold"`) {
		t.Errorf("without the catalogue: %d %s", code, errs)
	}
}

// A folder that is a whole catalogue, as the source of the shipped one is, is held to more laws.
func TestWholeCatalogFolder(t *testing.T) {
	slow := "tmodel: running the examples\n" // said after a second
	for _, verb := range []string{"lint", "test"} {
		if code, out, errs := inProcess("catalog", verb, "../../catalogs"); code != exitDone || errs != "" && errs != slow {
			t.Errorf("%s: %d %s%s", verb, code, out, errs)
		}
		if code, out, errs := inProcess("catalog", verb); code != exitDone || errs != "" && errs != slow {
			t.Errorf("%s of the shipped: %d %s%s", verb, code, out, errs)
		}
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../catalogs")); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(dir, "stride-ai")); err != nil {
		t.Fatal(err)
	}
	if code, out, _ := inProcess("catalog", "lint", dir); code != exitUsage || !strings.Contains(out, "no rule is primarily spoofing") {
		t.Errorf("without rules: %d %s", code, out)
	}
	if err := os.WriteFile(filepath.Join(dir, "vocabulary.yaml"), []byte("words: ["), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, out, _ := inProcess("catalog", "lint", dir); code != exitUsage || !strings.Contains(out, "vocabulary.yaml:1:") {
		t.Errorf("without words: %d %s", code, out)
	}
}

// What catalogues of users get wrong is told by every command in the same words.
func TestMistakesAreTheSameEverywhere(t *testing.T) {
	dir := t.TempDir()
	bad, err := os.ReadFile("../../testdata/catalogs/err/several.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "stride-ai"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "stride-ai", "several.yaml"), bad, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	_, want, _ := inProcess("catalog", "lint", ".")
	if strings.Count(want, ": error: ") != 3 {
		t.Errorf("three mistakes were made, and this is told:\n%s", want)
	}
	if err := os.WriteFile("system.yaml", []byte("tmodel: 1\nsystem: {id: a}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"analyze", "system.yaml"}, {"validate", "system.yaml"}, {"diagram", "system.yaml"}, {"why", "a", "system.yaml"}, {"explain", "risk"}, {"catalog", "list"}} {
		code, out, errs := inProcess(append(args, "--catalog", ".")...)
		if code != exitUsage || out != "" || errs != want {
			t.Errorf("%v: %d %s%s", args, code, out, errs)
		}
	}
	if code, out, _ := inProcess("catalog", "test", "."); code != exitUsage || out != want {
		t.Errorf("test: %d %s", code, out)
	}
}
