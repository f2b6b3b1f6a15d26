// Package diag is what the program says about the user's input: where, what is wrong, what was expected, what to do.
package diag

import (
	"cmp"
	"slices"

	"tmodel/internal/source"
)

// Severity of a diagnostic.
type Severity uint8

// An Error stops the compile, a Warning does not.
const (
	Error Severity = iota
	Warning
)

// String is the word that messages use.
func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// Note adds another place that matters, such as where an id was declared first.
type Note struct {
	Span    source.Span
	Message string
}

// Diagnostic is one mistake, or one thing to look at.
type Diagnostic struct {
	Code     Code
	Severity Severity
	Span     source.Span
	Message  string
	Notes    []Note
	Hint     string // what to do about it
}

// Limit is how many errors one run collects; what comes after is counted only.
const Limit = 1000

// Bag collects diagnostics; stages add to it and go on. The zero Bag is empty.
type Bag struct {
	list    []Diagnostic
	errors  int
	dropped int
}

// Add keeps d. Errors beyond Limit are dropped and counted.
func (b *Bag) Add(d Diagnostic) {
	d.Severity = d.Code.Severity()
	if d.Severity == Error {
		if b.errors >= Limit {
			b.dropped++
			return
		}
		b.errors++
	}
	b.list = append(b.list, d)
}

// Full says whether Limit errors were collected, so that a stage can stop early.
func (b *Bag) Full() bool { return b.errors >= Limit }

// Failed says whether any error was added.
func (b *Bag) Failed() bool { return b.errors > 0 }

// Merge adds all that o holds.
func (b *Bag) Merge(o *Bag) {
	for _, d := range o.list {
		b.Add(d)
	}
	b.dropped += o.dropped
}

// Sorted is everything said, by place, then severity and code, each thing once.
func (b *Bag) Sorted() []Diagnostic {
	out := slices.Clone(b.list)
	slices.SortStableFunc(out, compare)
	out = slices.CompactFunc(out, func(a, b Diagnostic) bool {
		return a.Span == b.Span && a.Code == b.Code && a.Message == b.Message
	})
	if b.dropped > 0 || b.Full() {
		out = append(out, Diagnostic{Code: TooManyErrors, Message: "stopped after 1,000 errors; there are more", Hint: "mend these first and run again"})
	}
	return out
}

func compare(a, b Diagnostic) int {
	switch {
	case a.Span.Before(b.Span):
		return -1
	case b.Span.Before(a.Span):
		return 1
	}
	return cmp.Or(cmp.Compare(a.Severity, b.Severity), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Message, b.Message))
}
