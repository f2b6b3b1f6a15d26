package yamltree

import (
	"strings"
	"testing"
)

// TestOddSpaces holds that a no-break space (_) is reported where YAML needs an ordinary one, once a line and alone,
// and nowhere else.
func TestOddSpaces(t *testing.T) {
	for text, want := range map[string]string{
		"k:_{a: b}":                          "1:3",
		"k: 1\n_j: 2":                        "2:1",
		"k:\n__j: 2\n_ i:_3\n":               "2:1 3:1",
		"k:\n  j: 2\n\n_\n  i: 3":            "4:1",
		"k:\n-_a\n-_b: c":                    "2:2 3:2",
		"k_: a":                              "1:2",
		"k: _a":                              "1:4",
		"k: a_":                              "1:5",
		"k: 'a'_":                            "1:7",
		"k: |\n  a\n__b\n":                   "3:1",
		"{k:_a, j: b}":                       "1:4",
		"{k: a,_j_: b}":                      "1:7",
		"{k: a_, j: b}":                      "1:6",
		"[_a, {b: c}_]":                      "1:2",
		"é: ü\nk:_a":                         "2:3",
		"k: [owner_:_web]":                   "",
		"k: [{owner_:_web}]":                 "1:11",
		"x-k: {a:_[_b_], c: 'd'_, e: f}":     "1:9",
		"x-k: {a: b,_c: d_, e: f_}":          "",
		"x-k:_{a: b,_c: d}\nk: {a: b,_c: d}": "1:5 2:10",
		"k: a_b":                             "",
		"k: il dit_: «_bon_»":                "parser",
		"k: il dit_:_«_bon_» !":              "",
		"- Il dit_:_bon":                     "",
		"k: il dit\n  ceci:_bon\n _ou pas":   "",
		"{k: Il dit_:_bon, j: b}":            "",
		"[Il dit_:_bon, b]":                  "",
		"{k: il dit:_bon}":                   "",
		"k: '_a_' # _b_\n#_c\nj: \"_\"":      "",
		"k: |\n  _a_\n  b:_c\nj: >-\n  -_a":  "",
		"k: 'a\n_b:_c'":                      "",
		"k: https://x.org/?a=b_c":            "",
	} {
		for _, odd := range []string{"\u00a0", "\u202f", "\u3000"} {
			var got []string
			for _, d := range faults(strings.ReplaceAll(text, "_", odd), DefaultLimits) {
				at, message, _ := strings.Cut(d, " ")
				if !strings.HasPrefix(message, "TM-E024") {
					at = "parser"
				}
				got = append(got, at)
			}
			if s := strings.Join(got, " "); s != want {
				t.Errorf("%q with %q: %q, want %q", text, odd, s, want)
			}
		}
	}
}
