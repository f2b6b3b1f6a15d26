package markdown

import (
	"bytes"
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tmodel/internal/golden"
	"tmodel/internal/register"
	"tmodel/internal/report"
	"tmodel/internal/report/sample"
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
	golden.Check(t, "testdata/sample.md", write(t, sample.Report(), Options{Diagram: "diagram.svg"}))
	golden.Check(t, "testdata/sample-single.md", write(t, sample.Report(), Options{Single: true}))
	golden.Check(t, "testdata/empty.md", write(t, sample.Empty(), Options{}))
}

// TestSeveral has anchors that differ from system to system.
func TestSeveral(t *testing.T) {
	other := sample.Report()
	other.Graph.System.ID.Value = "other"
	var b bytes.Buffer
	if err := WriteAll(&b, []*report.Report{sample.Report(), other}, Options{}); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, m := range regexp.MustCompile(`<a id="([^"]+)">`).FindAllStringSubmatch(b.String(), -1) {
		if seen[m[1]] {
			t.Errorf("anchor %s stands twice", m[1])
		}
		seen[m[1]] = true
	}
	if !seen["sorter_tt-01_reader"] || !seen["other_tt-01_reader"] || !seen["other_questions"] {
		t.Errorf("anchors: %v", seen)
	}
	links(t, b.String())
}

// links holds every link inside the page to an anchor that is there.
func links(t *testing.T, text string) {
	t.Helper()
	for _, m := range regexp.MustCompile(`\]\(#([^)]*)\)`).FindAllStringSubmatch(text, -1) {
		if !strings.Contains(text, `<a id="`+m[1]+`"></a>`) {
			t.Errorf("nothing is at #%s", m[1])
		}
	}
}

// many is the sample with n threats more of one rule.
func many(n int) *report.Report {
	r := sample.Report()
	one := r.Register.Threats[0]
	r.Register.Threats = nil
	for i := range n {
		one.Rank = i + 1
		one.Elements = []string{"reader-" + strings.Repeat("x", i)}
		r.Register.Threats = append(r.Register.Threats, one)
	}
	r.Register.Concerns = append(r.Register.Concerns, r.Register.Threats...)
	return r
}

// TestMany tells an attack once for each rule, and the details of the first threats only.
func TestMany(t *testing.T) {
	r := many(most + 5)
	for _, c := range []struct {
		single bool
		want   []string
		told   int
	}{
		{true, []string{"\n5 threats more are in register.json", "\n6 concerns more are in", "as for [1](#tt-01_reader-)."}, most},
		{false, []string{"\n95 threats more are in register.json", "\n95 concerns more are in", ", and 93 more |", "\n#### 10. Also on `reader-xxxxxxxxx`\n"}, alike},
	} {
		text := write(t, r, Options{Single: c.single})
		for _, want := range c.want {
			if !strings.Contains(text, want) {
				t.Errorf("single %t: %q is missing", c.single, want)
			}
		}
		if n := strings.Count(text, "1. Print a label"); n != 1 {
			t.Errorf("the attack is told %d times", n)
		}
		if n := strings.Count(text[:strings.Index(text, "## Concerns")], "**Why it is here:**"); n != c.told {
			t.Errorf("single %t: %d threats have a section, want %d", c.single, n, c.told)
		}
		links(t, text)
	}
	if text := write(t, many(most+1), Options{Single: true}); !strings.Contains(text, "\n1 threat more is in") {
		t.Error("one is counted as many")
	}
}

var (
	anchors   = regexp.MustCompile(`^<a id="[a-z0-9_-]+"></a>$`)
	listItem  = regexp.MustCompile(`^(- |\d+\. |#+ )`)
	anySyntax = regexp.MustCompile("[`*_\\[\\]<>~!$#|]|&[^#a-z]|://|www\\.")
	escaped   = regexp.MustCompile(`\\.|&(#\d+|[a-z]+);`)
)

// shape reduces a page to what gives it structure: the kind of each line, and the marks in it that are not escaped.
func shape(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		kind := listItem.FindString(line)
		if anchors.MatchString(line) {
			kind = "anchor"
		}
		if opening.MatchString(line) && kind == "" {
			kind = "opening"
		}
		bare := escaped.ReplaceAllString(line, "")
		out = append(out, kind+strings.Join(anySyntax.FindAllString(bare, -1), ""))
	}
	return out
}

// TestHostileNames: whatever things are called, the page has the structure that it has with plain names.
func TestHostileNames(t *testing.T) {
	plain := shape(strings.ReplaceAll(write(t, sample.Nasty("plain"), Options{}), "`sorter plain.yaml", "`X"))
	for _, word := range sample.Hostile {
		r := sample.Nasty(word)
		text := write(t, r, Options{})
		// A name that is no code span has no marks at all, so take those of the plain name away too.
		got := shape(text)
		if code(r.File) != "`"+r.File+"`" {
			plainFile := strings.ReplaceAll(write(t, sample.Nasty("plain"), Options{}), "`sorter plain.yaml`", "sorter plain.yaml")
			plainFile = regexp.MustCompile("`(sorter plain.yaml[:0-9]*)`").ReplaceAllString(plainFile, "$1")
			if diff := cmp.Diff(shape(plainFile), got); diff != "" {
				t.Errorf("%q changes the page:\n%s", word, diff)
			}
			continue
		}
		text = strings.ReplaceAll(text, "`"+r.File, "`X")
		if diff := cmp.Diff(plain, shape(text)); diff != "" {
			t.Errorf("%q changes the page:\n%s", word, diff)
		}
	}
}

func TestEscape(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""}, {"plain text", "plain text"}, {"- item", `\- item`}, {"12. item", `12\. item`}, {"12) item", `12\) item`}, {"1+1", `1+1`}, {"+1", `\+1`}, {"=== ", `\===`}, {".x", `.x`},
		{"a\n# b", `a \# b`}, {"http://x", `http:\//x`}, {"\x1b[1m", `\\u001b&#91;1m`}, {"  a  b ", "a b"},
	} {
		if got := esc(c.in); got != c.want {
			t.Errorf("esc(%q) = %q, want %q", c.in, got, c.want)
		}
	}
	for _, c := range []struct{ in, want string }{
		{"", ""}, {"id-1", "`id-1`"}, {"a`b", "a\\`b"}, {"a|b", `a\|b`}, {" a", "a"}, {"a\nb", "a b"},
	} {
		if got := code(c.in); got != c.want {
			t.Errorf("code(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

// TestUnknownNames: a control or a framework that the catalogue does not have is written as it is called.
func TestUnknownNames(t *testing.T) {
	r := sample.Report()
	r.Register.Threats[0].Treatments = []register.Treatment{{Control: "home-made", State: "undeclared"}}
	if text := write(t, r, Options{}); !strings.Contains(text, "| `home-made` |  | not declared |") {
		t.Error("the control is not named")
	}
}

func TestTerms(t *testing.T) {
	x := register.Threat{Terms: register.Terms{Base: 5, Who: "anonymous", Adjustment: 1}, Inherent: register.Rating{Likelihood: 5, Impact: 3}}
	x.Residual = x.Inherent
	if got := terms(&x); !strings.HasPrefix(got, "likelihood 5 = 5 +1 (anonymous), held to 1 to 5; impact 3 (no asset named, medium assumed;") {
		t.Error(got)
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("no room") }

func TestWriteError(t *testing.T) {
	if Write(broken{}, sample.Report(), Options{}) == nil || WriteAll(broken{}, []*report.Report{sample.Report()}, Options{}) == nil {
		t.Error("an error of the writer got lost")
	}
}
