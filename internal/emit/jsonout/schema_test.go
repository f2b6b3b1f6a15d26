package jsonout_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/xeipuuv/gojsonschema"

	"tmodel/catalogs"
	"tmodel/internal/compile"
	"tmodel/internal/emit/jsonout"
	"tmodel/internal/report"
	"tmodel/internal/report/sample"
	"tmodel/internal/source"
	"tmodel/internal/synthetic"
	"tmodel/schemas"
)

// check holds JSON against the published schema.
func check(t *testing.T, schema *gojsonschema.Schema, what string, text []byte) {
	t.Helper()
	result, err := schema.Validate(gojsonschema.NewBytesLoader(text))
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	for i, e := range result.Errors() {
		if i == 10 {
			break
		}
		t.Errorf("%s: %s", what, e)
	}
}

func published(t *testing.T) *gojsonschema.Schema {
	t.Helper()
	s, err := gojsonschema.NewSchema(gojsonschema.NewBytesLoader(schemas.Report))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func compiled(t *testing.T, name string, text []byte) *report.Report {
	t.Helper()
	r, bag, err := compile.Compile(source.New(name, text), compile.Options{Catalog: catalogs.Shipped(), Version: "0.0.0"})
	if err != nil || r == nil {
		t.Fatalf("%s: %v %v", name, err, bag.Sorted())
	}
	return r
}

// TestSchema: what the program writes is what the schema describes, for real systems and for the sample.
func TestSchema(t *testing.T) {
	example, err := os.ReadFile("../../../examples/image-classifier.yaml")
	if err != nil {
		t.Fatal(err)
	}
	reports := []*report.Report{sample.Report(), sample.Empty(), sample.Nasty("<b>\u2028"),
		compiled(t, "example", example), compiled(t, "smallest", []byte("tmodel: 1\nsystem: {id: shop}\n"))}
	for seed := range uint64(4) {
		name := fmt.Sprintf("synthetic %d", seed)
		reports = append(reports, compiled(t, name, synthetic.System(synthetic.Options{Components: 20 + 30*int(seed), Seed: seed})))
	}
	schema := published(t)
	for _, r := range reports {
		var b bytes.Buffer
		if err := jsonout.Write(&b, r); err != nil {
			t.Fatal(err)
		}
		check(t, schema, r.File, b.Bytes())
	}
	for _, several := range [][]*report.Report{nil, reports[:1], reports[:4]} {
		var b bytes.Buffer
		if err := jsonout.WriteAll(&b, several); err != nil {
			t.Fatal(err)
		}
		check(t, schema, fmt.Sprintf("%d systems", len(several)), b.Bytes())
	}
}

// TestSchemaIsClosed: a key that the schema does not know is an error, and so is one that is missing.
func TestSchemaIsClosed(t *testing.T) {
	var b bytes.Buffer
	if err := jsonout.Write(&b, sample.Report()); err != nil {
		t.Fatal(err)
	}
	schema := published(t)
	for _, c := range []struct{ old, new string }{
		{`"rank":1`, `"rank":1,"extra":1`}, {`"rank":1,`, ``}, {`"level":"critical"`, `"level":"huge"`}, {`"schemaVersion": 1`, `"schemaVersion": 2`},
		{`"policy":`, `"polity":`}, {`"path":[]`, `"path":null`},
	} {
		text := strings.Replace(b.String(), c.old, c.new, 1)
		if text == b.String() {
			t.Fatalf("%s is not in the report", c.old)
		}
		if result, err := schema.Validate(gojsonschema.NewStringLoader(text)); err != nil || result.Valid() {
			t.Errorf("%s for %s passes (%v)", c.new, c.old, err)
		}
	}
}

// TestSchemaDescribesEveryKey walks the schema: every key has a description, and every object says whether it is closed.
func TestSchemaDescribesEveryKey(t *testing.T) {
	var doc map[string]any
	if err := json.Unmarshal(schemas.Report, &doc); err != nil {
		t.Fatal(err)
	}
	definitions := doc["definitions"].(map[string]any)
	var walk func(path string, v map[string]any)
	walk = func(path string, v map[string]any) {
		if ref, ok := v["$ref"].(string); ok {
			if definitions[strings.TrimPrefix(ref, "#/definitions/")] == nil {
				t.Errorf("%s: nothing is at %s", path, ref)
			}
			return
		}
		if v["description"] == nil {
			t.Errorf("%s has no description", path)
		}
		if v["type"] == "object" && v["additionalProperties"] == nil {
			t.Errorf("%s is open", path)
		}
		for key, p := range object(v["properties"]) {
			walk(path+"/"+key, p.(map[string]any))
		}
		if items := object(v["items"]); items != nil {
			walk(path+"/items", items)
		}
	}
	for name, d := range definitions {
		walk(name, d.(map[string]any))
	}
}

func object(v any) map[string]any {
	m, _ := v.(map[string]any)
	return m
}
