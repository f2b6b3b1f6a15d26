package sarif

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	official "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"tmodel/catalogs"
	"tmodel/internal/catalog"
	"tmodel/internal/compile"
	"tmodel/internal/diag"
	"tmodel/internal/golden"
	"tmodel/internal/source"
)

var few = []catalog.CodeProse{
	{Code: "TM-E004", Title: "Unknown key", Means: "The language has no [such](x) key.", Example: "a: b\nc: d", Fix: "Take *another*."},
	{Code: "TM-W501", Title: "true or false for a word", Means: "Words are words.", Fix: "Write yes."},
}

func write(t *testing.T, list []diag.Diagnostic, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, list, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// results reads back what was written.
func results(t *testing.T, list []diag.Diagnostic, o Options) []result {
	t.Helper()
	var l log
	if err := json.Unmarshal([]byte(write(t, list, o)), &l); err != nil {
		t.Fatal(err)
	}
	return l.Runs[0].Results
}

func in(f *source.File, line, col, endLine, endCol int32) source.Span {
	return source.Span{File: f, Line: line, Col: col, EndLine: endLine, EndCol: endCol}
}

func sample() []diag.Diagnostic {
	f := source.New("sub dir/a:é.yaml", []byte("one: tWo\nthree: [x]\n"))
	return []diag.Diagnostic{
		{Code: diag.UnknownKey, Span: in(f, 1, 6, 1, 9), Message: "see [here](https://example.org) <b>", Hint: "do this", Notes: []diag.Note{{Span: in(f, 2, 1, 2, 6), Message: "first here"}, {Message: "nowhere"}}},
		{Code: diag.BoolWord, Severity: diag.Warning, Span: in(f, 2, 8, 3, 1), Message: "several lines"},
		{Code: diag.UnknownKey, Span: source.Span{File: f}, Message: "in the file"},
		{Code: diag.WrongType, Message: "nowhere, and without a page"},
	}
}

func TestGolden(t *testing.T) {
	golden.Check(t, "testdata/sample.sarif", write(t, sample(), Options{Version: "1.2.3", Codes: few}))
}

// TestEmpty: GitHub refuses a run without results.
func TestEmpty(t *testing.T) {
	if got := write(t, nil, Options{Version: "1.2.3"}); !strings.Contains(got, `"results": []`) || !strings.Contains(got, `"rules": []`) {
		t.Errorf("nothing was found:\n%s", got)
	}
}

// TestOfficialSchema holds what is written to the schema that OASIS publishes, which the library brings, and to the
// library's types: what they don't know gets lost on the way through them.
func TestOfficialSchema(t *testing.T) {
	list := append(sample(), mistakes(t)...)
	if len(list) < 20 {
		t.Fatalf("%d diagnostics", len(list))
	}
	for _, l := range [][]diag.Diagnostic{nil, list} {
		text := []byte(write(t, l, Options{Version: "1.2.3", Codes: catalogs.Shipped().Codes}))
		report, err := official.FromBytes(text)
		if err != nil {
			t.Fatal(err)
		}
		report.Runs[0].Language, report.Runs[0].Tool.Driver.Language = "en", "en" // the library writes "" for what it did not read
		if err := report.Validate(); err != nil {
			t.Errorf("%d results: %v", len(l), err)
		}
		again, err := json.Marshal(report)
		if err != nil {
			t.Fatal(err)
		}
		var ours, theirs any
		if err := errors.Join(json.Unmarshal(text, &ours), json.Unmarshal(again, &theirs)); err != nil {
			t.Fatal(err)
		}
		lost(t, "", ours, theirs)
	}
}

// mistakes are what is said about the wrong files of the tests.
func mistakes(t *testing.T) []diag.Diagnostic {
	t.Helper()
	var list []diag.Diagnostic
	names, _ := filepath.Glob("../../../testdata/err/TM-[EW]?1*.yaml")
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		_, bag, err := compile.Resolve(source.New(name, text), compile.Options{Catalog: catalogs.Shipped()})
		if err != nil {
			t.Fatal(err)
		}
		all := bag.Sorted()
		list = append(list, all[:min(len(all), 20)]...)
	}
	return list
}

