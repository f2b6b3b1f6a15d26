package main

import (
	"bytes"
	"encoding/json"
	"errors"

	"tmodel/internal/catalog"
	"tmodel/internal/vocab"
)

// marker is where the base schema wants the definitions that the vocabulary gives.
var marker = []byte(`"@vocabulary": {}`)

// systemSchema fills the vocabulary into the hand-written schema: the kinds, the facts of each, the controls.
func systemSchema(base []byte, c *catalog.Catalog) ([]byte, error) {
	if bytes.Count(base, marker) != 1 {
		return nil, errors.New("schemas/system.base.json has no place for the vocabulary")
	}
	var out bytes.Buffer
	for i, d := range definitions(c) {
		if i > 0 {
			out.WriteString(",\n    ")
		}
		name, _ := json.Marshal(d.key)
		body, err := json.Marshal(d.value)
		if err != nil {
			return nil, err
		}
		out.Write(name)
		out.WriteString(": ")
		out.Write(body)
	}
	filled := bytes.Replace(base, marker, out.Bytes(), 1)
	filled = conditions(filled, "component", c.Vocab.Components)
	filled = conditions(filled, "asset", c.Vocab.Assets)
	filled = conditions(filled, "stage", c.Vocab.Stages)
	if !json.Valid(filled) {
		return nil, errors.New("the schema of systems is not JSON")
	}
	return filled, nil
}

// conditions adds to a section's definition which facts each kind has, a line for each.
func conditions(schema []byte, section string, kinds []vocab.Kind) []byte {
	var cases bytes.Buffer
	for i, k := range kinds {
		if i > 0 {
			cases.WriteByte(',')
		}
		text, _ := json.Marshal(object{
			{"if", object{{"properties", object{{"kind", object{{"const", k.ID}}}}}, {"required", []string{"kind"}}}},
			{"then", object{{"properties", object{{"facts", factsObject(k.Facts)}}}}},
		})
		cases.WriteString("\n        ")
		cases.Write(text)
	}
	at := []byte(`"` + section + `": {` + "\n")
	return bytes.Replace(schema, at, append(at, []byte(`      "allOf": [`+cases.String()+"\n      ],\n")...), 1)
}

// object keeps the order of its keys.
type object []field

type field struct {
	key   string
	value any
}

// MarshalJSON writes the fields in their order.
func (o object) MarshalJSON() ([]byte, error) {
	out := []byte("{")
	for i, f := range o {
		if i > 0 {
			out = append(out, ',', ' ')
		}
		k, err := json.Marshal(f.key)
		if err != nil {
			return nil, err
		}
		v, err := json.Marshal(f.value)
		if err != nil {
			return nil, err
		}
		out = append(append(append(out, k...), ':', ' '), v...)
	}
	return append(out, '}'), nil
}
