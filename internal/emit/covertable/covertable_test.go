package covertable_test

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"tmodel/catalogs"
	"tmodel/internal/catalog"
	"tmodel/internal/catalog/coverage"
	"tmodel/internal/emit/covertable"
	"tmodel/internal/golden"
	"tmodel/internal/report/sample"
)

var writers = map[string]func(io.Writer, *catalog.Catalog) error{
	"txt":  func(w io.Writer, c *catalog.Catalog) error { return covertable.Text(w, coverage.Of(c)) },
	"md":   func(w io.Writer, c *catalog.Catalog) error { return covertable.Markdown(w, coverage.Of(c)) },
	"json": func(w io.Writer, c *catalog.Catalog) error { return covertable.JSON(w, c.Version, coverage.Of(c)) },
}

func write(t *testing.T, format string, c *catalog.Catalog) string {
	t.Helper()
	var out bytes.Buffer
	if err := writers[format](&out, c); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestGolden(t *testing.T) {
	for format := range writers {
		golden.Check(t, "testdata/sample."+format, write(t, format, sample.Catalog()))
	}
}

// The shipped tables fit a terminal, and each row of the Markdown has its four cells.
func TestShipped(t *testing.T) {
	c := catalogs.Shipped()
	for line := range strings.Lines(write(t, "txt", c)) {
		if line = strings.TrimSuffix(line, "\n"); utf8.RuneCountInString(line) > 80 || strings.TrimRight(line, " ") != line {
			t.Errorf("%q", line)
		}
	}
	for line := range strings.Lines(write(t, "md", c)) {
		if strings.HasPrefix(line, "|") && strings.Count(strings.ReplaceAll(line, `\|`, ""), "|") != 5 {
			t.Errorf("%q", line)
		}
	}
	var doc struct {
		Tables []struct {
			ID     string
			Items  []struct{ ID, By string }
			Groups []struct{ Items []string }
			Totals map[string]int
		}
	}
	if err := json.Unmarshal([]byte(write(t, "json", c)), &doc); err != nil {
		t.Fatal(err)
	}
	for _, table := range doc.Tables {
		by := map[string]int{"items": len(table.Items), "throughParts": table.Totals["throughParts"]}
		for _, it := range table.Items {
			by[it.By]++
		}
		for what, n := range table.Totals {
			if by[what] != n {
				t.Errorf("%s: %d %s in the totals, %d in the items", table.ID, n, what, by[what])
			}
		}
	}
}

// Titles of a user's framework are no markup and no commands of a terminal.
func TestForeignTitles(t *testing.T) {
	for _, word := range sample.Hostile {
		c := sample.Catalog()
		c.Frameworks = []catalog.Framework{{ID: "x", Name: word, Edition: word, Items: []catalog.Item{{ID: "X-1", Title: word}}}}
		c.Unseen = []catalog.Unseen{{ID: "X-1", Why: word}}
		if text := write(t, "txt", c); strings.ContainsAny(text, "\x1b\a\u202e") {
			t.Errorf("%q", text)
		}
		page := write(t, "md", c)
		if strings.Contains(page, "<script") || strings.Contains(page, "<img") || strings.Contains(page, "](http") || strings.Contains(page, "\n# heading") || strings.ContainsAny(page, "\x1b\a") {
			t.Errorf("%q:\n%s", word, page)
		}
		for line := range strings.Lines(page) {
			if strings.HasPrefix(line, "| X-1") && strings.Count(strings.ReplaceAll(line, `\|`, ""), "|") != 5 {
				t.Errorf("%q", line)
			}
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestWriteErrors(t *testing.T) {
	for format, w := range writers {
		if w(full{}, sample.Catalog()) == nil {
			t.Errorf("%s: no error", format)
		}
	}
}
