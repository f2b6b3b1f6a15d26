package yamltree

import (
	"bytes"
	"slices"

	"tmodel/internal/diag"
	"tmodel/internal/source"
)

// The marks that git leaves in a file, each at the start of a line.
const (
	ours   = "<<<<<<<"
	parent = "|||||||"
	middle = "======="
	theirs = ">>>>>>>"
)

// conflicts reports what a merge left undecided. It gives a file to go on with, in which of each conflict the first
// version stands, and every line where it was.
func conflicts(f *source.File, bag *diag.Bag) *source.File {
	if !bytes.Contains(f.Data, []byte(ours)) {
		return f
	}
	var masked []byte
	for line := 1; line <= f.Lines(); line++ {
		if !marked(f, line, ours) {
			continue
		}
		split, end := conflict(f, line)
		if end == 0 {
			continue
		}
		bag.Add(diag.Diagnostic{Code: diag.MergeConflict, Span: whole(f, line), Message: "a merge conflict was left in the file",
			Hint:  "keep one of the two versions, or both in order, and remove the three lines of marks; the first version is looked at meanwhile",
			Notes: []diag.Note{{Span: whole(f, split), Message: "the other version begins here"}, {Span: whole(f, end), Message: "and ends here"}}})
		if masked == nil {
			masked = slices.Clone(f.Data)
		}
		blank(f, masked, line, line)
		blank(f, masked, split, end)
		line = end
	}
	if masked == nil {
		return f
	}
	return source.New(f.Name, masked)
}

// conflict is the line where a conflict's first version ends and the one where the conflict ends, 0 when it doesn't.
func conflict(f *source.File, from int) (split, end int) {
	for line := from + 1; line <= f.Lines(); line++ {
		switch {
		case marked(f, line, ours):
			return 0, 0
		case split == 0 && (marked(f, line, parent) || marked(f, line, middle)):
			split = line
		case split > 0 && marked(f, line, theirs):
			return split, line
		}
	}
	return 0, 0
}

// marked says whether a line begins with a mark that nothing but a space follows.
func marked(f *source.File, line int, mark string) bool {
	text := f.From(line, 1, len(mark)+1)
	return text == mark || text == mark+" "
}

// blank overwrites lines with spaces, so that nothing else changes its place.
func blank(f *source.File, data []byte, from, to int) {
	for line := from; line <= to; line++ {
		start, end := f.Range(line)
		for i := start; i < end; i++ {
			data[i] = ' '
		}
	}
}
