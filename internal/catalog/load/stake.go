package load

import (
	"slices"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/match"
	"tmodel/internal/yamltree"
)

// stake reads one way to the assets that are at stake.
func (l *loader) stake(s *names, n *yamltree.Node, on graph.Type) match.Cond {
	if len(n.Pairs) != 1 {
		l.fail(n, "a stake is self, bound, or one relation that leads to assets", "write each of several ways as an item of its own")
		return match.Cond{}
	}
	p := n.Pairs[0]
	switch p.Key.Value {
	case "self":
		return l.self(p, on)
	case "bound":
		return l.bound(s, p.Value, on)
	}
	if to := match.Leads(on, p.Key.Value); to != "" && to != graph.AssetType.String() {
		l.fail(p.Key, diag.Quote(p.Key.Value)+" leads to "+match.A(to)+", and a stake is an asset", ways(on))
	}
	own := &match.Compiler{Vocab: l.c.Vocab, Bag: l.bag} // its names serve itself alone
	cond := own.Condition(n, on, nil)
	if cond.Op != match.OpRelation && !own.Wrong {
		l.fail(n, "a stake is self, bound, or one relation that leads to assets", ways(on))
	}
	return cond
}

// self is the target, which has to be an asset.
func (l *loader) self(p yamltree.Pair, on graph.Type) match.Cond {
	switch {
	case on != graph.AssetType:
		l.fail(p.Key, "the target is "+match.A(on.String())+", and a stake is an asset", ways(on))
	case len(p.Value.Pairs)+len(p.Value.Items) > 0:
		l.fail(p.Value, "self takes no condition", "write self: {}")
	}
	return match.Cond{Op: match.OpSelf}
}

// bound is what a clause gave a name to: an asset, or a component with what it holds.
func (l *loader) bound(s *names, v *yamltree.Node, on graph.Type) match.Cond {
	types := s.given[v.Value]
	switch {
	case v.Value == "target" && on == graph.AssetType:
		l.fail(v, "a stake names the target as self", "write self: {}")
	case v.Value == "target":
		l.fail(v, "the target is "+match.A(on.String())+", and a stake is an asset", ways(on))
	case len(types) == 0 && !s.lost(v.Value):
		l.fail(v, "no clause gives the name "+diag.Quote(v.Value), diag.DidYouMean(v.Value, s.choices()))
	case len(types) == 0:
	case !slices.Contains(types, graph.AssetType) && !slices.Contains(types, graph.ComponentType):
		l.fail(v, diag.Quote(v.Value)+" is "+match.A(types[0].String())+", and a stake is an asset", ways(on))
	}
	return match.Cond{Op: match.OpBound, Name: v.Value}
}

// ways says how a stake is written for targets of a type.
func ways(on graph.Type) string {
	bound := "bound: and the name that a clause gave to an asset or a component"
	switch names := match.ToAssets(on); {
	case on == graph.AssetType:
		return "write self: {} for the target, or " + bound
	case len(names) > 0:
		return "write one of " + strings.Join(names, ", ") + ", or " + bound
	}
	return "write " + bound
}
