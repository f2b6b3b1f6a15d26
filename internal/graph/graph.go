// Package graph is the resolved system: names have become elements, kinds have become their meaning, and the
// movements that pipeline stages imply stand beside the flows that were drawn. All lists are sorted by id,
// so that the order in the file never matters.
package graph

import (
	"tmodel/internal/model"
	"tmodel/internal/source"
	"tmodel/internal/vocab"
)

// Type says which section an element comes from.
type Type uint8

// The types of element. None is no element.
const (
	None Type = iota
	SystemType
	ObjectiveType
	ActorType
	ZoneType
	AssetType
	ComponentType
	FlowType
	StageType
)

// String is the word that messages use.
func (t Type) String() string {
	return [...]string{"nothing", "system", "objective", "actor", "zone", "asset", "component", "flow", "stage"}[t]
}

// section is the key of the file under which elements of the type are declared.
func (t Type) section() string {
	return [...]string{"", "system", "objectives", "actors", "zones", "assets", "components", "data_flows", "pipeline"}[t]
}

// Ref points at an element: its type and its index in the graph's list of that type. The zero Ref is none.
type Ref struct {
	Type  Type
	Index int32
}

// Valid says whether it points at something.
func (r Ref) Valid() bool { return r.Type != None }

// Use is a reference as it stands in the file.
type Use struct {
	Index int32
	Span  source.Span
}

// Graph is the resolved system.
type Graph struct {
	Source      *source.File
	Vocab       *vocab.Vocabulary
	System      model.System
	Criticality vocab.Level
	Objectives  []Objective
	Actors      []Actor
	Zones       []Zone
	Assets      []Asset
	Components  []Component
	Flows       []Flow
	Stages      []Stage
	Movements   []Movement
	Controls    []Control
	ids         map[string]Ref
}

// Objective is a business objective.
type Objective struct {
	*model.Objective
	Assets []Use
}

// Actor is an end of flows: a person or an outside system.
type Actor struct {
	*model.Actor
	Trust vocab.Trust // NoTrust when the file doesn't say and the zone doesn't either
	Zone  int32       // -1: none
	Flows []int32     // flows that start or end here
}

// Zone is a trust boundary.
type Zone struct {
	*model.Zone
	Trust  vocab.Trust // from the parent where it is not given; NoTrust when nobody says
	Parent int32       // -1: outermost
}

// Asset is data or a model artefact.
type Asset struct {
	*model.Asset
	Kind        *vocab.Kind
	Origin      vocab.Trust // NoTrust when not known
	Sensitivity vocab.Sensitivity
	Assumed     [vocab.Properties]bool // the level is the kind's default
	Opens       []Use                  // components
	Contains    []Use                  // assets
	PartOf      []Use                  // assets that contain it; the place is that of the reference in their `contains`
	Moved       []int32                // flows that carry or return it
	HeldBy      []Use                  // components; the place is that of the reference in `holds`
	ProducedBy  []Use                  // stages
	ConsumedBy  []Use                  // stages
}

// Component is a process or a store.
type Component struct {
	*model.Component
	Kind       *vocab.Kind
	Zone       int32       // -1: none
	RunsOn     int32       // -1: none
	Operator   int32       // index of an actor; -1: the owner
	OperatedAt source.Span // where the operator is named: by the component, or by a zone around it
	Holds      []Use
	In, Out    []int32 // drawn flows that end and start here
	Runs       []int32 // stages
	Hosts      []int32 // components that run on it
	OpenedBy   []Use   // credentials; the place is that of the reference in `opens`
}

// Flow is a drawn exchange.
type Flow struct {
	*model.Flow
	From, To         Ref // actors or components
	Carries, Returns []Use
}

// Stage is a stage of the pipeline.
type Stage struct {
	*model.Stage
	Kind               *vocab.Kind
	On                 int32
	Consumes, Produces []Use
}

// Movement is what a stage implies: an asset that goes from a holder to where the stage runs, or from
// there to a holder. Flow is the drawn flow that already says so, or -1.
type Movement struct {
	Stage, From, To, Asset int32
	Flow                   int32
	Span                   source.Span // of the reference in the stage
}

// Control is a declared safeguard.
type Control struct {
	*model.Control
	State      State
	On         []Placed
	GovernedBy []Use
}

// Placed is one element that a control protects.
type Placed struct {
	Ref
	Span source.Span
}

// State of a control.
type State uint8

// The states, worst first. Undeclared is what a control has that the file doesn't mention.
const (
	Undeclared State = iota
	Absent
	Planned
	Implemented
	Verified
)

// String is the state's word.
func (s State) String() string {
	return [...]string{"undeclared", "absent", "planned", "implemented", "verified"}[s]
}

// Lookup is the element of an id.
func (g *Graph) Lookup(id string) (Ref, bool) {
	r, ok := g.ids[id]
	return r, ok
}
