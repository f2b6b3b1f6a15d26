package diagtext

import (
	"errors"
	"strings"
	"testing"

	"tmodel/internal/diag"
	"tmodel/internal/source"
)

// write prints one diagnostic at a range of a one-line file.
func write(t *testing.T, line string, col, end int32, color bool) string {
	t.Helper()
	f := source.New("a.yaml", []byte(line))
	d := diag.Diagnostic{Code: diag.WrongType, Span: source.Span{File: f, Line: 1, Col: col, EndLine: 1, EndCol: end}, Message: "m"}
	var out strings.Builder
	if err := Write(&out, []diag.Diagnostic{d}, color); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestMarks(t *testing.T) {
	for _, c := range []struct {
		line     string
		col, end int32
		want     string
	}{
		{"abc def", 5, 8, "abc def\n" + "    ^~~"},
		{"abc", 4, 5, "abc\n" + "   ^"},
		{"日本 x", 4, 5, "日本 x\n" + "     ^"},
		{"日本", 1, 3, "日本\n" + "^~~~"},
		{"e\u0301 x", 4, 5, "e\u0301 x\n" + "  ^"},
		{"\tx", 2, 3, " x\n" + " ^"},
		{"a\x1bb x", 5, 6, `a\u001bb x` + "\n" + "         ^"},
		{"ab", 1, 99, "ab\n" + "^~"},
	} {
		want := "a.yaml:1:" + string(rune('0'+c.col)) + ": error: m [TM-E006]\n    1 | " + strings.Replace(c.want, "\n", "\n      | ", 1) + "\n"
		if got := write(t, c.line, c.col, c.end, false); got != want {
			t.Errorf("%q\ngot\n%swant\n%s", c.line, got, want)
		}
	}
}

func TestLongLinesAreCut(t *testing.T) {
	line := strings.Repeat("a", 5000) + "HERE" + strings.Repeat("é", 5000)
	out := strings.Split(write(t, line, 5001, 5005, false), "\n")
	if len([]rune(out[1])) > 130 || !strings.HasSuffix(out[1], "...") || !strings.HasPrefix(out[1], "    1 | ...") {
		t.Errorf("%q", out[1])
	}
	if at := strings.Index(out[1], "HERE"); at != strings.Index(out[2], "^~~~") {
		t.Errorf("marked beside\n%s\n%s", out[1], out[2])
	}
	if out := write(t, strings.Repeat("a", 500), 3, 4, false); !strings.Contains(out, "    1 | aaa") {
		t.Errorf("cut before the range:\n%s", out)
	}
}

func TestParts(t *testing.T) {
	f := source.New("a\x1b.yaml", []byte("\n"))
	at := source.Span{File: f, Line: 1, Col: 1, EndLine: 1, EndCol: 2}
	var out strings.Builder
	err := Write(&out, []diag.Diagnostic{
		{Code: diag.BoolWord, Severity: diag.Warning, Span: at, Message: "blank line", Notes: []diag.Note{{Span: at, Message: "n"}}, Hint: "h"},
		{Code: diag.WrongType, Message: "nowhere"},
		{Code: diag.WrongType, Span: source.Span{File: f}, Message: "somewhere in the file"},
	}, true)
	want := "a\\u001b.yaml:1:1: \x1b[1;33mwarning\x1b[0m: blank line [TM-W501]\n  a\\u001b.yaml:1:1: note: n\n  \x1b[1;36mhelp:\x1b[0m h\n" +
		"\x1b[1;31merror\x1b[0m: nowhere [TM-E006]\na\\u001b.yaml: \x1b[1;31merror\x1b[0m: somewhere in the file [TM-E006]\n"
	if err != nil || out.String() != want {
		t.Errorf("got\n%q\nwant\n%q", out.String(), want)
	}
	if got := write(t, "abc", 1, 4, true); !strings.Contains(got, "\x1b[1;31m^~~\x1b[0m") {
		t.Errorf("%q", got)
	}
}

func TestWriteFails(t *testing.T) {
	if err := Write(broken{}, []diag.Diagnostic{{}}, false); err == nil {
		t.Error("a broken pipe is an error")
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }
