package schema_test

import (
	"fmt"
	"strings"
	"testing"

	"tmodel/internal/diag"
	"tmodel/internal/schema"
	"tmodel/internal/source"
	"tmodel/internal/yamltree"
	"tmodel/schemas"
)

// check holds a text against a schema: what is left of it, whether it is of use, and what is said.
func check(t *testing.T, published []byte, text string) (*yamltree.Node, bool, string) {
	t.Helper()
	s, err := schema.New(published)
	if err != nil {
		t.Fatal(err)
	}
	bag := &diag.Bag{}
	root := yamltree.Parse(source.New("x", []byte(text)), yamltree.DefaultLimits, bag)
	ok, err := s.Check(root, bag)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, d := range bag.Sorted() {
		out = append(out, fmt.Sprintf("%d:%d %s %s (%s)", d.Span.Line, d.Span.Col, d.Code, d.Message, d.Hint))
	}
	return root, ok, strings.Join(out, "\n")
}

func TestNewRefusesWhatIsNoSchema(t *testing.T) {
	if _, err := schema.New([]byte("{")); err == nil {
		t.Error("no JSON is no schema")
	}
	s, err := schema.New([]byte(`{"type": "object", "required": ["a"], "properties": {"a": {"type": "nonsense"}}}`))
	if err != nil {
		t.Fatal(err)
	}
	root := yamltree.Parse(source.New("x", []byte("a: 1")), yamltree.DefaultLimits, &diag.Bag{})
	if _, err := s.Check(root, &diag.Bag{}); err == nil {
		t.Error("a schema that does not compile is an error")
	}
}

// TestWhatDoesNotFitIsTakenOut holds that later stages get only what fits, and know where something is missing.
func TestWhatDoesNotFitIsTakenOut(t *testing.T) {
	root, ok, _ := check(t, schemas.System, `tmodel: 1
system: {id: a, name: [x], x-own: [1], zzz: 1}
actors: {b: {}, c: []}
components:
- {id: c, kind: none-such, holds: [d, 5]}
- text
`)
	if !ok || root.Get("system").Get("name") != nil || root.Get("system").Get("zzz") != nil || root.Get("system").Get("x-own") == nil {
		t.Error("of the system its id and its own data stay")
	}
	if a := root.Get("actors"); a.Kind != yamltree.List || len(a.Items) > 0 || !a.Cut {
		t.Error("of actors an empty list stays")
	}
	c := root.Get("components")
	if len(c.Items) != 1 || !c.Cut || c.Items[0].Get("kind") != nil || len(c.Items[0].Get("holds").Items) != 1 {
		t.Error("of components one stays, without its kind and its second asset")
	}
}

// TestUnusable lists the files that later stages can do nothing with: each has one cause, and it is said once.
func TestUnusable(t *testing.T) {
	for text, want := range map[string]string{
		"tmodel: 2\nx: 1\n":         `1:9 TM-E017 "tmodel" must be 1, found the number 2 (this program reads version 1 of the language)`,
		"tmodel: 1.0\n":             "",
		"- a\n":                     "1:1 TM-E006 a tmodel system description is a mapping, found a list (it has the keys tmodel and system at least)",
		"technical_assets: {}\n":    "1:1 TM-E030 this is no tmodel system description: none of its keys is known (it looks like a model of Threagile; it has the keys tmodel and system at least)",
		"kind: Pod\nspec: {a: 1}\n": "1:1 TM-E030 this is no tmodel system description: none of its keys is known (it has the keys tmodel and system at least)",
	} {
		_, ok, said := check(t, schemas.System, text)
		if text == "tmodel: 1.0\n" {
			if !ok || strings.Contains(said, "TM-E017") {
				t.Errorf("1.0 is version 1: %s", said)
			}
			continue
		}
		if ok || said != want {
			t.Errorf("%q: %t\n got %s\nwant %s", text, ok, said, want)
		}
	}
}

func TestMisspelledKeyIsNotMissingToo(t *testing.T) {
	for _, key := range []string{"systm", "System", "system_"} {
		_, _, said := check(t, schemas.System, "tmodel: 1\n"+key+": {id: a}\n")
		if want := `2:1 TM-E004 unknown key "` + key + `" (did you mean "system"?)`; said != want {
			t.Errorf("got %s\nwant %s", said, want)
		}
	}
}

