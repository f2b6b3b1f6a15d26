package load_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tmodel/catalogs"
	"tmodel/internal/catalog"
	"tmodel/internal/catalog/load"
	"tmodel/internal/diag"
	"tmodel/internal/vocab"
)

// TestMistakesInTheVocabulary changes one place of the shipped vocabulary at a time: from what to what, the text that an
// error points at, and what that says.
func TestMistakesInTheVocabulary(t *testing.T) {
	data, err := os.ReadFile("../../../catalogs/vocabulary.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ from, to, at, want string }{
		{"facts: [publishing]", "facts: [publishin]", "publishin]", `there is no fact "publishin"`},
		{"  channel: [prompt, log]", "  chanel: [prompt, log]", "chanel:", `there is no family "chanel"`},
		{"  channel: [prompt, log]", "  channel: [promt, log]", "promt, log", `there is no kind of asset "promt"`},
		{"  channel: [prompt, log]", "  channel: some", "some\n", `a list of kinds of asset is expected here, or all`},
		{"makes: all", "makes: some", "some\n", `"makes" can't be "some"`},
		{"makes:\n", "made:\n", "made:", `unknown key "made"`},
		{"zone_trust: {untrusted: anonymous", "zone_trust: {untrusted: nobody", "nobody", `there is no trust "nobody"`},
		{"origin_is:", "origin_says:", "origin_says:", `unknown key "origin_says"`},
		{"  untrusted: Anybody", "  mistrusted: Anybody", "mistrusted:", `there is no "mistrusted" to explain`},
		{"  vendor: Bought", "  x: Bought", "origin_is:", `nothing says what "vendor" means`},
		{"system_facts: [about_people", "system_facts: [about_persons", "about_persons", `there is no fact "about_persons"`},
		{"facts: [combines, members,", "facts: [combines,", "members\n    is", `nothing is asked for the fact "members"`},
		{"is: Who reads what it writes.", "is: [}", "}", `this is not YAML`},
		{"      staff: Only people of the owner.\n      partners: Other organisations too.\n", "", "public: Anybody who", `"values"`},
		{"      staff: Only people", "      unknown: Only people", "unknown: Only", `unknown is always a value`},
		{"      staff: Only people", "      Staff: Only people", "Staff: Only", `"Staff" is no word`},
		{"      staff: Only people of the owner.", "      staff: \"\"", "\"\"", `"staff"`},
		{"  - id: billing\n", "  - id: autonomy\n", "autonomy\n    is: Whether each", `the id "autonomy" is taken`},
		{"  - id: gateway\n", "  - id: sensor\n", "sensor\n    family: channel\n    shape: external", `the id "sensor" is taken`},
		{"family: guard\n", "family: gards\n", "gards", `there is no family "gards"`},
		{"  - {id: memory, is:", "  - {id: dreams, is:", "dreams", `no kind is of the family "dreams"`},
		{"shape: store\n", "shape: cylinder\n", "cylinder", `"shape" can't be "cylinder"`},
		{"acts: parameters\n", "acts: weights\n", "weights\n    ai", `"acts" can't be "weights"`},
		{"fits: true\n", "fits: perhaps\n", "perhaps", `"fits" must be true or false`},
		{"    acts: key\n", "    acts: key\n    shaped: store\n", "shaped", `unknown key "shaped" in this asset`},
		{"    choose: Not prompt, which", "    chose: Not prompt, which", "chose:", `unknown key "chose"`},
		{"    is: Records of what happened.\n", "", "log\n", `the asset "log" has no "is"`},
		{"sensitivity: {confidentiality: high, integrity: high, availability: medium}", "sensitivity: {confidentiality: high, integrity: high}",
			"{confidentiality: high", `has no "availability"`},
		{"example: {id: thumbs, kind: feedback", "example: {id: thumbs, kind: labels", "labels, origin: user", `the example is of another kind`},
		{"example: {id: thumbs, kind: feedback", "example: {id: thumbs", "thumbs, origin", `has no "kind"`},
		{"example: {id: thumbs, kind: feedback, origin: user-generated}", "example: {id: thumbs,\n      kind: feedback}", "{id: thumbs", `an example is one line in braces`},
		{"example: {id: thumbs, kind: feedback, origin: user-generated}", "example: {id: thumbs, kind: feedback} # x", "{id: thumbs", `an example is one line in braces`},
	} {
		if strings.Count(string(data), c.from) == 0 {
			t.Fatalf("the vocabulary has no %q", c.from)
		}
		text := strings.Replace(string(data), c.from, c.to, 1)
		bag := &diag.Bag{}
		if _, err := load.Catalog(shipped(t, map[string]string{"vocabulary.yaml": text}), catalog.Version, bag); err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(bag.Sorted(), func(d diag.Diagnostic) bool {
			return strings.Contains(d.Message, c.want) && strings.HasPrefix(from(text, d), c.at)
		}) {
			t.Errorf("%q: nobody says %q at %q: %v", c.to, c.want, c.at, bag.Sorted())
		}
	}
}

// from is the text that a diagnostic points at, to its end.
func from(text string, d diag.Diagnostic) string {
	lines := strings.SplitAfter(text, "\n")[d.Span.Line-1:]
	return strings.Join(lines, "")[d.Span.Col-1:]
}

// allKinds are the kinds of all sections.
func allKinds(v *vocab.Vocabulary) []vocab.Kind {
	return slices.Concat(v.Components, v.Assets, v.Stages)
}

// TestChoiceNamesANeighbour holds that every kind says when to take another one.
func TestChoiceNamesANeighbour(t *testing.T) {
	kinds := allKinds(catalogs.Vocabulary())
	ids, word := vocab.IDs(kinds), regexp.MustCompile(`[a-z][a-z-]+`)
	for _, k := range kinds {
		if !slices.ContainsFunc(word.FindAllString(k.Choose, -1), func(w string) bool { return w != k.ID && slices.Contains(ids, w) }) {
			t.Errorf("%s: the choice names no neighbour: %s", k.ID, k.Choose)
		}
	}
}

// TestNoSentenceTwice holds that every text is sentences, and none is said of two words.
func TestNoSentenceTwice(t *testing.T) {
	v, seen := catalogs.Vocabulary(), map[string]string{}
	once := func(id, text string) {
		if text == "" && v.Fact(id) != nil {
			return // it has an order
		}
		for _, s := range strings.SplitAfter(text, ". ") {
			s = strings.TrimSpace(s)
			if seen[s] != "" || !strings.HasSuffix(s, ".") {
				t.Errorf("%s: %q is no sentence, or %q says it too", id, s, seen[s])
			}
			seen[s] = id
		}
	}
	for _, k := range allKinds(v) {
		once(k.ID, k.Is)
		once(k.ID, k.Choose)
	}
	for _, f := range v.Facts {
		once(f.ID, f.Is)
		once(f.ID, f.Unordered)
		for i, is := range f.Means {
			once(f.ID+": "+f.Values[i], is)
		}
	}
	for _, f := range v.Groups {
		once(f.ID, f.Is)
	}
	for i, text := range v.TrustIs {
		once(v.Trust[i], text)
	}
	for _, m := range slices.Concat(v.ZoneTrust, v.OriginTrust) {
		once(m.Word, m.Is)
	}
}
