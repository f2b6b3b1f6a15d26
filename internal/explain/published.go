package explain

import (
	"bytes"
	"encoding/json"
	"strings"
	"sync"

	"tmodel/schemas"
)

// published is the schema of systems, as far as a page about it needs.
type published struct {
	root        *node
	definitions map[string]*node
	all         []systemKey
}

// node is a schema.
type node struct {
	Description string
	Ref         string `json:"$ref"`
	Required    []string
	Enum        words
	Items       *node
	Properties  json.RawMessage
}

// words are those values of an enum that are text.
type words []string

// UnmarshalJSON leaves out what is no text.
func (w *words) UnmarshalJSON(data []byte) error {
	var values []any
	if err := json.Unmarshal(data, &values); err != nil {
		return err
	}
	for _, v := range values {
		if text, ok := v.(string); ok {
			*w = append(*w, text)
		}
	}
	return nil
}

// property is a key with its schema.
type property struct {
	name   string
	schema *node
}

// id tells keys of one name apart that are for different things.
func (p property) id() string { return p.name + " " + p.schema.Description }

func (p property) same(q property) bool { return p.id() == q.id() }

// readSchema reads the schema that is built in, once. It panics when that is no schema, which tests would have found.
var readSchema = sync.OnceValue(func() *published {
	var doc struct {
		node
		Definitions map[string]*node
	}
	if err := json.Unmarshal(schemas.System, &doc); err != nil {
		panic(err)
	}
	s := &published{root: &doc.node, definitions: doc.Definitions}
	s.all = s.keys()
	return s
})

// follow is the schema that describes a value, or an item of a list.
func (s *published) follow(n *node) *node {
	for range 4 {
		name, ok := strings.CutPrefix(n.Ref, "#/definitions/")
		switch {
		case ok && s.definitions[name] != nil:
			n = s.definitions[name]
		case n.Items != nil:
			n = n.Items
		}
	}
	return n
}

// fields are the keys of a mapping, in the order of the schema.
func (n *node) fields() []property {
	var out []property
	dec := json.NewDecoder(bytes.NewReader(n.Properties))
	if _, err := dec.Token(); err != nil {
		return nil
	}
	for dec.More() {
		name, err := dec.Token()
		field := property{schema: &node{}}
		if err != nil || dec.Decode(field.schema) != nil {
			return out
		}
		field.name, _ = name.(string)
		out = append(out, field)
	}
	return out
}
