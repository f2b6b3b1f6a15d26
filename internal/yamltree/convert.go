package yamltree

import (
	"fmt"

	"gopkg.in/yaml.v3"

	"tmodel/internal/diag"
	"tmodel/internal/source"
)

// converter turns the parser's nodes into ours, once each, and keeps count of what a walk would cost.
type converter struct {
	file    *source.File
	limits  Limits
	bag     *diag.Bag
	done    map[*yaml.Node]*built // anchored nodes only
	nodes   int                   // converted so far
	repeats int                   // that aliases stood for so far
	stopped bool
	arena   []Node
}

// built is a finished node with the number of nodes a walk through it meets; size 0 while it is being built.
type built struct {
	node *Node
	size int
}

// node converts one node and all below it. After a fatal error it returns empty nodes and stopped is set.
func (c *converter) node(n *yaml.Node, depth int) built {
	if c.stopped {
		return built{c.alloc(), 1}
	}
	if depth > c.limits.Depth {
		return c.stop(n, diag.TooLarge, fmt.Sprintf("nested deeper than %d levels", c.limits.Depth), "the language needs at most 6 levels")
	}
	if c.nodes++; c.nodes > c.limits.Nodes {
		return c.stop(n, diag.TooLarge, fmt.Sprintf("more than %d values", c.limits.Nodes), "split the system into several files, one system each")
	}
	if n.Kind == yaml.AliasNode {
		return c.alias(n)
	}
	var anchored *built
	if n.Anchor != "" {
		anchored = &built{}
		c.done[n] = anchored
	}
	out := c.alloc()
	out.Span = c.span(n)
	size := 1
	switch n.Kind {
	case yaml.MappingNode:
		out.Kind = Map
		size += c.pairs(n, out, depth)
	case yaml.SequenceNode:
		out.Kind = List
		size += c.items(n, out, depth)
	default:
		c.scalar(n, out)
	}
	if anchored != nil {
		anchored.node, anchored.size = out, size
	}
	return built{out, size}
}

func (c *converter) items(n *yaml.Node, out *Node, depth int) (size int) {
	out.Items = make([]*Node, 0, len(n.Content))
	for _, item := range n.Content {
		r := c.node(item, depth+1)
		out.Items = append(out.Items, r.node)
		size += r.size
	}
	return size
}

// alias is a node at the alias's place with the content of what it repeats.
func (c *converter) alias(n *yaml.Node) built {
	b := c.done[n.Alias]
	if b == nil || b.node == nil {
		return c.stop(n, diag.BadAlias, "the alias *"+diag.Printable(n.Value)+" stands inside what it repeats", "an anchor can't contain its own alias: write the value out")
	}
	if c.repeats += b.size; c.repeats > c.limits.Repeats {
		return c.stop(n, diag.TooLarge, fmt.Sprintf("the aliases up to here stand for more than %d values", c.limits.Repeats), "write the values out, or split the system")
	}
	out := c.alloc()
	*out = *b.node
	out.Span = c.span(n)
	return built{out, b.size}
}

func (c *converter) stop(n *yaml.Node, code diag.Code, message, hint string) built {
	if !c.stopped {
		refuse(c.bag, code, c.span(n), message, hint)
		c.stopped = true
	}
	return built{c.alloc(), 1}
}

// alloc hands out nodes of blocks, which saves the collector a node each.
func (c *converter) alloc() *Node {
	if len(c.arena) == 0 {
		c.arena = make([]Node, 256)
	}
	n := &c.arena[0]
	c.arena = c.arena[1:]
	return n
}
