package markdown

import (
	"regexp"
	"strings"

	"tmodel/internal/diag"
)

var special = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", "&#91;", "]", "&#93;", "<", "&lt;", ">", "&gt;", "&", "&amp;",
	"|", `\|`, "#", `\#`, "~", `\~`, "!", `\!`, "$", `\$`, "://", `:\//`, "www.", `www\.`)

// opening is what makes a list, a rule or a heading of a line when it stands first.
var opening = regexp.MustCompile(`^(\d+)([.)])|^()([-+=])`)

// esc makes foreign text plain text of Markdown: no markup, no HTML, no link, no line break, no table cell of its own.
func esc(s string) string {
	s = special.Replace(diag.Printable(strings.Join(strings.Fields(s), " ")))
	return opening.ReplaceAllString(s, `$1\$2$4`)
}

// Escape is esc for other pages of Markdown.
func Escape(s string) string { return esc(s) }

// code makes a code span. Text that could end the span, or a cell of a table, is plain instead.
func code(s string) string {
	if s == "" || strings.ContainsAny(s, "`|\\") || strings.TrimSpace(s) != s || diag.Printable(s) != s {
		return esc(s)
	}
	return "`" + s + "`"
}

// codes joins code spans.
func codes(list []string, separator string) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = code(s)
	}
	return strings.Join(out, separator)
}
