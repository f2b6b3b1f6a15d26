// Package sarif writes diagnostics as SARIF 2.1.0, as code scanning on GitHub reads it.
package sarif

import (
	"encoding/json"
	"io"
	"net/url"
	"slices"
	"strings"

	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/source"
)

// Limit is how many results GitHub takes of a run.
const Limit = 25000

const (
	schemaURI = "https://json.schemastore.org/sarif-2.1.0.json"
	root      = "%SRCROOT%" // what relative URIs start from
)

// Options are what a run needs besides its results.
type Options struct {
	Version string // of the program
	Codes   []catalog.CodeProse
	Path    func(name string) string // what the repository calls a file, with slashes; nil: as it is
}

// Write writes one run with a rule for each code and a result for each diagnostic, in their order; of more than Limit
// the warnings go first.
func Write(w io.Writer, list []diag.Diagnostic, o Options) error {
	r := run{
		Tool:              tool{driver{Name: "tmodel", Version: o.Version, SemanticVersion: o.Version, Rules: rules(o.Codes)}},
		AutomationDetails: automationDetails{"tmodel-validate/"},
		ColumnKind:        "unicodeCodePoints",
		NewlineSequences:  []string{"\r\n", "\n", "\r"},
		Results:           []result{},
	}
	prints := printer{}
	for _, d := range most(list) {
		out := result{RuleID: d.Code.String(), Level: d.Severity.String(), Message: message(d.Message, d.Hint),
			PartialFingerprints: map[string]string{"primaryLocationLineHash": prints.of(&d)}}
		out.RuleIndex = slices.IndexFunc(r.Tool.Driver.Rules, func(x rule) bool { return x.ID == out.RuleID })
		if d.Span.File != nil {
			out.Locations = []location{{PhysicalLocation: o.place(d.Span)}}
		}
		for _, n := range d.Notes {
			if n.Span.File != nil {
				said := message(n.Message, "")
				out.RelatedLocations = append(out.RelatedLocations, location{ID: len(out.RelatedLocations) + 1, PhysicalLocation: o.place(n.Span), Message: &said})
			}
		}
		r.Results = append(r.Results, out)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(log{Schema: schemaURI, Version: "2.1.0", Runs: []run{r}})
}

// most leaves out what is beyond the limit, errors last.
func most(list []diag.Diagnostic) []diag.Diagnostic {
	if len(list) <= Limit {
		return list
	}
	out := slices.Clone(list)
	slices.SortStableFunc(out, func(a, b diag.Diagnostic) int { return int(a.Severity) - int(b.Severity) })
	return out[:Limit]
}

// message is plain text. What could be read as a link in it is escaped.
func message(said, hint string) text {
	if hint != "" {
		said += "\n" + hint
	}
	if strings.Contains(said, "](") {
		said = strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`).Replace(said)
	}
	return text{Text: said}
}

func (o Options) place(s source.Span) physicalLocation {
	out := physicalLocation{ArtifactLocation: o.artifact(s.File.Name)}
	if s.Valid() {
		out.Region = &region{StartLine: s.Line, StartColumn: s.Col, EndLine: max(s.EndLine, s.Line), EndColumn: s.EndCol}
		if s.EndLine <= s.Line {
			out.Region.EndColumn = max(s.EndCol, s.Col)
		}
	}
	return out
}

// artifact is the URI of a file: relative to the root of the sources, or absolute when the file is outside.
func (o Options) artifact(name string) artifactLocation {
	if o.Path != nil {
		name = o.Path(name)
	}
	if strings.HasPrefix(name, "/") {
		return artifactLocation{URI: (&url.URL{Scheme: "file", Path: name}).String()}
	}
	return artifactLocation{URI: (&url.URL{Path: name}).String(), URIBaseID: root}
}
