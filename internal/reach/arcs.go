package reach

import (
	"tmodel/internal/graph"
	"tmodel/internal/source"
	"tmodel/internal/vocab"
)

// flow adds what a drawn exchange conducts: the request forwards, the reply back.
func (n *network) flow(i int32, f *graph.Flow) {
	switch {
	case f.From.Type == graph.ActorType && f.To.Type == graph.ComponentType:
		n.fromActor(i, f)
	case f.From.Type == graph.ComponentType && f.To.Type == graph.ActorType:
		for j := range f.Carries {
			n.copy(f.Carries[j].Index, f.From.Index)
		}
		for j := range f.Returns { // what an outside system answers was put there for us to read
			u := &f.Returns[j]
			n.entries = append(n.entries, entry{f.To.Index, n.copy(u.Index, f.From.Index), u.Index, i, Planted, &u.Span})
		}
	case f.From.Type == graph.ComponentType && f.To.Type == graph.ComponentType:
		for j := range f.Carries {
			n.send(i, f.From.Index, f.To.Index, &f.Carries[j], false)
		}
		for j := range f.Returns {
			n.send(i, f.To.Index, f.From.Index, &f.Returns[j], true)
		}
	}
}

// fromActor adds the entries of a request that a person or an outside system makes. A request that names no
// asset still reaches the component.
func (n *network) fromActor(i int32, f *graph.Flow) {
	to := &n.g.Components[f.To.Index]
	mode := Input
	if later(to) {
		mode = Planted
	}
	for j := range f.Carries {
		u := &f.Carries[j]
		at := n.copy(u.Index, f.To.Index)
		n.order(at, to, false)
		n.entries = append(n.entries, entry{f.From.Index, at, u.Index, i, mode, &u.Span})
	}
	if len(f.Carries) == 0 {
		n.entries = append(n.entries, entry{f.From.Index, f.To.Index, -1, i, mode, &f.Flow.To.Span})
	}
	for j := range f.Returns {
		n.copy(f.Returns[j].Index, f.To.Index)
	}
}

// later says whether what is sent to a component is read at another time or by another mind: it is then
// planted, not an input of this exchange.
func later(c *graph.Component) bool {
	return c.Kind.Shape == "store" || c.Kind.Family == "people"
}

// send adds the arcs of one asset that goes from a component to another: the copy as it is, and, where the
// sender can originate such an asset, everything that is mixed there.
func (n *network) send(flow, from, to int32, u *graph.Use, reply bool) {
	sender, receiver, asset := &n.g.Components[from], &n.g.Components[to], &n.g.Assets[u.Index]
	target, via, weaker := n.copy(u.Index, to), graph.Ref{Type: graph.FlowType, Index: flow}, n.weakens(from)
	n.order(target, receiver, reply)
	relayed := keep
	if reply && !channel(receiver) || later(receiver) || talk(sender, receiver) {
		relayed = plant
	}
	n.arcs = append(n.arcs, arc{from: n.copy(u.Index, from), to: target, asset: u.Index, change: relayed, weaker: weaker, relay: true, via: via, span: &u.Span})
	n.arcs = append(n.arcs, arc{from: from, to: target, asset: u.Index, change: relayed, power: true, reply: reply, weaker: weaker, via: via, span: &u.Span})
	if sender.Kind.Shape == "store" || !sender.Kind.Originates(asset.Kind.ID) || asset.Kind.Acts == "instructions" && obeys(receiver) {
		return // who asks a model with a template hands the template on, and writes none
	}
	made := keep
	switch {
	case asset.Kind.Acts == "parameters" && !sender.Kind.MakesAll:
		made = learn
	case reply && receiver.Kind.Family == "people":
		made = turn
	case later(receiver) || talk(sender, receiver):
		made = plant
	}
	n.arcs = append(n.arcs, arc{from: from, to: target, asset: u.Index, change: made, weaker: weaker, reply: reply, via: via, span: &u.Span})
}

