// Package diag is what the program says about the user's input: where, what is wrong, what was expected, what to do.
package diag

import "tmodel/internal/source"

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
