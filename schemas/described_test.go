package schemas_test

import (
	"encoding/json"
	"strings"
	"testing"

	"tmodel/schemas"
)

// TestEveryKeyIsDescribed holds that an editor can say what each key is for.
func TestEveryKeyIsDescribed(t *testing.T) {
	for name, text := range map[string][]byte{"system": schemas.System, "vocabulary": schemas.Vocabulary, "rules": schemas.Rules, "controls": schemas.Controls,
		"atlas": schemas.Atlas, "aliases": schemas.AtlasAliases, "pins": schemas.AtlasPins, "framework": schemas.Framework, "unseen": schemas.Unseen,
		"report": schemas.Report, "diagnostics": schemas.Diagnostics} {
		var doc map[string]any
		if err := json.Unmarshal(text, &doc); err != nil {
			t.Fatal(err)
		}
		definitions, _ := doc["definitions"].(map[string]any)
		if n := described(t, name, doc, definitions); n < 2 {
			t.Errorf("%s has only %d keys", name, n)
		}
	}
}

// TestRequiredKeysHaveTypes: editors write the keys of a new item that must be there, and leave out those without a type.
func TestRequiredKeysHaveTypes(t *testing.T) {
	var doc struct {
		Definitions map[string]struct {
			Type       string
			Required   []string
			Properties map[string]struct {
				Type string
				Ref  string `json:"$ref"`
			}
		}
	}
	if err := json.Unmarshal(schemas.System, &doc); err != nil {
		t.Fatal(err)
	}
	for name, d := range doc.Definitions {
		for _, key := range d.Required {
			p := d.Properties[key]
			of := p.Type + doc.Definitions[strings.TrimPrefix(p.Ref, "#/definitions/")].Type
			if of == "" {
				t.Errorf("%s: %s has no type", name, key)
			}
		}
	}
}

// described walks the keys below a schema, but for conditions, which repeat them. It counts the keys.
func described(t *testing.T, path string, in any, definitions map[string]any) int {
	count := 0
	m, _ := in.(map[string]any)
	for key, x := range m {
		switch key {
		case "properties":
			for name, p := range x.(map[string]any) {
				p := p.(map[string]any)
				ref, _ := p["$ref"].(string)
				target, _ := definitions[strings.TrimPrefix(ref, "#/definitions/")].(map[string]any)
				own, _ := p["description"].(string)
				its, _ := target["description"].(string)
				if text := own + its; !strings.HasSuffix(text, ".") {
					t.Errorf("%s/%s is described as %q", path, name, text)
				}
				count += 1 + described(t, path+"/"+name, p, definitions)
			}
		case "allOf", "anyOf":
		default:
			count += described(t, path+"/"+key, x, definitions)
		}
	}
	return count
}

// TestEnumsAreDescribed holds that words whose choice matters say what they mean, in the order of the words.
func TestEnumsAreDescribed(t *testing.T) {
	var doc struct {
		Definitions map[string]struct {
			Enum                     []string
			MarkdownEnumDescriptions []string
		}
	}
	if err := json.Unmarshal(schemas.System, &doc); err != nil {
		t.Fatal(err)
	}
	var facts []string
	for name := range doc.Definitions {
		if strings.HasPrefix(name, "fact-") {
			facts = append(facts, name)
		}
	}
	for _, name := range append(facts, "trust", "zone-trust", "origin", "component-kind", "asset-kind", "stage-kind") {
		d := doc.Definitions[name]
		if len(d.Enum) < 3 || len(d.Enum) != len(d.MarkdownEnumDescriptions) {
			t.Errorf("%s: %d words, %d descriptions", name, len(d.Enum), len(d.MarkdownEnumDescriptions))
		}
		for i, text := range d.MarkdownEnumDescriptions {
			if !strings.HasSuffix(text, ".") {
				t.Errorf("%s: %s is described as %q", name, d.Enum[i], text)
			}
		}
	}
}
