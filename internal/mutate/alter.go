package mutate

import (
	"slices"

	"tmodel/internal/match"
	"tmodel/internal/reach"
	"tmodel/internal/vocab"
)

// change is a condition in which one clause is gone.
type change struct {
	clause string
	cond   match.Cond
}

var always = match.Cond{Op: match.OpAll}

// whole changes a condition that stands alone: without its one clause it says nothing.
func whole(at string, c match.Cond) []change {
	if c.Op == match.OpAll {
		return alter(at, c)
	}
	at += "." + word(&c)
	return append(removed(at, &c, always), alter(at, c)...)
}

// removed is one change, none where the clause only gives a name to what is always there.
func removed(at string, c *match.Cond, left match.Cond) []change {
	if c.Op == match.OpRelation && len(c.Subs) == 0 && slices.Contains([]string{"from", "to", "on", "system"}, c.Name) {
		return nil
	}
	return []change{{at + ": removed", left}}
}

// alter is every change of one clause in a condition that is called so.
func alter(at string, c match.Cond) []change {
	out := own(at, c)
	for i := range c.Subs {
		name := below(at, &c, i)
		out = append(out, taken(at, name, c, i)...)
		for _, s := range alter(name, c.Subs[i]) {
			out = append(out, change{s.clause, with(c, i, s.cond)})
		}
	}
	return out
}

// with is a condition that has another part i.
func with(c match.Cond, i int, part match.Cond) match.Cond {
	c.Subs = slices.Clone(c.Subs)
	c.Subs[i] = part
	return c
}

// taken takes part i away. A list of conditions that stands for the whole part is looked into instead.
func taken(from, at string, c match.Cond, i int) []change {
	part := &c.Subs[i]
	without := c
	without.Subs = slices.Delete(slices.Clone(c.Subs), i, i+1)
	without.Early = nil // numbers of parts, which have moved
	switch c.Op {
	case match.OpAll:
		return removed(at, part, without)
	case match.OpAny:
		if len(c.Subs) > 1 {
			return []change{{at + ": removed", without}}
		}
	case match.OpRelation, match.OpInfluenced, match.OpDisclosed, match.OpCycle:
		if part.Op != match.OpAll {
			return removed(at, part, without)
		}
	case match.OpAuthority, match.OpDepends:
		if part.Op != match.OpAll {
			return removed(at, part, with(c, i, always))
		}
	case match.OpNot, match.OpKnown:
		return []change{{from + ": taken away", *part}}
	}
	return nil
}

// own changes what a condition itself says.
func own(at string, c match.Cond) []change {
	var out []change
	add := func(what string, edit func(*match.Cond)) {
		n := c
		edit(&n)
		out = append(out, change{at + ": " + what, n})
	}
	for i, v := range c.Values {
		if len(c.Values) > 1 {
			add("without "+v, func(n *match.Cond) { n.Values = slices.Delete(slices.Clone(c.Values), i, i+1) })
		}
	}
	for i, m := range c.Modes {
		if len(c.Modes) > 1 {
			add("without mode "+m.String(), func(n *match.Cond) { n.Modes = slices.Delete(slices.Clone(c.Modes), i, i+1) })
		}
	}
	if names(&c) && c.Trust < vocab.Administrator {
		add("trust raised", func(n *match.Cond) { n.Trust = vocab.Administrator })
	}
	if c.Op == match.OpDisclosed && c.Least != reach.Verbatim {
		add("without strength", func(n *match.Cond) { n.Least = reach.Verbatim })
	}
	if c.Op == match.OpAtLeast {
		add("count lowered", func(n *match.Cond) { n.Count-- })
	}
	return out
}

// names says whether a condition has a bound of trust.
func names(c *match.Cond) bool {
	switch c.Op {
	case match.OpTrust, match.OpOrigin, match.OpInfluenced, match.OpDisclosed, match.OpAuthority:
		return true
	}
	return false
}
