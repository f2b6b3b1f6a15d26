package schema

import (
	"slices"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/yamltree"
)

const noScope = "write the reason why threats on it need not be looked at, or leave the key out"

// scope reports out_of_scope: no, which would take an element out of scope as any text does, and yes, which is no
// more a reason than true. In quotes, yes is a text that was meant, if not a good one.
func (c *checker) scope(n *yamltree.Node) {
	v := n.Get("out_of_scope")
	if v == nil || v.Kind != yamltree.Text || c.bad[v] {
		return
	}
	word, hint := strings.ToLower(strings.TrimSpace(v.Value)), noScope
	switch {
	case slices.Contains([]string{"no", "false", "off", "n"}, word):
		hint = "what is in scope has no such key: leave the key out"
	case v.Quoted || !slices.Contains([]string{"yes", "on", "y"}, word):
		return
	}
	c.bad[v] = true
	c.bag.Add(diag.Diagnostic{Code: diag.NotText, Span: v.Span, Message: `"out_of_scope" must be a reason, found ` + found(v), Hint: hint})
}
