package graph

import (
	"fmt"
	"slices"

	"tmodel/internal/diag"
)

// slip is a name that no element has, and the id that was probably meant.
type slip struct {
	name, near string
	said       diag.Diagnostic
}

// reportSlips reports the names that no element has and that are near to one that is there. Where the same name stands
// several times, and nothing names the element by its id, there is one slip: most likely in the declaration.
func (b *builder) reportSlips() {
	slices.SortStableFunc(b.slips, func(x, y slip) int { return x.said.Span.Compare(y.said.Span) })
	again := map[[2]string][]slip{}
	for _, s := range b.slips {
		again[[2]string{s.name, s.near}] = append(again[[2]string{s.name, s.near}], s)
	}
	for _, s := range b.slips {
		same := again[[2]string{s.name, s.near}]
		switch r := b.g.ids[s.near]; {
		case len(same) == 1 || b.named[r.Type][r.Index]:
			b.bag.Add(s.said)
		case s.said.Span == same[0].said.Span:
			b.bag.Add(b.oneSlip(same))
		}
	}
}

// tooMany reports the slips at once where there are so many that nobody looks for what they have in common.
func (b *builder) tooMany() {
	if len(b.slips)+b.noted < diag.Limit {
		return
	}
	for _, s := range b.slips {
		b.bag.Add(s.said)
	}
	b.slips, b.noted = nil, diag.Limit
}

// oneSlip is what is said about a name that stands several times where nothing has the id that is near.
func (b *builder) oneSlip(same []slip) diag.Diagnostic {
	d, near := same[0].said, same[0].near
	d.Hint = "did you mean " + diag.Quote(near) + "? Nothing names that: write the same in all these places"
	d.Notes = []diag.Note{{Span: b.declared[near].span, Message: "declared here"}}
	for _, s := range same[1:] {
		if len(d.Notes) == mostNotes {
			d.Notes[mostNotes-1].Message += fmt.Sprintf(", and in %d more places", len(same)-mostNotes)
			break
		}
		d.Notes = append(d.Notes, diag.Note{Span: s.said.Span, Message: "named here too"})
	}
	return d
}
