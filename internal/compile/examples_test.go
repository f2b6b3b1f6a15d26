package compile_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tmodel/catalogs"
	"tmodel/internal/compile"
	"tmodel/internal/diag"
	"tmodel/internal/source"
)

// ofCatalogs are the codes that are never said of systems; their examples are records of a catalogue, or words.
var ofCatalogs = map[string]bool{diag.BadRule.String(): true, diag.OddRecord.String(): true}

// TestExamplesOfCodes holds that each example in the explanations is told apart by its code: nothing else is said.
func TestExamplesOfCodes(t *testing.T) {
	for _, c := range catalogs.Shipped().Codes {
		if ofCatalogs[c.Code] {
			continue
		}
		t.Run(c.Code, func(t *testing.T) {
			_, bag, err := compile.Resolve(source.New(c.Code+".yaml", whole(c.Code, c.Example)), compile.Options{Catalog: catalogs.Shipped()})
			if err != nil {
				t.Fatal(err)
			}
			list := bag.Sorted()
			if c.Code == diag.TooManyErrors.String() {
				list = list[len(list)-1:]
			}
			if len(list) == 0 {
				t.Fatal("nothing is said")
			}
			for _, d := range list {
				if d.Code.String() != c.Code {
					t.Errorf("something else is said too:\n%s", written(t, list))
					break
				}
			}
		})
	}
}

// whole is the smallest file with an example in it. What names no section is a whole file.
func whole(code, example string) []byte {
	switch code {
	case diag.Unreadable.String():
		return latin1("tmodel: 1\n" + example)
	case diag.TooManyErrors.String():
		example = strings.Replace(example, "and so on", strings.Repeat("x, ", diag.Limit), 1)
	}
	if !section(example, "system", "actors", "zones", "assets", "components", "data_flows", "pipeline", "controls", "risk", "x-deep") {
		return []byte(example)
	}
	if !section(example, "system") {
		example = "system: {id: shop}\n" + example
	}
	if !section(example, "tmodel") {
		example = "tmodel: 1\n" + example
	}
	return []byte(example)
}

// section says whether a line begins with one of some keys.
func section(text string, keys ...string) bool {
	for _, key := range keys {
		if strings.Contains("\n"+text, "\n"+key+":") {
			return true
		}
	}
	return false
}

// latin1 is a text as old editors save it.
func latin1(text string) []byte {
	var out bytes.Buffer
	for _, r := range text {
		out.WriteByte(byte(r))
	}
	return out.Bytes()
}

// TestExampleOfACatalogue holds the same of the code that is said of records.
func TestExampleOfACatalogue(t *testing.T) {
	for _, c := range catalogs.Shipped().Codes {
		if c.Code != diag.BadRule.String() {
			continue
		}
		list := loadInto(t, "controls/", source.New("example.yaml", []byte(c.Example)))
		for _, d := range list {
			if d.Code != diag.BadRule {
				t.Errorf("something else is said too:\n%s", written(t, list))
			}
		}
		if len(list) == 0 {
			t.Error("nothing is said")
		}
	}
}

// TestTwelveMistakesMended holds that what the diagnostics of mixed-twelve.yaml say leads to a file without any.
func TestTwelveMistakesMended(t *testing.T) {
	const mended = "../../testdata/ok/mixed-twelve-fixed.yaml"
	if list := diagnose(t, mended); len(list) > 0 {
		t.Errorf("of the mended file is said\n%s", written(t, list))
	}
	wrong, right := lines(t, filepath.Join(errDir, "mixed-twelve.yaml")), lines(t, mended)
	changed := 0
	for i := range min(len(wrong), len(right)) {
		if wrong[i] != right[i] {
			changed++
		}
	}
	if len(wrong) != len(right) || changed < 12 {
		t.Errorf("%d lines became %d, of which %d differ; every mistake is mended on its line", len(wrong), len(right), changed)
	}
}

func lines(t *testing.T, path string) []string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(string(data), "\n")
}

// TestMixedFiles holds that the files of real users, a dozen or more, have three mistakes or more each.
func TestMixedFiles(t *testing.T) {
	files := 0
	for _, name := range yamlFiles(t, errDir) {
		if !strings.HasPrefix(name, "mixed-") {
			continue
		}
		files++
		codes := map[diag.Code]bool{}
		for _, d := range diagnose(t, filepath.Join(errDir, name)) {
			codes[d.Code] = true
		}
		if len(codes) < 3 {
			t.Errorf("%s: %d different mistakes", name, len(codes))
		}
	}
	if files < 12 {
		t.Errorf("only %d files", files)
	}
}
