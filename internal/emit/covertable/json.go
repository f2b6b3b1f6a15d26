package covertable

import (
	"encoding/json"
	"io"

	"tmodel/internal/catalog/coverage"
)

// SchemaVersion is that of the JSON. It rises when something is added; nothing is taken away.
const SchemaVersion = 1

type document struct {
	SchemaVersion int     `json:"schemaVersion"`
	Catalog       string  `json:"catalog"` // version
	Tables        []table `json:"tables"`
}

type table struct {
	ID      string         `json:"id"`
	Name    string         `json:"name"`
	Edition string         `json:"edition"`
	What    string         `json:"what"`
	From    string         `json:"from,omitempty"`
	Groups  []group        `json:"groups,omitempty"`
	Items   []item         `json:"items"`
	Totals  map[string]int `json:"totals"`
}

type group struct {
	ID    string   `json:"id"`
	Name  string   `json:"name"`
	Why   string   `json:"why,omitempty"`
	Items []string `json:"items"` // ids
}

type item struct {
	ID       string      `json:"id"`
	Title    string      `json:"title"`
	By       coverage.By `json:"by"`
	Threats  []string    `json:"threats,omitempty"`
	Steps    []string    `json:"steps,omitempty"`
	Harms    []string    `json:"harms,omitempty"`
	Controls []string    `json:"controls,omitempty"`
	Parts    []string    `json:"parts,omitempty"`
	Through  bool        `json:"throughParts,omitempty"`
	Was      string      `json:"was,omitempty"`
	Why      string      `json:"why,omitempty"`
	WhyOf    string      `json:"whyOf,omitempty"`
}

// JSON writes the tables for programs; version is that of the catalogue.
func JSON(w io.Writer, version string, tables []coverage.Table) error {
	doc := document{SchemaVersion: SchemaVersion, Catalog: version, Tables: []table{}}
	for i := range tables {
		doc.Tables = append(doc.Tables, tableOf(&tables[i]))
	}
	e := json.NewEncoder(w)
	e.SetIndent("", " ")
	e.SetEscapeHTML(false)
	return e.Encode(doc)
}

func tableOf(t *coverage.Table) table {
	out := table{ID: t.ID, Name: t.Name, Edition: t.Edition, What: t.What, From: t.From, Items: []item{}, Totals: map[string]int{}}
	for _, g := range t.Groups {
		ids := []string{}
		for _, e := range g.Entries {
			ids = append(ids, e.ID)
		}
		out.Groups = append(out.Groups, group{ID: g.ID, Name: g.Name, Why: g.Why, Items: ids})
	}
	for _, e := range t.Entries {
		out.Items = append(out.Items, item(e))
	}
	n := t.Totals()
	for _, by := range []coverage.By{coverage.Threat, coverage.Control, coverage.Step, coverage.Harm, coverage.Explained, coverage.Open} {
		out.Totals[string(by)] = n.By[by]
	}
	out.Totals["items"], out.Totals["throughParts"] = n.Items, n.Through
	return out
}
