package diag

import (
	"fmt"
	"strings"
	"unicode"
)

// Printable replaces what could steer a terminal or hide text (control and format characters, line
// breaks, invalid UTF-8) by visible escapes. Input files come from strangers.
func Printable(s string) string {
	if strings.IndexFunc(s, hidden) < 0 {
		return s
	}
	return escaped(s, hidden)
}

// Visible is Printable where white space matters: of tabs, and of spaces that are none to YAML, it shows what they are.
func Visible(s string) string {
	s = strings.ReplaceAll(s, "\t", `\t`)
	if strings.IndexFunc(s, unseen) < 0 {
		return s
	}
	return escaped(s, unseen)
}

// escaped replaces characters by visible escapes, and tabs by spaces.
func escaped(s string, which func(rune) bool) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\t':
			b.WriteByte(' ')
		case which(r):
			fmt.Fprintf(&b, "\\u%04x", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func unseen(r rune) bool { return hidden(r) || r > ' ' && unicode.Is(unicode.Zs, r) }

// hidden covers controls, format characters (bidirectional overrides among them) and the mark of invalid UTF-8.
func hidden(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == unicode.ReplacementChar || r == '\u2028' || r == '\u2029'
}
