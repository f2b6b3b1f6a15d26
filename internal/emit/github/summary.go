package github

import (
	"fmt"
	"html"
	"io"
	"strings"

	"tmodel/internal/diag"
)

// rows is how many diagnostics the summary lists. GitHub takes a megabyte of it, and nobody reads more than this.
const rows = 100

// Summary writes a Markdown table for the summary of a run over so many files, of which some are not valid.
func Summary(w io.Writer, list []diag.Diagnostic, files, invalid int, o Options) error {
	var b strings.Builder
	errors := 0
	for i := range list {
		if list[i].Severity == diag.Error {
			errors++
		}
	}
	fmt.Fprintf(&b, "### %s\n\n%s of %s valid, %s, %s\n", o.command(), number(files-invalid), count(files, "file"),
		count(errors, "error"), count(len(list)-errors, "warning"))
	if len(list) > 0 {
		b.WriteString("\n| Place | | Code | What |\n|---|---|---|---|\n")
	}
	for i, d := range worst(list) {
		if i == rows {
			fmt.Fprintf(&b, "\n%s\n", number(len(list)-rows)+" more")
			break
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", cell(where(&d, o)), d.Severity, d.Code, cell(what(&d)))
	}
	b.WriteByte('\n')
	_, err := io.WriteString(w, b.String())
	return err
}

func number(n int) string { return fmt.Sprint(n) }

func where(d *diag.Diagnostic, o Options) string {
	if d.Span.File == nil {
		return ""
	}
	name := o.path(d.Span.File.Name)
	if !d.Span.Valid() {
		return name
	}
	return fmt.Sprintf("%s:%d:%d", name, d.Span.Line, d.Span.Col)
}

func what(d *diag.Diagnostic) string {
	if d.Hint == "" {
		return d.Message
	}
	return d.Message + " - " + d.Hint
}

// cell makes text that may come from a stranger a cell of a table: code, which has no markup, no links and no mentions.
func cell(s string) string {
	if s == "" {
		return ""
	}
	s = diag.Printable(strings.Join(strings.Fields(s), " "))
	return "<code>" + inCode.Replace(html.EscapeString(s)) + "</code>"
}

// inCode are the characters that Markdown reads inside HTML, as character references.
var inCode = strings.NewReplacer("|", "&#124;", "`", "&#96;", "*", "&#42;", "_", "&#95;", "[", "&#91;", "]", "&#93;",
	`\`, "&#92;", "~", "&#126;", "@", "&#64;", "$", "&#36;", "://", "&#58;//", "www.", "www&#46;")
