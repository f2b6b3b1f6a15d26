package yamltree

import (
	"tmodel/internal/source"
)

// opening finds a quote that begins a text: what stands before it on the line ends a key, an item's dash or a bracket.
var opening = lazily(`(?:^|[\s\[{,])["']`)

// quoted calls use with the offset of each quote that opens on a line, and of the one that closes it or -1,
// until use says that it is enough.
func quoted(text string, use func(open, end int) bool) {
	for from := 0; from < len(text); {
		m := opening().FindStringIndex(text[from:])
		if m == nil {
			return
		}
		open := from + m[1] - 1
		end := closing(text[open:])
		if use(open, end) || end < 0 {
			return
		}
		from = open + end + 1
	}
}

// openQuote is the place of the quote that nothing closes, on the line that the parser names. It names none for
// what begins on the first.
func openQuote(f *source.File, line int) source.Span {
	place := whole(f, line)
	for _, n := range []int{line, 1} {
		found := false
		text := f.From(n, 1, enough)
		quoted(text, func(open, end int) bool {
			if end < 0 {
				place, found = part(f, n, text, open, 1), true
			}
			return found
		})
		if found {
			break
		}
	}
	return place
}

// closing is the offset of the quote that closes the one at the text's start, or -1.
func closing[T string | []byte](text T) int {
	for i := 1; i < len(text); i++ {
		switch {
		case text[i] == '\\' && text[0] == '"':
			i++
		case text[i] == text[0] && text[0] == '\'' && i+1 < len(text) && text[i+1] == '\'':
			i++
		case text[i] == text[0]:
			return i
		}
	}
	return -1
}
