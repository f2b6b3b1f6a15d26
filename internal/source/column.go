package source

import (
	"sort"
	"unicode/utf8"
)

// Files of one long line are usual for machines, and a scan from the line's start for each of its values would be
// quadratic. So long lines carry marks.
const (
	longLine  = 512
	markEvery = 256
)

// mark notes every markEvery-th code point of a long line that is not plain ASCII.
func (f *File) mark(line int) {
	start, end := f.bounds(line)
	if end-start <= longLine || ascii(f.Data[start:end]) {
		return
	}
	var marks []int32
	for at, n := start, 0; at < end; n++ {
		if n%markEvery == 0 {
			marks = append(marks, int32(at))
		}
		_, size := utf8.DecodeRune(f.Data[at:end])
		at += size
	}
	if f.marks == nil {
		f.marks = map[int32][]int32{}
	}
	f.marks[int32(line)] = marks
}

func ascii(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// offset is where a column of a line begins; columns beyond the line's end give its end.
func (f *File) offset(line, col int) int {
	at, end := f.bounds(line)
	skip := max(col-1, 0)
	if marks := f.marks[int32(line)]; marks != nil {
		m := min(skip/markEvery, len(marks)-1)
		at, skip = int(marks[m]), skip-m*markEvery
	} else if end-at > longLine {
		return min(at+skip, end)
	}
	for ; skip > 0 && at < end; skip-- {
		if f.Data[at] < utf8.RuneSelf {
			at++
			continue
		}
		_, size := utf8.DecodeRune(f.Data[at:end])
		at += size
	}
	return at
}

// count is how many code points lie between two offsets of a line, the first of which is the line's start.
func (f *File) count(line, start, end int) int {
	marks := f.marks[int32(line)]
	if marks == nil && end-start > longLine {
		return end - start
	}
	n := 0
	if marks != nil {
		m := sort.Search(len(marks), func(i int) bool { return int(marks[i]) > end }) - 1
		start, n = int(marks[m]), m*markEvery
	}
	return n + utf8.RuneCount(f.Data[start:end])
}
