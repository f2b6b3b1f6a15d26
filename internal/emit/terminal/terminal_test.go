package terminal

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"tmodel/internal/golden"
	"tmodel/internal/register"
	"tmodel/internal/report"
	"tmodel/internal/report/sample"
	"tmodel/internal/vocab"
)

func write(t *testing.T, r *report.Report, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, r, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	for _, c := range []struct {
		file string
		r    *report.Report
		o    Options
	}{
		{"sample.txt", sample.Report(), Options{}},
		{"sample-60.txt", sample.Report(), Options{Width: 60}},
		{"sample-120.txt", sample.Report(), Options{Width: 120}},
		{"sample-high.txt", sample.Report(), Options{Severity: vocab.High}},
		{"sample-single.txt", sample.Report(), Options{Single: true}},
		{"sample-techniques.txt", sample.Report(), Options{Techniques: true}},
		{"sample-color.txt", sample.Report(), Options{Color: true}},
		{"empty.txt", sample.Empty(), Options{}},
		{"many.txt", many(30, 30), Options{}},
		{"many-all.txt", many(30, 1000), Options{All: true}},
	} {
		golden.Check(t, "testdata/"+c.file, write(t, c.r, c.o))
	}
}

// many is the sample with n threats, and a count in one cell of the matrix.
func many(n, count int) *report.Report {
	r := sample.Report()
	one := r.Register.Threats[0]
	r.Register.Threats = nil
	for i := range n {
		one.Rank, one.Title, one.Rule = i+1, fmt.Sprintf("Threat number %d", i+1), fmt.Sprintf("TT-%02d", i+1)
		one.Path, one.Covers = nil, nil
		r.Register.Threats = append(r.Register.Threats, one)
	}
	r.Summary.Matrix[4][3] = count
	r.Questions = nil
	return r
}

var ansi = regexp.MustCompile("\x1b\\[[0-9;]*m")

// TestLineWidth holds every line to the width, with and without colour, whatever the names are.
func TestLineWidth(t *testing.T) {
	reports := []*report.Report{sample.Report(), sample.Empty(), many(12345, 12345)}
	for _, word := range sample.Hostile {
		reports = append(reports, sample.Nasty(word))
	}
	for _, width := range []int{60, 80, 120} {
		for _, color := range []bool{false, true} {
			for _, r := range reports {
				both := write(t, r, Options{Width: width, Color: color}) + write(t, r, Options{Width: width, Color: color, Techniques: true})
				for _, l := range strings.Split(both, "\n") {
					bare := ansi.ReplaceAllString(l, "")
					if n := widthOf(bare); n > width {
						t.Errorf("%d columns for %d: %q", n, width, bare)
					}
					if strings.TrimRight(bare, " ") != bare {
						t.Errorf("space at the end of %q", bare)
					}
				}
			}
		}
	}
}

// TestNoControls lets nothing through that steers a terminal.
func TestNoControls(t *testing.T) {
	for _, word := range sample.Hostile {
		for _, r := range write(t, sample.Nasty(word), Options{}) + write(t, sample.Nasty(word), Options{Techniques: true}) {
			if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == unicode.ReplacementChar) {
				t.Errorf("%q lets %U through", word, r)
			}
		}
	}
}

// TestLayout has one empty line between sections and none at the ends.
func TestLayout(t *testing.T) {
	for _, r := range []*report.Report{sample.Report(), sample.Empty(), many(40, 1)} {
		got := write(t, r, Options{})
		if strings.Contains(got, "\n\n\n") || strings.HasPrefix(got, "\n") || strings.HasSuffix(got, "\n\n") || !strings.HasSuffix(got, "\n") {
			t.Errorf("empty lines:\n%s", got)
		}
	}
}

func TestColorOnlyWhenAsked(t *testing.T) {
	if got := write(t, sample.Report(), Options{}); strings.Contains(got, "\x1b") {
		t.Errorf("colour that nobody asked for:\n%q", got)
	}
	plain := write(t, sample.Report(), Options{})
	if got := ansi.ReplaceAllString(write(t, sample.Report(), Options{Color: true}), ""); got != plain {
		t.Errorf("colour changes the text:\n%s\n%s", got, plain)
	}
}

