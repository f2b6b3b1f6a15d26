package yamltree

import (
	"strconv"
	"strings"
	"testing"
)

// TestSyntax holds the places of mistakes that the parser names a wrong line for, or none. The text before and
// after must not change what is said, nor must the end of lines.
func TestSyntax(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"k: a: b", `1:5 TM-E029: a text with ": " in it needs quotes`},
		{"- k: a b: c", `1:9 TM-E029: a text with ": " in it needs quotes`},
		{"k: a\n  j: b", "2:3 TM-E001: a key can't stand here: what is above has its value already"},
		{"k:\n  a: 1\n b: 2", "3:2 TM-E001: this fits nothing that is open here"},
		{"k:\n  - a\n  b: 1", "3:3 TM-E001: a list is open here, and this is none of its items"},
		{"k: [1, 2\nb: 3", "1:4 TM-E028: the [ that opens here is not closed"},
		{"k: {a: 1\nb: 3", "1:4 TM-E028: the { that opens here is not closed"},
		{"k: [1, {a: 2]", "1:13 TM-E028: a } is expected, or a comma before this"},
		{"k: [1, 2]]", "1:10 TM-E001: nothing is open that this could close"},
		{"k: [{a: 1}\n {b: 2}]", "2:2 TM-E001: a comma or ] is expected before this"},
		{"k: {a: 1 b: 2}", "1:11 TM-E001: a comma or } is expected before this"},
		{"k: [1,\n 2,,3]", "2:4 TM-E001: a value is expected before this comma"},
		{"k: }", "1:4 TM-E001: nothing is open that this could close"},
		{"k: 'a", "1:4 TM-E028: the quote that opens here is never closed"},
		{`k: ["a", "b]`, "1:10 TM-E028: the quote that opens here is never closed"},
		{"k: 'a' b", "1:8 TM-E029: text stands behind the closing quote"},
		{`k: "a\qb"`, "1:6 TM-E029: a backslash in double quotes begins an escape, and this is none"},
		{`k: "\xzz"`, `1:5 TM-E029: \x, \u and \U in double quotes want 2, 4 and 8 hexadecimal digits`},
		{"k: @a", "1:4 TM-E029: a text can't begin with this character"},
		{"k: [a, `b]", "1:8 TM-E029: a text can't begin with this character"},
		{"k: %a", "1:4 TM-E029: a text can't begin with this character"},
		{"k:\n\tj: 1", "2:1 TM-E027: a tab can't indent"},
		{"k: 1\n\tj: 1", "2:1 TM-E027: a tab can't indent"},
		{"k: 1\nfoo\nj: 1", "2:1 TM-E001: a key is expected here, and this has no colon"},
		{"k: - a", "1:4 TM-E001: a list with - can't begin here"},
		{"k: *a", "1:4 TM-E023: nothing before this has the anchor &a"},
		{"k: !a!b c", "1:4 TM-E029: the ! begins a tag, and the language has none"},
		{"k: |x\n  a", "1:1 TM-E001: the text that | or > begins stands on the lines below"},
		{"k: {{ a }", "1:4 TM-E026: {{ opens a mapping inside a mapping, and is not closed as one"},
		{"- {a: 1\n- {a: 2}", "1:3 TM-E028: the { that opens here is not closed"},
		{"- {a: [1\n- {a: 2}", "1:7 TM-E028: the [ that opens here is not closed"},
		{"- k: [a\n  j: {b: c}", "1:6 TM-E028: the [ that opens here is not closed"},
		{"k: {a: 1, b: 2,\nj:\n  - a", "1:4 TM-E028: the { that opens here is not closed"},
		{"k: {\n  a: 1 # c\n  b: 2\n}", "3:3 TM-E001: a comma or } is expected before this"},
		{"k: [\n  - a\n]", "2:3 TM-E001: a list with - can't begin here"},
		{"k: ['a' 'b']", "1:9 TM-E001: a comma or ] is expected before this"},
		{"k: ['it's']", "1:9 TM-E029: text stands behind the closing quote"},
		{"k: {a: 'b' c, d: e}", "1:12 TM-E029: text stands behind the closing quote"},
		{"k: {a: 'b' c: d}", "1:12 TM-E001: a comma or } is expected before this"},
		{"k: {a: ${B}, c: d}", "1:8 TM-E026: ${ begins a gap of a template that nobody filled in"},
		{"k: {a: b-${B}}", "1:10 TM-E026: ${ begins a gap of a template that nobody filled in"},
		{"j: ${A} '{' [\nk: {a: '${B}', c: ${D}}", "2:19 TM-E026: ${ begins a gap of a template that nobody filled in"},
		{"{{- if .a }}\nk: 1", "1:1 TM-E026: {{ begins a statement of a template"},
		{"k:\n  {{- range .a }}\n  - b", "2:3 TM-E026: {{ begins a statement of a template"},
		{"k: {{ \"b\" c }}", "1:4 TM-E026: {{ opens a mapping inside a mapping, and is not closed as one"},
		{"k: {{a}} b", "1:4 TM-E029: a text that begins with {{ needs quotes"},
		{"- {{a}} b\n- c", "1:3 TM-E029: a text that begins with {{ needs quotes"},
		{"- j: >-\n    {{a}} comes to {{b}}.\n  k: {{a}} b", "3:6 TM-E029: a text that begins with {{ needs quotes"},
		{"- |\n {{a}} [\n\n  {\n- {a: {{b}} c}", "5:7 TM-E029: a text that begins with {{ needs quotes"},
		{"k: [a] b", "1:8 TM-E001: text stands behind the closing ]"},
		{"k: {a: b} c # d", "1:11 TM-E001: text stands behind the closing }"},
		{"j:\n  a [b] c\n  [d] e # f\nk: [a] b", "4:8 TM-E001: text stands behind the closing ]"},
		{"- {a: b},\n- {a: c}", "1:9 TM-E001: a comma separates items only inside brackets and braces"},
		{"k: 'a',\nj: b", "1:7 TM-E001: a comma separates items only inside brackets and braces"},
		{"id:1\nj: 2", "1:3 TM-E001: a space is missing behind the colon"},
		{"k:\n  id:a\n  j: b", "2:5 TM-E001: a space is missing behind the colon"},
		{"k:\n  j: b\n  id:a\ni: c", "3:5 TM-E001: a space is missing behind the colon"},
		{"k:\n  -{a: b, c: d}", "2:3 TM-E001: a space is missing behind the - that begins an item"},
		{"k:\n- {a: b}\n-{a: b, c: d}", "3:1 TM-E001: a space is missing behind the - that begins an item"},
		{"k:\n  -a: b\n   c: d", "2:3 TM-E001: a space is missing behind the - that begins an item"},
		{"k: {a: What is it?, c: d}\nj: []", "1:18 TM-E029: a text with ? in it needs quotes inside braces"},
		{"k: {a: https://x.org/?b=c, c: d}", "1:22 TM-E029: a text with ? in it needs quotes inside braces"},
		{"k: [{? a : b}, [\"c?\"], Why?]", "1:27 TM-E029: a text with ? in it needs quotes inside brackets"},
		{"k: {a: ?}", "1:8 TM-E029: a text with ? in it needs quotes inside braces"},
		{"k: {a: b, c:[q]}\nj: []", "1:12 TM-E001: a space is missing behind the colon"},
		{"k: [{c:{a: [b]}}]", "1:7 TM-E001: a space is missing behind the colon"},
		{"k:\n  cc:[a, b]\n  d: e", "2:5 TM-E001: a space is missing behind the colon"},
		{"k:\n  cc:{a: b, d: e}", "2:5 TM-E001: a space is missing behind the colon"},
		{"k: {a: [#b], c: d}\nj: []", "1:9 TM-E029: the # begins a comment here, which hides the rest of the line"},
		{"k:\n- {a: b,# c: d}\nj:\n- e", "2:9 TM-E029: the # begins a comment here, which hides the rest of the line"},
		{"k:\n- {a: 'b'#c}\n- e", "2:10 TM-E029: the # begins a comment here, which hides the rest of the line"},
		{"k: [a,#b\n  c\nj: d", "1:4 TM-E028: the [ that opens here is not closed"},
		{"k: [a,#b]\n  c]\nj: [a: b, c\n", "3:4 TM-E028: the [ that opens here is not closed"},
		{"see: https://x.org\nfoo\nj: 1", "2:1 TM-E001: a key is expected here, and this has no colon"},
	} {
		for name, frame := range map[string][2]string{
			"alone": {"", "\n"}, "after a comment": {"# c\n\n", "\n"}, "between keys": {"before: 1\n", "\nafter: 2\n# c\n"},
			"windows": {"# c\r\n", "\r\n# d\r\n"}, "far down": {strings.Repeat("# a long way down\n", 1000), "\n"},
		} {
			text := c.text
			if name == "windows" {
				text = strings.ReplaceAll(text, "\n", "\r\n")
			}
			if name == "between keys" && (strings.HasPrefix(text, "-") || strings.Contains(c.want, "never closed")) {
				continue
			}
			got := faults(frame[0]+text+frame[1], DefaultLimits)
			line, rest, _ := strings.Cut(c.want, ":")
			where, message, _ := strings.Cut(rest, ": ")
			want := lines(line, frame[0]) + ":" + where + " this is not YAML: " + message
			if len(got) != 1 || got[0] != want {
				t.Errorf("%q %s:\n got %q\nwant %q", c.text, name, got, want)
			}
		}
	}
}

// TestVersion holds that the version of YAML is accepted that the language is in, and another is said at its line.
func TestVersion(t *testing.T) {
	for text, want := range map[string]string{
		"%YAML 1.2\n---\na: 1\n":                               "",
		"\xef\xbb\xbf# c\r\n\r\n%YAML  1.2 # d\r\n---\r\na: 1": "",
		"%YAML 1.1\n---\na: 1\n":                               "",
		"# c\n\n%YAML 1.3\n---\n# c\na: 1\n":                   "3:1 TM-E001 this is not YAML: the file says that it is in another version of YAML",
	} {
		if got := strings.Join(faults(text, DefaultLimits), "\n"); got != want {
			t.Errorf("%q: got %s", text, got)
		}
	}
}

// lines moves a line number down by the lines of a text.
func lines(number, by string) string {
	n, err := strconv.Atoi(number)
	if err != nil {
		panic(err)
	}
	return strconv.Itoa(n + strings.Count(by, "\n"))
}
