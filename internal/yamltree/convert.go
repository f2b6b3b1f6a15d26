package yamltree

import (
	"fmt"
	"strings"
	"unicode/utf8"

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
		return c.stop(n, fmt.Sprintf("nested deeper than %d levels", c.limits.Depth), "the language needs at most 6 levels")
	}
	if n.Kind == yaml.AliasNode {
		return c.alias(n)
	}
	var b *built
	if n.Anchor != "" {
		b = &built{}
		c.done[n] = b
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
		out.Items = make([]*Node, 0, len(n.Content))
		for _, item := range n.Content {
			r := c.node(item, depth+1)
			out.Items = append(out.Items, r.node)
			size += r.size
		}
	default:
		c.scalar(n, out)
	}
	if size > c.limits.Nodes {
		return c.stop(n, fmt.Sprintf("more than %d values, aliases counted as what they repeat", c.limits.Nodes), "split the system, or write out less by aliases")
	}
	if b != nil {
		b.node, b.size = out, size
	}
	return built{out, size}
}

func (c *converter) alias(n *yaml.Node) built {
	b := c.done[n.Alias]
	if b == nil || b.node == nil {
		return c.stop(n, "the alias *"+diag.Printable(n.Value)+" stands inside what it repeats", "an anchor can't contain its own alias")
	}
	return *b
}

func (c *converter) stop(n *yaml.Node, message, hint string) built {
	if !c.stopped {
		unreadable(c.bag, c.span(n), message, hint)
		c.stopped = true
	}
	return built{c.alloc(), 1}
}

// pairs fills a mapping. A key that stands twice is an error at the second place; merge keys are resolved,
// own keys first.
func (c *converter) pairs(n *yaml.Node, out *Node, depth int) int {
	size := 0
	out.Pairs = make([]Pair, 0, len(n.Content)/2)
	index := indexFor(len(n.Content) / 2)
	var merges []*yaml.Node
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		if k.Kind == yaml.ScalarNode && k.Tag == "!!merge" {
			merges = append(merges, v)
			continue
		}
		key, value := c.node(k, depth+1), c.node(v, depth+1)
		size += key.size + value.size
		if key.node.Kind == Map || key.node.Kind == List {
			c.bag.Add(diag.Diagnostic{Code: diag.WrongType, Span: key.node.Span, Message: "a key must be text, not " + key.node.Kind.String()})
			continue
		}
		if c.duplicate(index, out, key.node) {
			continue
		}
		out.Pairs = append(out.Pairs, Pair{key.node, value.node})
	}
	for _, m := range merges {
		size += c.merge(m, index, out, depth)
	}
	return size
}

// index finds the keys of a large mapping, where a scan for each key would be quadratic; nil for a small one.
type index map[string]*Node

func indexFor(keys int) index {
	if keys <= 32 {
		return nil
	}
	return make(index, keys)
}

// find is the key of that name in the mapping so far, or nil.
func (i index) find(in *Node, key string) *Node {
	if i == nil {
		return in.Key(key)
	}
	return i[key]
}

func (i index) add(key *Node) {
	if i != nil {
		i[key.Value] = key
	}
}

func (c *converter) duplicate(seen index, out *Node, key *Node) bool {
	first := seen.find(out, key.Value)
	if first == nil {
		seen.add(key)
		return false
	}
	c.bag.Add(diag.Diagnostic{
		Code: diag.DuplicateKey, Span: key.Span, Message: "the key " + diag.Quote(key.Value) + " stands twice in this mapping",
		Notes: []diag.Note{{Span: first.Span, Message: "first here"}}, Hint: "keep one of them",
	})
	return true
}

// merge adds the pairs of a merge key's value (a mapping or a list of them) that are not there yet.
func (c *converter) merge(v *yaml.Node, seen index, out *Node, depth int) int {
	r := c.node(v, depth+1)
	from := []*Node{r.node}
	if r.node.Kind == List {
		from = r.node.Items
	}
	for _, m := range from {
		if m.Kind != Map {
			c.bag.Add(diag.Diagnostic{Code: diag.WrongType, Span: r.node.Span, Message: "<< merges mappings, found " + m.Kind.String()})
			continue
		}
		for _, p := range m.Pairs {
			if seen.find(out, p.Key.Value) == nil {
				seen.add(p.Key)
				out.Pairs = append(out.Pairs, p)
			}
		}
	}
	return r.size
}

func (c *converter) scalar(n *yaml.Node, out *Node) {
	out.Value = n.Value
	out.Quoted = n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0
	switch n.Tag {
	case "!!null":
		out.Kind = Null
	case "!!bool":
		out.Kind = Bool
	case "!!int":
		out.Kind = Int
	case "!!float":
		out.Kind = Float
	default:
		out.Kind = Text // a date is text too: nothing in the language is a point in time
	}
	if len(n.Value) > c.limits.Text {
		c.stop(n, fmt.Sprintf("a text of %d bytes; the limit is %d", len(n.Value), c.limits.Text), "keep long documents elsewhere and name them")
	}
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

// span marks a scalar to its end where that is on the same line, and anything else at its start.
func (c *converter) span(n *yaml.Node) source.Span {
	s := at(c.file, max(n.Line, 1), max(n.Column, 1))
	if n.Kind == yaml.AliasNode {
		s.EndCol = s.Col + 1 + int32(utf8.RuneCountInString(n.Value))
	}
	if n.Kind != yaml.ScalarNode || n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		return s
	}
	width := utf8.RuneCountInString(n.Value)
	switch {
	case n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0:
		width = quotedWidth(c.file.Line(n.Line), n.Column)
	case strings.ContainsRune(n.Value, '\n'):
		width = 1
	}
	s.EndCol = s.Col + int32(max(width, 1))
	return s
}

// quotedWidth is how many code points a quoted scalar covers on its first line, quotes included.
func quotedWidth(line string, col int) int {
	r := []rune(line)
	if col > len(r) {
		return 1
	}
	quote := r[col-1]
	for i := col; i < len(r); i++ {
		switch {
		case r[i] == '\\' && quote == '"':
			i++
		case r[i] == quote && quote == '\'' && i+1 < len(r) && r[i+1] == '\'':
			i++
		case r[i] == quote:
			return i - col + 2
		}
	}
	return len(r) - col + 1
}
