package match

import (
	"slices"

	"tmodel/internal/graph"
	"tmodel/internal/vocab"
)

// relationsOf says, for each type of element, which relations it has and what they lead to. anyEnd is a component or an actor.
var relationsOf = map[graph.Type]map[string]graph.Type{
	graph.ComponentType: {"holds": graph.AssetType, "receives": graph.AssetType, "sends": graph.AssetType, "opened_by": graph.AssetType,
		"inflow": graph.FlowType, "outflow": graph.FlowType, "runs": graph.StageType, "replies_to": anyEnd,
		"runs_on": graph.ComponentType, "hosts": graph.ComponentType, "operator": graph.ActorType, "system": graph.SystemType},
	graph.FlowType: {"from": anyEnd, "to": anyEnd, "carries": graph.AssetType, "returns": graph.AssetType, "system": graph.SystemType},
	graph.AssetType: {"held_by": graph.ComponentType, "opens": graph.ComponentType, "contains": graph.AssetType, "part_of": graph.AssetType,
		"produced_by": graph.StageType, "consumed_by": graph.StageType, "read_by": graph.ComponentType, "system": graph.SystemType},
	graph.StageType:  {"on": graph.ComponentType, "consumes": graph.AssetType, "produces": graph.AssetType, "system": graph.SystemType},
	graph.SystemType: {"includes": graph.ComponentType},
	graph.ActorType:  nil,
}

// relations are those of a type; the end of a flow has those of components, none of which leads anywhere from an actor.
func relations(t graph.Type) map[string]graph.Type {
	if t == anyEnd {
		t = graph.ComponentType
	}
	return relationsOf[t]
}

// anyEnd stands for what a flow can start or end at.
const anyEnd = graph.Type(200)

// attributesOf says which words each type of element can be asked besides its relations.
var attributesOf = map[graph.Type][]string{
	graph.ComponentType: {"kind", "family", "facts", "trust_at_most", "influenced", "disclosed", "at_least", "authority", "depends_on", "cycle", "shared_copy"},
	graph.FlowType:      {"encrypted", "authentication", "crosses"},
	graph.AssetType:     {"kind", "facts", "origin_at_most", "personal_data", "sensitivity", "influenced", "disclosed"},
	graph.StageType:     {"kind", "fits", "facts", "influenced", "depends_on"},
	graph.SystemType:    {"facts"},
	graph.ActorType:     {"trust_at_most"},
	anyEnd: {"actor", "kind", "family", "facts", "trust_at_most", "influenced", "disclosed", "at_least", "authority", "depends_on", "cycle",
		"shared_copy"},
}

// keysOf are the keys of clauses that take no condition of their own; a relation takes one, and as.
var keysOf = map[string][]string{
	"at_least":    {"count"},
	"authority":   {"mode", "trust_at_most", "over", "as"},
	"cycle":       {"stage", "component", "as"},
	"disclosed":   {"trust_at_most", "strength", "asset", "as"},
	"influenced":  {"mode", "trust_at_most", "assets", "as"},
	"shared_copy": {"asset", "stage", "reader", "as"},
}

// valuesOf are the values of attributes.
var valuesOf = map[string][]string{
	"encrypted":      {"yes", "no"},
	"authentication": {"none", "shared", "individual", "mutual"},
	"personal_data":  {"none", "personal", "special-category"},
}

// groups are the words over other conditions.
var groups = []string{"all", "any", "known", "not"}

// analyses are the clauses that depend on what is connected, besides relations.
var analyses = []string{"influenced", "disclosed", "authority", "depends_on", "cycle", "at_least", "shared_copy"}

// clausesOf are the words that can be asked of an element of type t.
func clausesOf(t graph.Type) []string {
	out := append(slices.Clone(groups), attributesOf[t]...)
	for name := range relations(t) {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

// Leads says what a relation of an element of type t leads to, "" when it is none.
func Leads(t graph.Type, relation string) string {
	if to, ok := relations(t)[relation]; ok {
		return typeWord(to)
	}
	return ""
}

// ToAssets are the relations of an element of type t that lead to assets, sorted.
func ToAssets(t graph.Type) []string {
	var out []string
	for name, to := range relations(t) {
		if to == graph.AssetType {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// kindsOf are the kinds that an element of type t can be of.
func kindsOf(v *vocab.Vocabulary, t graph.Type) []vocab.Kind {
	switch t {
	case graph.AssetType:
		return v.Assets
	case graph.StageType:
		return v.Stages
	case graph.SystemType:
		return []vocab.Kind{{ID: "system", Facts: v.SystemFacts}}
	}
	return v.Components
}
