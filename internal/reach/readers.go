package reach

import (
	"tmodel/internal/graph"
	"tmodel/internal/vocab"
)

// handovers are the flows by which actors of the class are given a copy.
func (a *Analysis) handovers(k *knowledge, class vocab.Trust) {
	for i := range a.g.Flows {
		f := &a.g.Flows[i]
		uses, actor, from := f.Carries, f.To, f.From
		if f.From.Type == graph.ActorType {
			uses, actor, from = f.Returns, f.From, f.To
		}
		if actor.Type != graph.ActorType || from.Type != graph.ComponentType || a.g.Actors[actor.Index].Trust != class {
			continue
		}
		for j := range uses {
			k.push(a.net.copies[place{uses[j].Index, from.Index}], Verbatim, 0, 0, reader{kind: byFlow, actor: actor.Index, flow: int32(i), use: &uses[j]})
		}
	}
}

// overheard are the copies that go in the clear between zones, where the less trusted side reads along.
func (a *Analysis) overheard(k *knowledge, class vocab.Trust) {
	for i := range a.g.Flows {
		f := &a.g.Flows[i]
		from, to := a.g.ZoneTrust(f.From), a.g.ZoneTrust(f.To)
		if f.Encrypted.Value != "no" || from == to || from == vocab.NoTrust || to == vocab.NoTrust || min(from, to) != class {
			continue
		}
		for _, way := range []struct {
			at   graph.Ref
			uses []graph.Use
		}{{f.From, f.Carries}, {f.To, f.Carries}, {f.To, f.Returns}, {f.From, f.Returns}} {
			for j := range way.uses {
				if node, ok := a.net.copies[place{way.uses[j].Index, way.at.Index}]; ok && way.at.Type == graph.ComponentType {
					k.push(node, Verbatim, 0, 0, reader{kind: byLine, flow: int32(i), use: &way.uses[j]})
				}
			}
		}
	}
}

// empower turns control, ownership and driven language elements into knowledge.
func (a *Analysis) empower(c *class, reached []state) {
	for _, s := range reached {
		node, mode, weakened, steps := s.node(), s.mode(), c.in.cost[s].attenuation(), c.in.cost[s].steps()
		switch comp := &a.g.Components[node]; {
		case mode == Own || mode == Control && a.letsOut(node):
			for _, i := range a.net.lying().at(node) {
				c.know.push(a.net.base+i, Verbatim, weakened, steps, reader{kind: byPower, state: s})
			}
		case mode != Learned && comp.Kind.Family == "language" && a.net.talksOut(node):
			c.know.push(node, Repeatable, weakened, steps, reader{kind: byPower, state: s})
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

// lying finds the places at a component.
func (n *network) lying() offsets {
	if n.at.start == nil {
		n.at = index(n.places, len(n.g.Components), func(p *place) int32 { return p.component })
	}
	return n.at
}