// channel says whether a component asks on behalf of one user at a time, as guards on the line do too: what comes back to it
// as it was is that user's own doing, an echo, and not something that another has put there.
func channel(c *graph.Component) bool {
	return (c.Kind.Family == "channel" || c.Kind.Family == "guard") && c.Kind.Shape != "store"
}

// talk is a message from one agent to another.
func talk(from, to *graph.Component) bool { return from.Kind.ID == "agent" && to.Kind.ID == "agent" }

// weakens is 1 for what looks at whatever leaves it, made there or passed on: people, and guards.
func (n *network) weakens(component int32) uint8 {
	c := &n.g.Components[component]
	switch c.Kind.Family {
	case "guard":
		return 1
	case "people":
		v, _ := n.g.Fact(graph.Ref{Type: graph.ComponentType, Index: component}, "selects")
		if v.Value == "by-threshold" || v.Value == "sample" {
			return 0
		}
		return 1
	}
	return 0
}

// stage leads from the copies that a stage reads, through the stage, to the copies that it writes. An
// evaluation conducts to nothing: it writes a verdict, not content.
func (n *network) stage(i int32, s *graph.Stage) {
	node, via := n.stageNode(i), graph.Ref{Type: graph.StageType, Index: i}
	for j := range s.Consumes {
		u := &s.Consumes[j]
		n.arcs = append(n.arcs, arc{from: n.copy(u.Index, s.On), to: node, asset: u.Index, via: via, span: &u.Span})
	}
	for j := range s.Produces {
		n.copy(s.Produces[j].Index, s.On)
	}
	if s.Kind.ID == "evaluate" {
		return
	}
	made, weaker := keep, uint8(0)
	if s.Kind.Fits {
		made = learn
		if s.Kind.ID == "train" || s.Kind.ID == "federate" {
			weaker = 1 // one record among many; fine-tuning is decided by few
		}
	}
	n.arcs = append(n.arcs, arc{from: s.On, to: node, asset: -1, power: true, change: plant, via: via, span: &s.Stage.RunsOn.Span})
	for j := range s.Produces {
		u := &s.Produces[j]
		n.arcs = append(n.arcs, arc{from: node, to: n.copy(u.Index, s.On), asset: u.Index, change: made, weaker: weaker, via: via, span: &u.Span})
	}
}

// movement conducts a copy between a holder and the place where a stage runs. It does so also where a flow is drawn
// for it: the flow comes first, and when it is removed nothing new may appear.
func (n *network) movement(m *graph.Movement) {
	change := keep
	if later(&n.g.Components[m.To]) {
		change = plant
	}
	e := arc{from: n.copy(m.Asset, m.From), to: n.copy(m.Asset, m.To), asset: m.Asset, change: change, weaker: n.weakens(m.From),
		relay: true, via: graph.Ref{Type: graph.StageType, Index: m.Stage}, span: &m.Span}
	n.arcs = append(n.arcs, e)
	e.from, e.relay, e.power, e.change = m.From, false, true, plant
	n.arcs = append(n.arcs, e)
}

// origins calls yield for every copy whose content somebody of that trust made: at each holder, and where a
// collecting stage brings it in. The place is that of the reference in `holds`, or in the stage's `produces`.
func (n *network) origins(class vocab.Trust, yield func(node, asset int32, by *source.Span)) {
	for i := range n.g.Assets {
		a := &n.g.Assets[i]
		if a.Origin != class {
			continue
		}
		for j := range a.HeldBy {
			u := &a.HeldBy[j]
			yield(n.copies[place{int32(i), u.Index}], int32(i), &u.Span)
		}
		for j := range a.ProducedBy {
			u := &a.ProducedBy[j]
			if s := &n.g.Stages[u.Index]; s.Kind.ID == "collect" {
				yield(n.copies[place{int32(i), s.On}], int32(i), &u.Span)
			}
		}
	}
}
