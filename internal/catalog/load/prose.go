package load

import (
	"strings"

	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/match"
	"tmodel/internal/yamltree"
)

// prose reads what a rule says to people.
func (l *loader) prose(n *yamltree.Node, s *names) catalog.Prose {
	p := catalog.Prose{Title: text(n, "title"), Since: text(n, "since"), Description: text(n, "description"), Verify: text(n, "verify"), Attack: list(n, "attack"), Part: l.now}
	l.placeholders(n, s)
	references := n.Get("references")
	for _, key := range keysOf(references) {
		if ids := list(references, key); len(ids) > 0 {
			p.References = append(p.References, catalog.Reference{Framework: key, IDs: ids})
		}
	}
	for _, e := range items(n, "examples") {
		p.Examples = append(p.Examples, l.example(e))
	}
	return p
}

// keysOf are the keys of a mapping, none when it is not there.
func keysOf(n *yamltree.Node) []string {
	var out []string
	if n != nil {
		for _, p := range n.Pairs {
			out = append(out, p.Key.Value)
		}
	}
	return out
}

// placeholders finds names in the texts of a rule that some match would leave unfilled, each once, and what was meant to be
// a placeholder.
func (l *loader) placeholders(n *yamltree.Node, s *names) {
	at := map[string]int{} // where in said a name is
	var said []diag.Diagnostic
	for _, text := range texts(n) {
		title := text == n.Get("title")
		for _, g := range gaps(text.Value) {
			d := diag.Diagnostic{Code: diag.BadRule}
			first, again := at[g.name]
			switch {
			case title:
				d.Message, d.Hint = "a title has no placeholders", "it stands for all threats of the rule"
			case g.broken && s.written[g.name] && !match.IsName(g.name):
				continue // that is no name is said where it is given
			case g.broken:
				d.Message, d.Hint = diag.Quote(g.text)+" is no placeholder", sample(s, &g)
			case g.name == "target" || s.bound[g.name] || s.lost(g.name):
				continue
			case again:
				said[first].Notes = append(said[first].Notes, diag.Note{Span: g.place(text), Message: "and here"})
				continue
			default:
				at[g.name] = len(said)
				d.Message, d.Hint = "no clause gives the name "+diag.Quote(g.name)+" that the text uses", s.unknown(g.name)
			}
			d.Span = g.place(text)
			said = append(said, d)
		}
	}
	for _, d := range said {
		l.bag.Add(d)
	}
}

// sample says how a placeholder is written, one that was meant so if possible.
func sample(s *names, g *gap) string {
	if near := diag.Nearest(strings.Trim(g.name, " {}"), s.choices()); near != "" {
		return "did you mean {{" + near + "}}?"
	}
	return "a placeholder is a name in two braces on either side, as {{target}}; braces that are text stand alone, or around several words"
}

// texts are those of a rule that are filled for each threat, and its title, in the order of the record.
func texts(n *yamltree.Node) []*yamltree.Node {
	var out []*yamltree.Node
	for _, p := range n.Pairs {
		switch p.Key.Value {
		case "title", "description", "verify":
			out = append(out, p.Value)
		case "attack":
			out = append(out, p.Value.Items...)
		}
	}
	return out
}
