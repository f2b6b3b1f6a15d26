package yamltree

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"tmodel/internal/diag"
	"tmodel/internal/source"
)

const (
	quotedStyle = yaml.SingleQuotedStyle | yaml.DoubleQuotedStyle
	blockStyle  = yaml.LiteralStyle | yaml.FoldedStyle
)

func (c *converter) scalar(n *yaml.Node, out *Node) {
	out.Value = n.Value
	out.Quoted = n.Style&(quotedStyle|blockStyle) != 0
	out.Kind = kindOf(n)
	if len(n.Value) > c.limits.Text {
		c.stop(n, diag.TooLarge, fmt.Sprintf("a text of %d bytes; the limit is %d", len(n.Value), c.limits.Text), "keep long documents elsewhere and name them")
	}
}

// kindOf trusts the parser's tag only where JSON would agree about the value.
func kindOf(n *yaml.Node) Kind {
	switch n.Tag {
	case "!!null":
		if n.Value == "" || n.Value == "~" || strings.EqualFold(n.Value, "null") {
			return Null
		}
	case "!!bool":
		if strings.EqualFold(n.Value, "true") || strings.EqualFold(n.Value, "false") {
			return Bool
		}
	case "!!int", "!!float":
		if json.Valid([]byte(n.Value)) && strings.Trim(n.Value, "+-.0123456789eE") == "" {
			if n.Tag == "!!int" {
				return Int
			}
			return Float
		}
	}
	return Text
}

// span marks a scalar to its end where that is on the same line, and anything else at its start.
func (c *converter) span(n *yaml.Node) source.Span {
	line, col := n.Line, n.Column
	if line > c.file.Lines() { // a value left out at the very end
		line = c.file.Lines()
		col = c.file.Width(line) + 1
	}
	s := at(c.file, line, col)
	if n.Kind == yaml.AliasNode {
		s.EndCol = s.Col + 1 + int32(utf8.RuneCountInString(n.Value))
		return s
	}
	if n.Kind != yaml.ScalarNode || n.Style&blockStyle != 0 {
		return s
	}
	// The parser does not tell every tag: a lone ! leaves no trace but its place.
	if first := c.file.From(int(s.Line), int(s.Col), 1); (first == "&" || first == "!") && !c.skipProperties(&s) {
		return s
	}
	s.EndCol = s.Col + int32(c.width(n, s))
	return s
}

// width is how many code points a plain or quoted scalar covers on its first line, at least 1.
func (c *converter) width(n *yaml.Node, s source.Span) int {
	if n.Style&quotedStyle != 0 {
		// An escape writes at most 10 bytes for one of the value's; a value of several lines is cut somewhere.
		return max(quotedWidth(c.file.From(int(s.Line), int(s.Col), 10*len(n.Value)+64)), 1)
	}
	width := utf8.RuneCountInString(n.Value)
	if strings.ContainsAny(n.Value, " \n") { // it may go on over line breaks
		width = min(width, c.file.Width(int(s.Line))-int(s.Col)+1)
	}
	return max(width, 1)
}

// skipProperties moves a span from an anchor or tag to the value behind it; false when that is not on the line.
func (c *converter) skipProperties(s *source.Span) bool {
	rest := c.file.From(int(s.Line), int(s.Col), 1024)
	skipped := 0
	for {
		text := strings.TrimLeft(rest, " \t")
		skipped += len(rest) - len(text)
		if text == "" || text[0] == '#' {
			return false
		}
		if text[0] != '&' && text[0] != '!' {
			s.Col += int32(skipped)
			return true
		}
		end := strings.IndexAny(text, " \t")
		if end < 0 {
			return false
		}
		skipped += utf8.RuneCountInString(text[:end])
		rest = text[end:]
	}
}

// quotedWidth is how many code points a quoted scalar at the start of a text covers, quotes included.
func quotedWidth(text string) int {
	width, escaped, quote := 0, false, rune(0)
	for i, r := range text {
		width++
		switch {
		case i == 0:
			quote = r
		case escaped:
			escaped = false
		case r == '\\' && quote == '"':
			escaped = true
		case r == quote && quote == '\'' && strings.HasPrefix(text[i+1:], "'"):
			escaped = true
		case r == quote:
			return width
		}
	}
	return width
}
