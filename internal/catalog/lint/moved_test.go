package lint_test

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tmodel/catalogs"
	"tmodel/internal/catalog"
	"tmodel/internal/catalog/atlasfile"
	"tmodel/internal/catalog/lint"
	"tmodel/internal/catalog/load"
	"tmodel/internal/diag"
)

// next is the shipped content with some changes, as atlas/content.yaml has it.
func next(change func(a *catalog.Atlas)) *fstest.MapFile {
	a := catalogs.Shipped().Atlas
	a.Version, a.Techniques, a.Mitigations = "2031.01", slices.Clone(a.Techniques), slices.Clone(a.Mitigations)
	change(&a)
	return &fstest.MapFile{Data: (&atlasfile.File{Atlas: a}).Text()}
}

// without takes a technique out, and the links to it.
func without(a *catalog.Atlas, id string) {
	a.Techniques = slices.DeleteFunc(a.Techniques, func(t catalog.Technique) bool { return t.ID == id })
	for i := range a.Mitigations {
		m := &a.Mitigations[i]
		m.Techniques = slices.DeleteFunc(slices.Clone(m.Techniques), func(to string) bool { return to == id })
	}
}

// messages are those of diagnostics, with their severity and where they point.
func messages(list []diag.Diagnostic) string {
	var b strings.Builder
	for _, d := range list {
		b.WriteString(d.Span.String() + ": " + d.Severity.String() + ": " + d.Message + " (" + d.Hint + ")\n")
	}
	return b.String()
}

// What newer content changes for shipped rules is told with their ids, at the content, and nothing of it is an error.
func TestNewerContent(t *testing.T) {
	for name, c := range map[string]struct {
		change func(a *catalog.Atlas)
		want   []string
	}{
		"the same":  {func(*catalog.Atlas) {}, nil},
		"not cited": {func(a *catalog.Atlas) { a.Technique("AML.T0000.002").Name = "Blogs" }, nil},
		"retired": {func(a *catalog.Atlas) {
			t := *a.Technique("AML.T0104")
			t.ID = "AML.T0115.002"
			without(a, "AML.T0104")
			a.Techniques = append(a.Techniques, t)
		}, []string{"content.yaml:2:10: warning: ATLAS retired AML.T0104 in 2026.07; it is AML.T0115.002 (Publish Poisoned AI Agent Tool) now: review AG-07, AG-09 (reports name AML.T0115.002)"}},
		"gone": {func(a *catalog.Atlas) { without(a, "AML.T0101") },
			[]string{`content.yaml:2:10: warning: ATLAS 2031.01 (format 6.0.0) does not have AML.T0101, which 2026.05 (format 6.0.0) calls "Data Destruction via AI Agent Tool Invocation": review AG-12 (reports still name AML.T0101;`}},
		"renamed": {func(a *catalog.Atlas) { a.Technique("AML.T0101").Name = "Deletion" },
			[]string{`content.yaml:2:10: warning: AML.T0101 in ATLAS 2031.01 (format 6.0.0) is called "Deletion", and was "Data Destruction via AI Agent Tool Invocation": review AG-12 (`}},
		"moved": {func(a *catalog.Atlas) { a.Technique("AML.T0101").Tactics = []string{"AML.TA0001"} },
			[]string{`AML.T0101 in ATLAS 2031.01 (format 6.0.0) stands under AI Attack Staging, and stood under Impact: review AG-12 (`}},
		"both": {func(a *catalog.Atlas) {
			*a.Technique("AML.T0101") = catalog.Technique{ID: "AML.T0101", Name: "Deletion", Tactics: []string{"AML.TA0001"}, Maturity: "realized"}
		},
			[]string{`is called "Deletion", and was "Data Destruction via AI Agent Tool Invocation"; it stands under AI Attack Staging, and stood under Impact: review AG-12 (`}},
	} {
		got := said(t, fstest.MapFS{load.AtlasContent: next(c.change)})
		for _, want := range c.want {
			if !strings.Contains(messages(got), want) {
				t.Errorf("%s: no %s in\n%s", name, want, messages(got))
			}
		}
		if len(got) != len(c.want) {
			t.Errorf("%s: %d are said, want %d:\n%s", name, len(got), len(c.want), messages(got))
		}
	}
}

