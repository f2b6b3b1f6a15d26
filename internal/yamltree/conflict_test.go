package yamltree

import (
	"strings"
	"testing"

	"tmodel/internal/diag"
	"tmodel/internal/source"
)

// TestConflicts holds that what a merge left is said once for each conflict, that everything else is read on, at its
// place, and that the text of a block is left alone.
func TestConflicts(t *testing.T) {
	for text, want := range map[string]string{
		"a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\nc: 4\n":                       "2:1 a: 1 b: 2 c: 4",
		"a: 1\r\n<<<<<<< HEAD\r\nb: 2\r\n=======\r\nb: 3\r\n>>>>>>> x\r\nc: 4\r\n":         "2:1 a: 1 b: 2 c: 4",
		"<<<<<<< HEAD\na: 1\n||||||| base\na: 0\n=======\na: 3\n>>>>>>> x\n":               "1:1 a: 1",
		"<<<<<<< A\na: 1\n=======\n>>>>>>> B\n<<<<<<< A\n=======\nb: 1\n>>>>>>> B\nc: 1\n": "1:1 5:1 a: 1 c: 1",
		"a: |\n  <<<<<<< HEAD\n  =======\n  >>>>>>> x\n":                                   "a: <<<<<<< HEAD\n=======\n>>>>>>> x",
	} {
		bag := &diag.Bag{}
		root := Parse(source.New("x", []byte(text)), DefaultLimits, bag)
		var got []string
		for _, d := range bag.Sorted() {
			if d.Code != diag.MergeConflict || len(d.Notes) < 2 {
				t.Errorf("%q: %v", text, d)
			}
			_, at, _ := strings.Cut(d.Span.String(), ":")
			got = append(got, at)
		}
		for _, p := range root.Pairs {
			got = append(got, p.Key.Value+": "+strings.TrimSpace(p.Value.Value))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: %q, want %q", text, s, want)
		}
	}
}

// TestLoneMarks holds that the marks of half a conflict are said once, and that a text may look like one.
func TestLoneMarks(t *testing.T) {
	for text, want := range map[string]string{
		"a: 1\n<<<<<<< HEAD\nb: 2\n=======\n": "2:1 TM-E025",
		"a: 1\n>>>>>>> x\nb: 2\n":             "2:1 TM-E025",
		"a: |\n >>>>>>> x\nb: [\n":            "3:4 TM-E028",
		"a: 'x\n=======\n  y'\nb: 2\n":        "",
	} {
		got := strings.Join(faults(text, DefaultLimits), " ")
		if !strings.HasPrefix(got, want) || want == "" && got != "" {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
