package load

import (
	"strings"

	"tmodel/internal/source"
	"tmodel/internal/yamltree"
)

// block is the text of a mapping as it stands in the file, moved to the left margin.
func block(n *yamltree.Node) string {
	if n == nil || len(n.Pairs) == 0 {
		return "{}\n"
	}
	start := n.Pairs[0].Key.Span // an anchor may stand before it, an alias elsewhere
	if text := inBraces(start); text != "" {
		return text + "\n"
	}
	f, indent := start.File, int(start.Col)-1
	var out strings.Builder
	for i := int(start.Line); i <= f.Lines(); i++ {
		line := f.Line(i)
		if i > int(start.Line) && strings.TrimSpace(line) != "" && len(line)-len(strings.TrimLeft(line, " ")) < indent {
			break
		}
		out.WriteString(strings.TrimRight(f.From(i, indent+1, len(line)), " ") + "\n")
	}
	return strings.TrimRight(out.String(), "\n") + "\n"
}

// inBraces is the mapping in braces whose first key is given, "" when it is none.
func inBraces(key source.Span) string {
	f, line := key.File, int(key.Line)
	text := f.Line(line)
	rest := f.From(line, int(key.Col), len(text))
	if !strings.HasSuffix(strings.TrimRight(strings.TrimSuffix(text, rest), " \t"), "{") {
		return ""
	}
	s := scan{}
	out := "{" + rest
	for end := s.closes(out); ; end = s.closes(rest) {
		if end >= 0 {
			return out[:len(out)-len(s.left)]
		}
		if line++; line > f.Lines() {
			return ""
		}
		rest = "\n" + f.Line(line)
		out += rest
	}
}

// scan follows brackets over lines.
type scan struct {
	depth int
	quote rune
	last  rune
	left  string // what stands after the last bracket
}

// closes is where the outermost bracket closes in a text, or -1.
func (s *scan) closes(text string) int {
	for i, c := range text {
		switch {
		case s.quote != 0:
			if c == s.quote {
				s.quote = 0
			}
		case (c == '"' || c == '\'') && strings.ContainsRune(" \t\n[{,:", s.last):
			s.quote = c
		case c == '{' || c == '[':
			s.depth++
		case c == '}' || c == ']':
			if s.depth--; s.depth == 0 {
				s.left = text[i+1:]
				return i
			}
		}
		s.last = c
	}
	return -1
}