// lost reports what is in one value and not in the other.
func lost(t *testing.T, at string, ours, theirs any) {
	t.Helper()
	switch o := ours.(type) {
	case map[string]any:
		m, _ := theirs.(map[string]any)
		for key, v := range o {
			lost(t, at+"/"+key, v, m[key])
		}
	case []any:
		l, _ := theirs.([]any)
		if len(l) != len(o) {
			t.Errorf("%s: %d items are %d", at, len(o), len(l))
			return
		}
		for i := range o {
			lost(t, fmt.Sprintf("%s/%d", at, i), o[i], l[i])
		}
	default:
		if ours != theirs {
			t.Errorf("%s: %v is %v", at, ours, theirs)
		}
	}
}

// TestURIs: relative, with slashes, and nothing in a name makes a scheme, a query or a fragment of it.
func TestURIs(t *testing.T) {
	for name, want := range map[string]artifactLocation{
		"a.yaml":       {"a.yaml", root},
		"a b/ü.yaml":   {"a%20b/%C3%BC.yaml", root},
		"a:b.yaml":     {"./a:b.yaml", root},
		"a?b#c%.yaml":  {"a%3Fb%23c%25.yaml", root},
		"<stdin>":      {"%3Cstdin%3E", root},
		"/tmp/a.yaml":  {"file:///tmp/a.yaml", ""},
		"/C:/a b.yaml": {"file:///C:/a%20b.yaml", ""},
	} {
		if got := (Options{}).artifact(name); got != want {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
	}
	if got := (Options{Path: func(s string) string { return "x/" + s }}).artifact("a"); got.URI != "x/a" {
		t.Errorf("got %v", got)
	}
}

// TestFingerprints: they stay when lines move or the rest of a line changes, differ when what is said or marked does,
// and are numbered when nothing tells two results of a file apart.
func TestFingerprints(t *testing.T) {
	print := func(d ...diag.Diagnostic) string {
		r := results(t, d, Options{})
		return r[len(r)-1].PartialFingerprints["primaryLocationLineHash"]
	}
	at := func(text string, line, col, endCol int32, message string) diag.Diagnostic {
		return diag.Diagnostic{Code: diag.UnknownKey, Message: message, Span: in(source.New("a", []byte(text)), line, col, line, endCol)}
	}
	first := at("one: two\n", 1, 1, 4, "m")
	if a, b := print(first), print(at("\n\n  one: 2 # more\n", 3, 3, 6, "m")); a != b || !strings.HasSuffix(a, ":1") {
		t.Errorf("%s became %s", a, b)
	}
	if a, b := print(first), print(first, first); b != strings.TrimSuffix(a, "1")+"2" {
		t.Errorf("the second of %s is %s", a, b)
	}
	seen := map[string]bool{print(first): true}
	for _, d := range []diag.Diagnostic{at("one: two\n", 1, 1, 4, "n"), at("two: two\n", 1, 1, 4, "m"), {Code: diag.WrongType, Message: "m", Span: first.Span}, {Code: diag.UnknownKey, Message: "m"}} {
		if p := print(d); seen[p] {
			t.Errorf("%s stands for two", p)
		} else {
			seen[p] = true
		}
	}
	if long := at(strings.Repeat("é", 9000), 1, 2, 8000, "m"); len([]rune(marked(long.Span))) != longest {
		t.Error("a long range is not cut")
	}
}

// TestLimit: errors are kept when there is more than GitHub takes.
func TestLimit(t *testing.T) {
	list := make([]diag.Diagnostic, Limit+5)
	for i := range list {
		list[i] = diag.Diagnostic{Code: diag.BoolWord, Severity: diag.Warning, Message: "m"}
	}
	list[Limit+4] = diag.Diagnostic{Code: diag.UnknownKey, Message: "last"}
	got := most(list)
	if len(got) != Limit || got[0].Message != "last" || len(most(list[:3])) != 3 {
		t.Errorf("%d results, the first says %s", len(got), got[0].Message)
	}
}

func TestWriteFails(t *testing.T) {
	if err := Write(broken{}, nil, Options{}); err == nil {
		t.Error("a broken pipe is an error")
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }
