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
	for opened := map[int32]int{}; ; {
		powers := a.spread(c.in, q)
		a.empower(c, powers)
		c.know.spread(a.net)
		if q = a.unlock(c, opened); q == nil {
			return c
		}
	}
}

// unlock starts from what newly known credentials open, where people of the class get to the door. Nil: nothing new.
func (a *Analysis) unlock(c *class, opened map[int32]int) *queue {
	var q *queue
	keys := c.know.keys
	c.know.keys = nil
	for _, key := range keys {
		copy, _ := split(key)
		asset, weakened := a.net.places[copy-a.net.base].asset, c.know.cost[key].weakened()
		if was, before := opened[asset]; before && was <= weakened {
			continue
		}
		opened[asset] = weakened
		for j := range a.g.Assets[asset].Opens {
			u := &a.g.Assets[asset].Opens[j]
			if q == nil {
				q = &queue{}
			}
			a.enterBy(c, q, key, asset, u)
		}
	}
	return q
}

// enterBy starts from one thing that a credential opens.
func (a *Analysis) enterBy(c *class, q *queue, key, asset int32, u *graph.Use) {
	if d := a.net.door(u.Index); d == vocab.NoTrust || d > c.in.class || c.in.find(u.Index, Own) != nil {
		return // nobody gets there, or it is his own
	}
	s, price := at(u.Index, Control), unlocking(c.know.cost[key].weakened())
	if !c.in.reached(s, price) {
		c.in.enter(a.net, q, s, price, start{entry: -1, asset: asset, opens: u, because: a.told(c, key)})
	}
}

// unlocking is the cost of a way through a lock: weakened once more than the way to the key, which has to be taken first,
// and a few steps longer than one through a door.
func unlocking(attenuation int) cost {
	return 1 + cost(min(attenuation+1, limit))*attenuated + 8
}

// door is the least trust of those who get as far as asking a component: who send to it, or stand in its zone or in one
// from where something is sent; anybody, where another runs it. NoTrust when nobody is drawn there.
func (n *network) door(component int32) vocab.Trust {
	if least, known := n.doors[component]; known {
		return least
	}
	c := &n.g.Components[component]
	all := []vocab.Trust{n.g.ZoneTrust(graph.Ref{Type: graph.ComponentType, Index: component})}
	if c.Operator >= 0 {
		all = append(all, vocab.Anonymous)
	}
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
	n.doors[component] = least
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
