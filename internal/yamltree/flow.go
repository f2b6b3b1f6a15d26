package yamltree

import (
	"bytes"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/source"
)

// bracket is an open [ or {, where it stands, and what was seen since the last comma in it.
type bracket struct {
	char    byte
	at      int  // offset in the file
	first   int  // offset of what was seen first since the last comma or colon
	colon   bool // since the last comma
	content bool // since the last comma or colon
	done    bool // something in quotes, brackets or {{ }}, behind which only a comma, a colon or the end can stand
	brace   int  // the offset of {{ that this was, or 0
}

// closer is the bracket that closes it.
func (b bracket) closer() string { return string(b.char + 2) }

// flow goes through lists in brackets and mappings in braces, to where the outermost is closed.
func (s *scanner) flow() {
	s.open = append(s.open, bracket{char: s.at(s.i), at: s.i})
	for s.i++; s.going() && len(s.open) > 0; s.i++ {
		last := &s.open[len(s.open)-1]
		switch c := s.at(s.i); {
		case c == '\n' || c == '\r':
			s.trailing(s.i)
			s.fold()
		case c == ' ' || c == '\t':
			text := s.own && !last.colon && letter(s.at(s.i+1)) // of the user's own, which may begin with any space
			if last.done || !last.content && !text {
				s.take(s.i, s.i+1)
			}
		case c == '#' && (s.gapAt(s.i-1) || !last.content || last.done):
			if s.hash == 0 && !s.gapAt(s.i-1) && bytes.ContainsAny(s.text[s.i:s.lineEnd(s.i)], "]}") {
				s.hash = s.i
			}
			s.i = s.lineEnd(s.i) - 1
		case c == ']' || c == '}':
			s.trailing(s.i)
			s.close(c)
		case c == ',':
			s.trailing(s.i)
			if !last.content && !last.colon {
				s.stop(noValue, s.i, s.i)
			}
			*last = bracket{char: last.char, at: last.at}
		case c == ':' && (last.done || s.gapAt(s.i+1) || strings.IndexByte(",]}", s.at(s.i+1)) >= 0) && !s.prose(last):
			s.colon(last)
		case c == ':' && (s.at(s.i+1) == '[' || s.at(s.i+1) == '{') && last.content && ownKey().Match(s.text[last.first:s.i]):
			s.stop(noColonGap, last.first, s.i)
		default:
			s.inside(last, c)
		}
	}
}

// inside takes what begins or goes on inside brackets.
func (s *scanner) inside(last *bracket, c byte) {
	from, opens := s.i, c == '[' || c == '{'
	if !last.content {
		last.first = from
	}
	switch {
	case c == '{' && s.at(from-1) == '$':
		s.stop(gap, from-1, from-1)
	case last.brace > 0:
		s.stop(braceText, last.brace, from)
	case last.done && (c == '"' || c == '\'' || opens || s.gapAt(from-1) && !s.goesOn(last)), last.content && opens:
		s.stop(noComma, from, from)
	case last.done:
		s.stop(quoteText, last.first, from)
	case c == '?' && (last.content || last.colon):
		s.stop(question, last.first, from)
	case last.content:
	case c == '-' && s.gapAt(from+1):
		s.stop(dashInside, from, from)
	case (c == '&' || c == '!') && !s.gapAt(from+1): // what it stands at comes next
		for !s.gapAt(s.i+1) && strings.IndexByte(",[]{}", s.at(s.i+1)) < 0 {
			s.i++
		}
	case c == '"' || c == '\'':
		last.content, last.done = true, true
		s.quote()
		s.i--
	case c == '{' && s.at(from+1) == '{' && s.brace():
		last.content, last.done, last.brace = true, true, from
		s.i--
	case opens:
		last.content, last.done = true, true
		s.open = append(s.open, bracket{char: c, at: from})
	default:
		last.content = true
	}
}

// goesOn says whether the value of a key, in quotes, has text behind it, and not another key.
func (s *scanner) goesOn(last *bracket) bool {
	text := s.text[s.i:s.lineEnd(s.i)]
	if i := bytes.IndexAny(text, ",]}"); i >= 0 {
		text = text[:i]
	}
	c := s.at(last.first)
	return last.colon && (c == '"' || c == '\'') && bytes.IndexByte(text, ':') < 0
}

// close takes a closing bracket.
func (s *scanner) close(c byte) {
	n := len(s.open) - 1
	if s.open[n].char+2 != c {
		s.stop(otherClose, s.i, s.i)
		return
	}
	if s.open = s.open[:n]; n == 0 {
		s.late, s.hash = 0, 0
	}
}

// colon takes a colon behind a key.
func (s *scanner) colon(last *bracket) {
	if last.colon {
		s.stop(noComma, s.i, s.i)
	}
	s.trailing(s.i)
	last.colon, last.content, last.done, last.brace = true, false, false, 0
}

// fold looks at how the next line begins: one that stands no deeper than what the brackets are the value of, and has a
// dash or a key, goes on in block style.
func (s *scanner) fold() {
	last := &s.open[len(s.open)-1]
	i := s.i + 1
	for s.at(i) == ' ' {
		i++
	}
	if i >= s.end {
		return
	}
	above, key := last.content || last.colon, blockKey().Match(s.text[i:s.lineEnd(i)])
	switch left := i-s.i-1 <= s.parent; {
	case left && s.at(i) == '-' && s.gapAt(i+1), left && key && above:
		s.stop(openFault, last.at, i)
	case key && above:
		s.stop(noComma, i, i)
	case left && key && s.late == 0:
		s.late = i
	}
}

// unclosed explains what the parser refuses in brackets, where the scan has found nothing that can't be there.
func unclosed(f *source.File, s *scanner, stumble int, say complaint) diag.Diagnostic {
	if len(s.open) == 0 {
		return say.at(spot(f, stumble))
	}
	if s.late > 0 {
		stumble = s.late
	}
	return s.unended(f, stumble)
}

// unended explains brackets that nothing closes.
func (s *scanner) unended(f *source.File, stumble int) diag.Diagnostic {
	last, closers := s.open[len(s.open)-1], ""
	if i := bytes.Index(f.Data[last.at:s.lineEnd(last.at)], []byte("{{")); i >= 0 {
		return complaints["template"].at(spot(f, last.at+i))
	}
	for _, b := range s.open {
		closers = b.closer() + closers
	}
	line, col := f.Place(stumble)
	note := diag.Note{Span: at(f, line, col), Message: "the file ends here"}
	if len(bytes.TrimSpace(f.Data[min(stumble+1, len(f.Data)):])) > 0 {
		note = diag.Note{Span: whole(f, line), Message: "this no longer fits in"}
	}
	return diag.Diagnostic{Code: diag.Unclosed, Span: spot(f, last.at), Message: "the " + string(last.char) + " that opens here is not closed",
		Hint: "close it with " + closers + " behind the last item", Notes: []diag.Note{note}}
}

// spot is the place of an offset.
func spot(f *source.File, offset int) source.Span {
	line, col := f.Place(offset)
	return at(f, line, col)
}
