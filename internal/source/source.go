// Package source holds the files that the user wrote and the places in them.
package source

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// File is an input as it was read. Name is what messages call it. It does not change once it is made.
type File struct {
	Name  string
	Data  []byte
	lines []int32           // byte offset of each line's start
	marks map[int32][]int32 // for long lines with wide characters: byte offset of every markEvery-th code point
}

// bom is the mark that some editors put before the text; it belongs to no line.
const bom = "\xef\xbb\xbf"

// New indexes the lines of data: \n, \r\n and a lone \r end a line, as editors have it. Data is not copied
// and must not change.
func New(name string, data []byte) *File {
	f := &File{Name: name, Data: data, lines: make([]int32, 1, 1+bytes.Count(data, []byte{'\n'}))}
	if bytes.HasPrefix(data, []byte(bom)) {
		f.lines[0] = int32(len(bom))
	}
	for i, b := range data {
		if b == '\n' || b == '\r' && (i+1 == len(data) || data[i+1] != '\n') {
			f.lines = append(f.lines, int32(i+1))
		}
	}
	for n := range f.lines {
		f.mark(n + 1)
	}
	return f
}

// Lines is the number of lines; text after the last line break counts as one.
func (f *File) Lines() int { return len(f.lines) }

// Text is the file without its byte order mark.
func (f *File) Text() []byte { return f.Data[f.lines[0]:] }

// Line is the text of line n, counted from 1, without its line break; empty when there is no such line.
func (f *File) Line(n int) string {
	start, end := f.bounds(n)
	return string(f.Data[start:end])
}

// Range is where in Data the text of line n begins and ends, without its line break.
func (f *File) Range(n int) (start, end int) { return f.bounds(n) }

// bounds are the offsets where the text of a line begins and ends.
func (f *File) bounds(n int) (start, end int) {
	if n < 1 || n > len(f.lines) {
		return 0, 0
	}
	start, end = int(f.lines[n-1]), len(f.Data)
	if n < len(f.lines) {
		end = int(f.lines[n])
	}
	for end > start && (f.Data[end-1] == '\n' || f.Data[end-1] == '\r') {
		end--
	}
	return start, end
}

// Place is the line and column of the byte at an offset.
func (f *File) Place(offset int) (line, col int) {
	line = 1
	for lo, hi := 1, len(f.lines); lo < hi; {
		if mid := (lo + hi) / 2; int(f.lines[mid]) <= offset {
			line, lo = mid+1, mid+1
		} else {
			hi = mid
		}
	}
	start, end := f.bounds(line)
	return line, f.count(line, start, min(max(offset, start), end)) + 1
}

// From is what stands on a line from a column on, at most limit bytes of it, cut between code points.
func (f *File) From(line, col, limit int) string {
	_, end := f.bounds(line)
	start := f.offset(line, col)
	if end-start > limit {
		for end = start + limit; end > start && !utf8.RuneStart(f.Data[end]); end-- {
		}
	}
	return string(f.Data[start:end])
}

// Width is how many code points a line has.
func (f *File) Width(line int) int {
	start, end := f.bounds(line)
	return f.count(line, start, end)
}

// Indent is the column of the first character of a line that is neither a space nor a tab.
func (f *File) Indent(line int) int {
	l := f.Line(line)
	return len(l) - len(strings.TrimLeft(l, " \t")) + 1
}
