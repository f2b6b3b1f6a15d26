package diag

import "fmt"

// Code identifies a kind of diagnostic for good: errors from 1, warnings from 501.
type Code uint16

// The codes; catalogs/diagnostics.yaml says what each means, with an example. A code is never given a new meaning.
const (
	NotYAML        Code = 1   // the text is not YAML
	DuplicateKey   Code = 2   // a key stands twice in one mapping
	Unreadable     Code = 3   // not UTF-8, more than one document, empty, an alias bomb: no single tree of bounded size
	UnknownKey     Code = 4   // a key that the language does not have here
	MissingKey     Code = 5   // a required key is not there
	WrongType      Code = 6   // text where a list was expected, and the like
	WrongValue     Code = 7   // not one of the allowed values
	BadID          Code = 8   // an id that is not spelled as ids are
	DuplicateID    Code = 9   // one id, two elements
	UnknownRef     Code = 10  // a name that no element has
	WrongRef       Code = 11  // an element of the wrong section
	ForeignFact    Code = 12  // a fact that the kind does not have
	Cycle          Code = 13  // a zone inside itself, an asset that contains itself
	SelfFlow       Code = 14  // a flow from an element to itself
	DuplicateRef   Code = 15  // one element twice in a list
	TooManyErrors  Code = 16  // the run stopped early
	UnknownVersion Code = 17  // a language version that this program does not read
	BadRule        Code = 18  // a rule or another record of a catalogue that does not hold together
	UnknownControl Code = 19  // a control that the library does not have
	BoolWord       Code = 501 // true for yes
	NothingArrives Code = 502 // a process that nothing feeds
	UnusedAsset    Code = 503 // an asset that nothing holds, carries or makes
	SentNotHeld    Code = 504 // a process sends what it neither receives, holds nor makes
)

// Severity follows from the code.
func (c Code) Severity() Severity {
	if c > 500 {
		return Warning
	}
	return Error
}

// String is the code as users see it: TM-E012, TM-W501.
func (c Code) String() string {
	if c.Severity() == Warning {
		return fmt.Sprintf("TM-W%03d", uint16(c))
	}
	return fmt.Sprintf("TM-E%03d", uint16(c))
}

// Codes are all codes in use, in order.
func Codes() []Code {
	return []Code{
		NotYAML, DuplicateKey, Unreadable, UnknownKey, MissingKey, WrongType, WrongValue, BadID, DuplicateID,
		UnknownRef, WrongRef, ForeignFact, Cycle, SelfFlow, DuplicateRef, TooManyErrors, UnknownVersion, BadRule, UnknownControl,
		BoolWord, NothingArrives, UnusedAsset, SentNotHeld,
	}
}
