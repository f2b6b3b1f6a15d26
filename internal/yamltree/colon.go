package yamltree

import (
	"fmt"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/source"
)

var (
	// twoColons is a key with a text without quotes that has a colon of its own.
	twoColons = lazily(`^[\s-]*([^\s"'\[{#][^"'\[{#:]*): ([^"'\[{\s][^#]*?):(?: |$)`)
	// badStart is a character that no text can begin with, where a text begins.
	badStart = lazily("(?:[:\\[{,-] +|[\\[{,]|^\\s*)([@`%])")
)

// colon explains a colon where no key can be: in a text without quotes, or after a key that is indented wrongly.
func colon(f *source.File, line int) diag.Diagnostic {
	text := f.From(line, 1, enough)
	m := twoColons().FindStringSubmatchIndex(text)
	if m == nil {
		return complaints["key"].at(whole(f, line))
	}
	value, _, comment := strings.Cut(text[m[4]:], " #")
	value, end, hint := strings.TrimSpace(value), line, "put the text in quotes: "
	if !comment {
		value, end = rest(f, line, m[2], value)
	}
	if end > line {
		hint = fmt.Sprintf("put all of the text in quotes, to its end on line %d: ", end)
	}
	return diag.Diagnostic{Code: diag.NeedsQuotes, Span: part(f, line, text, m[5], 1), Message: `a text with ": " in it needs quotes`,
		Hint: hint + diag.Printable(text[m[2]:m[3]]) + ": " + inQuotes(value)}
}

// rest is a text without quotes to its end, and the line of that: it goes on over the lines that stand deeper than its key.
func rest(f *source.File, line, indent int, value string) (all string, end int) {
	all, end = value, line
	for n := line + 1; n <= f.Lines(); n++ {
		text := f.From(n, 1, enough)
		word := strings.TrimLeft(text, " ")
		switch {
		case strings.TrimSpace(word) == "":
		case len(text)-len(word) <= indent || word[0] == '#' || blockKey().MatchString(word):
			return all, end
		case len(all) < enough: // no hint is so long
			all += " " + strings.TrimSpace(word)
			fallthrough
		default:
			end = n
		}
	}
	return all, end
}

// startless explains a character that no text can begin with: mostly a tab, or @ and the like.
func startless(f *source.File, line int, say complaint) diag.Diagnostic {
	for n := line; n <= f.Lines(); n++ { // a tab counts as white space, so that the line before was taken for the last with content
		text := f.From(n, 1, enough)
		if i := strings.IndexByte(text, '\t'); i >= 0 && strings.TrimSpace(text[:i]) == "" && strings.TrimSpace(text) != "" {
			return complaints["tab"].at(part(f, n, text, i, 1))
		}
		if n > line && strings.TrimSpace(text) != "" {
			break
		}
	}
	text, place := f.From(line, 1, enough), whole(f, line)
	if i := strings.Index(text, "{%"); i >= 0 {
		return complaints["statement"].at(part(f, line, text, i, 2))
	}
	if m := badStart().FindStringSubmatchIndex(text); m != nil {
		place = part(f, line, text, m[2], 1)
	}
	return say.at(place)
}
