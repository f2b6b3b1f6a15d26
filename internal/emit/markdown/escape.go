package markdown

import (
	"strconv"
	"strings"

	"tmodel/internal/diag"
)

var special = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;", "&", "&amp;", "|", `\|`, "#", `\#`, "~", `\~`, "!", `\!`)

// esc makes user text plain text of Markdown: no markup, no HTML, no line break, no table cell of its own.
func esc(s string) string {
	return special.Replace(strings.TrimSpace(diag.Printable(strings.ReplaceAll(s, "\n", " "))))
}

func itoa(n int) string { return strconv.Itoa(n) }
