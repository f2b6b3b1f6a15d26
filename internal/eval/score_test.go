package eval

import (
	"math"
	"reflect"
	"slices"
	"testing"

	"tmodel/internal/register"
)

// TestOrder: by rank, ids in the order of the rule, cut to four digits, repeats dropped.
func TestOrder(t *testing.T) {
	threats := []register.Threat{
		{Rule: "B", Atlas: []string{"AML.T0051.001", "AML.T0093"}},
		{Rule: "A", Atlas: []string{"AML.T0010", "AML.T0051.000"}},
		{Rule: "C", Atlas: []string{"AML.T0093", "AML.T0015"}},
		{Rule: "D"},
	}
	if got := names(order(threats, every)); !slices.Equal(got, []string{"AML.T0051", "AML.T0093", "AML.T0010", "AML.T0015"}) {
		t.Errorf("got %v", got)
	}
	places := order(threats, func(rule string) bool { return rule != "B" })
	if got := names(places); !slices.Equal(got, []string{"AML.T0010", "AML.T0051", "AML.T0093", "AML.T0015"}) {
		t.Errorf("without B %v", got)
	}
	if at(places, "AML.T0051") != 1 || places[1].Threat.Rule != "A" || at(places, "AML.T0001") != -1 {
		t.Errorf("places %v", places)
	}
}

func TestTechnique(t *testing.T) {
	for id, want := range map[string]string{"AML.T0051": "AML.T0051", "AML.T0051.001": "AML.T0051", "AML.T005": "", "AML.M0051": "", "": "", "AML.T0051.01": ""} {
		if got, ok := technique(id); got != want || ok != (want != "") {
			t.Errorf("%q gives %q", id, got)
		}
	}
}

// TestScore is worked out by hand: of A one of two is found, third of three; of B all of one, eleventh of twelve.
func TestScore(t *testing.T) {
	long := []string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "x", "12"}
	a, b := &Case{ID: "A", Truth: []string{"x", "y"}, Class: "agentic"}, &Case{ID: "B", Truth: []string{"x"}}
	outcomes := []Outcome{outcome(a, []string{"1", "2", "x"}), outcome(b, long)}
	if !slices.Equal(outcomes[0].Ranks, []int{3, 4}) || !slices.Equal(outcomes[1].Ranks, []int{11}) {
		t.Errorf("ranks %v %v", outcomes[0].Ranks, outcomes[1].Ranks)
	}
	got := scoreOf(outcomes, func(*Case) bool { return true })
	want := Score{Cases: 2, Macro10: 0.25, Micro10: 1.0 / 3, Macro20: 0.75, Micro20: 2.0 / 3, Rank: 6}
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := scoreOf(outcomes, func(c *Case) bool { return c.Class == "agentic" }); got.Cases != 1 || got.Macro20 != 0.5 {
		t.Errorf("of one class %+v", got)
	}
	if got := scoreOf(nil, func(*Case) bool { return true }); got != (Score{}) {
		t.Errorf("of nothing %+v", got)
	}
	if got := outcomes[0].beyond(first); !slices.Equal(got, []string{"y"}) {
		t.Errorf("missed %v", got)
	}
	if got := outcomes[1].beyond(first); !slices.Equal(got, []string{"x"}) {
		t.Errorf("missed %v", got)
	}
}

// TestBaselines: a list knows nothing of the case that it is for.
func TestBaselines(t *testing.T) {
	cases := []Case{
		{ID: "A", Class: "agentic", Truth: []string{"own", "p"}},
		{ID: "B", Class: "agentic", Truth: []string{"z", "q"}},
		{ID: "C", Class: "predictive", Truth: []string{"p", "q"}},
		{ID: "D", Class: "predictive", Truth: []string{"p"}},
	}
	s := series(cases, make([]Found, 4), nil)
	for series, want := range map[int][]string{byClass: {"q", "z", "p"}, byFrequency: {"p", "q", "z"}, byID: {"p", "q", "z"}, byRules: nil} {
		if got := s[series].Outcomes[0].List; !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", s[series].Name, got, want)
		}
	}
}

