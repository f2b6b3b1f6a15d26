package eval

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tmodel/catalogs"
)

func load(t *testing.T) *Set {
	t.Helper()
	set, err := Load(os.DirFS(testdata))
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// TestFloors measures the shipped rules: every system, twin and pair compiles, and no floor is broken.
func TestFloors(t *testing.T) {
	r, err := Run(load(t), catalogs.Shipped())
	if err != nil {
		t.Fatal(err)
	}
	for _, broken := range Reached().Broken(r) {
		t.Error(broken)
	}
	best := Floors{R10: 1.01, R20: 1.01, Other10: 1.01, Other20: 1.01, PerElement: 0, Threats: 0, StillEntered: -1, PairsHeld: len(r.Pairs) + 1}
	if got := best.Broken(r); len(got) != 8 {
		t.Errorf("floors that nothing reaches are broken in %v", got)
	}
}

// TestReadme holds what README.md says of what is measured on.
func TestReadme(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	set := load(t)
	good := 0
	for _, c := range set.Cases {
		if c.Suitability == "good" {
			good++
		}
	}
	for _, want := range []string{
		fmt.Sprintf("%d real AI systems", len(set.Cases)), fmt.Sprintf("`good` is the %d systems", good), fmt.Sprintf("%d pairs", len(set.Pairs)),
	} {
		if !strings.Contains(string(text), want) {
			t.Errorf("README.md does not say %q", want)
		}
	}
}

// TestEntryIsCounted holds what the comment on the entry techniques says of their number.
func TestEntryIsCounted(t *testing.T) {
	set := load(t)
	entry, all := 0, 0
	for _, c := range set.Cases {
		all += len(c.Truth)
		for _, id := range c.Truth {
			if slices.Contains(set.Entry, id) {
				entry++
			}
		}
	}
	text, err := os.ReadFile(testdata + "/cases/labels.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if want := fmt.Sprintf("%d of the %d pairs", entry, all); !strings.Contains(string(text), want) {
		t.Errorf("labels.yaml does not say %q", want)
	}
}

// TestIntact: a model that is changed, left out or added is found.
func TestIntact(t *testing.T) {
	for name, c := range map[string]struct {
		change func(fstest.MapFS)
		want   string
	}{
		"nothing":  {func(fstest.MapFS) {}, ""},
		"changed":  {func(m fstest.MapFS) { m["cases/B/system.yaml"].Data = []byte("b\n ") }, "cases/B/system.yaml is not the file that SHA256SUMS was written for"},
		"left out": {func(m fstest.MapFS) { delete(m, "cases/B/system.yaml") }, "read a file that SHA256SUMS lists: open cases/B/system.yaml"},
		"added":    {func(m fstest.MapFS) { m["cases/C/system.yaml"] = &fstest.MapFile{} }, "cases/C/system.yaml has no checksum"},
		"no sums":  {func(m fstest.MapFS) { delete(m, "cases/SHA256SUMS") }, "read checksums"},
		"bad sums": {func(m fstest.MapFS) { m["cases/SHA256SUMS"].Data = []byte("what") }, `"what" is no line of sha256sum`},
	} {
		m := fstest.MapFS{
			"cases/B/system.yaml": {Data: []byte("b\n")},
			"cases/SHA256SUMS":    {Data: []byte("0263829989b6fd954f72baaf2fc64bc2e2f01d692d4de72986ea808f6e99813f  B/system.yaml\n")},
		}
		c.change(m)
		err := intact(m, "cases")
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
