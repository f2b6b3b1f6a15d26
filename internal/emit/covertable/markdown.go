package covertable

import (
	"fmt"
	"io"
	"strings"

	"tmodel/internal/catalog/coverage"
	"tmodel/internal/emit/markdown"
)

// Markdown writes the tables as a page.
func Markdown(w io.Writer, tables []coverage.Table) error {
	var b strings.Builder
	b.WriteString("# What rules and controls cite\n\n")
	for i := range tables {
		fmt.Fprintf(&b, "- %s: %s\n", markdown.Escape(tables[i].Name+" "+tables[i].Edition), tables[i].Sentence())
	}
	for i := range tables {
		t := &tables[i]
		fmt.Fprintf(&b, "\n## %s\n", markdown.Escape(t.Label()))
		for j := range t.Groups {
			g := &t.Groups[j]
			fmt.Fprintf(&b, "\n### %s\n\n", markdown.Escape(g.Name+" ("+g.ID+")"))
			if g.Why != "" {
				b.WriteString(markdown.Escape(unseen+g.Why) + "\n\n")
			}
			head(&b)
			for _, e := range g.Entries {
				row(&b, t, g, e)
			}
		}
		if len(t.Groups) > 0 {
			continue
		}
		b.WriteByte('\n')
		head(&b)
		for j := range t.Entries {
			row(&b, t, nil, &t.Entries[j])
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func head(b *strings.Builder) { b.WriteString("| Id | Title | Is | Cited by |\n|---|---|---|---|\n") }

func row(b *strings.Builder, t *coverage.Table, g *coverage.Group, e *coverage.Entry) {
	var said []string
	for _, f := range facts(t, g, e) {
		text := markdown.Escape(f.is)
		if f.what != "" {
			text = "*" + markdown.Escape(f.what) + ":* " + text
		}
		said = append(said, text)
	}
	fmt.Fprintf(b, "| %s | %s | %s | %s |\n", markdown.Escape(e.ID), markdown.Escape(e.Title), e.By, strings.Join(said, "; "))
}
