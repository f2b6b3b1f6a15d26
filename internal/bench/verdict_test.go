package bench

import (
	"math"
	"strings"
	"testing"
	"time"
)

func TestBroken(t *testing.T) {
	second := func(s float64) usage { return usage{cpu: time.Duration(s * float64(time.Second))} }
	large := size{components: 10000, ratio: 4, perThreat: 15 * time.Microsecond}
	cases := []struct {
		name string
		r    result
		want string // "" for within the budget
	}{
		{"no budget", result{parse: second(1), analyze: second(90)}, ""},
		{"validate in time", result{size: size{validate: time.Second}, validate: second(1)}, ""},
		{"validate late", result{size: size{validate: time.Second}, validate: second(1.1)}, "validate takes 1.1s"},
		{"analyze late", result{size: size{analyze: time.Second}, analyze: second(2)}, "analyze takes 2s"},
		{"four times the parser", result{size: large, parse: second(1), analyze: second(4), threats: 9}, ""},
		{"five times the parser", result{size: large, parse: second(1), analyze: second(5), threats: 30000}, "the budget is 4s"},
		{"but with many threats", result{size: large, parse: second(1), analyze: second(5), threats: 130000}, ""},
		{"memory", result{size: size{memory: 150 * megabyte}, analyze: usage{rss: 151 * megabyte}}, "151 MB"},
	}
	for _, c := range cases {
		got := strings.Join(c.r.broken(), "; ")
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestGrowth(t *testing.T) {
	at := func(components int, cpu time.Duration) result {
		return result{size: size{components: components}, validate: usage{cpu: time.Second}, analyze: usage{cpu: cpu}}
	}
	results := []result{at(growthFrom, time.Second), at(growthTo, 16*time.Second)}
	g, ok := growthOf(results)
	if !ok || math.Abs(g.analyze-2) > 1e-9 || g.validate != 0 {
		t.Errorf("got %+v", g)
	}
	if broken := strings.Join(g.broken(), "; "); !strings.Contains(broken, "analyze grows with the power 2.00") {
		t.Errorf("got %q", broken)
	}
	if _, ok := growthOf(results[:1]); ok {
		t.Error("one size has no growth")
	}
}

func TestCountThreats(t *testing.T) {
	good := `{"summary": {"threats": [1,2,3]}, "threats": [{"id": "a", "x": "],"}, {"id": "b"}], "rules": [`
	if n, err := countThreats(strings.NewReader(good)); n != 2 || err != nil {
		t.Errorf("got %d, %v", n, err)
	}
	for _, bad := range []string{"", "[]", "{}", `{"a": `, `{"threats": [{]`, `{"threats": [1`} {
		if n, err := countThreats(strings.NewReader(bad)); err == nil {
			t.Errorf("%q has %d threats", bad, n)
		}
	}
}

func TestPrintTable(t *testing.T) {
	var out strings.Builder
	u := usage{cpu: 250 * time.Millisecond, rss: 40 * megabyte}
	printTable(&out, u, []result{
		{size: size{exampleFile: true}, bytes: 7000, parse: u, validate: u, analyze: u, threats: 42},
		{size: size{components: growthFrom}, parse: u, validate: u, analyze: u},
		{size: size{components: growthTo}, validate: u, analyze: u},
	})
	for _, want := range []string{"example", "7000", "0.2500", "1.00", "40", "42", "growth from 1000 to 4000", "version: 0.2500 s"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}
