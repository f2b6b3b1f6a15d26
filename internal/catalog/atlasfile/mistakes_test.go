package atlasfile_test

import (
	"path/filepath"
	"strings"
	"testing"

	"tmodel/internal/catalog/atlasfile"
	"tmodel/internal/diag"
	"tmodel/internal/emit/diagtext"
	"tmodel/internal/source"
)

// said is what is said about a file that is wrong.
func said(t testing.TB, name string, data []byte) string {
	t.Helper()
	bag := &diag.Bag{}
	if atlasfile.Read(source.New(name, data), bag) != nil || !bag.Failed() {
		t.Errorf("%s is read: %v", name, bag.Sorted())
	}
	var out strings.Builder
	if err := diagtext.Write(&out, bag.Sorted(), false); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// One change to a right file, and what is said of it: line and column, and words.
func TestMistakes(t *testing.T) {
	for _, c := range []struct{ file, from, to, want string }{
		{"six", "format-version: 6.1.0", "format-version: 7.0.0", `1:17: error: the file has format "7.0.0"; formats 5 and 6 are read`},
		{"six", "format-version: 6.1.0", "format-version: 6", `1:17: error: the file has format "6"; formats`},
		{"six", "version: '2031.02'", "version: 'new'", `8:12: error: "new" is no version; one looks like 2026.05`},
		{"six", "  version: '2031.02'\n", "", `the file does not say its version`},
		{"six", "id: ATLAS-collection", "id: ATTACK-collection", `3:3: error: this is no collection of ATLAS`},
		{"six", "    name: Hide\n", "", `76:5: error: the record has no name`},
		{"six", "name: Hide\n", "name: []\n", `a short text is expected for name`},
		{"six", "name: Hide\n", "name: " + strings.Repeat("h", 121) + "\n", `a short text is expected for name`},
		{"six", "name: Hide\n", "name: \"Hide\\nand seek\"\n", `a short text is expected for name`},
		{"six", "  AML.T0001:\n    name", "  AML.T1:\n    name", `75:3: error: "AML.T1" is no id of a technique`},
		{"six", "      id: T1596.001\n", "      id: nobody\n", `57:11: error: "nobody" is no id of a record of ATT&CK`},
		{"six", "    platforms:\n    - House\n    - Shed\n", "    platforms: House\n", `platforms is a list, found text`},
		{"six", "      target: AML.T0001\n", "      target: AML.T0009\n", `there is no technique "AML.T0009"`},
		{"six", "      target: AML.T0001\n", "      target: AML.M0000\n", `there is no technique "AML.M0000"`},
		{"six", "      target: AML.T0001\n", "", `the link has no target`},
		{"six", "      position: 1\n", "      position: first\n", `a position in the matrix is a number from 1`},
		{"six", "      position: 1\n", "", `a position in the matrix is a number from 1`},
		{"six", "  AML.M0001:\n    mitigates", "  AML.M0002:\n    mitigates", `no record has the id "AML.M0002"`},
		{"six", "    specializes:\n    - source", "    specializes:\n      source", `specializes is a list, found a mapping`},
		{"six", "\n  AML.M0001:\n    name: A Dog", "\n  AML.M0000:\n    name: A Dog", `the key "AML.M0000" stands twice`},
		{"six", "relationships:", "relations:", `the file has no relationships: it is cut off, or not whole`},
		{"five", "version: 5.9.0", "version: 4.9.1", `3:10: error: the file has format "4.9.1"; formats 5 and 6 are read`},
		{"five", "version: 5.9.0", "version: 5.9", `3:10: error: "5.9" is no version; one looks like 5.6.0`},
		{"five", "version: 5.9.0\n", "", `1:1: error: the file does not say its version`},
		{"five", "- id: ATLAS\n", "- id: ICS\n", `none of the matrices is that of ATLAS`},
		{"five", "- AML.TA0000\n", "- AML.TA0009\n", `there is no tactic "AML.TA0009"`},
		{"five", "    tactics:\n    - AML.TA0001\n    created", "    created", `AML.T0000 has no tactic`},
		{"five", "subtechnique-of: AML.T0000\n", "subtechnique-of: AML.T0007\n", `there is no technique "AML.T0007"`},
		{"five", "  - id: AML.M0001\n", "  - id: AML.M0000\n", `the id "AML.M0000" is taken`},
		{"five", "  - id: AML.M0001\n    name", "  - name", `the mitigation has no id`},
		{"five", "    - id: AML.T0000.000\n      use", "    - use", `the link names no technique`},
		{"five", "    techniques:\n    - id: AML.T0000\n", "    techniques:\n    - AML.T0000\n    - id: AML.T0000\n", `the link names no technique`},
		{"five", "    tactics:\n    - AML.TA0001\n    - AML.TA0000\n", "    tactics: AML.TA0001\n", `a list of ids is expected, found text`},
		{"five", "case-studies:", "cases:", `the file has no case-studies: it is cut off, or not whole`},
	} {
		text := string(file(t, "testdata/"+c.file+".yaml"))
		if !strings.Contains(text, c.from) {
			t.Errorf("%s has no %q", c.file, c.from)
			continue
		}
		if got := said(t, "x", []byte(strings.Replace(text, c.from, c.to, 1))); !strings.Contains(got, c.want) {
			t.Errorf("%q for %q: want %s, got\n%s", c.to, c.from, c.want, got)
		}
	}
}

// One mistake in a record is said once, not at each place that refers to the record.
func TestOneMistakeIsSaidOnce(t *testing.T) {
	text := strings.Replace(string(file(t, "testdata/six.yaml")), "    name: Open a Window\n", "", 1)
	if got := said(t, "x", []byte(text)); strings.Count(got, ": error: ") != 1 {
		t.Errorf("got\n%s", got)
	}
}

// FuzzRead holds that no file makes reading panic, that what is refused has a reason with a place inside the file, and
// that what is read has names for all that it refers to.
func FuzzRead(f *testing.F) {
	for _, pattern := range []string{"testdata/*.yaml", "testdata/err/*.yaml"} {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			f.Fatal(pattern, err)
		}
		for _, name := range names {
			f.Add(file(f, name))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		bag := &diag.Bag{}
		in := atlasfile.Read(source.New("x", data), bag)
		if (in == nil) != bag.Failed() {
			t.Fatalf("read: %t, said: %v", in != nil, bag.Sorted())
		}
		for _, d := range bag.Sorted() {
			if s := d.Span; !s.Valid() || int(s.Line) > s.File.Lines() || s.Col < 1 || int(s.Col) > s.File.Width(int(s.Line))+1 {
				t.Fatalf("%s: no place in the file: %v", d.Message, s)
			}
		}
		if in == nil {
			return
		}
		for i := range in.Atlas.Techniques {
			for _, id := range in.Atlas.TacticsOf(in.Atlas.Techniques[i].ID) {
				if in.Atlas.Tactic(id) == nil {
					t.Fatalf("%s is no tactic", id)
				}
			}
		}
	})
}
