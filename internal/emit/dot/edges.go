package dot

import (
	"cmp"
	"slices"
	"strings"

	"tmodel/internal/graph"
)

// relation is what an edge stands for.
type relation uint8

const (
	flow  relation = iota // drawn in the system description
	stage                 // implied by a pipeline stage
	host                  // a component runs on another
)

// edge is one line of the diagram.
type edge struct {
	is               relation
	number           int    // of arrows, from 1
	id               string // of the flow or stage
	from, to         string // ids of nodes
	name             string // "" when nobody gave one
	carries, returns []string
	reply            bool // something comes back
	exposed          bool // not encrypted, and it crosses a trust boundary
	threats          badge
	merged           int // flows or stages that an overview's arrow stands for, 0 elsewhere
	open             int // of them, those that are exposed
}

// edges lists flows by id, then what the stages move, then who runs where.
func edges(g *graph.Graph, t *tally) []edge {
	var out []edge
	for i := range g.Flows {
		f := &g.Flows[i]
		out = append(out, edge{is: flow, id: f.ID.Value, from: g.ID(f.From), to: g.ID(f.To), name: f.Name.Value,
			carries: assets(g, f.Carries), returns: assets(g, f.Returns),
			reply: len(f.Returns) > 0, exposed: f.Encrypted.Value == "no" && g.Zone(f.From) != g.Zone(f.To), threats: t.at[f.ID.Value]})
	}
	out = append(out, moved(g, t)...)
	for i := range g.Components {
		if c := &g.Components[i]; c.RunsOn >= 0 {
			out = append(out, edge{is: host, from: c.ID.Value, to: g.Components[c.RunsOn].ID.Value})
		}
	}
	return out
}

// moved makes one edge of all that a stage moves from one component to another.
func moved(g *graph.Graph, t *tally) []edge {
	moves := slices.DeleteFunc(slices.Clone(g.Movements), func(m graph.Movement) bool { return m.Flow >= 0 })
	slices.SortFunc(moves, func(a, b graph.Movement) int {
		return cmp.Or(cmp.Compare(a.Stage, b.Stage), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.Asset, b.Asset))
	})
	var out []edge
	for i, m := range moves {
		asset := name(g, graph.AssetType, m.Asset)
		if i > 0 && moves[i-1].Stage == m.Stage && moves[i-1].From == m.From && moves[i-1].To == m.To {
			last := &out[len(out)-1]
			if moves[i-1].Asset != m.Asset {
				last.carries = append(last.carries, asset)
			}
			continue
		}
		e := edge{is: stage, id: g.Stages[m.Stage].ID.Value, from: g.Components[m.From].ID.Value, to: g.Components[m.To].ID.Value,
			name: name(g, graph.StageType, m.Stage), carries: []string{asset}}
		if i == 0 || moves[i-1].Stage != m.Stage {
			e.threats = t.at[e.id] // on one of the stage's edges, so that nobody counts them twice
		}
		out = append(out, e)
	}
	return out
}

// assets are the names of assets in the order of their ids.
func assets(g *graph.Graph, uses []graph.Use) []string {
	var index []int32
	for _, u := range uses {
		index = append(index, u.Index)
	}
	slices.Sort(index)
	var out []string
	for _, i := range slices.Compact(index) {
		out = append(out, name(g, graph.AssetType, i))
	}
	return out
}

// number counts the arrows.
func number(list []edge) {
	n := 0
	for i := range list {
		if list[i].is != host {
			n++
			list[i].number = n
		}
	}
}

// sentence is everything about an arrow but its threats, in parts.
func (e *edge) sentence() []string {
	var out []string
	if e.name != "" {
		out = append(out, e.name)
	}
	if len(e.carries) > 0 {
		out = append(out, strings.Join(e.carries, ", "))
	}
	if len(e.returns) > 0 {
		out = append(out, "returns "+strings.Join(e.returns, ", "))
	}
	if len(out) == 0 && e.is == flow {
		out = append(out, e.id)
	}
	if e.exposed {
		out = append(out, e.warning())
	}
	return out
}

// warning says what is wrong with an exposed arrow.
func (e *edge) warning() string {
	if e.open < e.merged {
		return count(e.open, "is", "are") + " not encrypted"
	}
	return "not encrypted"
}
