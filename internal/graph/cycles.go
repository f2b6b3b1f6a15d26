package graph

import (
	"slices"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/source"
)

// step is a reference from one element to another of the same section.
type step struct {
	to int32
	at source.Span
}

// circle looks for elements that lead to themselves.
type circle struct {
	b    *builder
	of   Type
	code diag.Code
	says string
	next func(i int32) []step
	seen []progress
	path []int32 // from where the search began to where it is
}

// progress of the search at an element.
type progress uint8

const (
	unseen progress = iota
	onPath
	finished
)

// cycles reports every reference that closes a circle, with the way around.
func (b *builder) cycles(of Type, n int, code diag.Code, says string, next func(i int32) []step) {
	c := circle{b: b, of: of, code: code, says: says, next: next, seen: make([]progress, n)}
	for i := range n {
		c.visit(int32(i))
	}
}

func (c *circle) visit(i int32) {
	if c.seen[i] == finished || c.b.bag.Full() {
		return
	}
	c.seen[i] = onPath
	c.path = append(c.path, i)
	for _, s := range c.next(i) {
		if c.seen[s.to] == onPath {
			c.report(c.path[slices.Index(c.path, s.to):], s)
		} else {
			c.visit(s.to)
		}
	}
	c.path = c.path[:len(c.path)-1]
	c.seen[i] = finished
}

// report says around which elements the circle goes, and points at the reference that closes it.
func (c *circle) report(path []int32, closing step) {
	ids := make([]string, 0, len(path)+1)
	for _, i := range path {
		ids = append(ids, c.b.g.ID(Ref{c.of, i}))
	}
	way := ""
	if len(ids) > 1 {
		ids = append(ids, ids[0])
		if len(ids) > 8 {
			ids = slices.Concat(ids[:4], []string{"..."}, ids[len(ids)-3:])
		}
		way = ": " + diag.Printable(strings.Join(ids, " -> "))
	}
	c.b.add(c.code, closing.at, "the "+c.of.String()+" "+diag.Quote(ids[0])+" "+c.says+way, "take one of the references out")
}

// one is the step to an index, none when it is -1.
func one(to int32, at source.Span) []step {
	if to < 0 {
		return nil
	}
	return []step{{to, at}}
}

func steps(uses []Use) []step {
	out := make([]step, len(uses))
	for i, u := range uses {
		out[i] = step{u.Index, u.Span}
	}
	return out
}
