// Package match is the language of the rules: conditions over one element and what is related to it. The
// language is closed and typed, and its answers have three values: true, false, or unknown where a fact is.
package match

import (
	"maps"

	"tmodel/internal/reach"
	"tmodel/internal/vocab"
)

// Cond is a condition on one element. Conditions are plain data, so that the catalogue can hold them compiled.
type Cond struct {
	Op     Op
	Name   string         // of the fact, attribute, property or relation
	Values []string       // allowed values, kinds or families
	Trust  vocab.Trust    // upper bound
	Level  vocab.Level    // lower bound
	Modes  []reach.Mode   // OpInfluenced, OpAuthority: any of them
	Least  reach.Strength // OpDisclosed: at least so well known
	Count  int            // OpAtLeast
	Ranked bool           // relations and groups: a part names somebody, so that the likeliest alternative counts
	As     string         // name that the element, or the path, gets
	Early  []int          // OpAll: parts that ask the element alone and stand behind one that asks more; they are looked at first
	Subs   []Cond         // parts; for relations and analyses one condition on the related element, or none
}

// Op is what a condition asks.
type Op uint8

// The operations.
const (
	OpAll         Op = iota // every part
	OpAny                   // at least one part
	OpNot                   // not the one part
	OpKnown                 // the one part is known to hold
	OpActor                 // the end of a flow is an actor
	OpKind                  // the kind is one of Values
	OpFamily                // the family is one of Values
	OpFact                  // the fact Name has one of Values
	OpAttribute             // the attribute Name (encrypted, authentication, personal_data) has one of Values
	OpOrigin                // an asset's content comes from somebody trusted at most Trust
	OpTrust                 // an actor is trusted at most Trust; a component stands in a zone trusted at most so far
	OpSensitivity           // an asset's need of property Name is at least Level
	OpCrosses               // a flow goes between zones of different trust
	OpFits                  // a stage fits parameters
	OpRelation              // some element related by Name meets the part
	OpAtLeast               // at least Count elements that the one part, a relation, leads to
	OpInfluenced            // somebody trusted at most Trust influences the element in Mode
	OpDisclosed             // an asset that the component sends, and that meets the part, comes to somebody trusted at most Trust
	OpAuthority             // somebody trusted at most Trust influences the component, and over calls from there makes one act that meets the part
	OpDepends               // without a component that meets the part the component, or the stage, stops
	OpCycle                 // what leaves the component comes back, through an element that meets the part; Name says of which type it is
	OpSelf                  // in a stake: the target itself
	OpBound                 // in a stake: what Name was given to
)

// Target is what a rule looks at.
type Target struct {
	Element  string   // component, flow, asset, stage or system
	Kinds    []string // any of them, or none given
	Families []string // components only
}

// Truth has three values; unknown is between.
type Truth int8

// The values, ordered so that `all` is the least and `any` the greatest.
const (
	False Truth = iota - 1
	Unknown
	True
)

// somebody says whether a condition names who can do harm.
func (c *Cond) somebody() bool {
	switch c.Op {
	case OpInfluenced, OpDisclosed, OpAuthority, OpTrust, OpCrosses:
		return true
	}
	for i := range c.Subs {
		if c.Subs[i].somebody() {
			return true
		}
	}
	return false
}

// Binds are the names that elements have for certain when the condition holds, whichever alternative made it hold.
func (c *Cond) Binds() map[string]bool {
	out := map[string]bool{}
	switch c.Op {
	case OpNot:
		return out
	case OpAny:
		for i := range c.Subs {
			names := c.Subs[i].Binds()
			if i == 0 {
				out = names
			}
			maps.DeleteFunc(out, func(name string, _ bool) bool { return !names[name] })
		}
		return out
	case OpInfluenced: // the names in its part are of assets that need not be bound
		out["path"] = true
		return out
	case OpDisclosed, OpAuthority:
		out["path"] = true
	}
	for i := range c.Subs {
		maps.Copy(out, c.Subs[i].Binds())
	}
	if c.As != "" {
		out[c.As] = true
	}
	return out
}

// Relates says whether a condition looks beyond its element.
func (c *Cond) Relates() bool {
	switch c.Op {
	case OpRelation:
		if c.Name != "system" {
			return true
		}
	case OpInfluenced, OpDisclosed, OpAuthority, OpDepends, OpCycle, OpCrosses:
		return true
	}
	for i := range c.Subs {
		if c.Subs[i].Relates() {
			return true
		}
	}
	return false
}
