package sarif

import (
	"crypto/sha256"
	"fmt"

	"tmodel/internal/diag"
	"tmodel/internal/source"
)

// printer makes fingerprints, by which GitHub knows a result again when lines have moved. Equal ones of a file are
// numbered in their order.
type printer map[printed]int

type printed struct {
	file string
	hash string
}

// of is made from the code, what is said, and the text that is marked: not from the place, nor from what else is on
// the line.
func (p printer) of(d *diag.Diagnostic) string {
	sum := sha256.Sum256([]byte(d.Code.String() + "\x00" + d.Message + "\x00" + marked(d.Span)))
	at := printed{hash: fmt.Sprintf("%x", sum[:8])}
	if d.Span.File != nil {
		at.file = d.Span.File.Name
	}
	p[at]++
	return fmt.Sprintf("%s:%d", at.hash, p[at])
}

// longest is how many characters of the marked text count.
const longest = 200

// marked is the text of the range, as much of it as stands on its first line.
func marked(s source.Span) string {
	if !s.Valid() || int(s.Line) > s.File.Lines() {
		return ""
	}
	n := min(s.Width(), longest)
	text := []rune(s.File.From(int(s.Line), int(s.Col), 4*n))
	return string(text[:min(n, len(text))])
}
