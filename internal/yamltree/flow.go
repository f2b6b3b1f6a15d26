package yamltree

import (
	"bytes"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/source"
)

// bracket is an open [ or {, where it stands, and what was seen since the last comma in it.
type bracket struct {
	char           byte
	at             int // offset in the file
	colon, content bool
}

// closer is the bracket that closes it.
func (b bracket) closer() string { return string(b.char + 2) }

// brackets follows lists in brackets and mappings in braces through a text, until something in them is wrong. It
// is a guess where block texts are full of brackets, and good enough to point at.
type brackets struct {
	text   []byte
	open   []bracket
	closed int // line on which the last outermost bracket was closed, as the offset of the line's end
}

// until reads up to an offset. It gives the offset of what can't stand there, or -1.
func (b *brackets) until(end int) int {
	for i := 0; i < end; i++ {
		switch c := b.text[i]; {
		case c == '#' && b.after(i, " \t\r\n"):
			for ; i+1 < end && b.text[i+1] != '\n'; i++ {
			}
		case (c == '"' || c == '\'') && b.after(i, " \t\r\n[{,:"):
			b.content()
			i += max(closing(string(b.text[i:min(len(b.text), i+enough)])), 0)
		case (c == '[' || c == '{') && b.valueAt(i):
			if n := len(b.open); n > 0 && b.open[n-1].char == '[' && b.open[n-1].content && !b.open[n-1].colon {
				return i
			}
			b.content()
			b.open = append(b.open, bracket{char: c, at: i})
		case c == ']' || c == '}':
			if b.close(c, i) {
				return i
			}
		case len(b.open) > 0:
			if b.inside(c, i) {
				return i
			}
		}
	}
	return -1
}

// close takes a closing bracket and says whether it is wrong.
func (b *brackets) close(c byte, i int) bool {
	if len(b.open) == 0 {
		return i < b.closed && len(bytes.TrimSpace(b.text[b.lastClose(i)+1:i])) == 0 || b.valueAt(i)
	}
	last := b.open[len(b.open)-1]
	if last.char+2 != c {
		return true
	}
	b.open = b.open[:len(b.open)-1]
	b.closed = i + 1
	if n := bytes.IndexByte(b.text[i:], '\n'); n > 0 {
		b.closed = i + n
	}
	return false
}

// lastClose is the offset of the last closing bracket before i.
func (b *brackets) lastClose(i int) int { return bytes.LastIndexAny(b.text[:i], "]}") }

// inside takes a character inside brackets and says whether it is wrong: a comma after nothing, a second colon.
func (b *brackets) inside(c byte, i int) bool {
	last := &b.open[len(b.open)-1]
	switch {
	case c == ',':
		wrong := !last.content
		last.content, last.colon = false, false
		return wrong
	case c == ':' && (i+1 == len(b.text) || strings.IndexByte(" \t\r\n,]}", b.text[i+1]) >= 0):
		wrong := last.colon
		last.colon, last.content = true, true
		return wrong
	case strings.IndexByte(" \t\r\n", c) < 0:
		last.content = true
	}
	return false
}

// content notes that something stands in the innermost bracket.
func (b *brackets) content() {
	if n := len(b.open); n > 0 {
		b.open[n-1].content = true
	}
}

// after says whether what stands before an offset is one of some characters, or nothing.
func (b *brackets) after(i int, chars string) bool {
	return i == 0 || strings.IndexByte(chars, b.text[i-1]) >= 0
}

// valueAt says whether what stands before an offset on its line lets a value begin there.
func (b *brackets) valueAt(i int) bool {
	if len(b.open) > 0 {
		return true
	}
	start := bytes.LastIndexAny(b.text[:i], "\r\n") + 1
	before := strings.TrimRight(string(b.text[start:i]), " \t")
	word := before[strings.LastIndexAny(before, " \t")+1:]
	return before == "" || strings.HasSuffix(before, ":") || word == "-" || word == "---" || word[0] == '&' || word[0] == '!'
}

// newKey says whether a colon ends the first word of a line below an open bracket, with no comma before it: a key
// that goes on in block style.
func (b *brackets) newKey(colon, opened int) bool {
	start := bytes.LastIndexAny(b.text[:colon], "\r\n") + 1
	before := bytes.TrimSpace(b.text[:start])
	return start > opened && !bytes.ContainsAny(b.text[start:colon], ",[]{}\"'") && len(before) > 0 && before[len(before)-1] != ','
}

// unclosed explains what is wrong with the lists in brackets and mappings in braces up to where the parser stumbles.
func unclosed(f *source.File, stumble int, say complaint) diag.Diagnostic {
	b := brackets{text: f.Data}
	spot := func(offset int) source.Span { line, col := f.Place(offset); return at(f, line, col) }
	wrong := b.until(min(stumble+1, len(f.Data)))
	switch {
	case len(b.open) == 0 && wrong < 0:
		return say.at(spot(stumble))
	case len(b.open) == 0:
		return complaints["stray"].at(spot(wrong))
	}
	last := b.open[len(b.open)-1]
	if i := strings.Index(f.From(int(spot(last.at).Line), int(spot(last.at).Col), enough), "{{"); i >= 0 {
		return complaints["template"].at(spot(last.at + i))
	}
	opened := diag.Note{Span: spot(last.at), Message: "this " + string(last.char) + " is open"}
	switch {
	case wrong < 0 || f.Data[wrong] == ':' && b.newKey(wrong, last.at):
		return open(f, last, stumble)
	case f.Data[wrong] == ',':
		return complaints["comma"].at(spot(wrong))
	case strings.IndexByte(":[{", f.Data[wrong]) >= 0:
		return diag.Diagnostic{Span: spot(wrong), Message: "a comma or " + last.closer() + " is expected before this", Notes: []diag.Note{opened},
			Hint: "put commas between the items, and quotes around a text that has commas, brackets or colons in it"}
	}
	return diag.Diagnostic{Code: diag.Unclosed, Span: spot(wrong), Message: "a " + last.closer() + " is expected, or a comma before this", Notes: []diag.Note{opened},
		Hint: "close what was opened last first"}
}

// open explains a bracket that nothing closes.
func open(f *source.File, b bracket, stumble int) diag.Diagnostic {
	line, col := f.Place(stumble)
	note := diag.Note{Span: at(f, line, col), Message: "the file ends here"}
	if len(bytes.TrimSpace(f.Data[stumble+1:])) > 0 {
		note = diag.Note{Span: whole(f, line), Message: "this no longer fits in"}
	}
	line, col = f.Place(b.at)
	return diag.Diagnostic{Code: diag.Unclosed, Span: at(f, line, col), Message: "the " + string(b.char) + " that opens here is not closed",
		Hint: "close it with " + b.closer() + " behind the last item", Notes: []diag.Note{note}}
}
