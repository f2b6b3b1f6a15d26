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

// place is "file:line:col: ", as much of it as is known.
func place(s source.Span) string {
	if s.File == nil {
		return ""
	}
	return diag.Printable(s.String()) + ": "
}

func style(color bool, code, s string) string {
	if !color {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}