// TestRecords holds that of a list of records those stay that fit as a whole.
func TestRecords(t *testing.T) {
	good := "- {id: %s, name: n, since: 0.1.0, reduces: impact, effect: {implemented: 0.1, verified: 0.2}, why: w, is: i, stands_on: [flow], proof: p, cost: low}\n"
	text := fmt.Sprintf(good, "one") + fmt.Sprintf(good, "Two") + strings.Replace(fmt.Sprintf(good, "three"), "proof", "x-proof", 1) + fmt.Sprintf(good, "four") + "- five\n"
	root, ok, said := check(t, schemas.Controls, text)
	if !ok || len(root.Items) != 2 || root.Items[1].Get("id").Value != "four" {
		t.Errorf("%d records stay", len(root.Items))
	}
	for _, want := range []string{`2:8 TM-E008 "id" can't be "Two"`, `unknown key "x-proof" in this control (did you mean "proof"?)`, "5:3 TM-E006 a control must be a mapping"} {
		if !strings.Contains(said, want) {
			t.Errorf("nobody says %s in\n%s", want, said)
		}
	}
	if strings.Contains(said, `has no "proof"`) {
		t.Error("a misspelled key is not missing too")
	}
	if _, ok, said := check(t, schemas.Controls, "id: one\n"); ok || !strings.Contains(said, "is one list, found a mapping") {
		t.Errorf("a mapping is no list: %s", said)
	}
}

// TestPatternsSpeakOfTheirKey holds that a form that is missed is described, whatever key it belongs to.
func TestPatternsSpeakOfTheirKey(t *testing.T) {
	published := `{"type": "array", "items": {"$ref": "#/definitions/thing"}, "definitions": {"thing": {"type": "object", "properties": {
		"id": {"type": "string", "pattern": "^[A-Z]+$"}, "atlas": {"type": "string", "pattern": "^AML$", "examples": ["AML"]}, "few": {"type": "array", "minItems": 3},
		"share": {"type": "number", "minimum": 0, "maximum": 1}, "any": {"type": "object", "minProperties": 1}, "flag": {"type": "boolean"}, "odd": {"multipleOf": 2}}}}}`
	_, _, said := check(t, []byte(published), "- {id: a, atlas: b, few: [1], share: 2, any: {}, flag: 'true', odd: 3}\n- {share: '0.5', few: ~}\n- {share: low, any: text}\n")
	want := `1:8 TM-E008 "id" can't be "a" (it must match ^[A-Z]+$)
1:18 TM-E007 "atlas" can't be "b" (it is written like "AML")
1:26 TM-E007 "few" needs 3 items or more ()
1:38 TM-E007 "share" must be a number from 0 to 1 ()
1:46 TM-E036 "any" is empty (at least one key belongs here)
1:56 TM-E006 "flag" must be true or false, found the text "true" (write it without quotes)
1:69 TM-E007 "odd" does not fit: Must be a multiple of 2 ()
2:11 TM-E006 "share" must be a number, found the text "0.5" (write it without quotes)
2:23 TM-E033 "few" must be a list, found nothing (write an empty list as [], or leave the key out)
3:11 TM-E006 "share" must be a number, found the text "low" ()
3:21 TM-E006 "any" must be a mapping, found the text "text" (it is written any: {name: value})`
	if said != want {
		t.Errorf("got\n%s\nwant\n%s", said, want)
	}
}

func TestOneElementIsBounded(t *testing.T) {
	for name, text := range map[string]string{
		"list":    "- {id: a, kind: host, holds: [" + strings.Repeat("b,", 30_000) + "]}",
		"mapping": "- {id: a, kind: host, facts: {" + numbered(30_000) + "}}",
		"lists":   "- {id: a, kind: host, holds: [" + strings.Repeat("[b, c],", 10_000) + "]}",
	} {
		_, _, said := check(t, schemas.System, "tmodel: 1\nsystem: {id: s}\ncomponents:\n"+text)
		if !strings.HasPrefix(said, "4:3 TM-E022 this component has more than 20000 values") || strings.Contains(said, "\n") {
			t.Errorf("%s: %.300s", name, said)
		}
	}
	_, ok, said := check(t, schemas.System, "tmodel: 1\nsystem: {id: s}\nx-own: {"+numbered(30_000)+"}\n")
	if !ok || said != "" {
		t.Errorf("data of the user's own is not bounded: %.300s", said)
	}
}

func numbered(n int) string {
	var out strings.Builder
	for i := range n {
		fmt.Fprintf(&out, "k%d: a,", i)
	}
	return out.String()
}
