package terminal

import (
	"strings"

	"github.com/mattn/go-runewidth"
)

// columns measures text. It is set by hand because the package's own default depends on the locale, and the same report
// is to be the same text everywhere.
var columns = runewidth.Condition{StrictEmojiNeutral: true}

func widthOf(s string) int {
	n := 0
	for _, r := range s {
		n += columns.RuneWidth(r)
	}
	return n
}

// wrap breaks text at spaces into lines of at most width columns; a word that is longer than a line is cut.
func wrap(s string, width int) []string {
	var out []string
	line, used := "", 0
	for word := range strings.FieldsSeq(s) {
		n := widthOf(word)
		if used > 0 && used+1+n <= width {
			line, used = line+" "+word, used+1+n
			continue
		}
		if used > 0 {
			out = append(out, line)
		}
		for n > width {
			head := cut(word, width)
			out = append(out, head)
			word = word[len(head):]
			n = widthOf(word)
		}
		line, used = word, n
	}
	if used > 0 {
		out = append(out, line)
	}
	return out
}

// cut is as much of s as width columns take, and at least one character.
func cut(s string, width int) string {
	n := 0
	for i, r := range s {
		if n += columns.RuneWidth(r); n > width && i > 0 {
			return s[:i]
		}
	}
	return s
}

// clip shortens s to width columns, with dots for what is missing.
func clip(s string, width int) string {
	if widthOf(s) <= width {
		return s
	}
	return cut(s, width-1) + "…"
}

// pad fills s up to width columns, on the right.
func pad(s string, width int) string { return s + strings.Repeat(" ", max(0, width-widthOf(s))) }
