package yamltree

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"tmodel/internal/diag"
	"tmodel/internal/source"
)

// mend reports what YAML allows and nobody means, and mends the parser's tree where it is clear what was meant. What
// stands under a key of the user's own is left alone.
func (c *converter) mend(n *yaml.Node) {
	c.behind(n)
	if n.Style&yaml.TaggedStyle != 0 && !plainTags[n.Tag] {
		c.tag(n)
	}
	if n.Kind == yaml.MappingNode {
		if n.Style&yaml.FlowStyle != 0 {
			c.mendFlow(n)
		}
		for i := 0; i+1 < len(n.Content); i += 2 {
			k := n.Content[i]
			if k.Style == 0 && dashKey(k.Value) {
				refuse(c.bag, diag.NotYAML, at(c.file, k.Line, k.Column), missingDashGap, "write - "+diag.Printable(diag.Clip(c.file.From(k.Line, k.Column+1, enough), 60)))
				c.stopped = true
			}
			if k.Style == 0 && n.Style&yaml.FlowStyle == 0 && strings.Contains(k.Value, ":") {
				c.tightBracket(k)
			}
			if !strings.HasPrefix(k.Value, "x-") {
				c.mend(n.Content[i+1])
			}
		}
		return
	}
	for _, item := range n.Content {
		c.mend(item)
	}
}

// tightBracket reports a key that ends in a colon and a bracket, with no space between.
func (c *converter) tightBracket(k *yaml.Node) {
	m := tightBracket().FindStringSubmatch(k.Value)
	if m == nil {
		return
	}
	place := at(c.file, k.Line, k.Column+len(m[1]))
	refuse(c.bag, diag.NotYAML, place, missingColonGap, "write "+m[1]+": "+diag.Printable(diag.Clip(c.file.From(k.Line, int(place.Col)+1, enough), 60)))
	c.stopped = true
}

// dashKey says whether a key begins as an item does, but for a space.
func dashKey(key string) bool {
	return len(key) > 1 && key[0] == '-' && (letter(key[1]) || strings.IndexByte(`{["'`, key[1]) >= 0)
}

// plainTags are those that say of a value no more than it says itself.
var plainTags = map[string]bool{"!!str": true, "!!int": true, "!!float": true, "!!bool": true, "!!null": true, "!!map": true, "!!seq": true}

// tag reports a tag. What it stands before is not looked at: another program was to put something else there.
func (c *converter) tag(n *yaml.Node) {
	line, col := n.Line, n.Column
	text := c.file.From(line, col, enough)
	skip := max(strings.IndexByte(text, '!'), 0) // an anchor may stand before it
	name := text[skip:]
	if end := strings.IndexAny(name, " \t,[]{}"); end > 0 {
		name = name[:end]
	}
	place := at(c.file, line, col+utf8.RuneCountInString(text[:skip]))
	place.EndCol = place.Col + int32(max(utf8.RuneCountInString(name), 1))
	refuse(c.bag, diag.NeedsQuotes, place, diag.Printable(diag.Clip(name, 60))+" is a tag, and the language has none",
		"if another program was to put something here, let it do that first; a text that begins with ! stands in quotes")
	if n.Kind == yaml.ScalarNode {
		n.Value, n.Tag, n.Style = diag.Template, "!!str", 0
	}
}

// bareKey is a key without a value that is meant as one with a value.
var bareKey = lazily(`^([A-Za-z_][\w-]*):([^\s/&!*].*)$`)

// tightBracket is a key with no space behind its colon, and a value in brackets or braces.
var tightBracket = lazily(`^([a-z_][\w-]*):[\[{]`)

// mendFlow mends a mapping in braces: keys without a space behind their colon, and commas in texts without quotes.
func (c *converter) mendFlow(n *yaml.Node) {
	out := n.Content[:0]
	var text *yaml.Node // a text that goes on behind a comma
	var comma source.Span
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		if c.emptied(k, v, n.Content[i+2:]) {
			i += 2
		} else if c.bare(k, v) && (text != nil || !c.colonless(n, out, k, v)) {
			if m := bareKey().FindStringSubmatch(k.Value); m != nil {
				c.split(k, v, m[1], m[2])
			} else if last := len(out) - 1; last > 0 && goesOn(out[last], k) {
				if text == nil {
					text, comma = out[last], c.comma(out[last], k)
				}
				if len(text.Value) < enough { // no text is so long
					text.Value += ", " + k.Value
				}
				continue
			}
		}
		c.needsQuotes(out, text, comma)
		text = nil
		out = append(out, k, v)
	}
	c.needsQuotes(out, text, comma)
	n.Content = out
}

// bare says whether a key has neither a colon nor a value.
func (c *converter) bare(k, v *yaml.Node) bool {
	if k.Kind != yaml.ScalarNode || k.Style != 0 || !empty(v) {
		return false
	}
	behind := strings.TrimLeft(c.file.From(k.Line, k.Column+utf8.RuneCountInString(k.Value), 64), " \t")
	return behind != "" && (behind[0] == ',' || behind[0] == '}')
}

// split makes id:shop a key and its value.
func (c *converter) split(k, v *yaml.Node, key, value string) {
	refuse(c.bag, diag.NotYAML, at(c.file, k.Line, k.Column+len(key)), missingColonGap, "write "+key+": "+diag.Printable(diag.Clip(value, 60)))
	set(k, v, key, value, len(key)+1)
}

// word is what keys look like; where one has no value, that was forgotten.
var word = lazily(`^[a-z][a-z0-9_-]*$`)

// goesOn says whether a key without a value is the rest of the text before it.
func goesOn(text, k *yaml.Node) bool {
	return unquoted(text) && text.Value != diag.Template && !word().MatchString(k.Value)
}

// unquoted says whether a value is a text without quotes.
func unquoted(v *yaml.Node) bool {
	return v.Kind == yaml.ScalarNode && v.Tag == "!!str" && v.Style == 0
}

// comma is the place of the comma between a text and what goes on behind it.
func (c *converter) comma(text, k *yaml.Node) source.Span {
	behind := text.Column + utf8.RuneCountInString(text.Value)
	if i := strings.IndexByte(c.file.From(text.Line, behind, enough), ','); i >= 0 && text.Line == k.Line {
		return at(c.file, text.Line, behind+i)
	}
	return at(c.file, k.Line, k.Column)
}

// needsQuotes reports a text with commas, the last value so far.
func (c *converter) needsQuotes(out []*yaml.Node, text *yaml.Node, comma source.Span) {
	if text != nil {
		refuse(c.bag, diag.NeedsQuotes, comma, "a text with a comma in it needs quotes here",
			"put the text in quotes: "+diag.Printable(diag.Clip(out[len(out)-2].Value, 60))+": "+inQuotes(text.Value))
	}
}
