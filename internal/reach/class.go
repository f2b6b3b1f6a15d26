package reach

import (
	"slices"

	"tmodel/internal/graph"
	"tmodel/internal/vocab"
)

// class is all that people of one rung of trust can affect and can come to know. The two are found together: a
// credential that they come to know gives them control of what it opens, and control lets them know more.
type class struct {
	in   *influence
	know *knowledge
}

func (a *Analysis) classOf(trust vocab.Trust) *class {
	if a.classes[trust] == nil {
		a.classes[trust] = a.solve(trust)
	}
	return a.classes[trust]
}

// solve goes on in rounds until no credential is gained. A state is settled anew only when a cheaper way to it is found,
// a node only when more of it is known.
func (a *Analysis) solve(trust vocab.Trust) *class {
	c := &class{in: &influence{class: trust}, know: newKnowledge(a.net)}
	q := &queue{}
	a.seed(c.in, q)
	a.handovers(c.know, trust)
	a.overheard(c.know, trust)
	for opened := map[int32]bool{}; ; {
		powers := a.spread(c.in, q)
		a.empower(c, powers)
		c.know.spread(a.net)
		if q = a.unlock(c, opened); q == nil {
			return c
		}
	}
}

// empower turns control, ownership and driven language elements into knowledge.
func (a *Analysis) empower(c *class, reached []state) {
	for _, s := range reached {
		node, mode := s.node(), s.mode()
		switch comp := &a.g.Components[node]; {
		case mode == Own || mode == Control && a.letsOut(node):
			for _, copy := range a.net.copiesAt(node) {
				c.know.push(copy, Verbatim, reader{kind: byPower, state: s})
			}
		case mode != Learned && comp.Kind.Family == "language" && a.net.talksOut(node):
			c.know.push(node, Repeatable, reader{kind: byPower, state: s})
		}
	}
}

// letsOut says whether what lies at a component gets out when somebody controls it: nothing does where it has no way out,
// and what only obeys words needs one that it may use.
func (a *Analysis) letsOut(component int32) bool {
	if a.g.Components[component].Kind.Family == "language" {
		return a.net.talksOut(component)
	}
	return !a.net.says(graph.Ref{Type: graph.ComponentType, Index: component}, "egress", "none")
}

// unlock starts from what newly known credentials open, where people of the class get to the door. Nil: nothing new.
func (a *Analysis) unlock(c *class, opened map[int32]bool) *queue {
	var q *queue
	keys := c.know.keys
	c.know.keys = nil
	for _, copy := range keys {
		asset := a.net.places[copy-a.net.base].asset
		if opened[asset] {
			continue
		}
		opened[asset] = true
		for j := range a.g.Assets[asset].Opens {
			u := &a.g.Assets[asset].Opens[j]
			if d := a.net.door(u.Index); d == vocab.NoTrust || d > c.in.class || c.in.find(u.Index, Own) != nil {
				continue // the owner gains nothing
			}
			if q == nil {
				q = &queue{}
			}
			because := a.learned(c, copy)
			from := start{entry: -1, asset: asset, opens: u, because: because}
			c.in.enter(a.net, q, at(u.Index, Control), unlocking(because.Attenuation), from)
		}
	}
	return q
}

// unlocking is the cost of a way through a lock: a few steps more than one through a door.
func unlocking(attenuation int) cost {
	return 1 + cost(min(attenuation, limit))*attenuated + 8
}

// door is the least trust of those who get as far as asking a component: who send to it, or stand in its zone or in one
// from where something is sent; anybody, where another runs it. NoTrust when nobody is drawn there.
func (n *network) door(component int32) vocab.Trust {
	c := &n.g.Components[component]
	if c.Operator >= 0 {
		return vocab.Anonymous
	}
	all := []vocab.Trust{n.g.ZoneTrust(graph.Ref{Type: graph.ComponentType, Index: component})}
	for _, f := range c.In {
		from := n.g.Flows[f].From
		if from.Type == graph.ActorType {
			all = append(all, n.g.Actors[from.Index].Trust)
		} else {
			all = append(all, n.g.ZoneTrust(from))
		}
	}
	least := vocab.NoTrust
	for _, t := range all {
		if t != vocab.NoTrust && (least == vocab.NoTrust || t < least) {
			least = t
		}
	}
	return least
}

// talksOut says whether what a language element says can leave for an address that its content names: by a tool that
// sends or publishes, or by a reader that loads what markup points at.
func (n *network) talksOut(component int32) bool {
	c := &n.g.Components[component]
	out := slices.ContainsFunc(c.Out, func(f int32) bool {
		to := n.g.Flows[f].To
		return to.Type == graph.ComponentType && (n.says(to, "egress", "listed", "open") || n.says(to, "audience", "public"))
	})
	return out || slices.ContainsFunc(c.In, func(f int32) bool {
		from := n.g.Flows[f].From
		return from.Type == graph.ComponentType && n.says(from, "interprets", "markup") && n.says(from, "egress", "listed", "open")
	})
}

func (n *network) says(r graph.Ref, fact string, values ...string) bool {
	v, _ := n.g.Fact(r, fact)
	return slices.Contains(values, v.Value)
}
