package load_test

import (
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tmodel/catalogs"
	"tmodel/internal/catalog"
	"tmodel/internal/catalog/load"
	"tmodel/internal/diag"
)

func extend(t *testing.T, files ...fstest.MapFS) (*load.Loaded, []diag.Diagnostic) {
	t.Helper()
	var folders []load.Folder
	for i, f := range files {
		folders = append(folders, load.Folder{Name: fmt.Sprintf("dir/c%d", i), Files: f})
	}
	bag := &diag.Bag{}
	l, err := load.Extend(catalogs.Shipped(), folders, bag)
	if err != nil {
		t.Fatal(err)
	}
	return l, bag.Sorted()
}

func goodRule(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("testdata/good.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

const control = `- id: %s
  name: A second person reads the answer
  since: 1.0.0
  reduces: likelihood
  effect: {implemented: 0.1, verified: 0.2}
  is: Somebody who did not ask sees the answer before it counts.
  why: Two people overlook less than one.
  stands_on: [system, zone, component, flow, asset, stage]
  proof: Seeded wrong answers that were caught last month.
  cost: low
`

func TestExtend(t *testing.T) {
	before := len(catalogs.Shipped().Rules)
	l, said := extend(t,
		fstest.MapFS{"controls/a.yml": {Data: fmt.Appendf(nil, control, "second-reader")}, "controls/.hidden.yaml": {Data: []byte("{")}, "controls/notes.md": {Data: []byte("{")}},
		fstest.MapFS{"stride-ai/a.yaml": {Data: []byte(strings.Replace(goodRule(t), "decision-logging", "second-reader", 1))},
			"controls/b.yaml": {Data: []byte(strings.Replace(fmt.Sprintf(control, "rate-limiting"), "  since", "  override: true\n  since", 1))}})
	if len(said) > 0 {
		t.Fatal(said)
	}
	c := l.Catalog
	if !slices.Contains(c.Vocab.Controls, "second-reader") || !slices.IsSorted(c.Vocab.Controls) || !slices.Equal(l.Replaced, []string{"rate-limiting"}) {
		t.Errorf("%v %v", c.Vocab.Controls, l.Replaced)
	}
	if k, _ := c.Control("rate-limiting"); k == nil || k.Implemented != 0.1 || len(c.Controls) != len(catalogs.Shipped().Controls)+1 {
		t.Errorf("%+v", k)
	}
	if c.Version != catalog.Version+"+c0.c1" || len(c.Rules) != before+1 || len(c.Prose) != before+1 || len(l.Records) != 3 {
		t.Errorf("%s %d %d", c.Version, len(c.Rules), len(l.Records))
	}
	// the shipped catalogue is as it was
	if k, _ := catalogs.Shipped().Control("rate-limiting"); len(catalogs.Shipped().Rules) != before || k.Implemented == 0.1 || slices.Contains(catalogs.Vocabulary().Controls, "second-reader") {
		t.Error("the base was changed")
	}
}

func TestOverrideOfARule(t *testing.T) {
	own := strings.Replace(strings.Replace(goodRule(t), "XX-01", "IE-02", 1), "  since", "  override: true\n  since", 1)
	l, said := extend(t, fstest.MapFS{"stride-ai/a.yaml": {Data: []byte(own)}})
	r, p := l.Catalog.Rule("IE-02")
	if len(said) > 0 || r == nil || p.Title != "Something goes wrong" || len(l.Catalog.Rules) != len(catalogs.Shipped().Rules) {
		t.Errorf("%v %+v", said, p)
	}
}

// TestParts: records stand in the part that their file is about; the file's first line says what that is, unless it is for an editor.
func TestParts(t *testing.T) {
	l, said := extend(t, fstest.MapFS{
		"controls/agents.yaml":    {Data: []byte("# Ours.\n" + fmt.Sprintf(control, "second-reader"))},
		"controls/desk.v2.yml":    {Data: []byte("# Safeguards of the desk.\n" + fmt.Sprintf(control, "third-reader"))},
		"controls/plain.yaml":     {Data: fmt.Appendf(nil, control, "fourth-reader")},
		"stride-ai/new-file.yaml": {Data: []byte("# yaml-language-server: $schema=rules.json\n" + goodRule(t))},
	})
	if len(said) > 0 {
		t.Fatal(said)
	}
	find := func(dir, id string) string {
		i := slices.IndexFunc(l.Catalog.Parts, func(p catalog.Part) bool { return p.Dir == dir && p.ID == id })
		if i < 0 {
			return "none"
		}
		return l.Catalog.Parts[i].Is
	}
	for _, c := range []struct{ dir, id, want string }{{"controls", "desk.v2", "Safeguards of the desk."}, {"controls", "plain", ""}, {"stride-ai", "new-file", ""}, {"stride-ai", "desk.v2", "none"}} {
		if got := find(c.dir, c.id); got != c.want {
			t.Errorf("%s/%s is %q", c.dir, c.id, got)
		}
	}
	if got := find("controls", "agents"); got == "Ours." || got == "none" || len(l.Catalog.Parts) != len(catalogs.Shipped().Parts)+3 {
		t.Errorf("the shipped part became %q", got)
	}
	for id, want := range map[string]string{"second-reader": "agents", "third-reader": "desk.v2", "fourth-reader": "plain"} {
		if _, p := l.Catalog.Control(id); p == nil || p.Part != want {
			t.Errorf("%s stands in %+v", id, p)
		}
	}
	if _, p := l.Catalog.Rule("XX-01"); p == nil || p.Part != "new-file" {
		t.Errorf("%+v", p)
	}
}

func TestFolders(t *testing.T) {
	many := fstest.MapFS{}
	for i := range 1001 {
		many[fmt.Sprintf("stride-ai/%d.yaml", i)] = &fstest.MapFile{}
	}
	for want, files := range map[string]fstest.MapFS{
		"the folder has neither stride-ai nor controls": {"rules.yaml": {}},
		"can't change this":                             {"risk/risk.yaml": {}, "controls/a.yaml": {Data: fmt.Appendf(nil, control, "second-reader")}},
		"more than 1000 files":                          many,
		"larger than 64 MB":                             {"controls/a.yaml": {Data: make([]byte, 65<<20)}},
		"it is no file":                                 {"stride-ai/a.yaml/b": {}},
		"this can't be read as a folder":                {"stride-ai": {}, "controls/a.yaml": {Data: fmt.Appendf(nil, control, "second-reader")}},
		"nothing but comments":                          {"stride-ai/a.yaml": {Data: []byte("# soon")}},
	} {
		_, said := extend(t, files)
		if len(said) != 1 || !strings.Contains(said[0].Message, want) || !strings.HasPrefix(said[0].Span.String(), "dir/c0") {
			t.Errorf("%s: %v", want, said)
		}
	}
}

// shut is a folder in which one file may not be opened.
type shut struct {
	fstest.MapFS
	name string
}

func (s shut) Open(name string) (fs.File, error) {
	if name == s.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return s.MapFS.Open(name)
}

func (s shut) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == s.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return s.MapFS.ReadDir(name)
}

// TestAFileThatMayNotBeRead: that is no mistake in the catalogue, and the rest is read.
func TestAFileThatMayNotBeRead(t *testing.T) {
	for name, want := range map[string]string{"stride-ai/a.yaml": "this can't be read: permission denied", "stride-ai": "this can't be read as a folder: permission denied"} {
		files := shut{fstest.MapFS{"stride-ai/a.yaml": {Data: []byte(goodRule(t))}, "controls/a.yaml": {Data: []byte("- id: x\n")}}, name}
		bag := &diag.Bag{}
		l, err := load.Extend(catalogs.Shipped(), []load.Folder{{Name: "mine", Files: files}}, bag)
		if err != nil || !l.Unread {
			t.Fatal(err)
		}
		said := bag.Sorted()
		last := said[len(said)-1]
		if last.Message != want || last.Hint != "let whoever runs tmodel read it" || last.Span.File.Name != "mine/"+name || len(said) < 2 {
			t.Errorf("%v", said)
		}
	}
}

// TestFilesThatAreNotRead: a file of records in another place, or of another name, is no silent loss.
func TestFilesThatAreNotRead(t *testing.T) {
	rule, second := []byte(goodRule(t)), fmt.Appendf(nil, control, "second-reader")
	for _, c := range []struct {
		files fstest.MapFS
		want  string // place: message (hint)
	}{
		{fstest.MapFS{"stride-ai/team/a.yaml": {Data: rule}}, "dir/c0/stride-ai/team/a.yaml: this file is not read (move it to stride-ai/;"},
		{fstest.MapFS{"stride-ai/a.YAML": {Data: rule}}, "dir/c0/stride-ai/a.YAML: this file is not read (name it a.yaml:"},
		{fstest.MapFS{"rules/a.yaml": {Data: rule}, "controls/a.yaml": {Data: second}}, "dir/c0/rules/a.yaml: this file is not read (it has records; move it to stride-ai/)"},
		{fstest.MapFS{"stride-ai/a.yaml": {Data: rule}, "a.yml": {Data: second}}, "dir/c0/a.yml: this file is not read (it has records; move it to controls/)"},
		{fstest.MapFS{"stride-ai/a.yaml": {Data: rule}, "atlas/ATLAS.yaml": {}}, "dir/c0/atlas/ATLAS.yaml: this file is not read (of atlas/ only"},
		{fstest.MapFS{"stride-ai/notes.md": {}}, "dir/c0: the folder has no rule, control, framework or content of ATLAS (rules stand in"},
		{fstest.MapFS{"stride-ai": {}}, "dir/c0/stride-ai: this can't be read as a folder"},
		{fstest.MapFS{"stride-ai/a.yaml": {Data: rule}, "stride-ai/.team/a.yaml": {}, "stride-ai/.b.yaml": {}, "mkdocs.yml": {Data: []byte("a: b")}, "systems/a.yaml": {}, "README.md": {}}, ""},
	} {
		_, said := extend(t, c.files)
		got := ""
		for _, d := range said {
			got += strings.Split(d.Span.String(), ":")[0] + ": " + d.Message + " (" + d.Hint + ")"
		}
		if len(said) > 1 || !strings.HasPrefix(got, c.want) || c.want == "" && got != "" {
			t.Errorf("got %s\nwant %s", got, c.want)
		}
	}
}

// TestOneMistakeInAControl: rules that name a control are not to blame that it could not be read.
func TestOneMistakeInAControl(t *testing.T) {
	rule := strings.Replace(goodRule(t), "decision-logging", "second-reader", 1)
	whole := fmt.Sprintf(control, "second-reader")
	for from, to := range map[string]string{
		"cost: low": "cost: lo", "  cost: low\n": "", "cost:": "cots:", "implemented: 0.1": "implemented: 2", "  why: ": "  why ",
		"- id: second-reader": "- id: [", "  since": "  override: true\n  since",
	} {
		files := fstest.MapFS{"stride-ai/a.yaml": {Data: []byte(rule)}, "controls/a.yaml": {Data: []byte(strings.Replace(whole, from, to, 1))}}
		if _, said := extend(t, files); len(said) != 1 && from != "- id: second-reader" || said[0].Span.File.Name != "dir/c0/controls/a.yaml" {
			t.Errorf("%s: %v", to, said)
		}
	}
}

// The text of an example is what stands in the file, in whatever style it is written.
func TestExampleTexts(t *testing.T) {
	block := "\n        tmodel: 1\n        system: {id: a}\n\n        assets: []\n"
	for written, want := range map[string]string{
		"{tmodel: 1, system: {id: a}}":                                  "{tmodel: 1, system: {id: a}}\n",
		"{tmodel: 1, system: {id: a, name: \"}{\"},\n       zones: []}": "{tmodel: 1, system: {id: a, name: \"}{\"},\n       zones: []}\n",
		"&one {tmodel: 1, system: {id: a}}":                             "{tmodel: 1, system: {id: a}}\n",
		block:                                                           "tmodel: 1\nsystem: {id: a}\n\nassets: []\n",
		"&one" + block:                                                  "tmodel: 1\nsystem: {id: a}\n\nassets: []\n",
	} {
		text := goodRule(t)
		i := strings.Index(text, "  examples:")
		second := "{tmodel: 1, system: {id: a}}"
		if strings.HasPrefix(written, "&one") {
			second = "*one"
		}
		text = text[:i] + "  examples:\n    - name: x\n      system: " + written + "\n      expect: []\n    - name: y\n      system: " + second + "\n      expect: []\n"
		l, said := extend(t, fstest.MapFS{"stride-ai/a.yaml": {Data: []byte(text)}})
		_, p := l.Catalog.Rule("XX-01")
		if len(said) > 0 || p == nil {
			t.Errorf("%q: %v", written, said)
			continue
		}
		if got := p.Examples[0].System; got != want {
			t.Errorf("%q: %q, want %q", written, got, want)
		}
		if got := p.Examples[1].System; second == "*one" && got != want {
			t.Errorf("alias of %q: %q", written, got)
		}
	}
}
