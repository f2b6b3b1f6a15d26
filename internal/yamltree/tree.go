// Package yamltree reads YAML into a tree whose every node knows its place in the file. It is the only
// package that imports yaml.v3, so that the parser can be changed here alone.
package yamltree

import (
	"slices"

	"tmodel/internal/source"
)

// Kind of a node.
type Kind uint8

// The kinds. A number is what JSON too writes so: 010, 0x1F, 1_000 and .inf, which readers of YAML take for
// different things, are Text, and so are dates.
const (
	Null Kind = iota
	Bool
	Int
	Float
	Text
	List
	Map
)

// String names a kind as messages do.
func (k Kind) String() string {
	return [...]string{"nothing", "true/false", "a number", "a number", "text", "a list", "a mapping"}[k]
}

// Node is a value. What an alias repeats is shared below its first level, and the alias's own node stands where
// the alias stands. Nobody changes a node but schema, when it repairs a scalar or takes out what does not fit.
type Node struct {
	Kind   Kind
	Quoted bool
	Cut    bool   // something that did not fit was taken out of the mapping or list
	Moved  bool   // the key stood elsewhere
	Value  string // scalars: as written, without quotes
	Span   source.Span
	Pairs  []Pair  // Map
	Items  []*Node // List; of a scalar whose key stands twice, what else the key was given
}

// Pair is a key and its value.
type Pair struct{ Key, Value *Node }

// Get is the value of a key, or nil.
func (n *Node) Get(key string) *Node {
	if n == nil {
		return nil
	}
	for i := range n.Pairs {
		if n.Pairs[i].Key.Value == key {
			return n.Pairs[i].Value
		}
	}
	return nil
}

// Key is the node of a key itself, or nil.
func (n *Node) Key(key string) *Node {
	for i := range n.Pairs {
		if n.Pairs[i].Key.Value == key {
			return n.Pairs[i].Key
		}
	}
	return nil
}

// Clone copies a tree, for whoever would change it; of nothing it is nothing.
func (n *Node) Clone() *Node {
	if n == nil {
		return nil
	}
	out := *n
	out.Pairs, out.Items = slices.Clone(n.Pairs), slices.Clone(n.Items)
	for i := range out.Pairs {
		out.Pairs[i].Value = out.Pairs[i].Value.Clone()
	}
	for i := range out.Items {
		out.Items[i] = out.Items[i].Clone()
	}
	return &out
}

// Limits bound what a file may cost. Nodes are those that stand in the file; Repeats are those that its aliases
// stand for, counted as a reader walks them, so that a bomb is stopped before anybody walks it.
type Limits struct {
	Bytes, Depth, Nodes, Repeats, Text int
}

// DefaultLimits let 20,000 components through and stop bombs.
var DefaultLimits = Limits{Bytes: 64 << 20, Depth: 64, Nodes: 8_000_000, Repeats: 1_000_000, Text: 64 << 10}
