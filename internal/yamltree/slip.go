package yamltree

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"tmodel/internal/diag"
	"tmodel/internal/source"
)

// explain words a slip.
func (s *scanner) explain(f *source.File) diag.Diagnostic {
	from, place := spot(f, s.slip.from), spot(f, s.slip.at)
	rest := s.rest(s.slip.at)
	switch s.slip.fault {
	case openFault:
		return s.unended(f, s.slip.at)
	case stray:
		return complaints["stray"].at(place)
	case noValue:
		return complaints["comma"].at(place)
	case dashInside:
		if s.late > 0 {
			return s.unended(f, s.late)
		}
		return complaints["block sequence entries are not allowed in this context"].at(place)
	case noComma, otherClose:
		return s.unmatched(f, place)
	case gap:
		return diag.Diagnostic{Code: diag.Unfilled, Span: part(f, int(place.Line), f.Line(int(place.Line)), s.slip.at-s.start(s.slip.at), 2),
			Message: "${ begins a gap of a template that nobody filled in", Hint: fillIt}
	case statement, template:
		say := complaints["template"]
		if s.slip.fault == statement {
			say = complaint{"{{ begins a statement of a template", complaints["statement"].hint, diag.Unfilled}
		}
		from.EndCol++
		return say.at(from)
	case braceText:
		from.EndCol = from.Col + 2
		return complaint{"a text that begins with {{ needs quotes", s.quoted(), diag.NeedsQuotes}.at(from)
	case bracketText:
		place.EndCol = place.Col + int32(utf8.RuneCountInString(rest))
		closer := string(s.at(s.slip.from) + 2)
		return complaint{"text stands behind the closing " + closer, "remove it; a text that begins with " + string(s.at(s.slip.from)) + " stands in quotes: " + s.quotedText(), diag.NotYAML}.at(place)
	case itemComma:
		return complaint{"a comma separates items only inside brackets and braces", "remove the comma", diag.NotYAML}.at(place)
	case quoteText:
		if i := strings.IndexAny(rest, ",]}"); i > 0 && len(s.open) > 0 {
			rest = strings.TrimRight(rest[:i], " \t")
		}
		place.EndCol = place.Col + int32(utf8.RuneCountInString(rest))
		d := complaints["behind"].at(place)
		d.Notes = s.opening(f)
		return d
	case noDashGap:
		return complaint{missingDashGap, "write - " + diag.Printable(diag.Clip(s.rest(s.slip.from)[1:], 60)), diag.NotYAML}.at(place)
	case noColonGap:
		key, value := string(s.text[s.slip.from:s.slip.at]), strings.TrimPrefix(s.upTo(s.slip.at+1, rest), ":")
		return complaint{missingColonGap, "write " + key + ": " + diag.Printable(diag.Clip(value, 60)), diag.NotYAML}.at(place)
	case question:
		within := map[byte]string{'[': "brackets", '{': "braces"}[s.open[len(s.open)-1].char]
		return complaint{"a text with ? in it needs quotes inside " + within, "put the text in quotes: " + s.quotedText(), diag.NeedsQuotes}.at(place)
	}
	return diag.Diagnostic{}
}

// hidden words a comment in brackets that is meant as text.
func (s *scanner) hidden(f *source.File) diag.Diagnostic {
	text := s.rest(s.hash)
	if i := strings.IndexAny(text, ",]}"); i > 0 {
		text = text[:i]
	}
	return complaint{"the # begins a comment here, which hides the rest of the line",
		"put the text in quotes: " + inQuotes(text) + "; where it is a comment, close what is open before it", diag.NeedsQuotes}.at(spot(f, s.hash))
}

// unmatched words what stands where a comma or the closing bracket belongs.
func (s *scanner) unmatched(f *source.File, place source.Span) diag.Diagnostic {
	last := s.open[len(s.open)-1]
	opened := []diag.Note{{Span: spot(f, last.at), Message: "this " + string(last.char) + " is open"}}
	if s.slip.fault == otherClose {
		return diag.Diagnostic{Code: diag.Unclosed, Span: place, Message: "a " + last.closer() + " is expected, or a comma before this", Notes: opened,
			Hint: "close what was opened last first"}
	}
	return diag.Diagnostic{Span: place, Message: "a comma or " + last.closer() + " is expected before this", Notes: opened,
		Hint: "put commas between the items, and quotes around a text that has commas, brackets or colons in it"}
}

// quoted says how to write a text that begins with {{.
func (s *scanner) quoted() string {
	return "put it in quotes: " + s.quotedText() + "; if it is a gap of a template, fill that in first"
}

// quotedText is the text that a slip spoils, in quotes, behind its key.
func (s *scanner) quotedText() string {
	text := s.rest(s.slip.from)
	if begun := s.slip.at - s.slip.from; len(s.open) > 0 && begun <= len(text) { // the slip may stand on a later line
		if i := strings.IndexAny(text[begun:], ",]}"); i >= 0 {
			text = text[:begun+i]
		}
	}
	key := string(s.text[s.start(s.slip.from):s.slip.from])
	key = key[strings.LastIndexAny(key, "{[,")+1:]
	if key = strings.TrimSpace(key); key != "" {
		key = diag.Printable(key) + " "
	}
	return key + inQuotes(text)
}

// opening notes where the quote opens that a slip stands behind, if that is on another line.
func (s *scanner) opening(f *source.File) []diag.Note {
	place, n := spot(f, s.slip.from), closing(s.text[s.slip.from:])
	if c := s.at(s.slip.from); c != '"' && c != '\'' || n < 0 {
		return nil
	}
	line, _ := f.Place(s.slip.from + n)
	if line == int(place.Line) {
		return nil
	}
	return []diag.Note{{Span: place, Message: fmt.Sprintf("the quote that opens here closes only on line %d", line)}}
}

// rest is what stands on a line from an offset on, without a comment.
func (s *scanner) rest(i int) string {
	text := s.text[i:max(s.lineEnd(i), i)]
	if n := bytes.Index(text, []byte(" #")); n >= 0 {
		text = text[:n]
	}
	return strings.TrimRight(string(text), " \t")
}

// upTo cuts a text behind the bracket that closes the one at an offset.
func (s *scanner) upTo(from int, text string) string {
	inner := scanner{text: s.text, end: min(s.lineEnd(from), len(s.text)), i: from}
	if c := s.at(from); c != '[' && c != '{' {
		return text
	}
	if inner.flow(); inner.slip.fault != noFault || len(inner.open) > 0 {
		return text
	}
	return string(s.text[from:inner.i])
}

// start is the offset of the line of another.
func (s *scanner) start(i int) int { return i - s.column(i) }

// inQuotes is a text as YAML has it in quotes; a long one is cut.
func inQuotes(text string) string {
	text = diag.Printable(diag.Clip(strings.TrimSpace(text), 60))
	if strings.ContainsAny(text, `"\`) {
		return "'" + strings.ReplaceAll(text, "'", "''") + "'"
	}
	return `"` + text + `"`
}
