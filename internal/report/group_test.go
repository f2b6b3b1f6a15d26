package report_test

import (
	"strings"
	"testing"

	"tmodel/internal/register"
	"tmodel/internal/report"
	"tmodel/internal/vocab"
)

// ids are the threats of groups, a word for each group.
func ids(groups []report.Group) string {
	var out []string
	for _, g := range groups {
		var in []string
		for _, t := range g.Threats {
			in = append(in, t.ID)
		}
		out = append(out, strings.Join(in, "+"))
	}
	return strings.Join(out, " ")
}

func TestGroups(t *testing.T) {
	list := []register.Threat{{ID: "b1", Rule: "B"}, {ID: "a1", Rule: "A"}, {ID: "b2", Rule: "B"}, {ID: "c1", Rule: "C"}, {ID: "a2", Rule: "A"}}
	if got := ids(report.Groups(report.Pointers(list))); got != "b1+b2 a1+a2 c1" {
		t.Error(got)
	}
	if got := ids(report.Singles(report.Pointers(list))); got != "b1 a1 b2 c1 a2" {
		t.Error(got)
	}
	if got := report.Groups(nil); len(got) != 0 {
		t.Error(got)
	}
}

func TestGroupCovers(t *testing.T) {
	g := report.Group{Threats: []*register.Threat{{Covers: []string{"Z@x", "A@x"}}, {Covers: []string{"A@y"}}, {}}}
	if got := strings.Join(g.Covers(), " "); got != "Z A" {
		t.Error(got)
	}
}

func TestApart(t *testing.T) {
	first := &register.Threat{Residual: register.Rating{Level: vocab.High}, Status: register.Open, Confidence: register.HighConfidence}
	other := &register.Threat{Residual: register.Rating{Level: vocab.Low}, Status: register.Treated, Confidence: register.LowConfidence}
	g := report.Group{Threats: []*register.Threat{first, other}}
	if got := strings.Join(g.Apart(other), " "); got != "low treated unsure" {
		t.Error(got)
	}
	if got := g.Apart(first); got != nil {
		t.Error(got)
	}
	if got := strings.Join((&report.Group{Threats: []*register.Threat{other}}).Apart(first), " "); got != "high open sure" {
		t.Error(got)
	}
}
