package graph

import (
	"cmp"
	"slices"

	"tmodel/internal/diag"
	"tmodel/internal/model"
	"tmodel/internal/source"
	"tmodel/internal/vocab"
)

// Build resolves a system. What does not resolve is said in the bag and left out; the graph is complete when
// the bag has no error. controls are the ids that `use` may name, sorted.
func Build(f *model.File, v *vocab.Vocabulary, controls []string, bag *diag.Bag) *Graph {
	b := &builder{g: &Graph{Source: f.Source, Vocab: v, System: f.System, ids: map[string]Ref{}}, bag: bag, partial: f.Partial, strange: f.Strange,
		declared: map[string]declared{}, also: map[string][]Type{}, misspelled: map[string]*diag.Diagnostic{}, corrected: map[string]string{}, candidates: map[string][]string{}}
	b.g.Criticality = vocab.ParseLevel(f.System.Criticality.Value)
	b.declare(f)
	b.facts("the system", "system", v.SystemFacts, f.System.Facts)
	b.zones()
	b.objectives()
	b.actors()
	b.assets()
	b.components()
	b.flows()
	b.stages()
	b.place(f.Controls, controls)
	b.reportSlips()
	b.reportMisspelled()
	if !bag.Failed() {
		b.movements()
	}
	return b.g
}

type builder struct {
	g          *Graph
	bag        *diag.Bag
	partial    map[string]bool // sections that lack elements which the file has
	strange    map[string]bool // ids of what is declared in no section that there is
	declared   map[string]declared
	also       map[string][]Type           // types of elements whose id another has
	misspelled map[string]*diag.Diagnostic // ids that are not spelled as ids are; their uses become notes
	corrected  map[string]string           // misspelled ids by what was probably meant
	other      string                      // of a flow's ends the one that is not looked at
	slips      []slip                      // names that no element has, but for a slip
	noted      int                         // names that became notes of a misspelled id
	named      [StageType + 1][]bool       // elements that something names
	candidates map[string][]string         // ids by wanted types, for hints
}

// declared is where an id was given first.
type declared struct {
	span source.Span
	as   Type
}

func (b *builder) add(code diag.Code, at source.Span, message, hint string, notes ...diag.Note) {
	b.bag.Add(diag.Diagnostic{Code: code, Span: at, Message: message, Hint: hint, Notes: notes})
}

// declare gives every declaration its place in the lists and its id in the one namespace.
func (b *builder) declare(f *model.File) {
	g, v := b.g, b.g.Vocab
	b.named[SystemType] = make([]bool, 1)
	if b.claim(&f.System.Common, SystemType) {
		g.ids[f.System.ID.Value] = Ref{SystemType, 0}
	}
	g.Objectives = list(b, ObjectiveType, f.System.Objectives, func(o *model.Objective) (Objective, *model.Common) {
		return Objective{Objective: o}, &o.Common
	})
	g.Actors = list(b, ActorType, f.Actors, func(a *model.Actor) (Actor, *model.Common) {
		return Actor{Actor: a, Trust: v.ParseTrust(a.Trust.Value), Zone: -1}, &a.Common
	})
	g.Zones = list(b, ZoneType, f.Zones, func(z *model.Zone) (Zone, *model.Common) {
		return Zone{Zone: z, Trust: v.OfZone(z.Trust.Value), Parent: -1}, &z.Common
	})
	g.Assets = list(b, AssetType, f.Assets, func(a *model.Asset) (Asset, *model.Common) {
		return Asset{Asset: a, Kind: v.Asset(a.Kind.Value), Origin: v.OfOrigin(a.Origin.Value)}, &a.Common
	})
	g.Components = list(b, ComponentType, f.Components, func(c *model.Component) (Component, *model.Common) {
		return Component{Component: c, Kind: v.Component(c.Kind.Value), Zone: -1, RunsOn: -1, Operator: -1}, &c.Common
	})
	g.Flows = list(b, FlowType, f.Flows, func(x *model.Flow) (Flow, *model.Common) { return Flow{Flow: x}, &x.Common })
	g.Stages = list(b, StageType, f.Stages, func(s *model.Stage) (Stage, *model.Common) {
		return Stage{Stage: s, Kind: v.Stage(s.Kind.Value), On: -1}, &s.Common
	})
	b.correct()
}

// list sorts declarations by id and registers them. One without an id of its own stays in the list, which then
// stands for no system, so that what it names is looked at too.
func list[D, E any](b *builder, t Type, decls []D, resolve func(*D) (E, *model.Common)) []E {
	type entry struct {
		elem    E
		id      string
		claimed bool
	}
	entries := make([]entry, 0, len(decls))
	for i := range decls {
		e, c := resolve(&decls[i])
		entries = append(entries, entry{e, c.ID.Value, b.claim(c, t)})
	}
	slices.SortStableFunc(entries, func(x, y entry) int { return cmp.Compare(x.id, y.id) })
	out := make([]E, len(entries))
	b.named[t] = make([]bool, len(entries))
	for i, e := range entries {
		out[i] = e.elem
		if e.claimed {
			b.g.ids[e.id] = Ref{t, int32(i)}
		}
	}
	return out
}
