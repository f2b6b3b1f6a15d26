package report_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tmodel/internal/register"
	"tmodel/internal/report"
	"tmodel/internal/report/sample"
	"tmodel/internal/vocab"
)

// TestQuestions: a fact is asked once, and a threat is named once for it, though two of its clauses lack the fact.
func TestQuestions(t *testing.T) {
	ids := []string{"TT-02@tune+weights"}
	want := []report.Question{{Element: "reader", Fact: "facts.egress", Values: []string{"none", "listed", "open"}, Threats: ids, Settles: ids}}
	if diff := cmp.Diff(want, sample.Report().Questions); diff != "" {
		t.Error(diff)
	}
}

// asking is the sample's report with threats that lack facts: "x high a b" is a threat x of that level that lacks a and b.
func asking(threats, concerns []string) *report.Report {
	base := sample.Report()
	made := func(lines []string) []register.Threat {
		var out []register.Threat
		for _, l := range lines {
			w := strings.Fields(l)
			x := register.Threat{ID: w[0], Rule: "TT-01", Residual: register.Rating{Likelihood: 1, Impact: 1, Level: vocab.ParseLevel(w[1])}}
			for _, fact := range w[2:] {
				x.Evidence = append(x.Evidence, register.Evidence{Element: "reader", Missing: fact})
			}
			out = append(out, x)
		}
		return out
	}
	return report.New(base.Tool, base.Graph, base.Catalog, &register.Register{Threats: made(threats), Concerns: made(concerns)}, nil)
}

func TestOrderOfQuestions(t *testing.T) {
	for _, c := range []struct {
		name              string
		threats, concerns []string
		want              string // fact:settled
	}{
		{"most threats", []string{"x low a", "y low b", "z low b"}, nil, "b:y+z a:x"},
		{"a level is worth two of the one below", []string{"x high a", "y low b", "z low b", "w low b"}, nil, "a:x b:y+z+w"},
		{"equals by name", []string{"x low b", "y low a"}, nil, "a:y b:x"},
		{"what stays after a fact is worth more", []string{"x medium a b", "y low a", "z low c", "w low c b d"}, nil, "a:y b:x c:z d:w"},
		{"concerns count", []string{"x low a"}, []string{"y medium b"}, "b:y a:x"},
		{"nothing is missing", []string{"x low"}, nil, ""},
	} {
		var got []string
		for _, q := range asking(c.threats, c.concerns).Questions {
			got = append(got, q.Fact+":"+strings.Join(q.Settles, "+"))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %s, want %s", c.name, s, c.want)
		}
	}
}

// TestSettled: a threat that lacks two facts is settled by both answers, not by one; concerns are counted apart.
func TestSettled(t *testing.T) {
	r := asking([]string{"x high a", "y high a b", "z high b"}, []string{"c low b"})
	for _, c := range []struct{ answers, threats, concerns int }{{0, 0, 0}, {1, 1, 1}, {2, 3, 1}} {
		if threats, concerns := r.Settled(c.answers); threats != c.threats || concerns != c.concerns {
			t.Errorf("%d answers settle %d and %d, want %d and %d", c.answers, threats, concerns, c.threats, c.concerns)
		}
	}
}

// TestEveryThreatIsSettledOnce, by the last of its facts, and next comes always what is worth most.
func TestEveryThreatIsSettledOnce(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 2))
	for range 40 {
		var lines []string
		lacks := map[string][]string{}
		for i := range 1 + rng.IntN(30) {
			id := fmt.Sprintf("t%d", i)
			line := id + " " + []string{"low", "medium", "high", "critical"}[rng.IntN(4)]
			for range rng.IntN(5) {
				fact := fmt.Sprintf("f%d", rng.IntN(12))
				line += " " + fact
				if !slices.Contains(lacks[id], fact) {
					lacks[id] = append(lacks[id], fact)
				}
			}
			lines = append(lines, line)
		}
		settled := 0
		for _, q := range asking(lines, nil).Questions {
			for id, facts := range lacks {
				rests := slices.Contains(facts, q.Fact)
				lacks[id] = slices.DeleteFunc(facts, func(f string) bool { return f == q.Fact })
				if want := rests && len(lacks[id]) == 0; want != slices.Contains(q.Settles, id) || rests != slices.Contains(q.Threats, id) {
					t.Fatalf("%s settles %v of %v, %s lacked %v", q.Fact, q.Settles, q.Threats, id, facts)
				}
			}
			settled += len(q.Settles)
		}
		if settled != len(lacks) {
			t.Errorf("%d threats are settled, %d lack something", settled, len(lacks))
		}
	}
}

// TestQuestionValues: the words of an answer stand best first, those of attributes as those of facts.
func TestQuestionValues(t *testing.T) {
	for missing, want := range map[string]string{"facts.egress": "none listed open", "encrypted": "yes no", "authentication": "mutual individual shared none",
		"personal_data": "none personal special-category", "origin": "internal community", "trust": "", "facts.none": ""} {
		r := asking([]string{"x low " + missing}, nil)
		if got := strings.Join(r.Questions[0].Values, " "); got != want {
			t.Errorf("%s has values %s", missing, got)
		}
	}
}
