// Package diagtext writes diagnostics for a person: the place, what is wrong, the line with the range marked, what to do.
package diagtext

import (
	"fmt"
	"io"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/source"
)

// Write writes diagnostics in their order.
func Write(w io.Writer, list []diag.Diagnostic, color bool) error {
	var b strings.Builder
	for i := range list {
		one(&b, &list[i], color)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func one(b *strings.Builder, d *diag.Diagnostic, color bool) {
	paint := map[diag.Severity]string{diag.Error: "1;31", diag.Warning: "1;33"}[d.Severity]
	fmt.Fprintf(b, "%s%s: %s [%s]\n", place(d.Span), style(color, paint, d.Severity.String()), d.Message, d.Code)
	snippet(b, d.Span, color)
	for _, n := range d.Notes {
		fmt.Fprintf(b, "  %snote: %s\n", place(n.Span), n.Message)
	}
	if d.Hint != "" {
		fmt.Fprintf(b, "  %s %s\n", style(color, "1;36", "help:"), d.Hint)
	}
}

// place is "file:line:col: ", or nothing for what has no place.
func place(s source.Span) string {
	if !s.Valid() {
		return ""
	}
	return diag.Printable(s.String()) + ": "
}

// widest is how many columns of a line are shown; what is wrong stays in view.
const widest = 100

// snippet shows the line and marks the range under it.
func snippet(b *strings.Builder, s source.Span, color bool) {
	if !s.Valid() {
		return
	}
	line := []rune(s.File.Line(int(s.Line)))
	start, width := int(s.Col)-1, s.Width()
	if start > len(line) {
		return
	}
	cut := 0
	if start+min(width, widest/2) > widest {
		cut = start - widest/2
	}
	end := min(len(line), cut+widest)
	shown, mark := visible(line[cut:end], start-cut)
	number := fmt.Sprint(s.Line)
	fmt.Fprintf(b, "%5s | %s\n", number, shown)
	width = max(1, min(width, end-start))
	fmt.Fprintf(b, "%5s | %s%s\n", "", strings.Repeat(" ", mark), style(color, "1;31", "^"+strings.Repeat("~", width-1)))
}

// visible makes a line safe to print, and tells where its rune at `at` begins then.
func visible(line []rune, at int) (string, int) {
	at = min(at, len(line))
	head := diag.Printable(string(line[:at]))
	return head + diag.Printable(string(line[at:])), len([]rune(head))
}

func style(color bool, code, s string) string {
	if !color {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}
