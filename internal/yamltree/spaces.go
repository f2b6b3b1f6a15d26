package yamltree

import (
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"tmodel/internal/diag"
	"tmodel/internal/source"
)

// ownKey is what the keys of the language look like. What else stands before a colon between odd spaces is prose, as
// the French write it.
var ownKey = lazily(`^[a-z][a-z0-9_-]*[\t ]*$`)

// ownLine is how a line of the language begins.
var ownLine = lazily(`^(?:- |[a-z][a-z0-9_-]*:(?: |$))`)

// oddSpace says whether a character looks like a space, and is none to YAML.
func oddSpace(r rune) bool { return r >= 0xA0 && unicode.Is(unicode.Zs, r) }

// oddSpaces reports odd spaces that stand where YAML needs ordinary ones, once a line, and says so. It gives a file to
// go on with, in which ordinary ones stand there. Those inside of texts are left alone.
func oddSpaces(f *source.File, bag *diag.Bag) (*source.File, bool) {
	s := scanner{odd: make([]bool, len(f.Data))}
	for _, r := range string(f.Data) {
		if oddSpace(r) {
			s.odd[len(s.text)] = true
			r = ' '
		}
		s.text = utf8.AppendRune(s.text, r)
	}
	s.end, s.took = len(s.text), make([]bool, len(s.text))
	s.run()
	if !slices.Contains(s.took, true) {
		return f, false
	}
	var masked []byte
	short, said := 0, 0
	for i, r := range string(f.Data) {
		step := utf8.RuneLen(r)
		if s.odd[short] {
			step = 1
		}
		if s.took[short] {
			if line, col := f.Place(i); line != said && !bag.Stop() {
				said = line
				bag.Add(odd(at(f, line, col), r))
			}
			r = ' '
		}
		masked = utf8.AppendRune(masked, r)
		short += step
	}
	return source.New(f.Name, masked), true
}

// odd words an odd space.
func odd(place source.Span, r rune) diag.Diagnostic {
	name := "a space that YAML does not know"
	if r == 0xA0 || r == 0x202F {
		name = "a no-break space"
	}
	return diag.Diagnostic{Code: diag.HiddenChar, Span: place, Message: fmt.Sprintf("%s (U+%04X) stands where YAML needs an ordinary one", name, r),
		Hint: "replace it by an ordinary space, and any other on this line"}
}

func (s *scanner) isOdd(i int) bool { return i < len(s.odd) && s.odd[i] }

// take notes that YAML needs the white space between two offsets.
func (s *scanner) take(from, to int) {
	for i := max(from, 0); i < to && s.odd != nil; i++ {
		if s.odd[i] {
			s.took[i] = true
		}
	}
}

// oddIndent is how far a line is indented up to its first odd space.
func (s *scanner) oddIndent(start int) (col int) {
	for start+col < s.i && !s.isOdd(start+col) {
		col++
	}
	return col
}

// trailing takes the white space before an offset.
func (s *scanner) trailing(to int) {
	from := to
	for s.odd != nil && !s.own && (s.at(from-1) == ' ' || s.at(from-1) == '\t') {
		from--
	}
	s.take(from, to)
}

// prose says whether a colon in brackets ends no key, because an odd space follows it.
func (s *scanner) prose(last *bracket) bool {
	return s.isOdd(s.i+1) && (last.colon || last.char == '[' || !last.done && !ownKey().Match(s.text[last.first:s.i]))
}
