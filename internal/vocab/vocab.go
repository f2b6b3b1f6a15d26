// Package vocab is the words of the language: kinds, families, shapes, facts with their values, the ladder
// of trust, and the ids of the controls. The words themselves come from catalogs/vocabulary.yaml.
package vocab

import "slices"

// Vocabulary is compiled from catalogs/vocabulary.yaml. Lists are sorted by id, so that lookups need no index.
type Vocabulary struct {
	Trust       []string // least first; a Trust value is an index into it
	TrustIs     []string // what each rung means
	ZoneTrust   []Mapping
	OriginTrust []Mapping
	Facts       []Fact
	SystemFacts []string
	Groups      []Family // the families, with what each makes
	Components  []Kind
	Assets      []Kind
	Stages      []Kind
	Controls    []string // ids of the shipped controls

	ControlPlaces [][]string // for each of Controls the sections whose elements it can stand on
}

// Mapping gives a word its place on the ladder of trust.
type Mapping struct {
	Word  string
	Trust Trust
	Is    string
}

// Family is a group of kinds of component: rules can be about all of them, and they make the same.
type Family struct {
	ID       string
	Makes    []string // kinds of asset that begin here
	MakesAll bool
	Runs     []string // kinds of code that are run where they are held, loaded or fetched
	Is       string
}

// Fact is a property of the design. Values run from best to worst unless it is unordered; unknown is always allowed and
// never listed.
type Fact struct {
	ID        string
	Values    []string
	Means     []string // what each of Values means
	Unordered string   // why no value is better than another; empty where they stand best first
	Is        string
}

// Kind of component, asset or stage.
type Kind struct {
	ID          string
	Family      string // components
	Shape       Shape  // components
	AI          bool
	Facts       []string    // sorted
	Makes       []string    // components: kinds of asset that its family can originate
	MakesAll    bool        // components: it can originate anything
	Runs        []string    // components: kinds of code that it runs
	Acts        string      // assets: data, parameters, instructions, code or key
	Sensitivity Sensitivity // assets: assumed where the file says nothing
	Fits        bool        // stages: parameters are fitted to what is consumed
	Is          string
	Choose      string // when it is the right kind, and which neighbour to take otherwise
	Example     string // one line of YAML, as a user writes it
}

// Shape is how a data-flow diagram draws a component.
type Shape string

// The shapes.
const (
	Process  Shape = "process"
	Store    Shape = "store"
	External Shape = "external"
)

// Trust is a place on the ladder: how far the owner trusts whoever acts. Higher is more trusted.
type Trust int8

// The ladder. NoTrust is for what nobody was named for.
const (
	NoTrust Trust = iota - 1
	Anonymous
	Authenticated
	Partner
	Employee
	Administrator
	TrustLevels = int(Administrator) + 1
)

// Level of sensitivity or criticality, 0 when not known.
type Level uint8

// The levels. Critical is a criticality of systems only.
const (
	LevelUnknown Level = iota
	Low
	Medium
	High
	Critical
)

// ParseLevel reads a level's word; unknown words give LevelUnknown.
func ParseLevel(s string) Level { return Level(slices.Index(levelWords[:], s) + 1) }

var levelWords = [...]string{"low", "medium", "high", "critical"}

// String is the level's word, or "unknown".
func (l Level) String() string {
	if l == LevelUnknown {
		return "unknown"
	}
	return levelWords[l-1]
}

// Property is what can be harmed.
type Property uint8

// The properties, in the order that they are spoken of.
const (
	Confidentiality Property = iota
	Integrity
	Availability
	Properties = int(Availability) + 1
)

var propertyWords = [...]string{"confidentiality", "integrity", "availability"}

// String is the property's word.
func (p Property) String() string { return propertyWords[p] }

// ParseProperty reads a property's word.
func ParseProperty(s string) (Property, bool) {
	i := slices.Index(propertyWords[:], s)
	return Property(max(i, 0)), i >= 0
}

// Sensitivity is a level for each property.
type Sensitivity [Properties]Level
