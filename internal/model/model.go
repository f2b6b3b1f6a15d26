// Package model is the system as the user declared it: every scalar keeps its place in the file, and
// references are still names. It judges nothing; schema has seen to the shape before, graph resolves after.
package model

import "tmodel/internal/source"

// Text is a scalar with its place; the zero Text was not written.
type Text struct {
	Value string
	Span  source.Span
}

// Set says whether it was written.
func (t Text) Set() bool { return t.Span.Valid() }

// Fact is one named value of `facts:`, or beside it, where it has no place.
type Fact struct {
	Name, Value Text
	Beside      bool
}

// Common is what every declaration can have. Span of ID is where the element is pointed at; of an element that an alias
// or a merge key gave its id it is the place of that, and Anchor is where the id is written.
type Common struct {
	Anchor                                               source.Span
	ID, Name, Description, Notes, Technology, OutOfScope Text
	Tags                                                 []Text
	Facts                                                []Fact
}

// File is one system description.
type File struct {
	Source     *source.File
	Version    Text
	System     System
	Actors     []Actor
	Zones      []Zone
	Assets     []Asset
	Components []Component
	Flows      []Flow
	Stages     []Stage
	Controls   []Control
	Partial    map[string]bool // sections of which something did not fit and was left out
	Strange    map[string]bool // ids that are declared in sections which the language does not have
}

// System is the section of that name.
type System struct {
	Common
	Owner, Criticality, Purpose Text
	Objectives                  []Objective
}

// Objective is a business objective.
type Objective struct {
	Common
	Statement, Loss Text
	Assets          []Text
}

// Actor is a person or an outside system.
type Actor struct {
	Common
	Trust, Zone Text
}

// Zone is a trust boundary.
type Zone struct {
	Common
	Trust, Parent, Operator Text
}

// Asset is data or a model artefact.
type Asset struct {
	Common
	Kind, PersonalData, Origin               Text
	Confidentiality, Integrity, Availability Text
	Contains, Opens                          []Text
}

// Component is a process or a store.
type Component struct {
	Common
	Kind, Zone, RunsOn, Operator Text
	Holds                        []Text
}

// Flow is a request with its reply.
type Flow struct {
	Common
	From, To, Protocol, Encrypted, Authentication Text
	Carries, Returns                              []Text
}

// Stage is a stage of the ML pipeline.
type Stage struct {
	Common
	Kind, RunsOn       Text
	Consumes, Produces []Text
}

// Control is a safeguard where it stands.
type Control struct {
	Use, State, Evidence, Notes, Description Text
	On, GovernedBy, Tags                     []Text
}
