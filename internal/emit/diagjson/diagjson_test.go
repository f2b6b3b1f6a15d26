package diagjson_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xeipuuv/gojsonschema"

	"tmodel/catalogs"
	"tmodel/internal/compile"
	"tmodel/internal/diag"
	"tmodel/internal/emit/diagjson"
	"tmodel/internal/golden"
	"tmodel/internal/source"
	"tmodel/schemas"
)

func write(t *testing.T, files ...diagjson.File) string {
	t.Helper()
	var b bytes.Buffer
	if err := diagjson.Write(&b, files); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func sample() []diagjson.File {
	f := source.New("a <b>.yaml", []byte("one: two\n"))
	at := source.Span{File: f, Line: 1, Col: 6, EndLine: 1, EndCol: 9}
	return []diagjson.File{
		{Name: f.Name, Diagnostics: []diag.Diagnostic{
			{Code: diag.UnknownKey, Span: at, Message: "no key \"one\" & more", Hint: "take another", Notes: []diag.Note{{Span: at, Message: "first here"}}},
			{Code: diag.BoolWord, Severity: diag.Warning, Message: "nowhere"}}},
		{Name: "<stdin>", Valid: true},
	}
}

func TestGolden(t *testing.T) {
	golden.Check(t, "testdata/sample.json", write(t, sample()...))
	golden.Check(t, "testdata/none.json", write(t))
}

// TestSchema holds what is said about every wrong file of the tests to the published schema.
func TestSchema(t *testing.T) {
	schema, err := gojsonschema.NewSchema(gojsonschema.NewBytesLoader(schemas.Diagnostics))
	if err != nil {
		t.Fatal(err)
	}
	files := sample()
	names, _ := filepath.Glob("../../../testdata/err/TM-E01*.yaml")
	if len(names) == 0 {
		t.Fatal("no wrong files")
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		g, bag, err := compile.Resolve(source.New(name, text), compile.Options{Catalog: catalogs.Shipped()})
		if err != nil {
			t.Fatal(err)
		}
		list := bag.Sorted()
		files = append(files, diagjson.File{Name: name, Valid: g != nil, Diagnostics: list[:min(len(list), 50)]})
	}
	text := write(t, files...)
	result, err := schema.Validate(gojsonschema.NewStringLoader(text))
	if err != nil || !result.Valid() {
		t.Fatalf("%v %v", err, result.Errors())
	}
	for old, changed := range map[string]string{`"schemaVersion": 1`: `"schemaVersion": 2`, `"valid": true`: `"valid": 1`, `"hint":`: `"hints":`, `"notes": []`: `"notes": null`, `"TM-E004"`: `"E004"`} {
		wrong := strings.Replace(text, old, changed, 1)
		if result, err := schema.Validate(gojsonschema.NewStringLoader(wrong)); wrong == text || err != nil || result.Valid() {
			t.Errorf("%s for %s passes (%v)", changed, old, err)
		}
	}
}

func TestWriteFails(t *testing.T) {
	if err := diagjson.Write(broken{}, nil); err == nil {
		t.Error("a broken pipe is an error")
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }
