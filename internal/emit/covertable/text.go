package covertable

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"tmodel/internal/catalog/coverage"
	"tmodel/internal/diag"
)

// unseen stands before the reason that a tactic gives for its techniques.
const unseen = "Why nothing cites some: "

// columns is how wide the text may be.
const columns = 80

// wide is how wide the column of ids is.
const wide = 17

// Text writes the tables for a terminal.
func Text(w io.Writer, tables []coverage.Table) error {
	var b strings.Builder
	for i := range tables {
		t := &tables[i]
		hang(&b, "", "", t.Label())
		b.WriteByte('\n')
		for j := range t.Groups {
			g := &t.Groups[j]
			hang(&b, "", "", g.Name+" ("+g.ID+")")
			if g.Why != "" {
				hang(&b, "  ", "  ", unseen+g.Why)
			}
			for _, e := range g.Entries {
				entry(&b, t, g, e)
			}
			b.WriteByte('\n')
		}
		if len(t.Groups) > 0 {
			continue
		}
		for j := range t.Entries {
			entry(&b, t, nil, &t.Entries[j])
		}
		b.WriteByte('\n')
	}
	b.WriteString("Totals\n")
	for i := range tables {
		hang(&b, "  ", "    ", tables[i].Name+" "+tables[i].Edition+": "+tables[i].Sentence())
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func entry(b *strings.Builder, t *coverage.Table, g *coverage.Group, e *coverage.Entry) {
	margin := strings.Repeat(" ", wide)
	hang(b, fmt.Sprintf("  %-*s", wide-2, e.ID+" "), margin, e.Title)
	for _, f := range facts(t, g, e) {
		text := f.is
		if f.what != "" {
			text = f.what + ": " + f.is
		}
		hang(b, margin, margin+"  ", text)
	}
}

// hang writes a text wrapped, with one beginning for the first line and another for those that follow; no text, no line.
func hang(b *strings.Builder, first, next, s string) {
	line, used := first, false
	for word := range strings.FieldsSeq(diag.Printable(s)) {
		switch {
		case !used:
			line += word
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) <= columns:
			line += " " + word
		default:
			b.WriteString(line + "\n")
			line = next + word
		}
		used = true
	}
	if used {
		b.WriteString(line + "\n")
	}
}
