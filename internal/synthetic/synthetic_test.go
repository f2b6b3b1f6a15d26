package synthetic

import (
	"bytes"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestSystemIsDeterministic(t *testing.T) {
	o := Options{Components: 300, Seed: 7}
	if !bytes.Equal(System(o), System(o)) {
		t.Error("the same options gave different bytes")
	}
	if bytes.Equal(System(o), System(Options{Components: 300, Seed: 8})) {
		t.Error("two seeds gave the same bytes")
	}
}

func TestSystemIsValid(t *testing.T) {
	for size := 1; size <= 40; size++ {
		check(t, System(Options{Components: size, Seed: uint64(size)}))
	}
	check(t, System(Options{Components: 1000, Seed: 1}))
	rapid.Check(t, func(r *rapid.T) {
		check(&quiet{TB: t, r: r}, System(Options{
			Components: rapid.IntRange(1, 70).Draw(r, "components"), Seed: rapid.Uint64().Draw(r, "seed"),
		}))
	})
}

func TestSystemHasTheSizeAskedFor(t *testing.T) {
	for _, size := range []int{1, 2, 5, 8, 11, 20, 59, 60, 100, 333, 1000, 2500} {
		p := read(t, System(Options{Components: size, Seed: 3}))
		if len(p.Components) != size {
			t.Errorf("asked for %d components, got %d", size, len(p.Components))
		}
		if size < 20 {
			continue
		}
		t.Logf("%d components: %d flows, %d assets, %d stages, %d zones, %d actors, %d controls", size,
			len(p.Flows), len(p.Assets), len(p.Pipeline), len(p.Zones), len(p.Actors), len(p.Controls))
		near(t, size, "flows", len(p.Flows), 2, 0.4)
		near(t, size, "assets", len(p.Assets), 1, 0.35)
		near(t, size, "stages", len(p.Pipeline), 0.2, 0.2)
		if size >= 1000 && (len(p.Controls) < size/50 || len(p.Controls) > size/5) {
			t.Errorf("%d components have %d controls", size, len(p.Controls))
		}
	}
	if n := len(read(t, System(Options{Components: -4})).Components); n != 1 {
		t.Errorf("asked for less than nothing, got %d components", n)
	}
}

// near tests that a number of elements is about a share of the number of components.
func near(t *testing.T, size int, what string, got int, share, slack float64) {
	t.Helper()
	if s := float64(got) / float64(size); s < share-slack || s > share+slack {
		t.Errorf("%d components have %.2f %s each, want about %.2f", size, s, what, share)
	}
}

func TestSystemUsesEveryKind(t *testing.T) {
	p, w := read(t, System(Options{Components: 1000, Seed: 5})), vocabulary(t)
	used := map[string]bool{}
	for _, c := range append(p.Components, p.Assets...) {
		used[c.Kind] = true
	}
	for kind := range technologies {
		if !used[kind] {
			t.Errorf("no component of kind %q", kind)
		}
	}
	for kind := range factSheets {
		known := slices.ContainsFunc(slices.Concat(w.Components, w.Assets, w.Stages), func(k kindOf) bool { return k.ID == kind })
		if !known {
			t.Errorf("facts of %q, which the vocabulary does not have", kind)
		}
	}
	for _, k := range w.Components {
		if !used[k.ID] {
			t.Logf("no component of kind %q yet", k.ID)
		}
	}
}

func TestSystemDeclaresOnlyListedControls(t *testing.T) {
	for _, k := range read(t, System(Options{Components: 500, Seed: 5})).Controls {
		if !slices.ContainsFunc(ControlUses, func(u ControlUse) bool { return u.Use == k.Use }) {
			t.Errorf("control %q", k.Use)
		}
	}
}

func TestSystemHasHubsAndUnknownFacts(t *testing.T) {
	p := read(t, System(Options{Components: 2000, Seed: 5}))
	degree, busy, silent := map[string]int{}, 0, 0
	for _, f := range p.Flows {
		degree[f.From]++
		degree[f.To]++
	}
	for _, c := range p.Components {
		if degree[c.ID] > 12 {
			busy++
		}
		if len(c.Facts) == 0 {
			silent++
		}
	}
	if busy == 0 || busy > 200 {
		t.Errorf("%d of 2000 components are hubs", busy)
	}
	if hub := degree["siem"]; hub < 100 {
		t.Errorf("the central log has %d flows", hub)
	}
	if silent < 100 {
		t.Errorf("only %d components leave all facts unknown", silent)
	}
}

// quiet reports the errors of a checker to rapid, so that it can make the example smaller.
type quiet struct {
	testing.TB
	r *rapid.T
}

func (q *quiet) Helper()                           {}
func (q *quiet) Errorf(format string, args ...any) { q.r.Errorf(format, args...) }
func (q *quiet) Fatalf(format string, args ...any) { q.r.Fatalf(format, args...) }

func BenchmarkSystem(b *testing.B) {
	for b.Loop() {
		b.SetBytes(int64(len(System(Options{Components: 1000, Seed: 1}))))
	}
}
