package source

import (
	"strings"
	"testing"
)

func TestLines(t *testing.T) {
	for text, want := range map[string][]string{
		"":              {""},
		"a":             {"a"},
		"a\n":           {"a", ""},
		"a\nb":          {"a", "b"},
		"a\r\nb\r\n":    {"a", "b", ""},
		"a\rb\r":        {"a", "b", ""},
		"a\n\r\nb":      {"a", "", "b"},
		"a\r\r\nb":      {"a", "", "b"},
		"\xef\xbb\xbfa": {"a"},
		"é\n😀":          {"é", "😀"},
		"\xff\n":        {"\xff", ""},
		"a\u2028b":      {"a\u2028b"},
	} {
		f := New("x", []byte(text))
		if f.Lines() != len(want) {
			t.Errorf("%q has %d lines, want %d", text, f.Lines(), len(want))
			continue
		}
		for i, w := range want {
			if got := f.Line(i + 1); got != w {
				t.Errorf("%q: line %d is %q, want %q", text, i+1, got, w)
			}
		}
		if f.Line(0) != "" || f.Line(-1) != "" || f.Line(len(want)+1) != "" {
			t.Errorf("%q has lines that it has not", text)
		}
	}
}

func TestTextIsWithoutMark(t *testing.T) {
	if got := string(New("x", []byte("\xef\xbb\xbfa: 1")).Text()); got != "a: 1" {
		t.Errorf("%q", got)
	}
}

// TestPlaces holds that columns count code points, on short and on long lines, and that Place and From agree.
func TestPlaces(t *testing.T) {
	for name, line := range map[string]string{
		"short": "aé😀e\u0301\u200dz", "ascii": strings.Repeat("ab", 5000), "long": strings.Repeat("aé😀", 2000), "broken": strings.Repeat("a\xff", 1000),
	} {
		f := New("x", []byte("first\n"+line+"\nlast"))
		runes := []rune(line)
		if f.Width(2) != len(runes) || f.Width(1) != 5 || f.Width(9) != 0 {
			t.Errorf("%s: width %d, want %d", name, f.Width(2), len(runes))
		}
		offset := len("first\n")
		for col := 1; col <= len(runes); col++ {
			if l, c := f.Place(offset); l != 2 || c != col {
				t.Fatalf("%s: offset %d is at %d:%d, want 2:%d", name, offset, l, c, col)
			}
			if got := f.From(2, col, 4); !strings.HasPrefix(line[offset-len("first\n"):], got) || got == "" && runes[col-1] != '😀' {
				t.Fatalf("%s: from column %d stands %q", name, col, got)
			}
			_, size := firstRune(line[offset-len("first\n"):])
			offset += size
		}
		if got := f.From(2, len(runes)+5, 10); got != "" {
			t.Errorf("%s: behind the end stands %q", name, got)
		}
	}
	f := New("x", []byte("a\nb"))
	if l, c := f.Place(99); l != 2 || c != 2 {
		t.Errorf("behind the file is %d:%d", l, c)
	}
}

func firstRune(s string) (rune, int) {
	for i, r := range s {
		if i > 0 {
			return r, i
		}
	}
	return 0, len(s)
}

func TestIndent(t *testing.T) {
	f := New("x", []byte("a\n  b\n\t c\n\n"))
	for line, want := range map[int]int{1: 1, 2: 3, 3: 3, 4: 1} {
		if got := f.Indent(line); got != want {
			t.Errorf("line %d is indented to %d, want %d", line, got, want)
		}
	}
}

func TestSpan(t *testing.T) {
	f, g := New("a.yaml", []byte("one two\nthree\n")), New("b.yaml", nil)
	for _, c := range []struct {
		span  Span
		text  string
		width int
		valid bool
	}{
		{Span{}, "-", 1, false},
		{Span{File: f}, "a.yaml", 1, false},
		{Span{f, 1, 5, 1, 8}, "a.yaml:1:5", 3, true},
		{Span{f, 1, 5, 2, 3}, "a.yaml:1:5", 3, true},
		{Span{f, 1, 8, 2, 3}, "a.yaml:1:8", 1, true},
		{Span{f, 1, 5, 1, 5}, "a.yaml:1:5", 1, true},
		{Span{f, 2, 1, 1, 1}, "a.yaml:2:1", 1, true},
	} {
		if c.span.String() != c.text || c.span.Width() != c.width || c.span.Valid() != c.valid {
			t.Errorf("%v: width %d, valid %t", c.span, c.span.Width(), c.span.Valid())
		}
	}
	order := []Span{{}, {f, 0, 0, 0, 0}, {f, 1, 1, 1, 2}, {f, 1, 1, 1, 3}, {f, 1, 2, 1, 3}, {f, 2, 1, 2, 2}, {g, 1, 1, 1, 2}}
	for i, s := range order {
		for j, u := range order {
			if s.Before(u) != (i < j) {
				t.Errorf("%v before %v: %t", s, u, s.Before(u))
			}
		}
	}
}
