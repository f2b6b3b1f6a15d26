package yamltree

import (
	"bytes"
	"strings"
)

// blockKey is a key at the start of a line.
var blockKey = lazily(`^[^\s,\[\]{}"'#:-][^,\[\]{}"'#:]*:(?:\s|$)`)

// tightKey is a key with no space behind its colon; a link or a drive is none.
var tightKey = lazily(`^([A-Za-z_][\w-]+):[^\s:/\\]`)

// fault is a sort of slip.
type fault uint8

// The slips.
const (
	noFault     fault = iota
	openFault         // a bracket is open, and a line begins that can't stand in it
	stray             // a closing bracket where none is open
	noValue           // a comma after nothing
	noComma           // something where a comma or a closing bracket belongs
	otherClose        // the closing bracket of another than the one opened last
	dashInside        // a - in brackets
	gap               // ${NAME} without quotes in brackets
	statement         // {{ on a line of its own, where a key belongs
	template          // {{ that holds what is no YAML
	braceText         // a text that begins with {{
	bracketText       // text behind a closing bracket
	itemComma         // a comma behind a closing bracket or quote that stands in none
	quoteText         // text behind a closing quote
	noDashGap         // -{ for - {
	noColonGap        // id:shop for id: shop
	question          // a ? in a text in brackets, which the parser takes for the mark of a key
)

// deepest is how much may stand before a value on its line; what has more is nobody's.
const deepest = 64

// slip is what can't stand where it stands: certainly, because the parser refused the file.
type slip struct {
	fault    fault
	from, at int // where the text began that it spoils, and where it is
}

// scanner goes through a file as a parser of YAML does, as closely as one must to tell keys, texts, quotes, brackets
// and block texts from each other. It stops at the first slip.
type scanner struct {
	text    []byte
	first   int // offset behind the byte order mark
	end     int // nothing that begins from here on is looked at
	i       int
	slip    slip
	open    []bracket
	late    int    // inside brackets: the offset of a key that stands no deeper than the line where they open, or 0
	hash    int    // inside brackets: the offset of a # with no space before it that hides a closing bracket, or 0
	parent  int    // column from 0 of the key or dash whose value was read last, or comes next; -1 at the top
	pending bool   // the value comes next
	depth   int    // how many dashes, keys, anchors and tags stand before this on the line
	plain   bool   // the value is a text without quotes, which goes on over lines that are indented deeper
	tight   slip   // such a text that may be meant as a key and its value
	odd     []bool // for each offset, whether it is white space that is none to YAML, ordinary spaces in this text
	own     bool   // in the value of a key of the user's own
	took    []bool // those of them that stand where YAML needs white space
}

// scan goes through a text up to an offset.
func scan(text []byte, end int) *scanner {
	s := &scanner{text: text, end: min(end, len(text))}
	s.run()
	return s
}

func (s *scanner) run() {
	if mark := []byte("\xef\xbb\xbf"); bytes.HasPrefix(s.text, mark) {
		s.first = len(mark)
	}
	s.i, s.parent, s.pending = s.first, -1, true
	for s.going() {
		s.line()
	}
}

func (s *scanner) going() bool { return s.slip.fault == noFault && s.i < s.end }

func (s *scanner) stop(f fault, from, at int) { s.slip = slip{f, from, at} }

// line goes through a line that begins outside of brackets, quotes and block texts, and what begins on it.
func (s *scanner) line() {
	start := s.i
	s.i = s.skipped()
	col := s.i - start
	goesOn := s.plain && col > s.parent && !s.lineEnds(s.i) && (s.oddIndent(start) == col || !ownLine().Match(s.text[s.i:s.lineEnd(s.i)]))
	if !goesOn {
		s.take(start, s.i)
	}
	switch {
	case s.lineEnds(s.i):
		s.plain = s.plain && s.at(s.i) != '#'
	case goesOn: // the text
	case col == 0 && bytes.HasPrefix(s.text[s.i:], []byte("---")) && s.gapAt(s.i+3):
		s.i += 3
		s.parent, s.pending, s.plain = -1, true, false
		s.value(true)
	default:
		s.plain, s.tight = false, slip{}
		s.node(s.pending && col > s.parent, false)
	}
	s.depth = 0
	s.skipLine()
}

// value goes through what stands behind a colon or dash on its line.
func (s *scanner) value(inline bool) {
	if s.depth++; s.depth > deepest {
		s.i = s.end
		return
	}
	if s.spaces(); !s.lineEnds(s.i) {
		s.node(true, inline)
	}
}

// node goes through a key and its value, an item, or a value. Inline is what stands behind a key, where no other key can be.
func (s *scanner) node(value, inline bool) {
	from := s.i
	switch c := s.at(from); {
	case (c == '-' || c == '?') && s.gapAt(from+1) && !inline:
		s.parent, s.pending = s.column(from), true
		s.i++
		s.value(false)
	case value && (c == '&' || c == '!'):
		s.word()
		s.value(inline)
	case value && (c == '|' || c == '>'):
		s.block()
	case c == '"' || c == '\'':
		s.quote()
		s.behind(from, inline, quoteText)
	case c == '{' && s.at(from+1) == '{' && s.brace():
		if s.lineEnds(s.skipped()) && (!value || s.alone(from)) {
			s.stop(statement, from, from)
			return
		}
		s.behind(from, inline, braceText)
	case c == '[' || c == '{':
		s.flow()
		s.behind(from, inline, bracketText)
	case c == ']' || c == '}':
		s.stop(stray, from, from)
	case c == '-' && strings.IndexByte(`{["'`, s.at(from+1)) >= 0 && !inline:
		s.stop(noDashGap, from, from)
	default:
		s.words(value, inline)
	}
}

