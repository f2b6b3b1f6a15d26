package diag

import (
	"cmp"
	"slices"

	"tmodel/internal/source"
)

// Limit is how many errors one run collects; what comes after is counted only.
const Limit = 1000

// Bag collects diagnostics; stages add to it and go on. The zero Bag is empty.
type Bag struct {
	list    []Diagnostic
	errors  int
	dropped bool
	said    map[saying]bool
}

// saying is what makes two errors the same: a thing that is looked at twice is said, and counted, once.
type saying struct {
	code    Code
	span    source.Span
	message string
}

// Add keeps d. Beyond Limit nothing is kept: a warning is of no use to somebody with a thousand errors.
func (b *Bag) Add(d Diagnostic) {
	d.Severity = d.Code.Severity()
	if b.Full() {
		b.dropped = b.dropped || d.Severity == Error
		return
	}
	if d.Severity == Error {
		s := saying{d.Code, d.Span, d.Message}
		if b.said[s] {
			return
		}
		if b.said == nil {
			b.said = map[saying]bool{}
		}
		b.said[s] = true
		b.errors++
	}
	b.list = append(b.list, d)
}

// Full says whether Limit errors were collected. A stage may stop then, after Stop.
func (b *Bag) Full() bool { return b.errors >= Limit }

// Stop says that there may be more errors than were looked for, when the bag is full. It returns Full.
func (b *Bag) Stop() bool {
	b.dropped = b.dropped || b.Full()
	return b.Full()
}

// Failed says whether any error was added.
func (b *Bag) Failed() bool { return b.errors > 0 }

// Sorted is everything said, by place, then severity and code, each thing once.
func (b *Bag) Sorted() []Diagnostic {
	out := slices.Clone(b.list)
	slices.SortStableFunc(out, compare)
	out = slices.CompactFunc(out, func(x, y Diagnostic) bool { return compare(x, y) == 0 })
	if b.dropped && len(out) > 0 {
		last := out[len(out)-1].Span
		out = append(out, Diagnostic{Code: TooManyErrors, Span: last, Message: "stopped after 1,000 errors; there may be more", Hint: "mend these first and run again: often one cause stands behind most"})
	}
	return out
}

func compare(a, b Diagnostic) int {
	return cmp.Or(a.Span.Compare(b.Span), cmp.Compare(a.Severity, b.Severity), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Message, b.Message))
}
