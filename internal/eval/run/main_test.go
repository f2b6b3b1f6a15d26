package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

// TestRun: the tables come in their order, and -v has more of them.
func TestRun(t *testing.T) {
	var brief, all bytes.Buffer
	testdata := os.DirFS("../../../testdata")
	if err := run(nil, testdata, &brief); err != nil {
		t.Fatal(err)
	}
	if err := run([]string{"-v"}, testdata, &all); err != nil {
		t.Fatal(err)
	}
	inOrder(t, brief.String(), "Systems.", "AML.CS0000", "Scores.", "good (", "What there is to read.", "The rules against a fixed list", "Trusted twins:", "Pairs that differ", "pairs held.", "never fire")
	inOrder(t, all.String(), "Trusted twins:", "that still stand", "Missed", "beyond 20", "Rules.", "rule  ", "never fire")
	if strings.Contains(brief.String(), "Missed") {
		t.Error("what is missed is for -v")
	}
}

func inOrder(t *testing.T, text string, words ...string) {
	t.Helper()
	for _, w := range words {
		_, rest, ok := strings.Cut(text, w)
		if !ok {
			t.Fatalf("no %q in what follows\n%s", w, text)
		}
		text = rest
	}
}

func TestRunRefuses(t *testing.T) {
	for _, args := range [][]string{{"-x"}, {"-v", "-v"}, {"all"}} {
		if err := run(args, fstest.MapFS{}, nil); err == nil || !strings.Contains(err.Error(), "unexpected arguments") {
			t.Errorf("%q: %v", args, err)
		}
	}
	if err := run(nil, fstest.MapFS{}, nil); err == nil || !strings.Contains(err.Error(), "read checksums") {
		t.Errorf("no testdata: %v", err)
	}
}
