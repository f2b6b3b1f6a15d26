package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"tmodel/internal/vocab"
)

// runSchema is the schema of systems without what the program checks in other ways (schema.New would leave it out
// too) and without what only editors show, so that no start has to read it.
func runSchema(published []byte, v *vocab.Vocabulary) ([]byte, error) {
	var doc map[string]any
	dec := json.NewDecoder(bytes.NewReader(published))
	dec.UseNumber()
	if err := dec.Decode(&doc); err != nil {
		return nil, fmt.Errorf("read schema: %w", err)
	}
	own := doc["patternProperties"]
	definitions := doc["definitions"].(map[string]any)
	for name := range definitions {
		switch {
		case strings.HasPrefix(name, factPrefix):
			delete(definitions, name)
		case strings.HasSuffix(name, "-facts"):
			definitions[name] = object{{"type", "object"}}
		case name == "id", name == "control-id":
			definitions[name] = object{{"type", "string"}}
		case definitions[name].(map[string]any)["enum"] != nil:
			delete(definitions[name].(map[string]any), "type") // one mistake would be two
		}
	}
	thin(doc)
	doc["patternProperties"] = own
	definitions["component"].(map[string]any)["allOf"] = factNames(v)
	out, err := json.Marshal(doc)
	return append(out, '\n'), err
}

// thin takes out below v what does not run.
func thin(v any) {
	switch v := v.(type) {
	case map[string]any:
		for _, key := range []string{"patternProperties", "uniqueItems", "allOf", "markdownEnumDescriptions"} {
			delete(v, key)
		}
		for _, x := range v {
			thin(x)
		}
	case []any:
		for _, x := range v {
			thin(x)
		}
	}
}

// factNames tells schema.New, in the place where the published schema does, which keys are names of facts.
func factNames(v *vocab.Vocabulary) any {
	names := object{}
	for _, f := range v.Facts {
		names = append(names, field{f.ID, object{}})
	}
	return []any{object{{"then", object{{"properties", object{{"facts", object{{"properties", names}}}}}}}}}
}