// A rule that was read is held to the content that is loaded, and what it lacks is said with both versions.
func TestOwnRuleAndNewerContent(t *testing.T) {
	data, err := os.ReadFile(errDir + "/atlas-unknown-id.yaml")
	if err != nil {
		t.Fatal(err)
	}
	rule := func(atlas string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte(strings.Replace(string(data), "[AML.T0015, AML.T0151]", atlas, 1))}
	}
	newer := next(func(a *catalog.Atlas) {
		without(a, "AML.T0101")
		a.Techniques = append(a.Techniques, catalog.Technique{ID: "AML.T0151", Name: "Something New", Tactics: []string{"AML.TA0005"}, Maturity: "feasible"})
	})
	for atlas, want := range map[string]string{
		"[AML.T0151]":            "",
		"[AML.T0101]":            `x.yaml:18:24: error: XX-01: ATLAS 2031.01 (format 6.0.0) has no technique "AML.T0101" (did you mean AML.T0001 (Search Open AI Vulnerability Analysis)? ATLAS 2026.05 (format 6.0.0), which this replaces, calls it "Data Destruction via AI Agent Tool Invocation")`,
		"[AML.T0015, AML.T0152]": `x.yaml:18:35: error: XX-01: ATLAS 2031.01 (format 6.0.0) has no technique "AML.T0152" (did you mean AML.T0052 (Phishing)? ATLAS 2026.05 (format 6.0.0), which this replaces, does not have it either)`,
	} {
		var errors []diag.Diagnostic
		for _, d := range said(t, fstest.MapFS{load.AtlasContent: newer, "stride-ai/x.yaml": rule(atlas)}) {
			if d.Severity == diag.Error {
				errors = append(errors, d)
			}
		}
		if got := messages(errors); want == "" && got != "" || !strings.Contains(got, want) || len(errors) > 1 {
			t.Errorf("%s: want %s, got\n%s", atlas, want, got)
		}
	}
}

// A folder may pin what its own rules cite.
func TestOwnPins(t *testing.T) {
	got := said(t, fstest.MapFS{load.AtlasPins: {Data: []byte("- {id: AML.T0101, name: Deletion, tactics: [AML.TA0011]}\n- {id: AML.T0015, name: Evade AI Model, tactics: [AML.TA0007, AML.TA0011, AML.TA0004]}\n")}})
	want := `pins.yaml:1:8: warning: AML.T0101 in ATLAS 2026.05 (format 6.0.0) is called "Data Destruction via AI Agent Tool Invocation", and was "Deletion": review AG-12`
	if len(got) != 1 || !strings.Contains(messages(got), want) {
		t.Errorf("want %s, got\n%s", want, messages(got))
	}
}

// whole is what is said about the source of the shipped catalogue with some files changed.
func whole(t *testing.T, change fstest.MapFS) []diag.Diagnostic {
	t.Helper()
	files, dir := fstest.MapFS{}, os.DirFS("../../../catalogs")
	for _, pattern := range []string{"*.yaml", "*/*.yaml"} {
		names, err := fs.Glob(dir, pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			data, err := fs.ReadFile(dir, name)
			if err != nil {
				t.Fatal(err)
			}
			files[name] = &fstest.MapFile{Data: data}
		}
	}
	for name, f := range change {
		files[name] = f
	}
	bag := &diag.Bag{}
	l, err := load.Whole(load.Folder{Files: files}, catalog.Version, bag)
	if err != nil || l == nil {
		t.Fatal(err, bag.Sorted())
	}
	lint.Shipped(l, bag)
	return bag.Sorted()
}

// Of a whole catalogue the rules are at fault, not the content; names and tactics are pinned.
func TestWholeCatalogue(t *testing.T) {
	if got := whole(t, nil); len(got) > 0 {
		t.Errorf("the shipped catalogue:\n%s", messages(got))
	}
	for name, c := range map[string]struct {
		change fstest.MapFS
		want   string
	}{
		"gone":     {fstest.MapFS{load.AtlasContent: next(func(a *catalog.Atlas) { without(a, "AML.T0101") })}, `error: AG-12: ATLAS 2031.01 (format 6.0.0) has no technique "AML.T0101"`},
		"renamed":  {fstest.MapFS{load.AtlasContent: next(func(a *catalog.Atlas) { a.Technique("AML.T0101").Name = "Deletion" })}, `warning: AML.T0101 in ATLAS 2031.01 (format 6.0.0) is called "Deletion", and was`},
		"unpinned": {fstest.MapFS{load.AtlasPins: {Data: []byte("- {id: AML.T0015, name: Evade AI Model, tactics: [AML.TA0004, AML.TA0007, AML.TA0011]}\n")}}, "warning: AG-12 cites AML.T0101, which has no pin (make pins"},
		"new": {fstest.MapFS{load.AtlasContent: next(func(a *catalog.Atlas) {
			a.Techniques = append(a.Techniques, catalog.Technique{ID: "AML.T0151", Name: "Something New", Tactics: []string{"AML.TA0005"}, Maturity: "feasible"})
		})}, "error: nothing cites AML.T0151 (Something New), and nothing says why (cite it in a record, or say in frameworks/unseen.yaml why no design shows it)"},
		"needless": {fstest.MapFS{load.Unseen: {Data: []byte("- ids: [NISTAML.03]\n  why: It is not looked for.\n")}}, "unseen.yaml:1:9: error: NISTAML.03 (Privacy) needs no reason: "},
		"unused":   {fstest.MapFS{load.AtlasPins: {Data: []byte("- {id: AML.T0000.002, name: Technical Blogs, tactics: [AML.TA0002]}\n")}}, "pins.yaml:1:8: warning: nothing cites AML.T0000.002 any more"},
	} {
		if got := messages(whole(t, c.change)); !strings.Contains(got, c.want) {
			t.Errorf("%s: no %s in\n%s", name, c.want, got)
		}
	}
}
