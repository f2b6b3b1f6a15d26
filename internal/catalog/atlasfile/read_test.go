package atlasfile_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"tmodel/catalogs"
	"tmodel/internal/catalog"
	"tmodel/internal/catalog/atlasfile"
	"tmodel/internal/catalog/load"
	"tmodel/internal/diag"
	"tmodel/internal/golden"
	"tmodel/internal/source"
)

func file(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// read reads a file that must be right.
func read(t *testing.T, name string) *atlasfile.File {
	t.Helper()
	bag := &diag.Bag{}
	f := atlasfile.Read(source.New(name, file(t, name)), bag)
	if f == nil || len(bag.Sorted()) > 0 {
		t.Fatalf("%s: %v", name, bag.Sorted())
	}
	return f
}

// Both formats give their facts, a record a line; what stands beside them says where they are from.
func TestRead(t *testing.T) {
	for _, name := range []string{"five", "six"} {
		f := read(t, "testdata/"+name+".yaml")
		golden.Check(t, "testdata/"+name+".content", string(f.Text()))
		golden.Check(t, "testdata/"+name+".notice", string(f.Notice()))
	}
}

// The formats state the same facts in other ways: the fixtures have the same records.
func TestFormatsAgree(t *testing.T) {
	five, six := read(t, "testdata/five.yaml").Atlas, read(t, "testdata/six.yaml").Atlas
	for i := range six.Techniques {
		if id := six.Techniques[i].ID; !cmp.Equal(five.TacticsOf(id), six.TacticsOf(id)) {
			t.Errorf("%s: %v and %v", id, five.TacticsOf(id), six.TacticsOf(id))
		}
	}
	for i := range six.Techniques {
		six.Techniques[i].Platforms = nil                                // which format 5 does not tell
		five.Techniques[i].Tactics, six.Techniques[i].Tactics = nil, nil // a sub-technique has its own only in format 6
	}
	for _, d := range []string{cmp.Diff(five.Tactics, six.Tactics), cmp.Diff(five.Techniques, six.Techniques), cmp.Diff(five.Mitigations, six.Mitigations)} {
		if d != "" {
			t.Errorf("-five +six:\n%s", d)
		}
	}
}

// What is written can be loaded, and says the same.
func TestWrittenAndLoaded(t *testing.T) {
	for _, name := range []string{"five", "six"} {
		f := read(t, "testdata/"+name+".yaml")
		f.Atlas.Tactics[0].Name = `yes: "it" is # {odd}, [very] \ odd é`
		f.Atlas.Techniques[0].Name = "No"
		f.Atlas.Mitigations[0].Name = "- 1.0"
		bag := &diag.Bag{}
		l, err := load.Extend(&catalog.Catalog{Vocab: catalogs.Vocabulary()}, []load.Folder{{Name: "x", Files: fstest.MapFS{load.AtlasContent: {Data: f.Text()}}}}, bag)
		if err != nil || len(bag.Sorted()) > 0 {
			t.Fatal(err, bag.Sorted())
		}
		if d := cmp.Diff(f.Atlas, l.Catalog.Atlas); d != "" {
			t.Errorf("%s: -written +loaded:\n%s", name, d)
		}
	}
}

// The shipped facts are as this package writes them, so that nobody has edited them by hand, and the notice is theirs.
func TestShippedFactsAreWrittenByThis(t *testing.T) {
	f := atlasfile.File{Atlas: catalogs.Shipped().Atlas}
	if !bytes.Equal(f.Text(), file(t, "../../../catalogs/"+load.AtlasContent)) {
		t.Error("catalogs/atlas/content.yaml is not as tmodel atlas import writes it")
	}
	if !bytes.Equal(f.Notice(), file(t, "../../../catalogs/atlas/NOTICE")) {
		t.Error("catalogs/atlas/NOTICE is not that of the content")
	}
	if !strings.Contains(catalogs.Licence, "Apache License") {
		t.Error("the licence is missing")
	}
}

// A file that was cut anywhere is refused. In format 5 the case studies, which are not read, come last.
func TestCutFiles(t *testing.T) {
	for name, last := range map[string]string{"five": "\n  name: The window of 2030", "six": ""} {
		data := file(t, "testdata/"+name+".yaml")
		refused := func(n int) {
			bag := &diag.Bag{}
			if atlasfile.Read(source.New(name, data[:n]), bag) != nil || !bag.Failed() {
				t.Errorf("%s is read when it is cut after byte %d:\n%s", name, n, tail(data[:n]))
			}
		}
		end := len(data) - 1
		if last != "" {
			end = bytes.Index(data, []byte(last))
		}
		for n := range end {
			if n%7 == 0 || data[n] == '\n' {
				refused(n)
			}
			if data[n] == '\n' && n+1 < end {
				refused(n + 1)
			}
		}
	}
}

func tail(data []byte) string { return string(data[max(0, len(data)-200):]) }

// Each file of testdata/err is refused for one reason, which has a place.
func TestRefused(t *testing.T) {
	files, err := filepath.Glob("testdata/err/*.yaml")
	if err != nil || len(files) < 15 {
		t.Fatal(len(files), err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".yaml"), func(t *testing.T) {
			golden.Check(t, strings.TrimSuffix(name, ".yaml")+".txt", said(t, filepath.Base(name), file(t, name)))
		})
	}
}
