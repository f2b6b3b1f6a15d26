package match

import (
	"tmodel/internal/graph"
	"tmodel/internal/reach"
)

// phrase says how two elements are related, as evidence shows it.
func phrase(g *graph.Graph, r graph.Ref, relation string, other graph.Ref) string {
	p := phrases[relation]
	if p.turned {
		r, other = other, r
	}
	return p.first + g.ID(r) + p.verb + g.ID(other)
}

// step says one step of a witness: who starts, or what moves where.
func (e *Engine) step(w *reach.Witness, i int) string {
	s := w.Steps[i]
	switch {
	case i == 0 && s.At.Type == graph.ActorType:
		return e.g.ID(s.At) + " is trusted as " + e.g.Actors[s.At.Index].Actor.Trust.Value
	case i == 0 && s.At.Type == graph.AssetType && w.Because != nil:
		return e.g.ID(s.At) + " comes to be known"
	case i == 0 && s.At.Type == graph.AssetType:
		return e.g.ID(s.At) + " has origin: " + e.g.Assets[s.At.Index].Asset.Origin.Value
	case i == 0:
		return e.g.ID(s.At) + " has " + e.g.ID(s.Asset)
	}
	from := w.Steps[i-1].At
	switch {
	case s.At.Type == graph.FlowType:
		return e.g.ID(s.Asset) + " can be read on the way: " + e.g.ID(s.At) + " has encrypted: no"
	case from.Type == graph.AssetType && w.Because != nil:
		return e.g.ID(from) + " opens " + e.g.ID(s.At)

	case s.At.Type == graph.StageType && !s.Asset.Valid():
		return e.g.ID(s.At) + " runs on " + e.g.ID(from)
	case s.At.Type == graph.StageType:
		return e.g.ID(s.At) + " uses " + e.g.ID(s.Asset)
	case from.Type == graph.StageType:
		return e.g.ID(from) + " makes " + e.g.ID(s.Asset)
	case from == s.At || from.Type == graph.AssetType:
		return e.g.ID(s.At) + " has " + e.g.ID(s.Asset)
	case !s.Asset.Valid() && !s.Via.Valid():
		return e.machine(from, s.At)
	case !s.Asset.Valid():
		return e.g.ID(from) + " talks to " + e.g.ID(s.At)
	}
	return e.g.ID(s.Asset) + " goes from " + e.g.ID(from) + " to " + e.g.ID(s.At)
}

// machine says which of two components runs on the other, or who runs one.
func (e *Engine) machine(from, to graph.Ref) string {
	switch {
	case from.Type == graph.ActorType:
		return e.g.ID(to) + " is run by " + e.g.ID(from)
	case to.Type == graph.ComponentType && from.Type == graph.ComponentType && e.g.Components[to.Index].RunsOn == from.Index:
		return e.g.ID(to) + " runs on " + e.g.ID(from)
	}
	return e.g.ID(from) + " runs on " + e.g.ID(to)
}

// wording is what stands before and between the ids of two related elements; turned, the other one comes first.
type wording struct {
	first, verb string
	turned      bool
}

var phrases = map[string]wording{
	"holds":       {verb: " holds "},
	"opened_by":   {verb: " opens ", turned: true},
	"inflow":      {verb: " receives flow "},
	"outflow":     {verb: " starts flow "},
	"runs":        {verb: " runs stage "},
	"receives":    {verb: " receives "},
	"sends":       {verb: " sends "},
	"from":        {verb: " comes from "},
	"to":          {verb: " goes to "},
	"carries":     {verb: " carries "},
	"returns":     {verb: " returns "},
	"read_by":     {verb: " reads ", turned: true},
	"runs_on":     {verb: " runs on "},
	"hosts":       {verb: " runs on ", turned: true},
	"operator":    {verb: " is run by "},
	"replies_to":  {verb: " answers "},
	"system":      {verb: " is part of "},
	"includes":    {verb: " includes "},
	"part_of":     {verb: " contains ", turned: true},
	"held_by":     {verb: " holds ", turned: true},
	"opens":       {verb: " opens "},
	"contains":    {verb: " contains "},
	"produced_by": {first: "stage ", verb: " makes ", turned: true},
	"consumed_by": {first: "stage ", verb: " uses ", turned: true},
	"on":          {verb: " runs on "},
	"consumes":    {verb: " uses "},
	"produces":    {verb: " makes "},
}
