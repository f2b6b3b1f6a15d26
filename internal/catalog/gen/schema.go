package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"

	"tmodel/internal/vocab"
)

// marker is where the base schema wants the definitions that the vocabulary gives.
var marker = []byte(`"@vocabulary": {}`)

// systemSchema fills the vocabulary into the hand-written schema: the kinds, the facts of each, the controls.
func systemSchema(base []byte, v *vocab.Vocabulary) ([]byte, error) {
	if bytes.Count(base, marker) != 1 {
		return nil, errors.New("schemas/system.base.json has no place for the vocabulary")
	}
	var out bytes.Buffer
	for i, d := range definitions(v) {
		if i > 0 {
			out.WriteString(",\n    ")
		}
		name, _ := json.Marshal(d.name)
		body, err := json.Marshal(d.body)
		if err != nil {
			return nil, err
		}
		out.Write(name)
		out.WriteString(": ")
		out.Write(body)
	}
	filled := bytes.Replace(base, marker, out.Bytes(), 1)
	for section, kinds := range map[string][]vocab.Kind{"component": v.Components, "asset": v.Assets, "stage": v.Stages} {
		filled = conditions(filled, section, kinds, v)
	}
	if !json.Valid(filled) {
		return nil, errors.New("the schema of systems is not JSON")
	}
	return filled, nil
}

type definition struct {
	name string
	body any
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

func definitions(v *vocab.Vocabulary) []definition {
	controls := object{{"type", "string"}, {"pattern", "^[a-z][a-z0-9-]*$"}}
	if len(v.Controls) > 0 {
		controls = object{{"anyOf", []any{object{{"enum", v.Controls}}, controls}}}
	}
	return []definition{
		{"trust", enum(v.Trust)},
		{"zone-trust", enum(vocab.Words(v.ZoneTrust))},
		{"origin", enum(vocab.Words(v.OriginTrust))},
		{"component-kind", kindEnum(v.Components)},
		{"asset-kind", kindEnum(v.Assets)},
		{"stage-kind", kindEnum(v.Stages)},
		{"control-id", controls},
		{"system-facts", factsObject(v, v.SystemFacts)},
		{"component-facts", object{{"type", "object"}}},
		{"asset-facts", object{{"type", "object"}}},
		{"stage-facts", object{{"type", "object"}}},
	}
}

func enum(words []string) object { return object{{"enum", words}} }

// kindEnum lists kinds with what each is, for editors that show it.
func kindEnum(kinds []vocab.Kind) object {
	is := make([]string, len(kinds))
	for i, k := range kinds {
		is[i] = k.Is
	}
	return object{{"enum", vocab.IDs(kinds)}, {"markdownEnumDescriptions", is}}
}

// factsObject is the schema of `facts:` where these facts can be asked.
func factsObject(v *vocab.Vocabulary, facts []string) object {
	properties := object{}
	for _, id := range facts {
		f := v.Fact(id)
		properties = append(properties, field{id, object{{"enum", append(slices.Clone(f.Values), "unknown")}, {"description", f.Is + " Best first."}}})
	}
	return object{{"type", "object"}, {"properties", properties}, {"patternProperties", object{{"^x-", object{}}}}, {"additionalProperties", false}}
}

// conditions adds to a section's definition which facts each kind has.
func conditions(schema []byte, section string, kinds []vocab.Kind, v *vocab.Vocabulary) []byte {
	var cases []any
	for _, k := range kinds {
		cases = append(cases, object{
			{"if", object{{"properties", object{{"kind", object{{"const", k.ID}}}}}, {"required", []string{"kind"}}}},
			{"then", object{{"properties", object{{"facts", factsObject(v, k.Facts)}}}}},
		})
	}
	text, _ := json.Marshal(cases)
	at := []byte(`"` + section + `": {` + "\n")
	return bytes.Replace(schema, at, append(at, append([]byte(`      "allOf": `), append(text, ",\n"...)...)...), 1)
}
