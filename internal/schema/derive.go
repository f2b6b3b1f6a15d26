package schema

import "strings"

// names marks what names an element, for hints; the validator does not know the word.
const names = "names"

// lean drops from a definition what does not run.
func lean(name string, v any) any {
	switch {
	case strings.HasSuffix(name, "-facts"): // graph knows the facts of each kind and their values
		return map[string]any{"type": "object", "additionalProperties": map[string]any{"type": []any{"string", "number", "boolean"}}}
	case name == "control-id": // graph knows the controls
		return map[string]any{"type": "string"}
	case name == "id": // graph knows what is wrong with an id; hints want to know where one stands
		return map[string]any{"type": "string", names: true}
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

// part makes a document of a schema with just those definitions that it needs.
func (s *Schema) part(schema map[string]any) *part {
	needed := map[string]any{}
	s.collect(schema, needed)
	doc := make(map[string]any, len(schema)+1)
	for k, v := range schema {
		doc[k] = v
	}
	doc["definitions"] = needed
	what, _ := refName(schema)
	return &part{what: what, doc: doc}
}

// collect adds the definitions that a schema refers to, and those that they refer to.
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

// inlined is the part with every reference replaced by what it refers to, and without words for people: gojsonschema
// parses a definition once where it stands and once for its references, which is half of what it costs to start. A
// schema that refers to itself stays as it is.
func (p *part) inlined() map[string]any {
	definitions, _ := p.doc["definitions"].(map[string]any)
	out, ok := expand(p.doc, definitions, 0)
	if !ok {
		return p.doc
	}
	return out.(map[string]any)
}

// deepest is how far references may lead; a circle leads further.
const deepest = 32

func expand(v any, definitions map[string]any, depth int) (any, bool) {
	if depth > deepest {
		return nil, false
	}
	switch v := v.(type) {
	case map[string]any:
		if name, ok := refName(v); ok {
			return expand(definitions[name], definitions, depth+1)
		}
		out := make(map[string]any, len(v))
		for k, x := range v {
			if text, ok := x.(string); ok && (k == "description" || k == "title") && text != "" || k == "definitions" {
				continue
			}
			in, ok := expand(x, definitions, depth+1)
			if !ok {
				return nil, false
			}
			out[k] = in
		}
		return out, true
	case []any:
		out := make([]any, len(v))
		for i, x := range v {
			in, ok := expand(x, definitions, depth+1)
			if !ok {
				return nil, false
			}
			out[i] = in
		}
		return out, true
	}
	return v, true
}

// collectFacts notes the names of all facts: what the conditions for each kind list under facts.
func (s *Schema) collectFacts(v any) {
	switch v := v.(type) {
	case map[string]any:
		if facts, ok := v["facts"].(map[string]any); ok {
			for _, name := range keys(facts["properties"]) {
				s.facts[name] = true
			}
		}
		for _, x := range v {
			s.collectFacts(x)
		}
	case []any:
		for _, x := range v {
			s.collectFacts(x)
		}
	}
}
