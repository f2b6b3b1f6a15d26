package explain

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"tmodel/internal/diag"
)

// columns is how wide a page may be.
const columns = 80

func (p *page) line(format string, args ...any) { fmt.Fprintf(&p.b, format+"\n", args...) }

// para writes a text wrapped, each line indented.
func (p *page) para(indent, s string) { p.hang(indent, indent, s) }

// item writes a text as an item of a list.
func (p *page) item(s string) { p.hang("  - ", "    ", s) }

// hang writes a text wrapped, with one beginning for the first line and another for those that follow. A word that is
// longer than a line has one of its own.
func (p *page) hang(first, next, s string) {
	line, used := first, false
	for word := range strings.FieldsSeq(diag.Printable(strings.ReplaceAll(s, "\n", " "))) {
		switch {
		case !used:
			line += word
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) <= columns:
			line += " " + word
		default:
			p.line("%s", line)
			line = next + word
		}
		used = true
	}
	if used {
		p.line("%s", line)
	}
}

// head writes a name and its title.
func (p *page) head(name, title string) {
	p.hang(name+"  ", strings.Repeat(" ", len(name)+2), title)
	p.line("")
}

// source writes lines of YAML. One that is too long is broken where YAML lets it: after a comma, or at a space.
func (p *page) source(text string) {
	for l := range strings.Lines(strings.TrimRight(text, "\n")) {
		l = diag.Visible(strings.TrimRight(l, "\n"))
		rest := l[:len(l)-len(strings.TrimLeft(l, " "))] + "    "
		for utf8.RuneCountInString(l) > columns-2 {
			i := breakable(l, len(rest))
			if i < 0 {
				break
			}
			p.line("  %s", l[:i])
			l = rest + strings.TrimLeft(l[i:], " ")
		}
		p.line("  %s", l)
	}
}

// breakable is the last place before the edge at which a line of YAML may go on in the next one, or -1: after a comma
// in a flow collection, else before a space. Nothing is broken left of from, and no comment at all.
func breakable(l string, from int) int {
	if strings.Contains(" "+l, " #") {
		return -1
	}
	head := string([]rune(l)[:columns-2])
	for _, at := range []int{strings.LastIndex(head, ", ") + 1, strings.LastIndex(head, " ")} {
		if at > from {
			return at
		}
	}
	return -1
}
