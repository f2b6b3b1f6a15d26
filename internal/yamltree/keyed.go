package yamltree

import (
	"strings"

	"gopkg.in/yaml.v3"

	"tmodel/internal/diag"
)

var (
	// colonless is a key and its value without a colon: more words than one only where the first is a name's.
	colonless = lazily(`^([a-z_]+) +(\S+|[A-Z].*)$`)
	// joining begins the rest of a text, and is no key.
	joining = lazily(`^(?:and|or|but|not|with|without|for|by|in|on|at|as|of|a|an|the|no|all|any|see|e|i)$`)
	// colonOnly is a key, with its colon, behind which a comma or the end stands.
	colonOnly = lazily(`^[a-z_][\w-]*:$`)
)

// colonless takes a text without a value in braces for a key and its value, where what was read before is no prose.
func (c *converter) colonless(n *yaml.Node, out []*yaml.Node, k, v *yaml.Node) bool {
	m := colonless().FindStringSubmatch(k.Value)
	if m == nil || joining().MatchString(m[1]) || len(n.Content) > 2*mostKeys || c.file.From(k.Line, k.Column, len(m[0])) != m[0] {
		return false
	}
	for i := 0; i < len(n.Content); i += 2 {
		if n.Content[i].Value == m[1] {
			return false
		}
	}
	hint := "write " + m[1] + ": " + diag.Printable(diag.Clip(m[2], 60))
	if last := len(out) - 1; last > 0 && unquoted(out[last]) {
		if !word().MatchString(out[last].Value) {
			return false
		}
		if out[last-1].Value != "id" {
			hint += "; or, where this belongs to the text before it, put that in quotes: " + diag.Printable(out[last-1].Value) + ": " + inQuotes(out[last].Value+", "+m[0])
		}
	}
	refuse(c.bag, diag.NotYAML, at(c.file, k.Line, k.Column+len(m[1])), "a colon is missing behind "+diag.Quote(m[1]), hint)
	set(k, v, m[1], m[2], len(m[0])-len(m[2]))
	return true
}

// emptied mends a key whose value stands behind a comma. It says whether the next key was that value.
func (c *converter) emptied(k, v *yaml.Node, behind []*yaml.Node) bool {
	if !empty(v) {
		return false
	}
	key := strings.TrimSuffix(k.Value, ":")
	if !(c.bare(k, v) && colonOnly().MatchString(k.Value)) && !colonOnly().MatchString(k.Value+":") {
		return false
	}
	k.Value = key
	if len(behind) < 2 || !c.bare(behind[0], behind[1]) || strings.HasSuffix(behind[0].Value, ":") || k.Line != behind[0].Line {
		return false
	}
	text := c.file.From(k.Line, k.Column+len(key), enough)
	i := strings.IndexByte(text, ',')
	if i < 1 || strings.Trim(text[:i], " \t") != ":" {
		return false
	}
	value := behind[0].Value
	refuse(c.bag, diag.NotYAML, at(c.file, k.Line, k.Column+len(key)+i), "a comma stands between "+diag.Quote(key)+" and its value",
		"remove the comma: "+diag.Printable(key)+": "+diag.Printable(diag.Clip(value, 60)))
	*v = *behind[0]
	return true
}

// empty says whether a value was left out.
func empty(v *yaml.Node) bool {
	return v.Kind == yaml.ScalarNode && v.Tag == "!!null" && v.Value == "" && v.Style == 0
}

// set makes of a key without a value one with a value, which stands so many columns behind its start.
func set(k, v *yaml.Node, key, value string, columns int) {
	k.Value = key
	v.Value, v.Tag, v.Line, v.Column = value, "", k.Line, k.Column+columns
	if n := len(value) - 1; n > 0 && (value[0] == '"' || value[0] == '\'') && value[n] == value[0] {
		v.Value, v.Style = value[1:n], yaml.SingleQuotedStyle
	}
	v.Tag = v.ShortTag()
}

// behind mends a value in brackets that a colon behind it makes a key with no value.
func (c *converter) behind(n *yaml.Node) {
	if n.Kind != yaml.MappingNode || n.Style&yaml.FlowStyle != 0 || len(n.Content) != 2 || !empty(n.Content[1]) {
		return
	}
	k, v := n.Content[0], n.Content[1]
	if n.Anchor+k.Anchor != "" || k.Style&yaml.FlowStyle == 0 || k.Line != v.Line || len(k.Content) > 0 && k.Content[0].Kind != yaml.ScalarNode && k.Kind == yaml.MappingNode {
		return // that is {{ }}
	}
	if c.file.From(v.Line, v.Column-1, 1) != ":" {
		return
	}
	closer := map[yaml.Kind]string{yaml.MappingNode: "}", yaml.SequenceNode: "]"}[k.Kind]
	refuse(c.bag, diag.NotYAML, at(c.file, v.Line, v.Column-1), "a colon stands behind the closing "+closer, "remove the colon")
	*n = *k
}
