package compile

import (
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/source"
	"tmodel/internal/yamltree"
)

// gaps reports texts without quotes that are gaps of a template, where any text can stand, so that no stage before
// has said so.
func gaps(root *yamltree.Node, bag *diag.Bag) {
	var found []*yamltree.Node
	for _, p := range root.Pairs {
		found = unfilled(p, found)
	}
	if len(found) == 0 {
		return
	}
	said := map[source.Span]bool{}
	for _, d := range bag.Sorted() {
		said[d.Span] = true
	}
	for _, n := range found {
		if !said[n.Span] && !bag.Stop() {
			bag.Add(diag.Diagnostic{Code: diag.Unfilled, Span: n.Span, Message: diag.Quote(n.Value) + " is a gap that nobody filled in",
				Hint: "fill the template in first; a text that is meant so stands in quotes"})
		}
	}
}

// unfilled collects the gaps below a key that is the language's own.
func unfilled(p yamltree.Pair, found []*yamltree.Node) []*yamltree.Node {
	if strings.HasPrefix(p.Key.Value, "x-") {
		return found
	}
	return below(p.Value, found)
}

func below(n *yamltree.Node, found []*yamltree.Node) []*yamltree.Node {
	if n.Kind == yamltree.Text && !n.Quoted && diag.OnlyGap(n.Value) {
		return append(found, n)
	}
	for _, i := range n.Items {
		found = below(i, found)
	}
	for _, p := range n.Pairs {
		found = unfilled(p, found)
	}
	return found
}
