package dot

import (
	"fmt"
	"strings"

	"tmodel/internal/vocab"
)

// Widths of labels, in characters.
const (
	nodeWidth   = 22
	edgeWidth   = 26
	nameLines   = 3
	detailLines = 2
	edgeLines   = 3
)

// label builds a table in Graphviz's HTML-like form, a row for each line.
type label struct {
	b     strings.Builder
	align string // attribute of the cells
	back  string // attribute of the table
}

// row adds lines in one style.
func (l *label) row(lines []string, size, color, format string) {
	for _, line := range lines {
		text := markup(line)
		if format != "" {
			text = "<" + format + ">" + text + "</" + format + ">"
		}
		fmt.Fprintf(&l.b, `<TR><TD%s><FONT POINT-SIZE="%s" COLOR="%s">%s</FONT></TD></TR>`, l.align, size, color, text)
	}
}

// badge adds the number of threats on the colour of their level.
func (l *label) badge(b badge) {
	if b.count == 0 {
		return
	}
	l.b.WriteString("<TR>" + chip(b.String(), b.worst) + "</TR>")
}

// chip is a cell in the colours of a level.
func chip(text string, level vocab.Level) string {
	s := styles[level]
	return fmt.Sprintf(`<TD BGCOLOR="%s" STYLE="rounded" CELLPADDING="4"><FONT POINT-SIZE="10" COLOR="%s"><B>%s</B></FONT></TD>`, s.fill, s.text, markup(text))
}

// html is the label, "" when it has no row.
func (l *label) html() string {
	if l.b.Len() == 0 {
		return ""
	}
	return `<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1"` + l.back + `>` + l.b.String() + `</TABLE>>`
}

// label names the node, says what it is, and how many threats it has.
func (n *node) label() string {
	var l label
	l.row(wrap(n.name, nodeWidth, nameLines), "12", ink, "B")
	for i, line := range n.detail {
		if i == 0 && n.ai {
			line = "AI · " + line
		}
		l.row(wrap(line, nodeWidth+4, detailLines), "10", faint, "")
	}
	l.badge(n.threats)
	return l.html()
}

// label stands on a veil, so that it can be read where it meets a line.
func (e *edge) label() string {
	l := label{back: ` STYLE="rounded" BGCOLOR="` + veil + `"`}
	if e.name != "" {
		format := ""
		if e.is == stage {
			format = "I"
		}
		l.row(wrap(e.name, edgeWidth, edgeLines), "10", ink, format)
	}
	if len(e.carries) > 0 {
		l.row(wrap(strings.Join(e.carries, ", "), edgeWidth, edgeLines), "10", faint, "")
	}
	if len(e.returns) > 0 {
		l.row(wrap("returns "+strings.Join(e.returns, ", "), edgeWidth, edgeLines), "10", faint, "")
	}
	if l.b.Len() == 0 && e.is == flow {
		l.row(wrap(e.id, edgeWidth, edgeLines), "10", ink, "")
	}
	if e.exposed {
		l.row([]string{e.warning()}, "10", exposure, "B")
	}
	l.badge(e.threats)
	return l.html()
}

// label is in one style: Graphviz measures several on one line too roughly.
func (z *zone) label() string {
	return fmt.Sprintf(`<<FONT POINT-SIZE="12" COLOR="%s"><B>%s</B></FONT>>`,
		grounds[z.trust+1].border, markup(strings.Join(wrap(z.name, 40, 1), "")+" · "+z.word))
}
