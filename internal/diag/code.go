package diag

import "fmt"

// Code identifies a kind of diagnostic for good: errors from 1, warnings from 501.
type Code uint16

// The errors; catalogs/diagnostics.yaml says what each means, with an example. A code is never given a new meaning.
const (
	NotYAML        Code = iota + 1 // the text is not YAML
	DuplicateKey                   // a key stands twice in one mapping
	Unreadable                     // bytes that are no UTF-8 text, or a file that can't be opened
	UnknownKey                     // a key that the language does not have
	MissingKey                     // a required key is not there
	WrongType                      // text where a list was expected, and the like
	WrongValue                     // not one of the allowed words
	BadID                          // an id that is not spelled as ids are
	DuplicateID                    // one id, two elements
	UnknownRef                     // a name that no element has
	WrongRef                       // an element of the wrong section
	ForeignFact                    // a fact that the kind does not have
	Cycle                          // a zone inside itself
	SelfFlow                       // a flow from an element to itself
	DuplicateRef                   // one element twice in a list
	TooManyErrors                  // the run stopped early
	UnknownVersion                 // a language version that this program does not read
	BadRule                        // a rule or another record of a catalogue that does not hold together
	UnknownControl                 // a control that the library does not have
	EmptyFile                      // nothing in it, or nothing but comments
	SecondDocument                 // --- and another document
	TooLarge                       // more bytes, values, levels or repeats than any system needs
	BadAlias                       // an alias to what is not there, or to what it stands in
	HiddenChar                     // a control character or an invisible line break
	MergeConflict                  // git's marks of a conflict were left in
	Unfilled                       // a template whose gaps were not filled in
	TabIndent                      // a tab where indentation belongs
	Unclosed                       // a bracket, brace or quote that nothing closes
	NeedsQuotes                    // a text that YAML takes for something else
	NotASystem                     // a file of something else
	MapForList                     // a section written as a mapping of ids
	InlineElement                  // an element written where its id belongs
	NoValue                        // a key with nothing behind it
	NotText                        // a number or true where a text belongs
	TooLong                        // a text longer than the language lets it be
	Empty                          // a text, list or mapping with nothing in it
	ReservedKey                    // a key that the language keeps for itself
	MisplacedKey                   // a key that belongs to another section
	FactAsKey                      // a fact beside facts instead of in it
	UnknownKind                    // a kind that the vocabulary does not have
	FactValue                      // a value that the fact can't have
	ContainsCycle                  // an asset that contains itself
	RunsOnCycle                    // a component that runs on itself
	NoHost                         // runs_on names what nothing can run on
	StageOnStore                   // a stage runs on what only keeps things
	ActorToActor                   // a flow from one actor to another
	OpensNoKey                     // opens on what is neither a credential nor an answer
	NoSetting                      // governed_by names what holds no settings
	FlowSaysIt                     // a control for what flows say by themselves
	ControlPlace                   // a control where it can't stand
	ControlTwice                   // a control in two states on one element
	lastError      = ControlTwice
)

// The warnings: what compiles, and hides threats or serves nothing.
const (
	BoolWord       Code = iota + 501 // true for yes
	NothingArrives                   // a process that nothing feeds
	UnusedAsset                      // an asset that nothing holds, carries or makes
	SentNotHeld                      // a process sends what it neither receives, holds nor makes
	IdleStage                        // a stage that neither reads nor writes
	StageInput                       // a stage reads what is nowhere
	FitsNothing                      // a stage that fits a model lacks the data or the model
	StoreUnread                      // a store that nothing reads
	StoreEmpty                       // a store that nothing fills
	SilentTool                       // a tool that answers nobody
	ModelUnloaded                    // a model that nothing loads
	OpensNothing                     // a credential that opens nothing
	UnusedActor                      // an actor who does nothing
	UnusedZone                       // a zone with nothing in it
	TwoAuthors                       // an asset that several stages make
	NoReason                         // out_of_scope without a reason
	NoZone                           // a component outside all zones where most have one
	NoEvidence                       // a control is verified, and nothing shows it
	LooseObjective                   // an objective that rests on no asset
	OddRecord                        // a record of a catalogue that is correct and needs a look: it helps nobody, or what it cites has changed
	lastWarning    = OddRecord
)

// Severity follows from the code.
func (c Code) Severity() Severity {
	if c > 500 {
		return Warning
	}
	return Error
}

// OfFile says whether the code is about a file as a whole, so that nothing in it can be judged.
func (c Code) OfFile() bool {
	return c == Unreadable || c == EmptyFile || c == SecondDocument || c == TooLarge
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
	out := make([]Code, 0, 128)
	for c := NotYAML; c <= lastError; c++ {
		out = append(out, c)
	}
	for c := BoolWord; c <= lastWarning; c++ {
		out = append(out, c)
	}
	return out
}
