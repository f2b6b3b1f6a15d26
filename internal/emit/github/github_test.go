package github

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/golden"
	"tmodel/internal/source"
)

var file = source.New("sub/a,b:c.yaml", []byte("one: two\nthree\n"))

func span(line, col, endLine, endCol int32) source.Span {
	return source.Span{File: file, Line: line, Col: col, EndLine: endLine, EndCol: endCol}
}

var options = Options{Codes: []catalog.CodeProse{{Code: "TM-E004", Title: "Unknown key, 100 %: none"}}}

func write(t *testing.T, list ...diag.Diagnostic) string {
	t.Helper()
	var b strings.Builder
	if err := Write(&b, list, options); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestCommands: nothing in a message, a title or a file's name can end a command or begin one.
func TestCommands(t *testing.T) {
	for want, d := range map[string]diag.Diagnostic{
		"::error file=sub/a%2Cb%3Ac.yaml,line=1,col=6,endLine=1,endColumn=9,title=TM-E004%3A Unknown key%2C 100 %25%3A none::50 %25: a%0D%0A::error::x%0Ado this\n": {
			Code: diag.UnknownKey, Span: span(1, 6, 1, 9), Message: "50 %: a\r\n::error::x", Hint: "do this"},
		"::error file=sub/a%2Cb%3Ac.yaml,line=1,endLine=2,title=TM-E006::several lines%0Asub/a,b:c.yaml:2:1: first here\n": {
			Code: diag.WrongType, Span: span(1, 6, 2, 2), Message: "several lines", Notes: []diag.Note{{Span: span(2, 1, 2, 2), Message: "first here"}}},
		"::warning title=TM-W501::nowhere\n":                           {Code: diag.BoolWord, Severity: diag.Warning, Message: "nowhere"},
		"::error file=sub/a%2Cb%3Ac.yaml,title=TM-E003::in the file\n": {Code: diag.Unreadable, Span: source.Span{File: file}, Message: "in the file"},
	} {
		if got := write(t, d); got != want {
			t.Errorf("got\n%swant\n%s", got, want)
		}
	}
}

// TestWorstFirst: GitHub drops what comes after ten of a level, so that errors come first and the rest is counted.
func TestWorstFirst(t *testing.T) {
	var list []diag.Diagnostic
	for i := range 25 {
		list = append(list, diag.Diagnostic{Code: diag.BoolWord, Severity: diag.Warning, Message: fmt.Sprint("w", i)})
		if i < 11 {
			list = append(list, diag.Diagnostic{Code: diag.UnknownKey, Message: fmt.Sprint("e", i)})
		}
	}
	lines := strings.Split(strings.TrimSpace(write(t, list...)), "\n")
	if len(lines) != 22 || !strings.HasSuffix(lines[0], "::e0") || !strings.HasSuffix(lines[9], "::e9") || !strings.HasSuffix(lines[10], "::w0") {
		t.Fatalf("%d lines:\n%s", len(lines), strings.Join(lines, "\n"))
	}
	want := []string{"::notice title=tmodel::1 more error; tmodel validate -f text lists them all", "::notice title=tmodel::15 more warnings; tmodel validate -f text lists them all"}
	if lines[20] != want[0] || lines[21] != want[1] {
		t.Errorf("ends with\n%s\n%s", lines[20], lines[21])
	}
	if got := write(t); got != "" {
		t.Errorf("nothing to say, and it says %q", got)
	}
}

func summary(t *testing.T, list []diag.Diagnostic, files, invalid int) string {
	t.Helper()
	var b strings.Builder
	if err := Summary(&b, list, files, invalid, options); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestSummary: foreign text makes no markup, no link, no mention and no cell.
func TestSummary(t *testing.T) {
	golden.Check(t, "testdata/summary.md", summary(t, []diag.Diagnostic{
		{Code: diag.BoolWord, Severity: diag.Warning, Span: span(2, 1, 2, 2), Message: "true for a word"},
		{Code: diag.UnknownKey, Span: span(1, 6, 1, 9), Message: "a | b `c` <img src=x> @all [x](https://example.org) **b** $x$\n# h", Hint: "do this"},
		{Code: diag.Unreadable, Span: source.Span{File: file}, Message: "in the file"},
		{Code: diag.WrongType, Message: "nowhere"},
	}, 3, 2))
	if got, want := summary(t, nil, 1, 0), "### tmodel validate\n\n1 of 1 file valid, 0 errors, 0 warnings\n\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := summary(t, make([]diag.Diagnostic, 250), 1, 1); strings.Count(got, "\n") > 110 || !strings.Contains(got, "\n150 more\n") {
		t.Errorf("a long list is not cut:\n%s", got)
	}
}

func TestPath(t *testing.T) {
	o := Options{Path: func(name string) string { return "root/" + name }}
	var b strings.Builder
	if err := Write(&b, []diag.Diagnostic{{Code: diag.NotYAML, Span: span(1, 0, 1, 0), Message: "m"}}, o); err != nil {
		t.Fatal(err)
	}
	if want := "::error file=root/sub/a%2Cb%3Ac.yaml,line=1,endLine=1,title=TM-E001::m\n"; b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}

func TestWriteFails(t *testing.T) {
	if Write(broken{}, nil, options) == nil || Summary(broken{}, nil, 0, 0, options) == nil {
		t.Error("a broken pipe is an error")
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }
