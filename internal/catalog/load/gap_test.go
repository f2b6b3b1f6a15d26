package load

import (
	"fmt"
	"strings"
	"testing"

	"tmodel/internal/diag"
	"tmodel/internal/source"
	"tmodel/internal/yamltree"
)

func TestGaps(t *testing.T) {
	for text, want := range map[string]string{
		"until {{site}} carries {{a_b-2}}": "site a_b-2",
		"until {{site} carries {{x}}":      "!{{site} x",
		"{tool}} and {tool} and { tool }":  "!{tool}} !{tool} !{ tool }",
		"{{ site }} {{the site}} {{}}":     "!{{ site }} !{{the site}} !{{}}",
		"{{{site}}}":                       "!{{{site}}}",
		"open {{ only, shut }} only":       "!{{ only, shut }}",
		"open {{ only":                     "!{{",
		"shut }} only":                     "!}}",
		`{"a": {"b": 1}} {} {1, 2}`:        "",
		"{{größe}}":                        "größe",
	} {
		var got []string
		for _, g := range gaps(text) {
			if text[g.at:g.at+len(g.text)] != g.text {
				t.Errorf("%q: %+v", text, g)
			}
			if g.broken {
				got = append(got, "!"+g.text)
			} else {
				got = append(got, g.name)
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: got %q, want %q", text, s, want)
		}
	}
}

// TestPlacesOfGaps: in each style of writing texts; where escapes or an alias hide the gap it is the text's own place.
func TestPlacesOfGaps(t *testing.T) {
	for text, want := range map[string]string{
		"a: one {{x}} two {{x}}\n":                      "1:8 1:18",
		"a: >-\n  one {{x}}\n\n  täglich {{y}} {{x}}\n": "2:7 4:11 4:17",
		"a: 'it''s {{x}}'\n":                            "1:4",
		"a: \"{{x}} and\n  {{x}}\"\n":                   "1:5 2:3",
		"a: &c plain {{x}}\n":                           "1:13",
		"b: &b more {{x}}\na: *b\n":                     "2:4",
	} {
		bag := &diag.Bag{}
		n := yamltree.Parse(source.New("x", []byte(text)), yamltree.DefaultLimits, bag).Get("a")
		var got []string
		for _, g := range gaps(n.Value) {
			s := g.place(n)
			got = append(got, fmt.Sprintf("%d:%d", s.Line, s.Col))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: got %s, want %s", text, s, want)
		}
	}
}
