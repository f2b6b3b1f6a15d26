package catalog_test

import (
	"slices"
	"strings"
	"testing"

	"tmodel/catalogs"
	"tmodel/internal/catalog"
	"tmodel/internal/compile"
	"tmodel/internal/source"
)

// Each example of each rule is compiled with the whole catalogue: the rule fires on the elements that it says.
func TestExamples(t *testing.T) {
	c := catalogs.Shipped()
	for i := range c.Rules {
		for _, e := range c.Prose[i].Examples {
			t.Run(c.Rules[i].ID+"/"+strings.ReplaceAll(e.Name, " ", "-"), func(t *testing.T) { runExample(t, c, c.Rules[i].ID, e) })
		}
	}
}

func runExample(t *testing.T, c *catalog.Catalog, rule string, e catalog.Example) {
	t.Helper()
	r, bag, err := compile.Compile(source.New("example.yaml", []byte(e.System)), compile.Options{Catalog: c})
	if err != nil || r == nil {
		t.Fatal(err, bag.Sorted())
	}
	var got []string
	for _, x := range slices.Concat(r.Register.Threats, r.Register.Concerns) {
		if x.Rule == rule {
			got = append(got, x.Elements...)
		}
	}
	slices.Sort(got)
	want := slices.Sorted(slices.Values(e.Expect))
	if !slices.Equal(got, want) {
		t.Errorf("fires on %v, want %v", got, want)
	}
}

// A silent example says something only beside a firing one that it differs from in a line or two.
func TestExamplesDifferLittle(t *testing.T) {
	for i, p := range catalogs.Shipped().Prose {
		var fire, silent []catalog.Example
		for _, e := range p.Examples {
			if len(e.Expect) > 0 {
				fire = append(fire, e)
			} else {
				silent = append(silent, e)
			}
		}
		id := catalogs.Shipped().Rules[i].ID
		if len(fire) == 0 || len(silent) == 0 {
			t.Errorf("%s: %d examples fire, %d are silent", id, len(fire), len(silent))
			continue
		}
		nearest := 99
		for _, s := range silent {
			for _, f := range fire {
				nearest = min(nearest, apart(f.System, s.System))
			}
		}
		if nearest > 1 {
			t.Errorf("%s: the nearest silent example differs in %d lines", id, nearest)
		}
	}
}

// apart is the number of lines of one text that the other does not have, the greater of both ways.
func apart(a, b string) int {
	count := func(a, b string) (n int) {
		for _, line := range strings.Split(a, "\n") {
			if !slices.Contains(strings.Split(b, "\n"), line) {
				n++
			}
		}
		return n
	}
	return max(count(a, b), count(b, a))
}