func TestHelp(t *testing.T) {
	treatments := []register.Treatment{{Control: "signing", Effect: 0.5, At: []string{"a"}}, {Control: "limits", State: "off", At: []string{"b"}}, {Control: "nowhere"}}
	for _, c := range []struct {
		list []register.Treatment
		want string
	}{
		{nil, ""},
		{treatments[:1], "in place: signing"},
		{treatments, "in place: signing; next: limits on b (there, but the attacker can switch it off)"},
		{treatments[2:], ""},
	} {
		if got := help(&register.Threat{Treatments: c.list}); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
	if got := place(&register.Threat{}); got != "" {
		t.Errorf("a place that nobody gave: %q", got)
	}
}

// TestGroups: one row for a rule, which names its places and what is different there; a path is told once.
func TestGroups(t *testing.T) {
	r := sample.Report()
	one := r.Register.Threats[0]
	one.Path = []string{"sender", "camera", "sorter", "reader"}
	r.Register.Threats = nil
	for i := range alike + 4 {
		one.Rank, one.Elements = i+1, []string{fmt.Sprintf("reader-%d", i)}
		r.Register.Threats = append(r.Register.Threats, one)
	}
	last := one
	last.Rank, last.Rule, last.Covers = 20, "TT-09", []string{"TT-08@reader", "TT-07@reader"}
	r.Register.Threats[3].Residual.Level = vocab.Low
	r.Register.Threats[3].Status = register.Treated
	r.Register.Threats = append(r.Register.Threats, last)
	flat := func(o Options) string { return strings.Join(strings.Fields(write(t, r, o)), " ") }
	grouped, single := flat(Options{}), flat(Options{Single: true, All: true})
	for _, want := range []string{"also on reader-1, reader-2, reader-3 (low, treated), reader-4,", "reader-8 and 3 more covers TT-03",
		"via sender → … → reader, as for 1 next", "covers TT-08, TT-07"} {
		if !strings.Contains(grouped, want) {
			t.Errorf("%q is missing:\n%s", want, grouped)
		}
	}
	if n := strings.Count(grouped, "via sender → camera → sorter → reader"); n != 1 {
		t.Errorf("the path is told %d times", n)
	}
	if strings.Contains(single, "also on") || strings.Count(single, "Crafted labels") != alike+5 {
		t.Errorf("single rows:\n%s", single)
	}
	if got := flat(Options{Severity: vocab.Critical}); !strings.Contains(got, "reader-2, reader-4,") || !strings.Contains(got, "1 below critical not shown") {
		t.Errorf("a threat below the level is named:\n%s", got)
	}
}

// TestManyTechniques: the first are listed, all with All, and none of threats below the level asked for.
func TestManyTechniques(t *testing.T) {
	r := sample.Report()
	r.Register.Threats[0].Atlas = nil
	for i := range 120 {
		r.Register.Threats[0].Atlas = append(r.Register.Threats[0].Atlas, fmt.Sprintf("AML.T1%03d", i))
	}
	for _, c := range []struct {
		o    Options
		rows int
		want string
	}{
		{Options{}, shownTechniques, "102 techniques more; --all lists all"},
		{Options{All: true}, 122, "121  medium    AML.T0010.003 Bad Parts: Weights (Access)"},
		{Options{All: true, Severity: vocab.High}, 120, "2 below high not shown"},
	} {
		c.o.Techniques = true
		text := write(t, r, c.o)
		if n := strings.Count(text, "AML.T"); n != c.rows || !strings.Contains(text, c.want) {
			t.Errorf("%d rows, want %d and %q:\n%s", n, c.rows, c.want, text)
		}
	}
}

// TestQuestions: what an answer settles is named, or else what it bears on; concerns are counted apart.
func TestQuestions(t *testing.T) {
	r := sample.Report()
	r.Questions = []report.Question{
		{Element: "a", Fact: "facts.x", Values: []string{"good", "bad"}, Threats: []string{"1", "2", "3", "4", "5", "6"}, Settles: []string{"1", "2", "3", "4", "5", "6"}},
		{Element: "b", Fact: "origin", Threats: []string{"7"}},
		{Element: "c", Fact: "facts.y", Threats: []string{"7", "CC-01@reader"}, Settles: []string{"CC-01@reader"}},
	}
	text := write(t, r, Options{})
	want := "\nAnswer 3 facts to settle 6 threats and 1 concern; values best first:\n  a: x? good, bad\n    settles 1, 2, 3, 4 and 2 more\n" +
		"  b: origin?\n    bears on 7\n  c: y?\n    settles CC-01@reader\n"
	if !strings.HasSuffix(text, want) {
		t.Errorf("got\n%s\nwant at its end\n%s", text, want)
	}
	r.Questions[0].Settles = nil
	none := report.Question{Element: "b", Fact: "facts.z", Values: []string{"this", "that"}, Unordered: true}
	for _, c := range []struct {
		list []report.Question
		want string
	}{
		{r.Questions[1:2], "\nUnknown facts that threats rest on:\n"},
		{r.Questions[:1], "\nUnknown facts that threats rest on; values best first:\n"},
		{[]report.Question{none}, "\nUnknown facts that threats rest on; values in no order:\n  b: z? this / that\n"},
		{[]report.Question{r.Questions[0], none}, "\nUnknown facts that threats rest on; values best first, those with / in no\n  order:\n"},
	} {
		r.Questions = c.list
		if text = write(t, r, Options{}); !strings.Contains(text, c.want) {
			t.Errorf("no %q in\n%s", c.want, text)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"", 10, ""},
		{"  one  two ", 20, "one two"},
		{"one two three", 7, "one two|three"},
		{"abcdefghij k", 4, "abcd|efgh|ij k"},
		{"日本語テキスト", 5, "日本|語テ|キス|ト"},
		{"日", 1, "日"},
	} {
		if got := strings.Join(wrap(c.text, c.width), "|"); got != c.want {
			t.Errorf("wrap(%q, %d) = %q, want %q", c.text, c.width, got, c.want)
		}
	}
	if got := clip("almost certain", 7); got != "almost…" {
		t.Errorf("clip: %q", got)
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("no room") }

func TestWriteError(t *testing.T) {
	if err := Write(broken{}, sample.Report(), Options{}); err == nil {
		t.Error("an error of the writer got lost")
	}
}
