package terminal

import (
	"strings"

	"tmodel/internal/vocab"
)

func (p *page) style(code, s string) string {
	if !p.o.Color || s == "" {
		return s
	}
	end := len(s) - len(strings.TrimRight(s, " ")) // padding needs no colour, and can be cut off the end of a line
	return "\x1b[" + code + "m" + s[:len(s)-end] + "\x1b[0m" + s[len(s)-end:]
}

func (p *page) bold(s string) string { return p.style("1", s) }
func (p *page) dim(s string) string  { return p.style("2", s) }

// level colours by severity; the word is always there too.
func (p *page) level(l vocab.Level, s string) string {
	switch l {
	case vocab.Critical:
		return p.style("1;35", s)
	case vocab.High:
		return p.style("31", s)
	case vocab.Medium:
		return p.style("33", s)
	}
	return p.style("36", s)
}
