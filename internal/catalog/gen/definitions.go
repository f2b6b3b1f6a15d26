package main

import (
	"slices"
	"strings"

	"tmodel/internal/catalog"
	"tmodel/internal/vocab"
)

// definitions are what the base schema refers to and the vocabulary knows.
func definitions(c *catalog.Catalog) []field {
	v := c.Vocab
	out := []field{
		{"trust", text(enum(v.Trust, v.TrustIs))},
		{"zone-trust", enum(meanings(v.ZoneTrust))},
		{"origin", enum(meanings(v.OriginTrust))},
		{"component-kind", text(kindEnum(v.Components))},
		{"asset-kind", text(kindEnum(v.Assets))},
		{"stage-kind", text(kindEnum(v.Stages))},
		{"control-id", controls(c)},
		{"system-facts", factsObject(v.SystemFacts)},
		{"component-facts", object{{"type", "object"}}},
		{"asset-facts", object{{"type", "object"}}},
		{"stage-facts", object{{"type", "object"}}},
	}
	for _, f := range v.Facts {
		out = append(out, field{factPrefix + f.ID, append(enum(append(slices.Clone(f.Values), "unknown"), append(slices.Clone(f.Means), notKnown)), field{"description", asks(&f)})})
	}
	return out
}

// notKnown is what unknown means under every fact.
const notKnown = "Nobody has said yet; threats that rest on it say so."

// asks is what a fact asks, and how its values stand to each other: editors list them in an order of their own.
func asks(f *vocab.Fact) string {
	if f.Unordered != "" {
		return f.Is + " The values have no order. " + f.Unordered
	}
	return f.Is + " Best to worst: " + strings.Join(f.Values, ", ") + "."
}

// enum lists words with what each means, for editors that show it.
func enum(words, is []string) object {
	return object{{"enum", words}, {"markdownEnumDescriptions", is}}
}

// text says that words are text, without which editors leave out a key that must be there when they write a new item.
func text(words object) object { return append(object{{"type", "string"}}, words...) }

func meanings(list []vocab.Mapping) (words, is []string) {
	for _, m := range list {
		is = append(is, m.Is)
	}
	return vocab.Words(list), is
}

func kindEnum(kinds []vocab.Kind) object {
	is := make([]string, len(kinds))
	for i, k := range kinds {
		is[i] = k.Is + " " + k.Choose
	}
	return enum(vocab.IDs(kinds), is)
}

// controls are the ids of the library; a folder of --catalog may have more.
func controls(c *catalog.Catalog) object {
	spelt := object{{"type", "string"}, {"pattern", "^[a-z][a-z0-9-]*$"}}
	if len(c.Controls) == 0 {
		return spelt
	}
	var is []string
	for i := range c.ControlProse {
		is = append(is, c.ControlProse[i].Is)
	}
	return text(object{{"anyOf", []any{enum(c.ControlIDs(), is), spelt}}})
}

// factPrefix begins the name of the definition that a fact has.
const factPrefix = "fact-"

// factsObject is the schema of `facts:` where these facts can be asked.
func factsObject(facts []string) object {
	properties := object{}
	for _, id := range facts {
		properties = append(properties, field{id, object{{"$ref", "#/definitions/" + factPrefix + id}}})
	}
	return object{{"type", "object"}, {"properties", properties}, {"patternProperties", object{{"^x-", object{}}}}, {"additionalProperties", false}}
}
