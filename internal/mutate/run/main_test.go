package main

import (
	"bytes"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

// TestRun: files and their sum come first, then what is not noticed.
func TestRun(t *testing.T) {
	var out bytes.Buffer
	if err := run([]string{"memory.yaml", "LL-01"}, os.DirFS("../../.."), &out); err != nil {
		t.Fatal(err)
	}
	rest := out.String()
	for _, word := range []string{"file ", "language.yaml ", "memory.yaml ", "all ", " %", "Not noticed: "} {
		var ok bool
		if _, rest, ok = strings.Cut(rest, word); !ok {
			t.Fatalf("no %q in its place in\n%s", word, out.String())
		}
	}
	if strings.Contains(out.String(), "agents.yaml") {
		t.Error(out.String())
	}
}

func TestRunRefuses(t *testing.T) {
	root := os.DirFS("../../..")
	if err := run([]string{"ZZ-01"}, root, &bytes.Buffer{}); err == nil || !strings.Contains(err.Error(), `"ZZ-01" is neither a rule nor a file`) {
		t.Error(err)
	}
	if err := run(nil, fstest.MapFS{}, &bytes.Buffer{}); err == nil {
		t.Error("no catalogue")
	}
	reasons := fstest.MapFS{"testdata/mutants.yaml": {Data: []byte("- {rule: ZZ-01, clauses: [a], reason: b}\n")}}
	if err := run([]string{"LL-01"}, under{root, reasons}, &bytes.Buffer{}); err == nil || !strings.Contains(err.Error(), "testdata/mutants.yaml: there is no rule ZZ-01") {
		t.Error(err)
	}
}

// under is a folder in which some files are others.
type under struct {
	fs.FS
	over fs.FS
}

func (u under) Open(name string) (fs.File, error) {
	if f, err := u.over.Open(name); err == nil && strings.HasSuffix(name, ".yaml") {
		return f, nil
	}
	return u.FS.Open(name)
}