// TestSharedRules: a rule that fires in one system alone may have been written for it.
func TestSharedRules(t *testing.T) {
	threat := func(rule, id string) register.Threat { return register.Threat{Rule: rule, Atlas: []string{id}} }
	found := []Found{
		{Threats: []register.Threat{threat("R1", "AML.T0001"), threat("R2", "AML.T0002")}, Elements: 4},
		{Threats: []register.Threat{threat("R2", "AML.T0002"), threat("R2", "AML.T0003")}, Concerns: []register.Threat{threat("R1", "")}, Elements: 1},
	}
	cases := []Case{{ID: "A", Truth: []string{"AML.T0002"}}, {ID: "B", Truth: []string{"AML.T0002", "AML.T0003"}}}
	s := series(cases, found, []Use{{Rule: "R1", Threatens: 1}, {Rule: "R2", Threatens: 2}})
	if got := s[byRules].Outcomes[0].List; len(got) != 2 {
		t.Errorf("all rules: %v", got)
	}
	if got := s[bySharedRules].Outcomes[0].List; !slices.Equal(got, []string{"AML.T0002"}) {
		t.Errorf("shared rules: %v", got)
	}
	r := Result{Set: &Set{Cases: cases}, Found: found}
	if got, want := r.volume(func(*Case) bool { return true }), (Volume{2, 2, 1.25, 1.25}); got != want {
		t.Errorf("volume %+v, want %+v", got, want)
	}
}

func TestMedian(t *testing.T) {
	x := []float64{9, 1, 4}
	if median(x) != 4 || median(append(x, 2)) != 3 || median(nil) != 0 || mean(nil) != 0 || math.Abs(mean(x)-14.0/3) > 1e-9 || !reflect.DeepEqual(x, []float64{9, 1, 4}) {
		t.Errorf("median of %v", x)
	}
}

// TestHeld goes through what a pair may show.
func TestHeld(t *testing.T) {
	threat := func(likelihood, score float64) Place {
		return Place{"AML.T0001", &register.Threat{Residual: register.Rating{Likelihood: likelihood, Impact: 3, Score: score}}}
	}
	for name, c := range map[string]struct {
		sides Sides
		want  bool
	}{
		"gone":             {Sides{With: threat(3, 36), RankWith: 10, RankAfter: 5}, true},
		"never there":      {Sides{RankWith: 3, RankAfter: 3}, false},
		"behind ten":       {Sides{With: threat(3, 36), RankWith: 11, RankAfter: 30}, false},
		"ranks lower":      {Sides{With: threat(3, 36), RankWith: 1, Without: threat(3, 36), RankAfter: 2}, true},
		"rated lower":      {Sides{With: threat(3, 36), RankWith: 1, Without: threat(2, 24), RankAfter: 1}, true},
		"in greater doubt": {Sides{With: threat(3, 36), RankWith: 1, Without: threat(3, 35), RankAfter: 1}, false},
		"the same":         {Sides{With: threat(3, 36), RankWith: 1, Without: threat(3, 36), RankAfter: 1}, false},
		"rated higher":     {Sides{With: threat(3, 36), RankWith: 2, Without: threat(4, 48), RankAfter: 1}, false},
	} {
		if c.sides.Held() != c.want {
			t.Errorf("%s: held is %t", name, !c.want)
		}
		all := Verdict{Sides: []Sides{{With: threat(1, 1), RankWith: 1, RankAfter: 1}, c.sides}}
		if all.Held() != c.want {
			t.Errorf("%s: a pair holds when all of its techniques do", name)
		}
	}
}

// TestEntry counts entry techniques only, and only in the first ten.
func TestEntry(t *testing.T) {
	one := func(id string) Found { return Found{Threats: []register.Threat{{Rule: "R", Atlas: []string{id}}}} }
	r := Result{
		Set:   &Set{Entry: []string{"AML.T0001", "AML.T0002"}, Cases: []Case{{Truth: []string{"AML.T0001", "AML.T0003"}}, {Truth: []string{"AML.T0001", "AML.T0002"}}}},
		Found: []Found{one("AML.T0001"), one("AML.T0002.001")},
		Twins: []Found{{}, one("AML.T0002.000")},
	}
	sum, standing := r.entry()
	if want := (Entry{All: 3, Stood: 2, Still: 1}); sum != want || len(standing) != 1 || standing[0].Technique != "AML.T0002" {
		t.Errorf("%+v %v, want %+v", sum, standing, want)
	}
}
