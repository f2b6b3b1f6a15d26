package jsonout

import (
	"bytes"
	"encoding/json"
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

// A threat is written as encoding/json would write it, whatever is in it.
func TestLineIsJSON(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"", "a", "<&>", "\u2028", "\xff", "a → b…", "\"\\", "tab\t\x7f"}))
		texts := rapid.SliceOfN(text, 0, 3)
		number := rapid.IntRange(-3, 100)
		share := rapid.SampledFrom([]float64{0, 0.35, 1, 4.2, 63.8, 100, 0.05})
		rate := func(name string) rating {
			return rating{share.Draw(r, name), share.Draw(r, name), share.Draw(r, name), text.Draw(r, name)}
		}
		x := threat{ID: text.Draw(r, "id"), Rule: text.Draw(r, "rule"), Title: text.Draw(r, "title"), Rank: number.Draw(r, "rank"),
			Elements: filled(texts.Draw(r, "elements")), Stride: filled(texts.Draw(r, "stride")), Atlas: filled(texts.Draw(r, "atlas")),
			Inherent: rate("inherent"), Residual: rate("residual"), Confidence: text.Draw(r, "confidence"), Status: text.Draw(r, "status"),
			Terms: terms{number.Draw(r, "base"), text.Draw(r, "who"), number.Draw(r, "adjustment"), number.Draw(r, "attenuation"), text.Draw(r, "stake"),
				text.Draw(r, "property"), text.Draw(r, "sensitivity"), rapid.Bool().Draw(r, "assumed"), text.Draw(r, "criticality"), share.Draw(r, "penalty")},
			Description: text.Draw(r, "description"), Evidence: []evidence{}, Covers: texts.Draw(r, "covers"), Path: filled(texts.Draw(r, "path")),
			Treatments: []treatment{}, Location: location{text.Draw(r, "file"), 1, 2, 3, 4}, Fingerprint: text.Draw(r, "fingerprint")}
		for range number.Draw(r, "evidence") % 3 {
			x.Evidence = append(x.Evidence, evidence{text.Draw(r, "element"), text.Draw(r, "clause"), text.Draw(r, "file"), 7, 8, text.Draw(r, "missing")})
			x.Treatments = append(x.Treatments, treatment{text.Draw(r, "control"), text.Draw(r, "state"), share.Draw(r, "effect"), text.Draw(r, "reduces"), filled(texts.Draw(r, "on"))})
		}
		var want bytes.Buffer
		enc := json.NewEncoder(&want)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(&x); err != nil {
			r.Fatal(err)
		}
		l := line{}
		if l.threat(&x); string(l.b)+"\n" != want.String() {
			r.Fatalf("got  %s\nwant %s", l.b, want.String())
		}
	})
}

// A field that is added to a threat is added to the line too.
func TestLineKnowsEveryField(t *testing.T) {
	for want, of := range map[int]any{19: threat{}, 4: rating{}, 10: terms{}, 6: evidence{}, 5: treatment{}} {
		if n := reflect.TypeOf(of).NumField(); n != want {
			t.Errorf("%T has %d fields: write the new one in line.go, and count %d here", of, n, n)
		}
	}
	if n := reflect.TypeOf(location{}).NumField(); n != 5 {
		t.Errorf("a location has %d fields", n)
	}
}
