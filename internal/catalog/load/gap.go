package load

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"tmodel/internal/match"
	"tmodel/internal/source"
	"tmodel/internal/yamltree"
)

// gap is a placeholder in a text: {{name}}, or something that was meant to be one.
type gap struct {
	text   string // with its braces
	at     int    // where it begins, in bytes
	name   string
	broken bool // it has other braces, or a name that is no word, so that nothing fills it
}

var braces = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(\{+)([^{}]*)(\}+)|\{\{+|\}\}+`) })

// gaps are the placeholders of a text, in order. Single braces around what is no name are text.
func gaps(text string) []gap {
	if !strings.ContainsAny(text, "{}") {
		return nil
	}
	var out []gap
	for _, m := range braces().FindAllStringSubmatchIndex(text, -1) {
		g := gap{text: text[m[0]:m[1]], at: m[0], broken: true}
		open, shut := 2, 0
		if m[2] >= 0 {
			open, shut, g.name = m[3]-m[2], m[7]-m[6], text[m[4]:m[5]]
			g.broken = open != 2 || shut != 2 || !match.IsName(g.name)
		}
		if g.broken && open < 2 && !match.IsName(strings.TrimSpace(g.name)) {
			continue
		}
		out = append(out, g)
	}
	return out
}

// place is where a gap of a text stands in the file; the text's own place where escapes or an alias hide it.
func (g *gap) place(n *yamltree.Node) source.Span {
	f, line := n.Span.File, int(n.Span.Line)
	start, end := f.Range(line)
	from := end - len(f.From(line, int(n.Span.Col), end-start))
	rest := string(f.Data[from:min(len(f.Data), from+4*len(n.Value)+4096)])
	if strings.HasPrefix(rest, "*") {
		return n.Span
	}
	before := squeezed(n.Value[:g.at])
	for at := 0; ; at += len(g.text) {
		next := strings.Index(rest[at:], g.text)
		if next < 0 {
			return n.Span
		}
		if at += next; strings.HasSuffix(squeezed(rest[:at]), before) {
			line, col := f.Place(from + at)
			return source.Span{File: f, Line: int32(line), Col: int32(col), EndLine: int32(line), EndCol: int32(col + utf8.RuneCountInString(g.text))}
		}
	}
}

// squeezed is a text without white space, which YAML folds.
func squeezed(text string) string { return strings.Join(strings.Fields(text), "") }
