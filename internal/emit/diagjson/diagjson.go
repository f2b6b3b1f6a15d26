// Package diagjson writes diagnostics as JSON, for editors and scripts. schemas/diagnostics.schema.json describes it.
package diagjson

import (
	"encoding/json"
	"io"

	"tmodel/internal/diag"
	"tmodel/internal/source"
)

// SchemaVersion is that of the format. It rises when something is added; nothing is taken away.
const SchemaVersion = 1

// File is what was said about one input. It is valid when none of it is an error.
type File struct {
	Name        string
	Valid       bool
	Diagnostics []diag.Diagnostic
}

type document struct {
	SchemaVersion int    `json:"schemaVersion"`
	Files         []file `json:"files"`
}

type file struct {
	File        string       `json:"file"`
	Valid       bool         `json:"valid"`
	Diagnostics []diagnostic `json:"diagnostics"`
}

type diagnostic struct {
	Code     string   `json:"code"`
	Severity string   `json:"severity"`
	Message  string   `json:"message"`
	Hint     string   `json:"hint"`
	Location location `json:"location"`
	Notes    []note   `json:"notes"`
}

type note struct {
	Message  string   `json:"message"`
	Location location `json:"location"`
}

// location is a range: lines and columns from 1, columns in code points, the end exclusive. 0 is not known.
type location struct {
	File      string `json:"file"`
	Line      int32  `json:"line"`
	Column    int32  `json:"column"`
	EndLine   int32  `json:"endLine"`
	EndColumn int32  `json:"endColumn"`
}

// Write writes one object about all files, in their order.
func Write(w io.Writer, files []File) error {
	doc := document{SchemaVersion: SchemaVersion, Files: make([]file, len(files))}
	for i, f := range files {
		doc.Files[i] = file{File: f.Name, Valid: f.Valid, Diagnostics: make([]diagnostic, len(f.Diagnostics))}
		for j := range f.Diagnostics {
			doc.Files[i].Diagnostics[j] = diagnosticOf(&f.Diagnostics[j], f.Name)
		}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(doc)
}

func diagnosticOf(d *diag.Diagnostic, name string) diagnostic {
	out := diagnostic{Code: d.Code.String(), Severity: d.Severity.String(), Message: d.Message, Hint: d.Hint,
		Location: locationOf(d.Span, name), Notes: make([]note, len(d.Notes))}
	for i, n := range d.Notes {
		out.Notes[i] = note{Message: n.Message, Location: locationOf(n.Span, name)}
	}
	return out
}

// locationOf is a place; one that is nowhere is in the file that the diagnostic is about.
func locationOf(s source.Span, name string) location {
	if s.File != nil {
		name = s.File.Name
	}
	return location{name, s.Line, s.Col, s.EndLine, s.EndCol}
}
