package dot

import (
	"strings"
	"unicode/utf8"

	"tmodel/internal/diag"
)

// The replacements are safe for use by several goroutines.
var (
	stringEscapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`)
	markupEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")
	notXML        = strings.NewReplacer("\ufffe", `\ufffe`, "\uffff", `\uffff`)
)

// quote makes a DOT string of a name that is not shown.
func quote(s string) string {
	return `"` + stringEscapes.Replace(visible(s)) + `"`
}

// quoteText makes a DOT string of a text that is shown: Graphviz replaces entities such as &amp; in it.
func quoteText(s string) string { return quote(strings.ReplaceAll(visible(s), "&", "&amp;")) }

// markup escapes text for a label in Graphviz's HTML-like form.
func markup(s string) string {
	return markupEscapes.Replace(visible(s))
}

// visible replaces what a drawing must not contain: control and format characters, and two that XML forbids.
func visible(s string) string {
	return notXML.Replace(diag.Printable(s))
}

// ellipsis stands for what was left out.
const ellipsis = "…"

// wrap breaks text into lines of at most width characters, between words where it can, and cuts what does not fit.
func wrap(text string, width, lines int) []string {
	var out []string
	line, used := "", 0
	flush := func() {
		if used > 0 {
			out = append(out, line)
		}
		line, used = "", 0
	}
	for word := range strings.FieldsSeq(visible(text)) {
		n := utf8.RuneCountInString(word)
		if used > 0 && used+1+n > width {
			flush()
		}
		if used > 0 {
			line, used = line+" ", used+1
		}
		for ; n > width; n = utf8.RuneCountInString(word) {
			head := prefix(word, width)
			line, used = head, width
			flush()
			word = word[len(head):]
			if len(out) > lines {
				return cut(out, width, lines)
			}
		}
		line, used = line+word, used+n
	}
	flush()
	return cut(out, width, lines)
}

// cut keeps the first lines and marks that there were more.
func cut(out []string, width, lines int) []string {
	if len(out) <= lines {
		return out
	}
	out = out[:lines]
	out[lines-1] = strings.TrimRight(prefix(out[lines-1], width-1), " ") + ellipsis
	return out
}

// prefix is the first n characters.
func prefix(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
