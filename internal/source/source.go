// Package source holds the files that the user wrote and the places in them.
package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// File is an input as it was read. Name is what messages call it.
type File struct {
	Name  string
	Data  []byte
	lines []int32 // byte offset of each line's start
}

// New indexes the lines of data. Data is not copied and must not change.
func New(name string, data []byte) *File {
	f := &File{Name: name, Data: data, lines: make([]int32, 1, 1+bytes.Count(data, []byte{'\n'}))}
	for i, b := range data {
		if b == '\n' {
			f.lines = append(f.lines, int32(i+1))
		}
	}
	return f
}

// Lines is the number of lines; text after the last line break counts as one.
func (f *File) Lines() int { return len(f.lines) }

// Line is the text of line n, counted from 1, without its line break; empty when there is no such line.
func (f *File) Line(n int) string {
	if n < 1 || n > len(f.lines) {
		return ""
	}
	start, end := int(f.lines[n-1]), len(f.Data)
	if n < len(f.lines) {
		end = int(f.lines[n]) - 1
	}
	return strings.TrimSuffix(string(f.Data[start:end]), "\r")
}

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
func (s Span) Before(t Span) bool {
	if a, b := name(s), name(t); a != b {
		return a < b
	}
	if s.Line != t.Line {
		return s.Line < t.Line
	}
	return s.Col < t.Col
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
		if n := utf8.RuneCountInString(s.File.Line(int(s.Line))) - int(s.Col) + 1; n > 1 {
			return n
		}
	}
	return 1
}
