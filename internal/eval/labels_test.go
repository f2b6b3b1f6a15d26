package eval

import (
	"strings"
	"testing"

	"tmodel/internal/source"
)

// TestLabels: what is wrong with the labels is said with its place.
func TestLabels(t *testing.T) {
	for text, want := range map[string]string{
		"entry: [AML.T0001]\ncases: [{id: A, class: agentic, suitability: thin, ai: [AML.T0001.002, AML.T0001], enterprise: [AML.T0002]}]": "",
		"entry: [AML.T0001]": "x.yaml: no cases",
		"entry: [T0001]":     `x.yaml:1:9: "T0001" is no technique`,
		"cases: [{id: A, class: agentic, suitability: thin}]":                                                 "x.yaml:1:9: a case has an id, and techniques",
		"cases: [{id: A, class: robots, suitability: thin, ai: [AML.T0001]}]":                                 `x.yaml:1:9: the class "robots" is none of`,
		"cases: [{id: A, class: agentic, suitability: good, ai: [AML.T0001]}]":                                `x.yaml:1:9: A has 1 techniques and the suitability "good"`,
		"cases: [{id: A, class: agentic, suitability: thin, ai: [AML.T0001], enterprise: [AML.T0002, what]}]": `x.yaml:1:93: "what" is no technique`,
	} {
		s, err := labels(source.New("x.yaml", []byte(text)))
		if want == "" {
			if err != nil || len(s.Entry) != 1 || len(s.Cases) != 1 || strings.Join(s.Cases[0].Truth, " ") != "AML.T0001 AML.T0002" {
				t.Errorf("%q: %+v %v", text, s, err)
			}
		} else if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}
