package yamltree

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"tmodel/internal/diag"
	"tmodel/internal/source"
)

var (
	position = lazily(`^yaml: (?:line (\d+): )?`)
	anchor   = lazily(`^unknown anchor '(.*)' referenced$`)
)

// syntax reports an error of the parser in our words. The parser names a line at best, and often that of the
// construct's start or one too few, so that the place is looked for again.
func syntax(f *source.File, err error, bag *diag.Bag) {
	text, named := err.Error(), 0
	if m := position().FindStringSubmatch(text); m != nil {
		text = text[len(m[0]):]
		named, _ = strconv.Atoi(m[1])
	}
	stumble := reach(f)
	line, _ := f.Place(stumble)
	if strings.HasPrefix(text, "exceeded max depth") {
		refuse(bag, diag.TooLarge, whole(f, line), "nested deeper than any system needs", "the language needs at most 6 levels")
		return
	}
	d := diagnose(f, text, min(named, f.Lines()), stumble)
	if d.Message == "" {
		d.Message, d.Hint = diag.Printable(text), "look at this line and the one before: indentation, a missing colon or space after it, an open quote or bracket"
	}
	if !d.Span.Valid() {
		d.Span = whole(f, line)
	}
	if d.Code == 0 {
		d.Code = diag.NotYAML
	}
	d.Message = "this is not YAML: " + d.Message
	bag.Add(d)
}

// diagnose words a message of the parser, and finds the place more closely than the line it stumbles over.
func diagnose(f *source.File, text string, named, stumble int) diag.Diagnostic {
	line, _ := f.Place(stumble)
	s := scan(f.Data, stumble+1)
	switch {
	case s.hash > 0 && (s.slip.fault == noFault || s.slip.fault == openFault || s.slip.fault == noComma || s.slip.fault == otherClose || s.slip.fault == dashInside):
		return s.hidden(f)
	case s.slip.fault != noFault:
		return s.explain(f)
	}
	say := complaints[text]
	d := diag.Diagnostic{Code: say.code, Message: say.message, Hint: say.hint}
	switch text {
	case "did not find expected ',' or ']'", "did not find expected ',' or '}'", "did not find expected node content":
		return unclosed(f, s, stumble, say)
	case "could not find expected ':'":
		if s.tight.fault != noFault {
			s.slip = s.tight
			return s.explain(f)
		}
		if named > 0 {
			d.Span = whole(f, named)
		}
	case "found unexpected end of stream", "found unexpected document indicator":
		d.Span = openQuote(f, max(named, 1))
	case "found unknown escape character", "did not find expected hexdecimal number", "found invalid Unicode character escape code":
		d.Span = last(f, stumble, `\`, 2)
	case "block sequence entries are not allowed in this context":
		d.Span, _ = find(f, line, "- ")
	case "mapping values are not allowed in this context":
		if s.tight.fault != noFault {
			s.slip = s.tight
			return s.explain(f)
		}
		return colon(f, line)
	case "found character that cannot start any token", "found a tab character that violates indentation", "found a tab character where an indentation space is expected":
		return startless(f, line, say)
	case "found incompatible YAML document":
		if m := version().FindSubmatchIndex(f.Data); m != nil {
			d.Span = spot(f, m[2])
			d.Span.EndCol += int32(m[5] - m[2] - 1)
		}
	case "found undefined tag handle", "did not find expected tag URI", "did not find expected '!'":
		if d.Span = last(f, stumble, " !", 2); d.Span.Valid() {
			d.Span.Col++
		}
	}
	if m := anchor().FindStringSubmatch(text); m != nil {
		d.Span = last(f, stumble, "*"+m[1], 1+utf8.RuneCountInString(m[1]))
		d.Code, d.Message, d.Hint = diag.BadAlias, "nothing before this has the anchor &"+diag.Printable(m[1]), "a text that begins with * must stand in quotes"
	}
	return d
}

// at is a diagnostic with the complaint at a place.
func (c complaint) at(s source.Span) diag.Diagnostic {
	return diag.Diagnostic{Code: c.code, Span: s, Message: c.message, Hint: c.hint}
}

// enough of a line is looked at to explain a mistake in it.
const enough = 4096

// whole marks the text of a line.
func whole(f *source.File, line int) source.Span {
	s := at(f, line, f.Indent(line))
	s.EndCol = max(s.EndCol, s.Col+int32(utf8.RuneCountInString(strings.TrimSpace(f.From(line, int(s.Col), enough)))))
	return s
}

// find is the first place of a text on a line; nowhere when it isn't there.
func find(f *source.File, line int, text string) (source.Span, bool) {
	l := f.From(line, 1, enough)
	i := strings.Index(l, text)
	if i < 0 || text == "" {
		return source.Span{}, false
	}
	return part(f, line, l, i, len(text)), true
}

// last is the last place of a text before where the parser stumbles, marked so many columns wide; nowhere when there is none.
func last(f *source.File, stumble int, text string, width int) source.Span {
	i := bytes.LastIndex(f.Data[:min(stumble+2*ahead, len(f.Data))], []byte(text))
	if i < 0 {
		return source.Span{}
	}
	line, col := f.Place(i)
	s := at(f, line, col)
	s.EndCol = int32(min(col+width, f.Width(line)+1))
	return s
}

// part is the place of some bytes of a line's text.
func part(f *source.File, line int, text string, offset, length int) source.Span {
	s := at(f, line, utf8.RuneCountInString(text[:offset])+1)
	s.EndCol = s.Col + int32(max(utf8.RuneCountInString(strings.TrimRight(text[offset:offset+length], " \t")), 1))
	return s
}
