// Package schema holds a tree against a JSON Schema and says in our words, at the user's places, what does not fit.
// It is the only package that imports gojsonschema.
package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"sort"
	"strings"

	"github.com/xeipuuv/gojsonschema"

	"tmodel/internal/diag"
	"tmodel/internal/yamltree"
)

// Schema is what a published schema is at run time: the lists of the top level are taken out, so that their
// items are validated one by one, and what costs too much for every item is left to later stages
// (patternProperties, uniqueItems, conditions for each kind, the values of facts).
type Schema struct {
	definitions map[string]any
	root        *part
	sections    map[string]*part // item schemas of the top-level lists
}

// part is a schema that is compiled when it is needed first.
type part struct {
	doc      map[string]any
	compiled *gojsonschema.Schema
}

// New derives the run-time schema from a published one. An error means that the program was built wrong.
func New(published []byte) (*Schema, error) {
	var doc map[string]any
	dec := json.NewDecoder(bytes.NewReader(published))
	dec.UseNumber()
	if err := dec.Decode(&doc); err != nil {
		return nil, fmt.Errorf("read schema: %w", err)
	}
	definitions, _ := doc["definitions"].(map[string]any)
	s := &Schema{definitions: map[string]any{}, sections: map[string]*part{}}
	for name, d := range definitions {
		s.definitions[name] = lean(name, d)
	}
	delete(doc, "definitions")
	root := lean("", doc).(map[string]any)
	if items, ok := root["items"].(map[string]any); ok {
		s.sections[whole] = s.part(items)
		root = map[string]any{"type": "array"}
	}
	s.takeLists(root)
	s.root = s.part(root)
	return s, nil
}

// whole is the section of a file that is one list.
const whole = ""

// lean drops from a definition what does not run.
func lean(name string, v any) any {
	if strings.HasSuffix(name, "-facts") {
		return map[string]any{"type": "object", "additionalProperties": map[string]any{"type": "string"}}
	}
	if name == "control-id" {
		return map[string]any{"type": "string"}
	}
	switch v := v.(type) {
	case map[string]any:
		out := make(map[string]any, len(v))
		for k, x := range v {
			switch k {
			case "patternProperties", "uniqueItems", "allOf", "if", "then", "$id", "markdownEnumDescriptions":
			default:
				out[k] = lean("", x)
			}
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, x := range v {
			out[i] = lean("", x)
		}
		return out
	}
	return v
}

// takeLists moves the item schemas of top-level lists into sections.
func (s *Schema) takeLists(root map[string]any) {
	properties, _ := root["properties"].(map[string]any)
	for name, p := range properties {
		if items, ok := p.(map[string]any)["items"].(map[string]any); ok {
			s.sections[name] = s.part(items)
			properties[name] = map[string]any{"type": "array"}
		}
	}
}

// part makes a document of a schema with just those definitions that it needs.
func (s *Schema) part(schema map[string]any) *part {
	needed := map[string]any{}
	s.collect(schema, needed)
	doc := make(map[string]any, len(schema)+1)
	for k, v := range schema {
		doc[k] = v
	}
	doc["definitions"] = needed
	return &part{doc: doc}
}

func (s *Schema) collect(v any, into map[string]any) {
	switch v := v.(type) {
	case map[string]any:
		if name, ok := refName(v); ok && into[name] == nil {
			into[name] = s.definitions[name]
			s.collect(s.definitions[name], into)
		}
		for _, x := range v {
			s.collect(x, into)
		}
	case []any:
		for _, x := range v {
			s.collect(x, into)
		}
	}
}

func refName(v map[string]any) (string, bool) {
	ref, ok := v["$ref"].(string)
	return strings.TrimPrefix(ref, "#/definitions/"), ok
}

// Check reports what in the tree does not fit and says whether later stages can use it. It may repair a
// scalar whose meaning is beyond doubt (true for yes), with a warning.
func (s *Schema) Check(root *yamltree.Node, bag *diag.Bag) (bool, error) {
	before := bag.Failed()
	fresh := &diag.Bag{}
	if err := s.check(s.root, root, root, nil, fresh); err != nil {
		return false, err
	}
	for _, name := range s.listed(root) {
		for _, item := range section(root, name).Items {
			if fresh.Full() {
				break
			}
			if err := s.check(s.sections[name], item, root, []string{name}, fresh); err != nil {
				return false, err
			}
		}
	}
	bag.Merge(fresh)
	return !fresh.Failed() && !before, nil
}

// listed are the sections that the file has as lists, in a fixed order.
func (s *Schema) listed(root *yamltree.Node) []string {
	var out []string
	for name := range s.sections {
		if v := section(root, name); v != nil && v.Kind == yamltree.List {
			out = append(out, name)
		}
	}
	sort.Strings(out)
	return out
}

func section(root *yamltree.Node, name string) *yamltree.Node {
	if name == whole {
		return root
	}
	return root.Get(name)
}

func (s *Schema) check(p *part, n, root *yamltree.Node, path []string, bag *diag.Bag) error {
	if p.compiled == nil {
		loader := gojsonschema.NewSchemaLoader()
		loader.Draft, loader.AutoDetect = gojsonschema.Draft7, false
		c, err := loader.Compile(gojsonschema.NewRawLoader(p.doc))
		if err != nil {
			return fmt.Errorf("compile schema %q: %w", strings.Join(path, "."), err)
		}
		p.compiled = c
	}
	result, err := p.compiled.Validate(gojsonschema.NewRawLoader(value(n, n == root)))
	if err != nil {
		return fmt.Errorf("validate %q: %w", strings.Join(path, "."), err)
	}
	if !result.Valid() {
		m := mapper{schema: s, part: p, node: n, bag: bag}
		m.all(result.Errors())
	}
	return nil
}

// value is the plain value of a node, as the validator wants it, without the user's own x- keys. At the
// root, lists are given empty: their items come one by one.
func value(n *yamltree.Node, top bool) any {
	switch n.Kind {
	case yamltree.Map:
		m := make(map[string]any, len(n.Pairs))
		for _, p := range n.Pairs {
			if strings.HasPrefix(p.Key.Value, "x-") {
				continue
			}
			if top && p.Value.Kind == yamltree.List {
				m[p.Key.Value] = []any{}
				continue
			}
			m[p.Key.Value] = value(p.Value, false)
		}
		return m
	case yamltree.List:
		if top {
			return []any{}
		}
		l := make([]any, len(n.Items))
		for i, item := range n.Items {
			l[i] = value(item, false)
		}
		return l
	case yamltree.Bool:
		return strings.EqualFold(n.Value, "true")
	case yamltree.Int, yamltree.Float:
		return number(n.Value)
	case yamltree.Null:
		return nil
	}
	return n.Value
}

// number keeps a number as JSON has it; what JSON can't write (0x1F, .inf) becomes a text of that form,
// which no schema of ours takes for a number.
func number(s string) any {
	if json.Valid([]byte(s)) {
		return json.Number(s)
	}
	return s
}