// behind looks at what follows something closed: nothing, or the colon that makes it a key.
func (s *scanner) behind(from int, inline bool, f fault) {
	if !s.going() {
		return
	}
	s.pending = false
	s.spaces()
	switch c := s.at(s.i); {
	case s.lineEnds(s.i):
	case c == ':' && !inline:
		s.i++
		s.parent, s.pending = s.column(from), true
		s.value(true)
	case c == ',':
		s.stop(itemComma, from, s.i)
	case (c == ']' || c == '}') && f != braceText:
		s.stop(stray, from, s.i)
	default:
		s.stop(f, from, s.i)
	}
}

// words goes through a text without quotes, or a key and its value.
func (s *scanner) words(value, inline bool) {
	from, end := s.i, s.lineEnd(s.i)
	text := s.text[from:end]
	if i := bytes.Index(text, []byte(" #")); i >= 0 {
		text = text[:i]
	}
	colon := s.keyEnd(text)
	key := tightKey().FindSubmatchIndex(text)
	switch {
	case key != nil && !inline && key[3] < colon && strings.IndexByte("[{", text[key[3]+1]) >= 0:
		s.stop(noColonGap, from, from+key[3])
	case colon >= 0 && !inline:
		if dashKey(string(text[:min(len(text), 2)])) {
			s.stop(noDashGap, from, from)
			return
		}
		s.parent, s.pending = s.column(from), true
		s.trailing(from + colon)
		s.i += colon + 1
		s.own = bytes.HasPrefix(text, []byte("x-"))
		s.value(true)
		s.own = false
	case value:
		s.plain, s.pending = true, false
		s.trailing(from + len(text))
		if key != nil && !inline {
			s.tight = slip{noColonGap, from, from + key[3]}
		}
	case key != nil:
		s.stop(noColonGap, from, from+key[3])
	}
}

// keyEnd is the offset of the colon that ends a key, or -1.
func (s *scanner) keyEnd(text []byte) int {
	for from := 0; ; {
		n := bytes.Index(text[from:], []byte(": "))
		if n < 0 {
			break
		}
		if n += from; !s.isOdd(s.i+n+1) || ownKey().Match(text[:n]) {
			return n
		}
		from = n + 1 // a colon as the French write it
	}
	if text = bytes.TrimRight(text, " \t"); bytes.HasSuffix(text, []byte(":")) {
		return len(text) - 1
	}
	return -1
}

// block skips a text that | or > begins.
func (s *scanner) block() {
	s.pending = false
	for s.skipLine(); s.i < s.end; s.skipLine() {
		start := s.i
		s.i = s.skipped()
		if s.i-start <= s.parent && !s.breaks(s.i) {
			s.i = start
			break
		}
		if s.oddIndent(start) <= s.parent {
			s.take(start, s.i)
		}
	}
	s.i-- // line skips what is left of its own
}

// quote skips a text in quotes; all the rest when nothing closes it.
func (s *scanner) quote() {
	if n := closing(s.text[s.i:]); n >= 0 {
		s.i += n + 1
		return
	}
	s.i = s.end
}

// brace skips {{ and what it holds, as templates have it; false when that is not closed on the line.
func (s *scanner) brace() bool {
	from := s.i
	text := s.text[from:min(from+enough, len(s.text))]
	n := bytes.Index(text, []byte("}}"))
	if n < 0 || bytes.ContainsAny(text[:n], "\r\n") {
		return false
	}
	if s.i += n + 2; s.i >= s.end {
		s.stop(template, from, from)
	}
	return true
}

// alone says whether {{ }} on a line of its own is no value, because what is below belongs to the same key.
func (s *scanner) alone(from int) bool {
	line := s.text[from-s.column(from) : from]
	below := s.text[min(s.lineEnd(from)+1, len(s.text)):]
	text := bytes.TrimLeft(below, " \t\r\n")
	col := len(below) - len(text) - 1 - bytes.LastIndexAny(below[:len(below)-len(text)], "\r\n")
	return len(bytes.TrimSpace(line)) == 0 && len(text) > 0 && col > s.parent
}

// column is how far from the start of its line an offset is.
func (s *scanner) column(at int) int {
	return at - max(bytes.LastIndexAny(s.text[:at], "\r\n")+1, s.first)
}

func (s *scanner) at(i int) byte {
	if i < 0 || i >= len(s.text) {
		return '\n'
	}
	return s.text[i]
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func (s *scanner) breaks(i int) bool { return s.at(i) == '\n' || s.at(i) == '\r' }

// gapAt says whether white space stands at an offset, or the end.
func (s *scanner) gapAt(i int) bool { return s.breaks(i) || s.at(i) == ' ' || s.at(i) == '\t' }

// lineEnds says whether nothing but a comment stands from an offset on.
func (s *scanner) lineEnds(i int) bool { return s.breaks(i) || s.at(i) == '#' && s.gapAt(i-1) }

// spaces skips white space that YAML needs.
func (s *scanner) spaces() {
	from := s.i
	s.i = s.skipped()
	s.take(from, s.i)
}

// skipped is the offset of what stands behind spaces.
func (s *scanner) skipped() int {
	i := s.i
	for s.at(i) == ' ' || s.at(i) == '\t' {
		i++
	}
	return i
}

func (s *scanner) word() {
	for !s.gapAt(s.i) {
		s.i++
	}
}

// lineEnd is the offset of the end of a line.
func (s *scanner) lineEnd(i int) int {
	if n := bytes.IndexAny(s.text[i:], "\r\n"); n >= 0 {
		return i + n
	}
	return len(s.text)
}

// skipLine goes to the next line.
func (s *scanner) skipLine() { s.i = min(s.lineEnd(min(s.i, len(s.text)))+1, len(s.text)) }
