package source

import (
	"cmp"
	"fmt"
)

// Span is a range of a file: lines and columns from 1, columns in code points, the end exclusive.
// The zero Span is nowhere.
type Span struct {
	File                       *File
	Line, Col, EndLine, EndCol int32
}

// Valid says whether the span is somewhere.
func (s Span) Valid() bool { return s.File != nil && s.Line > 0 }

// String is file:line:col, as editors and terminals make it clickable.
func (s Span) String() string {
	if s.File == nil {
		return "-"
	}
	if s.Line == 0 {
		return s.File.Name
	}
	return fmt.Sprintf("%s:%d:%d", s.File.Name, s.Line, s.Col)
}

// Before orders spans by file name, then by place.
func (s Span) Before(t Span) bool { return s.Compare(t) < 0 }

// Compare orders spans by file name, then by where they begin, then by where they end; nowhere comes first.
func (s Span) Compare(t Span) int {
	return cmp.Or(cmp.Compare(name(s), name(t)), cmp.Compare(s.Line, t.Line), cmp.Compare(s.Col, t.Col),
		cmp.Compare(s.EndLine, t.EndLine), cmp.Compare(s.EndCol, t.EndCol))
}

func name(s Span) string {
	if s.File == nil {
		return ""
	}
	return s.File.Name
}

// Width is how many code points of its first line the span covers, at least 1.
func (s Span) Width() int {
	if s.EndLine == s.Line && s.EndCol > s.Col {
		return int(s.EndCol - s.Col)
	}
	if s.EndLine > s.Line {
		return max(s.File.Width(int(s.Line))-int(s.Col)+1, 1)
	}
	return 1
}
