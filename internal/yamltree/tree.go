// Package yamltree reads YAML into a tree whose every node knows its place in the file. It is the only
// package that imports yaml.v3, so that the parser can be changed here alone.
package yamltree

import "tmodel/internal/source"

// Kind of a node.
type Kind uint8

// The kinds. A scalar's kind follows YAML 1.2's core schema; dates and the like are Text.
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

// Node is a value. Aliased nodes are shared; nobody changes a node but schema, when it repairs a scalar.
type Node struct {
	Kind   Kind
	Quoted bool
	Value  string // scalars: as written, without quotes
	Span   source.Span
	Pairs  []Pair  // Map
	Items  []*Node // List
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

// Limits bound what a file may cost.
type Limits struct {
	Bytes, Depth, Nodes, Text int
}

// DefaultLimits let 20,000 components through and stop bombs: nodes are counted as a reader walks
// them, so that an alias counts for all that it repeats.
var DefaultLimits = Limits{Bytes: 64 << 20, Depth: 64, Nodes: 8_000_000, Text: 64 << 10}
