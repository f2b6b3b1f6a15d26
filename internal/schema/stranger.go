package schema

import (
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/yamltree"
)

// strangers are keys by which files of other programs are known.
var strangers = map[string]string{
	"threagile_version": "a model of Threagile", "technical_assets": "a model of Threagile", "otmVersion": "an Open Threat Model", "openapi": "an OpenAPI description",
	"apiVersion": "a Kubernetes object", "services": "a Compose file", "Resources": "a CloudFormation template", "jobs": "a workflow", "schemaVersion": "a report",
}

// origin says which program a file seems to be written for.
func (c *checker) origin(root *yamltree.Node) string {
	for _, p := range root.Pairs {
		if what := strangers[p.Key.Value]; what != "" && c.schema.own {
			return "it looks like " + what + "; "
		}
	}
	return ""
}

// stranger reports a file that has nothing of what the schema describes, once.
func (c *checker) stranger(root *yamltree.Node) bool {
	doc := c.schema.root.doc
	required := words(doc["required"])
	if root.Kind == yamltree.Map {
		for _, name := range keys(doc["properties"]) {
			if root.Get(name) != nil {
				return false
			}
		}
		for _, p := range root.Pairs {
			if diag.Nearest(p.Key.Value, required) != "" {
				return false
			}
		}
	}
	title, _ := doc["title"].(string)
	switch {
	case root.Kind == yamltree.List && doc["type"] == "array":
		return false
	case doc["type"] == "array":
		c.bag.Add(diag.Diagnostic{Code: diag.WrongType, Span: head(root), Message: "a file of " + title + " is one list, found " + found(root), Hint: "begin each record with -"})
	case root.Kind != yamltree.Map:
		c.bag.Add(diag.Diagnostic{Code: diag.WrongType, Span: head(root), Message: "a " + title + " is a mapping, found " + found(root), Hint: "it has the keys " + strings.Join(required, " and ") + " at least"})
	default:
		c.bag.Add(diag.Diagnostic{Code: diag.NotASystem, Span: head(root), Message: "this is no " + title + ": none of its keys is known", Hint: c.origin(root) + "it has the keys " + strings.Join(required, " and ") + " at least"})
	}
	return true
}
