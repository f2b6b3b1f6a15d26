package schema_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/xeipuuv/gojsonschema"

	"tmodel/catalogs"
	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/model"
	"tmodel/internal/schema"
	"tmodel/internal/source"
	"tmodel/internal/yamltree"
	"tmodel/schemas"
)

// The published schema and the program agree about a file, but for these differences:
//   - the program reads true and false as yes and no, with a warning;
//   - ids that are taken, references, circles, what can't stand, run or flow where it does, and unknown controls are the program's alone.
var (
	programOnly = map[diag.Code]bool{diag.DuplicateKey: true, diag.DuplicateID: true, diag.UnknownRef: true, diag.WrongRef: true,
		diag.Cycle: true, diag.ContainsCycle: true, diag.RunsOnCycle: true, diag.SelfFlow: true, diag.ActorToActor: true, diag.UnknownControl: true, diag.FlowSaysIt: true,
		diag.NoHost: true, diag.StageOnStore: true, diag.OpensNoKey: true, diag.NoSetting: true, diag.ControlPlace: true, diag.ControlTwice: true, diag.MergeConflict: true}
	tolerated = map[diag.Code]bool{diag.BoolWord: true}
)

// judges are both schemas, each compiled once.
type judges struct {
	published *gojsonschema.Schema
	derived   *schema.Schema
}

func newJudges(t *testing.T) judges {
	t.Helper()
	published, err := gojsonschema.NewSchema(gojsonschema.NewBytesLoader(schemas.System))
	if err != nil {
		t.Fatal(err)
	}
	derived, err := schema.New(schemas.SystemRun)
	if err != nil {
		t.Fatal(err)
	}
	return judges{published, derived}
}

// verdict is what the program says about a file.
type verdict struct {
	plain   any // as the published schema wants it; nil when the file can't be read
	list    []diag.Diagnostic
	faulty  bool // anything is an error
	shared  bool // an error that the published schema finds too
	excused bool
}

func (j judges) verdict(t *testing.T, text []byte) (v verdict) {
	t.Helper()
	bag := &diag.Bag{}
	root := yamltree.Parse(source.New("x", text), yamltree.DefaultLimits, bag)
	unclean := bag.Failed()
	if root != nil {
		v.plain = plain(root)
		ok, err := j.derived.Check(root, bag)
		if err != nil {
			t.Fatal(err)
		}
		if words := catalogs.Vocabulary(); ok {
			graph.Build(model.Decode(root), words, words.Controls, bag)
		}
	}
	v.list, v.faulty = bag.Sorted(), bag.Failed()
	for _, d := range v.list {
		v.shared = v.shared || !unclean && d.Severity == diag.Error && !programOnly[d.Code]
		v.excused = v.excused || tolerated[d.Code]
	}
	return v
}

// compare fails when only one of the two finds a fault.
func (j judges) compare(t *testing.T, name string, text []byte) {
	t.Helper()
	v := j.verdict(t, text)
	if v.plain == nil {
		return
	}
	result, err := j.published.Validate(gojsonschema.NewRawLoader(v.plain))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if valid := result.Valid(); !valid && !v.faulty && !v.excused || valid && v.shared {
		t.Errorf("%s: the published schema says valid: %t %v; the program says %v", name, valid, result.Errors(), v.list)
	}
}

// plain is a tree as an editor's YAML reader has it.
func plain(n *yamltree.Node) any {
	switch n.Kind {
	case yamltree.Map:
		m := map[string]any{}
		for _, p := range n.Pairs {
			m[p.Key.Value] = plain(p.Value)
		}
		return m
	case yamltree.List:
		l := []any{}
		for _, i := range n.Items {
			l = append(l, plain(i))
		}
		return l
	case yamltree.Null:
		return nil
	case yamltree.Bool:
		return n.Value[0] == 't' || n.Value[0] == 'T'
	case yamltree.Int, yamltree.Float:
		return json.Number(n.Value)
	}
	return n.Value
}

func TestSchemasAgreeOnFiles(t *testing.T) {
	j := newJudges(t)
	for _, dir := range []string{"examples", "testdata/ok", "testdata/err"} {
		files, err := filepath.Glob(filepath.Join("../..", dir, "*.yaml"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no files in %s: %v", dir, err)
		}
		for _, f := range files {
			text, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			j.compare(t, filepath.Base(f), text)
		}
	}
}

// TestSchemasAgreeOnMutants changes one thing at a time in a file that has every key.
func TestSchemasAgreeOnMutants(t *testing.T) {
	j := newJudges(t)
	text, err := os.ReadFile("../../testdata/ok/all-keys.yaml")
	if err != nil {
		t.Fatal(err)
	}
	top := j.verdict(t, text).plain.(map[string]any)
	delete(top, "x-anchors")
	count := 0
	mutate(top, "", func(what string) {
		text, err := json.MarshalIndent(top, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		count++
		j.compare(t, what, text)
	})
	if count < 400 {
		t.Errorf("only %d mutants", count)
	}
	t.Log(count, "mutants")
}

// wrong are values to put in the place of a word.
var wrong = []any{"zz zz", 5, nil, []any{"zz"}, "", true, map[string]any{}, 1.5, []any{}}

// mutate changes one value after the other below v in place, calls use, and changes it back. Words become two
// of the wrong values in turn.
func mutate(v any, path string, use func(what string)) {
	turn := 0
	swap := func(get any, set func(any), where string) {
		others := []any{"zz"}
		if _, word := get.(string); word {
			others = []any{wrong[turn%9], wrong[(turn+1)%9]}
			turn += 2 + len(where)%2
		}
		for _, other := range others {
			set(other)
			use(fmt.Sprintf("%s = %v", where, other))
		}
		set(get)
		mutate(get, where, use)
	}
	switch v := v.(type) {
	case map[string]any:
		for _, k := range slices.Sorted(maps.Keys(v)) {
			x := v[k]
			swap(x, func(n any) { v[k] = n }, path+"/"+k)
			delete(v, k)
			use("without " + path + "/" + k)
			v[k] = x
		}
		v["zz"] = "zz"
		use(path + "/zz")
		delete(v, "zz")
	case []any:
		for i := range v {
			swap(v[i], func(n any) { v[i] = n }, fmt.Sprintf("%s/%d", path, i))
		}
		if len(v) > 1 {
			last := v[len(v)-1]
			v[len(v)-1] = v[0]
			use(path + " with the first twice")
			v[len(v)-1] = last
		}
	}
}
