package match

import "tmodel/internal/graph"

// alone says whether a condition asks the element and nothing around it, so that it costs little.
func (c *Cond) alone() bool {
	switch c.Op {
	case OpKind, OpFamily, OpFits, OpActor, OpFact, OpAttribute, OpOrigin, OpSensitivity:
		return true
	case OpAll, OpAny, OpNot, OpKnown:
		for i := range c.Subs {
			if !c.Subs[i].alone() {
				return false
			}
		}
		return true
	}
	return false
}

// early are the parts of a group that ask the element alone and stand behind one that asks more.
func early(parts []Cond) []int {
	var out []int
	costly := false
	for i := range parts {
		switch alone := parts[i].alone(); {
		case !alone:
			costly = true
		case costly:
			out = append(out, i)
		}
	}
	return out
}

// hopeless says whether one of the early parts is false, so that the rest need not be asked.
func (e *Engine) hopeless(c *Cond, parts []int, r graph.Ref) bool {
	for _, i := range parts {
		if e.meets(&c.Subs[i], r) == False {
			return true
		}
	}
	return false
}
