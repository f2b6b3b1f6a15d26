package match

import (
	"fmt"

	"tmodel/internal/graph"
	"tmodel/internal/reach"
)

// phrase says how two elements are related, as evidence shows it.
func phrase(g *graph.Graph, r graph.Ref, relation string, other graph.Ref) string {
	return fmt.Sprintf(phrases[relation], g.ID(r), g.ID(other))
}

// step says one step of a witness: who starts, or what moves where.
func (e *Engine) step(w *reach.Witness, i int) string {
	s := w.Steps[i]
	switch {
	case i == 0 && s.At.Type == graph.ActorType:
		return fmt.Sprintf("%s is trusted as %s", e.g.ID(s.At), e.g.Actors[s.At.Index].Actor.Trust.Value)
	case i == 0 && s.At.Type == graph.AssetType && w.Because != nil:
		return fmt.Sprintf("%s comes to be known", e.g.ID(s.At))
	case i == 0 && s.At.Type == graph.AssetType:
		return fmt.Sprintf("%s has origin: %s", e.g.ID(s.At), e.g.Assets[s.At.Index].Asset.Origin.Value)
	case i == 0:
		return fmt.Sprintf("%s has %s", e.g.ID(s.At), e.g.ID(s.Asset))
	}
	from := w.Steps[i-1].At
	switch {
	case s.At.Type == graph.FlowType:
		return fmt.Sprintf("%s can be read on the way: %s has encrypted: no", e.g.ID(s.Asset), e.g.ID(s.At))
	case from.Type == graph.AssetType && w.Because != nil:
		return fmt.Sprintf("%s opens %s", e.g.ID(from), e.g.ID(s.At))

	case s.At.Type == graph.StageType && !s.Asset.Valid():
		return fmt.Sprintf("%s runs on %s", e.g.ID(s.At), e.g.ID(from))
	case s.At.Type == graph.StageType:
		return fmt.Sprintf("%s uses %s", e.g.ID(s.At), e.g.ID(s.Asset))
	case from.Type == graph.StageType:
		return fmt.Sprintf("%s makes %s", e.g.ID(from), e.g.ID(s.Asset))
	case from == s.At || from.Type == graph.AssetType:
		return fmt.Sprintf("%s has %s", e.g.ID(s.At), e.g.ID(s.Asset))
	case !s.Asset.Valid() && !s.Via.Valid():
		return e.machine(from, s.At)
	case !s.Asset.Valid():
		return fmt.Sprintf("%s talks to %s", e.g.ID(from), e.g.ID(s.At))
	}
	return fmt.Sprintf("%s goes from %s to %s", e.g.ID(s.Asset), e.g.ID(from), e.g.ID(s.At))
}

// machine says which of two components runs on the other, or who runs one.
func (e *Engine) machine(from, to graph.Ref) string {
	switch {
	case from.Type == graph.ActorType:
		return fmt.Sprintf("%s is run by %s", e.g.ID(to), e.g.ID(from))
	case to.Type == graph.ComponentType && from.Type == graph.ComponentType && e.g.Components[to.Index].RunsOn == from.Index:
		return fmt.Sprintf("%s runs on %s", e.g.ID(to), e.g.ID(from))
	}
	return fmt.Sprintf("%s runs on %s", e.g.ID(from), e.g.ID(to))
}

var phrases = map[string]string{
	"holds": "%s holds %s", "opened_by": "%[2]s opens %[1]s", "inflow": "%s receives flow %s", "outflow": "%s starts flow %s",
	"runs": "%s runs stage %s", "receives": "%s receives %s", "sends": "%s sends %s",
	"from": "%s comes from %s", "to": "%s goes to %s", "carries": "%s carries %s", "returns": "%s returns %s",
	"read_by": "%[2]s reads %[1]s", "runs_on": "%s runs on %s", "hosts": "%[2]s runs on %[1]s", "operator": "%s is run by %s", "replies_to": "%s answers %s",
	"system": "%s is part of %s", "includes": "%s includes %s", "part_of": "%[2]s contains %[1]s",
	"held_by": "%[2]s holds %[1]s", "opens": "%s opens %s", "contains": "%s contains %s",
	"produced_by": "stage %[2]s makes %[1]s", "consumed_by": "stage %[2]s uses %[1]s",
	"on": "%s runs on %s", "consumes": "%s uses %s", "produces": "%s makes %s",
}
