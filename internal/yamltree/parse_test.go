package yamltree

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"tmodel/internal/diag"
	"tmodel/internal/source"
)

// parse reads a text that must have no fault.
func parse(t *testing.T, text string) *Node {
	t.Helper()
	bag := &diag.Bag{}
	root := Parse(source.New("x", []byte(text)), DefaultLimits, bag)
	if root == nil || bag.Failed() {
		t.Fatalf("%q: %v", text, bag.Sorted())
	}
	return root
}

// faults are what is said about a text, as "line:col code message".
func faults(text string, limits Limits) []string {
	bag := &diag.Bag{}
	Parse(source.New("x", []byte(text)), limits, bag)
	var out []string
	for _, d := range bag.Sorted() {
		out = append(out, fmt.Sprintf("%d:%d %s %s", d.Span.Line, d.Span.Col, d.Code, d.Message))
	}
	return out
}

func TestKinds(t *testing.T) {
	for text, want := range map[string]Kind{
		"~": Null, "null": Null, "": Null, "true": Bool, "FALSE": Bool, "yes": Text, "on": Text, "12": Int, "-3": Int, "1.10": Float, "1e3": Float,
		"010": Text, "0x1F": Text, "0o17": Text, "1_000": Text, "+1": Text, ".5": Text, ".inf": Text, ".nan": Text, "2024-01-01": Text, "12:30:45": Text,
		`"12"`: Text, "'true'": Text, "!!str 12": Text, "!!int 'x'": Text, "!!bool maybe": Text, "!!null x": Text, "!!int '5 '": Text,
		"[]": List, "{}": Map, "|\n  12": Text,
	} {
		n := parse(t, "k: "+text+"\n").Get("k")
		if n.Kind != want {
			t.Errorf("%s is %v, want %v", text, n.Kind, want)
		}
	}
	for text, want := range map[string]string{"010": "010", "1.10": "1.10", "2024-01-01": "2024-01-01", "'it''s'": "it's", `"\u00e9"`: "é"} {
		if got := parse(t, "k: "+text).Get("k").Value; got != want {
			t.Errorf("%s has the value %q", text, got)
		}
	}
}

// TestTabsAlone holds that a line with nothing but white space is an empty one.
func TestTabsAlone(t *testing.T) {
	for _, text := range []string{"a:\n  b: c\n\t\n  d: e", "a:\r\n  b: c\r\n \t \r\n  d: e\r\n\t", "\t\na:\n\t\n  b: c\n  d: e", "a:\n  b: |-\n\t\t\t\t\t\t\n    c\n  d: e"} {
		if got := strings.TrimLeft(parse(t, text).Get("a").Get("b").Value, "\n"); got != "c" {
			t.Errorf("%q: %q", text, got)
		}
	}
}

