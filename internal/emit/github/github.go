// Package github writes diagnostics for GitHub Actions: workflow commands that become annotations on the lines of a
// pull request, and a table for the summary of the run.
package github

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"tmodel/internal/catalog"
	"tmodel/internal/diag"
)

// Shown is how many annotations of a level GitHub shows for a step; what comes after them is lost.
const Shown = 10

// Options say how diagnostics are shown.
type Options struct {
	Codes []catalog.CodeProse      // their titles
	Path  func(name string) string // what the repository calls a file; nil: as it is

	Command string // that found all this; "": tmodel validate
}

func (o *Options) command() string { return cmp.Or(o.Command, "tmodel validate") }

// Write writes an annotation a line, the worst first: ten of each level, then a notice of how many more there are.
func Write(w io.Writer, list []diag.Diagnostic, o Options) error {
	var b strings.Builder
	left := map[diag.Severity]int{}
	for _, d := range worst(list) {
		if left[d.Severity]++; left[d.Severity] <= Shown {
			b.WriteString(command(&d, o))
		}
	}
	for _, s := range []diag.Severity{diag.Error, diag.Warning} {
		if more := left[s] - Shown; more > 0 {
			fmt.Fprintf(&b, "::notice title=tmodel::%s; %s -f text lists them all\n", count(more, "more "+s.String()), o.command())
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// worst sorts errors before warnings, and keeps the order otherwise.
func worst(list []diag.Diagnostic) []diag.Diagnostic {
	out := slices.Clone(list)
	slices.SortStableFunc(out, func(a, b diag.Diagnostic) int { return cmp.Compare(a.Severity, b.Severity) })
	return out
}

// command is the workflow command of a diagnostic.
func command(d *diag.Diagnostic, o Options) string {
	text := d.Message
	if d.Hint != "" {
		text += "\n" + d.Hint
	}
	for _, n := range d.Notes {
		text += fmt.Sprintf("\n%s: %s", n.Span, n.Message)
	}
	return fmt.Sprintf("::%s %stitle=%s::%s\n", d.Severity, place(d, o), property(title(d, o)), data(text))
}

// place is the part of a command that says where. GitHub refuses columns of a range that has several lines.
func place(d *diag.Diagnostic, o Options) string {
	s := d.Span
	if s.File == nil {
		return ""
	}
	out := "file=" + property(o.path(s.File.Name)) + ","
	if !s.Valid() {
		return out
	}
	end := max(s.Line, s.EndLine)
	out += fmt.Sprintf("line=%d,", s.Line)
	if end == s.Line && s.Col > 0 {
		out += fmt.Sprintf("col=%d,endLine=%d,endColumn=%d,", s.Col, end, max(s.Col, s.EndCol))
	} else {
		out += fmt.Sprintf("endLine=%d,", end)
	}
	return out
}

func (o Options) path(name string) string {
	if o.Path == nil {
		return name
	}
	return o.Path(name)
}

// title is the code with what it means.
func title(d *diag.Diagnostic, o Options) string {
	code := d.Code.String()
	for i := range o.Codes {
		if o.Codes[i].Code == code {
			return code + ": " + o.Codes[i].Title
		}
	}
	return code
}

// data and property escape what would end a command, or a property of it: the text may come from a stranger.
var (
	forData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	forProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func data(s string) string     { return forData.Replace(s) }
func property(s string) string { return forProperty.Replace(s) }

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
