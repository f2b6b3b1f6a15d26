package eval

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"tmodel/internal/source"
	"tmodel/internal/yamltree"
)

// edits are changes of a file that leave its layout and its comments alone.
type edits struct {
	file *source.File
	list []edit
}

// edit puts a text in the place of the bytes from at to end.
type edit struct {
	at, end int
	text    string
}

// replace writes another word for a scalar.
func (e *edits) replace(n *yamltree.Node, text string) {
	e.list = append(e.list, edit{e.offset(n.Span.Line, n.Span.Col), e.offset(n.Span.EndLine, n.Span.EndCol), text})
}

// after adds a pair to a mapping, behind the pair of a key, whose value is a scalar: on the same line between braces, else
// on a line of its own.
func (e *edits) after(mapping *yamltree.Node, key, pair string) {
	k, v := mapping.Key(key), mapping.Get(key)
	if e.braces(mapping) {
		at := e.offset(v.Span.EndLine, v.Span.EndCol)
		e.list = append(e.list, edit{at, at, ", " + pair})
		return
	}
	_, at := e.file.Range(int(v.Span.EndLine))
	e.list = append(e.list, edit{at, at, "\n" + indent(k) + pair})
}

// before adds pairs in front of those that a mapping has.
func (e *edits) before(mapping *yamltree.Node, pairs []string) {
	at := e.offset(mapping.Span.Line, mapping.Span.Col)
	switch {
	case len(mapping.Pairs) == 0:
		e.list = append(e.list, edit{at + 1, at + 1, strings.Join(pairs, ", ")})
	case e.braces(mapping):
		e.list = append(e.list, edit{at + 1, at + 1, strings.Join(pairs, ", ") + ", "})
	default:
		next := "\n" + indent(mapping.Pairs[0].Key)
		e.list = append(e.list, edit{at, at, strings.Join(pairs, next) + next})
	}
}

// braces says whether a mapping is written in them.
func (e *edits) braces(mapping *yamltree.Node) bool {
	return e.file.Data[e.offset(mapping.Span.Line, mapping.Span.Col)] == '{'
}

func indent(key *yamltree.Node) string { return strings.Repeat(" ", int(key.Span.Col)-1) }

// offset is the byte at which a column begins.
func (e *edits) offset(line, col int32) int {
	_, end := e.file.Range(int(line))
	return end - len(e.file.From(int(line), int(col), math.MaxInt))
}

// apply is the changed text.
func (e *edits) apply() ([]byte, error) {
	slices.SortStableFunc(e.list, func(a, b edit) int { return cmp.Compare(a.at, b.at) })
	var out []byte
	done := 0
	for _, x := range e.list {
		if x.at < done {
			line, col := e.file.Place(x.at)
			return nil, fmt.Errorf("%s:%d:%d: two changes meet; write what stands here out, without an alias", e.file.Name, line, col)
		}
		out = append(out, e.file.Data[done:x.at]...)
		out = append(out, x.text...)
		done = x.end
	}
	return append(out, e.file.Data[done:]...), nil
}
