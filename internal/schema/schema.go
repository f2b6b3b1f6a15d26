// Package schema holds a tree against a JSON Schema and says in our words, at the user's places, what does not fit.
// It is the only package that imports gojsonschema.
package schema

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/xeipuuv/gojsonschema"
)

// Schema is what a published schema is at run time: the lists of the top level are taken out, so that their
// items are validated one by one, and what costs too much for every item is left to later stages
// (patternProperties, uniqueItems, conditions for each kind, the values of facts, the spelling of ids).
type Schema struct {
	definitions map[string]any
	root        *part
	sections    map[string]*part // item schemas of the top-level lists
	facts       map[string]bool  // names of facts, for hints
	own         bool             // users may keep data of their own under x- keys
}

// part is a schema that is compiled when it is needed first.
type part struct {
	what     string // what it describes, in one word: flow
	doc      map[string]any
	compiled *gojsonschema.Schema
}

// whole is the section of a file that is one list.
const whole = ""

// New derives the run-time schema from a published one. An error means that the program was built wrong.
func New(published []byte) (*Schema, error) {
	var doc map[string]any
	dec := json.NewDecoder(bytes.NewReader(published))
	dec.UseNumber()
	if err := dec.Decode(&doc); err != nil {
		return nil, fmt.Errorf("read schema: %w", err)
	}
	definitions, _ := doc["definitions"].(map[string]any)
	s := &Schema{definitions: map[string]any{}, sections: map[string]*part{}, facts: map[string]bool{}}
	s.own = doc["patternProperties"] != nil
	s.collectFacts(definitions)
	for name, d := range definitions {
		s.definitions[name] = lean(name, d)
	}
	delete(doc, "definitions")
	root := lean("", doc).(map[string]any)
	if items, ok := root["items"].(map[string]any); ok {
		s.sections[whole] = s.part(items)
		title, _ := root["title"].(string)
		root = map[string]any{"type": "array", "title": title}
	}
	s.takeLists(root)
	s.root = s.part(root)
	s.root.what = "file"
	return s, nil
}

// takeLists moves the item schemas of top-level lists into sections.
func (s *Schema) takeLists(root map[string]any) {
	properties, _ := root["properties"].(map[string]any)
	for name, p := range properties {
		if items, ok := p.(map[string]any)["items"].(map[string]any); ok {
			s.sections[name] = s.part(items)
			properties[name] = map[string]any{"type": "array", "items": map[string]any{"type": "object"}}
		}
	}
}

// compile makes the validator of a part.
func (p *part) compile() error {
	if p.compiled != nil {
		return nil
	}
	loader := gojsonschema.NewSchemaLoader()
	loader.Draft, loader.AutoDetect = gojsonschema.Draft7, false
	c, err := loader.Compile(gojsonschema.NewRawLoader(p.inlined()))
	if err != nil {
		return fmt.Errorf("compile schema of %q: %w", p.what, err)
	}
	p.compiled = c
	return nil
}
