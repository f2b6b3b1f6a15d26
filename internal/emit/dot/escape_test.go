package dot

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/goccy/go-graphviz"

	"tmodel/internal/report"
)

// checkLabels holds the HTML-like labels of a DOT text to XML.
func checkLabels(t testing.TB, text string) {
	t.Helper()
	for _, rest := range strings.Split(text, "label=<")[1:] {
		end, depth := 0, 1
		for end = 0; depth > 0 && end < len(rest); end++ {
			switch rest[end] {
			case '<':
				depth++
			case '>':
				depth--
			}
		}
		if err := wellFormed(rest[:max(end-1, 0)]); err != nil {
			t.Fatalf("%v: %s", err, rest[:end])
		}
	}
}

func wellFormed(s string) error {
	for dec := xml.NewDecoder(strings.NewReader("<x>" + s + "</x>")); ; {
		if _, err := dec.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func TestQuote(t *testing.T) {
	tests := []struct{ in, quoted, text, markup string }{
		{"plain", `"plain"`, `"plain"`, "plain"},
		{`a"b`, `"a\"b"`, `"a\"b"`, "a&quot;b"},
		{`end\`, `"end\\"`, `"end\\"`, `end\`},
		{`\N \"`, `"\\N \\\""`, `"\\N \\\""`, `\N \&quot;`},
		{"a & <b>", `"a & <b>"`, `"a &amp; <b>"`, "a &amp; &lt;b&gt;"},
		{"&amp;", `"&amp;"`, `"&amp;amp;"`, "&amp;amp;"},
		{"a\nb\x1b", `"a\\u000ab\\u001b"`, `"a\\u000ab\\u001b"`, `a\u000ab\u001b`},
		{"\xff\ufffe", `"\\ufffd\\ufffe"`, `"\\ufffd\\ufffe"`, `\ufffd\ufffe`},
	}
	for _, test := range tests {
		if got := quote(test.in); got != test.quoted {
			t.Errorf("quote(%q) = %s, want %s", test.in, got, test.quoted)
		}
		if got := quoteText(test.in); got != test.text {
			t.Errorf("quoteText(%q) = %s, want %s", test.in, got, test.text)
		}
		if got := markup(test.in); got != test.markup {
			t.Errorf("markup(%q) = %s, want %s", test.in, got, test.markup)
		}
	}
}

func TestWrap(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"one two", "one two"},
		{"one two three four", "one two|three four"},
		{"one two three four five six", "one two|three four|five six"},
		{"one two three four five six seven", "one two|three four|five six…"},
		{"abcdefghijklmnopqrstuvw x", "abcdefghij|klmnopqrst|uvw x"},
		{strings.Repeat("x", 40), "xxxxxxxxxx|xxxxxxxxxx|xxxxxxxxx…"},
	}
	for _, test := range tests {
		if got := strings.Join(wrap(test.in, 10, 3), "|"); got != test.want {
			t.Errorf("wrap(%q) = %s, want %s", test.in, got, test.want)
		}
	}
}

// FuzzNames puts any text wherever people write some, and has Graphviz read the result.
func FuzzNames(f *testing.F) {
	for _, s := range []string{"", "name", `"`, `\`, `\"`, "<", "</TD>>", "&amp", "]]>", "a\nb", "\x00", "\xff", "\ufffe", "-->", "/*", "日本語", "\u202e"} {
		f.Add(s, s)
	}
	r := everything(f)
	f.Fuzz(func(t *testing.T, a, b string) {
		rename(r, a, b)
		text := written(t, r)
		if !utf8.ValidString(text) {
			t.Fatalf("not UTF-8: %q", text)
		}
		checkLabels(t, text)
		nodes, edges := counted(t, text)
		if d := draw(r); nodes != len(d.nodes) || edges != len(d.edges) {
			t.Fatalf("Graphviz sees %d nodes and %d edges, want %d and %d\n%s", nodes, edges, len(d.nodes), len(d.edges), text)
		}
		checkTip(t, text, r)
	})
}

// rename gives elements these names.
func rename(r *report.Report, a, b string) {
	g := r.Graph
	at := g.System.ID
	at.Value = a
	g.System.ID, g.System.Name = at, at
	at.Value = b
	g.Actors[0].Name, g.Zones[0].Name, g.Assets[0].Name, g.Components[0].Name, g.Components[0].Technology = at, at, at, at, at
	g.Flows[0].Name, g.Stages[0].Name = at, at
}

// checkTip reads a text back that is not markup.
func checkTip(t *testing.T, text string, r *report.Report) {
	t.Helper()
	g, err := graphviz.ParseBytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	n, err := g.NodeByName(r.Graph.Actors[0].ID.Value)
	if err != nil || n == nil {
		t.Fatalf("no node of the actor's id: %v", err)
	}
	shown := strings.NewReplacer(`\\`, `\`, "&amp;", "&").Replace(n.GetStr("tooltip"))
	if want := visible(r.Graph.Actors[0].Name.Value) + " (" + r.Graph.Actors[0].ID.Value + ")"; shown != want {
		t.Fatalf("the tip is %q, want %q", shown, want)
	}
}