// TestFarQuoteNotesItsOpening holds that what stands behind a quote that closes on a later line has a note where it opens.
func TestFarQuoteNotesItsOpening(t *testing.T) {
	for text, want := range map[string]string{
		"a: b\nc: 'Shop\nd: me\ne: the customer's choice\n": "2:4 the quote that opens here closes only on line 4",
		"a: b\nc: {d: 'Shop,\n e: me, f: the customer's}\n": "2:8 the quote that opens here closes only on line 3",
		"a: 'it's'": "",
	} {
		bag := &diag.Bag{}
		Parse(source.New("x", []byte(text)), DefaultLimits, bag)
		got := ""
		for _, n := range bag.Sorted()[0].Notes {
			got += fmt.Sprintf("%d:%d %s", n.Span.Line, n.Span.Col, n.Message)
		}
		if got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestSpans(t *testing.T) {
	for _, c := range []struct{ text, want string }{ // the span of the value of k
		{"k: abc", "1:4-7"},
		{"k: abc # comment", "1:4-7"},
		{"k: 'it''s' # x", "1:4-11"},
		{`k: "a\"b\\" # "`, "1:4-12"},
		{`{k: "", j: ""}`, "1:5-7"},
		{`k: "\U0001F600"`, "1:4-16"},
		{"k: a b\n  c d", "1:4-7"},
		{"k: 'a\n\n  c d'", "1:4-6"},
		{"k: |\n  abc", "1:4-5"},
		{"k: >-\n  abc", "1:4-5"},
		{"k: &x abc", "1:7-10"},
		{"k: !!str &x 'abc'", "1:13-18"},
		{"k: &x\n  abc", "1:4-5"},
		{"k: !!str # c\n  abc", "1:4-5"},
		{"j: &x abc\nk: *x", "2:4-6"},
		{"\xef\xbb\xbfk: abc", "1:4-7"},
		{"\xef\xbb\xbf{j: 1, k: abc}", "1:11-14"},
		{"j: 1\r\nk: abc\r\n", "2:4-7"},
		{"j: 1\rk: abc\r", "2:4-7"},
		{"{é: 😀, k: abc}", "1:11-14"},
		{"{j: e\u0301, k: abc}", "1:12-15"},
		{"k: 日本語", "1:4-7"},
		{"k: \"👩‍🚀\"", "1:4-9"},
		{"k:\n  - a", "2:3-4"},
		{"k:", "1:3-4"},
		{"# one\n\n# two\nk: abc", "4:4-7"},
		{"j: |\n  a\n  b\nk: abc", "4:4-7"},
		{"{j: '" + strings.Repeat("é", 3000) + "', k: 'é'}", "1:3012-3015"},
	} {
		n := parse(t, c.text).Get("k")
		s := n.Span
		if got := fmt.Sprintf("%d:%d-%d", s.Line, s.Col, s.EndCol); got != c.want {
			t.Errorf("%.60q: %s, want %s", c.text, got, c.want)
		}
	}
}

func TestAliasesAndMerges(t *testing.T) {
	root := parse(t, "a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}\nc: {y: 4, <<: [*a, {z: 5}]}\nd: *a\n'<<': text\n")
	for path, want := range map[string]string{"b.x": "1", "b.y": "3", "c.x": "1", "c.y": "4", "c.z": "5", "d.x": "1"} {
		section, key, _ := strings.Cut(path, ".")
		if got := root.Get(section).Get(key); got == nil || got.Value != want {
			t.Errorf("%s is %v, want %s", path, got, want)
		}
	}
	if root.Get("<<").Value != "text" {
		t.Error("a quoted << is a key like others")
	}
	if d := root.Get("d"); d.Span.Line != 4 || d.Pairs[0].Value.Span.Line != 1 {
		t.Error("an alias stands where it stands, what it repeats where that stands")
	}
}

func TestFaults(t *testing.T) {
	deep := strings.Repeat("[", 70) + strings.Repeat("]", 70)
	for _, c := range []struct{ text, want string }{
		{"", "1:1 TM-E020 the file is empty"},
		{" \n\n", "1:1 TM-E020 the file is empty"},
		{"# c\n", "1:1 TM-E020 the file has nothing but comments"},
		{"---\n", "1:1 TM-E020 the file is empty"},
		{"\xef\xbb\xbf", "1:1 TM-E020 the file is empty"},
		{"a: 1\n---\nb: 2\n", "2:1 TM-E021 a second YAML document starts here"},
		{"a: 1\n--- \n", "2:1 TM-E021 a second YAML document starts here"},
		{"a: 1\nb: \xff\n", "2:4 TM-E003 the file is not UTF-8 text: a byte here belongs to no character"},
		{"é: \xc3", "1:4 TM-E003 the file is not UTF-8 text: a byte here belongs to no character"},
		{"a: x\x00\n", "1:5 TM-E024 a control character (U+0000) stands here; YAML allows none"},
		{"a: x\u0085b: c\n", "1:5 TM-E024 an invisible line break (U+0085) stands here; YAML ends the line at it, editors don't"},
		{"a: 1\nb: \ufeff2\n", "2:4 TM-E024 a byte order mark (U+FEFF) stands in the middle of the text"},
		{"a: &a [*a]\n", "1:8 TM-E023 the alias *a stands inside what it repeats"},
		{"a: &a {b: &b {c: *a}}\n", "1:18 TM-E023 the alias *a stands inside what it repeats"},
		{"a: " + deep, "1:68 TM-E022 nested deeper than 64 levels"},
		{"a: " + strings.Repeat("[", 20000), "1:1 TM-E022 nested deeper than any system needs"},
		{"a: 1\nb: 2\na: 3\n", `3:1 TM-E002 the key "a" stands twice in this mapping`},
		{"1: a\n'1': b\n", `2:1 TM-E002 the key "1" stands twice in this mapping`},
		{"[a]: b\n", "1:1 TM-E006 a key must be text, found a list"},
		{"? {a: 1}\n: b\n", "1:3 TM-E006 a key must be text, found a mapping"},
		{"a: {{ x }}\n", "1:4 TM-E026 {{ opens a mapping inside a mapping"},
		{"? \n: a\n", "1:2 TM-E006 a key must be text, found nothing"},
		{"a: !own x\n", "1:4 TM-E029 !own is a tag, and the language has none"},
		{"a: &b !!binary aGk=\nc: [!d , !e {f: g}]", "1:7 TM-E029 !!binary is a tag, and the language has none\n2:5 TM-E029 !d is a tag, and the language has none\n2:10 TM-E029 !e is a tag, and the language has none"},
		{"x-a: !own {b:c}\nd: !!map {e: !!str f}", ""},
		{"{id:a, j: b}", "1:4 TM-E001 a space is missing behind the colon"},
		{"a:\n  b:{c: d}\n  e: f", "2:4 TM-E001 a space is missing behind the colon"},
		{"x-a:\n  b:{c: d}", ""},
		{"{id: q, name What is it, c: d}", `1:13 TM-E001 a colon is missing behind "name"`},
		{"{id q, 'c': d}", `1:4 TM-E001 a colon is missing behind "id"`},
		{"{c: [d], to page}", `1:12 TM-E001 a colon is missing behind "to"`},
		{"{c: chat, voice and mail, and fax}", "1:9 TM-E029 a text with a comma in it needs quotes here"},
		{"{c: Chat, and mail, voice mail}", "1:9 TM-E029 a text with a comma in it needs quotes here"},
		{"{to:, page, from: , user, id : , x}", "1:5 TM-E001 a comma stands between \"to\" and its value\n1:19 TM-E001 a comma stands between \"from\" and its value\n1:32 TM-E001 a comma stands between \"id\" and its value"},
		{"{to:, from: user, id:}", ""},
		{"{to , page, b: c}", ""},
		{"- {a: b}:\n- {a: 'é'}  : # c\n- c", "1:9 TM-E001 a colon stands behind the closing }\n2:13 TM-E001 a colon stands behind the closing }"},
		{"- &a {a: b}:\n- *a", "1:3 TM-E006 a key must be text, found a mapping"},
		{"k: [{a: [b]}]\nj:\n  [c]:", "3:6 TM-E001 a colon stands behind the closing ]"},
		{"{see: x, https://x.org}", "1:8 TM-E029 a text with a comma in it needs quotes here"},
		{"{é: Sells a , rents b, Lends, c: d, e, f}", "1:13 TM-E029 a text with a comma in it needs quotes here"},
		{"{a: Sells, b, c : , d: e}", ""},
		{"{a, b, Sells c}", ""},
		{"-{a: b}", "1:1 TM-E001 a space is missing behind the - that begins an item"},
		{"k:\n  -a: b", "2:3 TM-E001 a space is missing behind the - that begins an item"},
		{"a: {<<: 1}\n", "1:9 TM-E006 << takes over the keys of mappings, found a number"},
		{"a: {<<: [{}, x]}\n", "1:9 TM-E006 << takes over the keys of mappings, found text"},
	} {
		if got := strings.Join(faults(c.text, DefaultLimits), "\n"); got != c.want {
			t.Errorf("%.40q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestDuplicateKeySaysBothPlaces(t *testing.T) {
	for _, fill := range []int{0, 100} { // a scan, and an index
		text := "{a: 1, "
		for i := range fill {
			text += fmt.Sprintf("k%d: 1, ", i)
		}
		bag := &diag.Bag{}
		root := Parse(source.New("x", []byte(text+"a: 2}")), DefaultLimits, bag)
		list := bag.Sorted()
		if len(list) != 1 || len(list[0].Notes) != 1 || list[0].Notes[0].Span.Col != 2 || int(list[0].Span.Col) != len(text)+1 {
			t.Errorf("%d keys between: %v", fill, list)
		}
		if got := root.Get("a").Value; got != "1" {
			t.Errorf("the value is %s, want that of the first", got)
		}
	}
}

func TestLimits(t *testing.T) {
	limits := Limits{Bytes: 1000, Depth: 5, Nodes: 20, Repeats: 9, Text: 50}
	for text, want := range map[string]string{
		strings.Repeat("a", 1001):                  "1:1 TM-E022 the file is larger than 0 MB",
		"a: " + strings.Repeat("x", 51):            "1:4 TM-E022 a text of 51 bytes; the limit is 50",
		"[" + strings.Repeat("x,", 30) + "]":       "1:40 TM-E022 more than 20 values",
		"{a: &a [1, 2, 3, 4], b: *a, c: *a, d: 1}": "1:32 TM-E022 the aliases up to here stand for more than 9 values",
	} {
		if got := strings.Join(faults(text, limits), "\n"); got != want {
			t.Errorf("%.40q:\n got %s\nwant %s", text, got, want)
		}
	}
}

// TestAliasBomb is 396 bytes that stand for a billion values.
func TestAliasBomb(t *testing.T) {
	text := "a: &a [x, x, x, x, x, x, x, x, x]\n"
	for c := 'b'; c <= 'j'; c++ {
		text += fmt.Sprintf("%c: &%c [%s]\n", c, c, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*%c, ", c-1), 9), ", "))
	}
	start := time.Now()
	got := faults(text, DefaultLimits)
	if len(got) != 1 || !strings.Contains(got[0], "TM-E022 the aliases up to here") || time.Since(start) > time.Second {
		t.Errorf("%v after %v", got, time.Since(start))
	}
}

// TestCostIsLinear parses texts that a careless reader is quadratic in: many keys, one line of many quoted values
// behind wide characters, many merges, many duplicates.
func TestCostIsLinear(t *testing.T) {
	const n = 100_000
	var keys, line, merges, twice strings.Builder
	line.WriteString("['é'")
	merges.WriteString("a: &a {x: 1}\nb:\n")
	for i := range n {
		fmt.Fprintf(&keys, "k%d: 1\n", i)
		fmt.Fprintf(&line, `, "é%d"`, i)
		twice.WriteString("k: 1\n")
	}
	for i := range n / 10 {
		fmt.Fprintf(&merges, "- {<<: *a, y: %d}\n", i)
	}
	line.WriteString("]")
	many := func(text string) string { return strings.Repeat(text, n) }
	for name, text := range map[string]string{"dashes": "\u00a0" + many("- "), "anchors": many("&a ") + "\u00a0", "gaps": "[" + strings.Repeat("{{a}},", n/10) + "{{",
		"commas": "{a: B c" + many(", D e") + "}", "words": "{é: b" + many(", d e") + "}", "colons": "{é: b" + many(", d:") + "}", "gone": "{é: b" + many(", d: , e") + "}",
		"hashes": "[" + many("#]\n") + "b: '", "behind": many("- {a: b}:\n"), "odd": "k: a" + many("\u00a0: b") + many("\n  \u00a0: c"), "braces": many("{{a: ") + "\u00a0", "quotes": many("- 'a'\n") + "b: '", "keys": keys.String(), "line": line.String(), "merges": merges.String(), "duplicates": twice.String()} {
		start := time.Now()
		Parse(source.New("x", []byte(text)), DefaultLimits, &diag.Bag{})
		if took := time.Since(start); took > 3*time.Second {
			t.Errorf("%s: %v", name, took)
		}
	}
}

func TestHugeScalarIsCut(t *testing.T) {
	got := faults("k: '"+strings.Repeat("x", 1<<20)+"'", DefaultLimits)
	if len(got) != 1 || got[0] != "1:4 TM-E022 a text of 1048576 bytes; the limit is 65536" {
		t.Error(got)
	}
}
