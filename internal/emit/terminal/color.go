package terminal

import "tmodel/internal/vocab"

func (p *page) style(code, s string) string {
	if !p.o.Color || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (p *page) bold(s string) string { return p.style("1", s) }
func (p *page) dim(s string) string  { return p.style("2", s) }

func (p *page) dimAll(lines []string) []string {
	for i := range lines {
		lines[i] = p.dim(lines[i])
	}
	return lines
}

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
	return p.style("32", s)
}
