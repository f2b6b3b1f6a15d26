package match

import (
	"slices"
	"strconv"

	"tmodel/internal/graph"
	"tmodel/internal/source"
	"tmodel/internal/yamltree"
)

// atLeast compiles a number and the relation that must hold that often.
func (c *Compiler) atLeast(v *yamltree.Node, t graph.Type) Cond {
	out := Cond{Op: OpAtLeast}
	for _, p := range v.Pairs {
		to, relates := relations(t)[p.Key.Value]
		switch n, err := strconv.Atoi(p.Value.Value); {
		case p.Key.Value == "count" && err == nil && n == 1:
			c.fail(p.Value, "count is a whole number from 2", "once needs no count: ask the relation alone")
		case p.Key.Value == "count" && (err != nil || n < 2):
			c.fail(p.Value, "count is a whole number from 2", "")
		case p.Key.Value == "count":
			out.Count = n
		case relates && len(out.Subs) == 0:
			out.Subs = []Cond{c.relation(p.Key.Value, p.Value, to)}
		default:
			c.fail(p.Key, `"at_least" has count and one relation`, "for example at_least: {count: 2, inflow: {}}")
		}
	}
	if v.Get("count") == nil || len(out.Subs) == 0 {
		c.fail(v, `"at_least" needs count and one relation`, "for example at_least: {count: 2, inflow: {}}")
	}
	return out
}

// atLeast holds when that many different elements are related and meet the part; the first of them are shown, the sure
// ones before the others.
func (e *Engine) atLeast(c *Cond, r graph.Ref) Truth {
	rel := &c.Subs[0]
	var sure, perhaps []graph.Ref
	defer e.stand(e.place(r, rel.Name))()
	relate(e.g, r, rel.Name, func(other graph.Ref, _ source.Span) bool {
		if slices.Contains(sure, other) || slices.Contains(perhaps, other) {
			return true
		}
		t := True
		if len(rel.Subs) > 0 {
			t = e.meets(&rel.Subs[0], other)
		}
		if t == True {
			sure = append(sure, other)
		} else if t == Unknown {
			perhaps = append(perhaps, other)
		}
		return len(sure) < c.Count
	})
	if len(sure)+len(perhaps) < c.Count {
		return False
	}
	truth := True
	for _, other := range append(sure, perhaps...)[:c.Count] {
		truth = min(truth, e.oneOf(rel, r, other))
	}
	return truth
}

// oneOf decides a relation for one related element alone, and shows it.
func (e *Engine) oneOf(c *Cond, r, other graph.Ref) Truth {
	truth := True
	relate(e.g, r, c.Name, func(ref graph.Ref, span source.Span) bool {
		if ref != other {
			return true
		}
		e.trail.relate(r, c.Name, edge{ref, span})
		e.trail.bind(c.As, ref)
		if len(c.Subs) > 0 {
			truth = e.eval(&c.Subs[0], ref)
		}
		return false
	})
	return truth
}
