package diagtext

import (
	"fmt"
	"strings"
	"unicode"

	"tmodel/internal/diag"
	"tmodel/internal/source"
)

// Of a long line, widest characters are shown, and of what stands before the range no more than lead.
const (
	widest = 110
	lead   = 60
)

// snippet shows the line and marks the range under it.
func snippet(b *strings.Builder, s source.Span, color bool) {
	if !s.Valid() || int(s.Line) > s.File.Lines() {
		return
	}
	line, total := int(s.Line), s.File.Width(int(s.Line))
	if total == 0 {
		return
	}
	first, dots := 1, ""
	if total > widest && int(s.Col)+s.Width() > widest {
		first, dots = max(int(s.Col)-lead, 1), "..."
	}
	text := []rune(s.File.From(line, first, 4*widest+4))
	end := ""
	if len(text) > widest {
		text, end = text[:widest], "..."
	}
	before := min(int(s.Col)-first, len(text))
	marked := text[before:min(before+s.Width(), len(text))]
	head, under := dots+shown(text[:before]), diag.Visible(string(marked))
	fmt.Fprintf(b, "%5d | %s%s%s%s\n", line, head, under, shown(text[before+len(marked):]), end)
	mark := "^" + strings.Repeat("~", max(columns(under)-1, 0))
	fmt.Fprintf(b, "%5s | %s%s\n", "", strings.Repeat(" ", columns(head)), style(color, "1;31", mark))
}

// shown makes text safe to print.
func shown(text []rune) string { return diag.Printable(string(text)) }

// columns is how many columns of a terminal a printable text takes: none for marks that sit on the letter
// before, two for the wide characters of East Asia and for pictures.
func columns(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me):
		case wide(r):
			n += 2
		default:
			n++
		}
	}
	return n
}

func wide(r rune) bool {
	return r >= 0x1100 && r <= 0x115F || r >= 0x2E80 && r <= 0xA4CF || r >= 0xAC00 && r <= 0xD7A3 || r >= 0xF900 && r <= 0xFAFF ||
		r >= 0xFE30 && r <= 0xFE6F || r >= 0xFF00 && r <= 0xFF60 || r >= 0xFFE0 && r <= 0xFFE6 || r >= 0x1F300 && r <= 0x1F64F ||
		r >= 0x1F680 && r <= 0x1F6FF || r >= 0x1F900 && r <= 0x1FAFF || r >= 0x20000 && r <= 0x3FFFD
}
