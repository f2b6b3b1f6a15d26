package load_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"tmodel/internal/catalog"
	"tmodel/internal/catalog/load"
	"tmodel/internal/diag"
)

// shipped is the catalogue's folder with some files changed; an empty text takes a file out.
func shipped(t testing.TB, change map[string]string) fs.FS {
	t.Helper()
	out, dir := fstest.MapFS{}, os.DirFS("../../../catalogs")
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
			out[name] = &fstest.MapFile{Data: data}
		}
	}
	for name, text := range change {
		delete(out, name)
		if text != "" {
			out[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	return out
}

// rulesOnly is the catalogue with one file of rules.
func rulesOnly(t testing.TB, text string) fs.FS {
	t.Helper()
	all := shipped(t, nil).(fstest.MapFS)
	for name := range all {
		if strings.HasPrefix(name, "stride-ai/") {
			delete(all, name)
		}
	}
	all["stride-ai/test.yaml"] = &fstest.MapFile{Data: []byte(text)}
	return all
}

var expected = regexp.MustCompile(`# ERROR (\d+): (.*)`)

// Each file of testdata is a list of rules; a comment says which error its line has, and at which column.
func TestMistakesInRules(t *testing.T) {
	files, err := filepath.Glob("testdata/*.yaml")
	if err != nil || len(files) < 20 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".yaml"), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			bag := &diag.Bag{}
			if _, err := load.Catalog(rulesOnly(t, string(text)), catalog.Version, bag); err != nil {
				t.Fatal(err)
			}
			found := bag.Sorted()
			for i, line := range strings.Split(string(text), "\n") {
				m := expected.FindStringSubmatch(line)
				if m == nil {
					continue
				}
				col, _ := strconv.Atoi(m[1])
				if len(found) == 0 || int(found[0].Span.Line) != i+1 || int(found[0].Span.Col) != col || !strings.Contains(found[0].Message, m[2]) {
					t.Fatalf("line %d: want %q, got %v", i+1, m[0], found)
				}
				found = found[1:]
			}
			if len(found) > 0 {
				t.Errorf("and also: %v", found)
			}
		})
	}
}

func TestMistakesElsewhere(t *testing.T) {
	read := func(name string) string {
		data, err := os.ReadFile("../../../catalogs/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	for _, c := range []struct{ file, from, to, want string }{
		{"risk/risk.yaml", "  2: [low, low, medium, medium, high]", "  2: [low, low, medium, medium]", `the row "2" must have 5 values`},
		{"risk/risk.yaml", "  2: [low, low, medium, medium, high]", "  2: [medium, low, medium, medium, high]", `the matrix must not fall`},
		{"risk/risk.yaml", "  2: [low, low, medium, medium, high]", "  2: [low, low, medium, medium, hi]", `a level is low, medium, high or critical`},
		{"risk/risk.yaml", "partner: 0,", "partner: zero,", `a whole number is expected here`},
		{"risk/risk.yaml", "partner: 0,", "", `there is no number for "partner"`},
		{"risk/risk.yaml", "treated_below: medium", "treated_above: medium", `treated_below is missing`},
		{"risk/risk.yaml", "trust_adjustment:", "adjustment:", `there is no number for "administrator"`},
		{"controls/models.yaml", "effect: {implemented: 0.3, verified: 0.45}", "effect: {implemented: 0.5, verified: 0.45}", `a control that was verified must do more`},
		{"controls/models.yaml", "effect: {implemented: 0.3, verified: 0.45}", "effect: {implemented: 0.3, verified: 1.45}", `an effect is a share between 0 and 1`},
	} {
		text := read(c.file)
		if !strings.Contains(text, c.from) {
			t.Fatalf("%s has no %q", c.file, c.from)
		}
		bag := &diag.Bag{}
		if _, err := load.Catalog(shipped(t, map[string]string{c.file: strings.Replace(text, c.from, c.to, 1)}), catalog.Version, bag); err != nil {
			t.Fatal(err)
		}
		found := bag.Sorted()
		if len(found) == 0 || !strings.Contains(found[0].Message, c.want) || !found[0].Span.Valid() || found[0].Span.File.Name != c.file {
			t.Errorf("%q in %s: %v", c.to, c.file, found)
		}
	}
}

func TestAFileThatIsNotThere(t *testing.T) {
	bag := &diag.Bag{}
	if _, err := load.Catalog(shipped(t, map[string]string{"risk/risk.yaml": ""}), catalog.Version, bag); err == nil || !strings.Contains(err.Error(), "risk.yaml") {
		t.Error(err)
	}
}

func TestTheShippedCatalogueLoads(t *testing.T) {
	bag := &diag.Bag{}
	c, err := load.Catalog(os.DirFS("../../../catalogs"), catalog.Version, bag)
	if err != nil || bag.Failed() {
		t.Fatal(err, bag.Sorted())
	}
	if len(c.Rules) < 10 || len(c.Rules) != len(c.Prose) || len(c.Controls) != len(c.ControlProse) || len(c.Codes) == 0 {
		t.Errorf("%d rules, %d controls", len(c.Rules), len(c.Controls))
	}
}
