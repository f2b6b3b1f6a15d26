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
		split, other, end := conflict(f, line)
		if end == 0 {
			continue
		}
		bag.Add(undecided(f, line, split, other, end))
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

// undecided words a conflict.
func undecided(f *source.File, line, split, other, end int) diag.Diagnostic {
	d := diag.Diagnostic{Code: diag.MergeConflict, Span: whole(f, line), Message: "a merge conflict was left in the file",
		Hint: "keep one of the two versions, or both in order, and remove the three lines of marks; the first version is looked at meanwhile"}
	if split < other {
		d.Hint = "keep one of the two versions, or both in order, and remove the four lines of marks and what was there before; the first version is looked at meanwhile"
		d.Notes = append(d.Notes, diag.Note{Span: whole(f, split), Message: "what was there before both begins here"})
	}
	d.Notes = append(d.Notes, diag.Note{Span: whole(f, other), Message: "the other version begins here"}, diag.Note{Span: whole(f, end), Message: "and ends here"})
	return d
}

// conflict is the line where a conflict's first version ends, the one where the other begins, and the one where the
// conflict ends, 0 when it doesn't.
func conflict(f *source.File, from int) (split, other, end int) {
	for line := from + 1; line <= f.Lines(); line++ {
		switch {
		case marked(f, line, ours):
			return 0, 0, 0
		case split == 0 && marked(f, line, parent):
			split = line
		case other == 0 && marked(f, line, middle):
			other = line
			if split == 0 {
				split = line
			}
		case other > 0 && marked(f, line, theirs):
			return split, other, line
		}
	}
	return 0, 0, 0
}

// lone reports the marks that stand in a file without the others of a conflict, where the parser refuses the file.
func lone(f *source.File, bag *diag.Bag) bool {
	var places []source.Span
	for line := 1; line <= f.Lines(); line++ {
		for _, mark := range []string{ours, parent, middle, theirs} {
			if marked(f, line, mark) {
				places = append(places, whole(f, line))
			}
		}
	}
	if len(places) == 0 {
		return false
	}
	d := diag.Diagnostic{Code: diag.MergeConflict, Span: places[0], Message: "a mark of a merge conflict was left in the file",
		Hint: "see what two branches left above and below it, keep what is true, and remove each line with such a mark"}
	for _, p := range places[1:min(len(places), 4)] {
		d.Notes = append(d.Notes, diag.Note{Span: p, Message: "here is another"})
	}
	bag.Add(d)
	return true
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
