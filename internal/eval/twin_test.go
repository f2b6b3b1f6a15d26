package eval

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tmodel/catalogs"
	"tmodel/internal/compile"
	"tmodel/internal/golden"
	"tmodel/internal/source"
	"tmodel/internal/vocab"
)

const testdata = "../../testdata"

// TestTwins makes the trusted twin of every system and compares it with the one that is checked in.
func TestTwins(t *testing.T) {
	systems, err := filepath.Glob(testdata + "/cases/*/system.yaml")
	if err != nil || len(systems) == 0 {
		t.Fatalf("%v: %v", systems, err)
	}
	for _, name := range systems {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		twin, err := Trusted(source.New(name, text), catalogs.Vocabulary())
		if err != nil {
			t.Errorf("%v", err)
			continue
		}
		to := filepath.Join(testdata, "twins", filepath.Base(filepath.Dir(name)))
		if golden.Update() {
			if err := os.MkdirAll(to, 0o755); err != nil {
				t.Fatal(err)
			}
		}
		golden.Check(t, filepath.Join(to, "system.yaml"), string(twin))
		nobodyUntrusted(t, name, twin)
	}
}

// nobodyUntrusted looks for outsiders in a resolved system, and at what is said of who takes part.
func nobodyUntrusted(t *testing.T, name string, text []byte) {
	t.Helper()
	g, bag, err := compile.Resolve(source.New(name, text), compile.Options{Catalog: catalogs.Shipped()})
	if g == nil {
		t.Fatalf("%s: %v %v", name, err, bag.Sorted())
	}
	for _, a := range g.Actors {
		if a.Trust < vocab.Employee {
			t.Errorf("%s: the actor %s is trusted as %s", name, a.ID.Value, g.Vocab.TrustWord(a.Trust))
		}
	}
	for _, z := range g.Zones {
		if z.Trust < vocab.Employee {
			t.Errorf("%s: the zone %s is trusted as %s", name, z.ID.Value, g.Vocab.TrustWord(z.Trust))
		}
	}
	for _, a := range g.Assets {
		if a.Origin < vocab.Employee {
			t.Errorf("%s: the asset %s comes from %s", name, a.ID.Value, g.Vocab.TrustWord(a.Origin))
		}
	}
	for _, word := range []string{"publishing: anyone", "publishing: vetted", "enrolment: open", "audience: public", "audience: partners", "serves: many", "several-op", "accelerator: shared"} {
		if strings.Contains(string(text), word) {
			t.Errorf("%s: still has %s", name, word)
		}
	}
}

// TestTrusted shows every change on a small system: the layout, the comments and whatever names nobody stay.
func TestTrusted(t *testing.T) {
	const system = `# modeline
tmodel: 1
system: {id: small}
actors:
  - {id: anyone, trust: anonymous} # é, and a comment
  - {id: admin, trust: administrator}
zones:
  - {id: out, trust: untrusted}
  - {id: safe, trust: restricted}
assets:
  - {id: pages, kind: document, origin: public-web}
  - {id: made, kind: document, origin: synthetic}
  - id: unsaid
    kind: document   # whose?
    name: Unsaid
  - {id: short, kind: document}
components:
  - {id: hub, kind: model-hub, facts: {publishing: anyone}}
  - {id: hub-2, kind: model-hub}
  - id: node
    kind: host
    facts:
      egress: open
      serves: many-tenants
  - {id: node-2, kind: host, facts: {egress: open}}
  - {id: node-3, kind: host, facts: {serves: one-user, accelerator: none}}
  - {id: queue, kind: message-stream, facts: {}}
  - {id: store, kind: database}
pipeline:
  - {id: fit, kind: train, runs_on: node, facts: {distributed: several-operators}}
`
	const want = `# modeline
tmodel: 1
system: {id: small}
actors:
  - {id: anyone, trust: employee} # é, and a comment
  - {id: admin, trust: administrator}
zones:
  - {id: out, trust: internal}
  - {id: safe, trust: restricted}
assets:
  - {id: pages, kind: document, origin: internal}
  - {id: made, kind: document, origin: synthetic}
  - id: unsaid
    kind: document   # whose?
    origin: internal
    name: Unsaid
  - {id: short, kind: document, origin: internal}
components:
  - {id: hub, kind: model-hub, facts: {publishing: own}}
  - {id: hub-2, kind: model-hub, facts: {publishing: own}}
  - id: node
    kind: host
    facts:
      accelerator: dedicated
      egress: open
      serves: one-organisation
  - {id: node-2, kind: host, facts: {serves: one-organisation, accelerator: dedicated, egress: open}}
  - {id: node-3, kind: host, facts: {serves: one-user, accelerator: none}}
  - {id: queue, kind: message-stream, facts: {publishing: own, serves: one-organisation}}
  - {id: store, kind: database, facts: {serves: one-organisation}}
pipeline:
  - {id: fit, kind: train, runs_on: node, facts: {distributed: one-operator}}
`
	got, err := Trusted(source.New("small.yaml", []byte(system)), catalogs.Vocabulary())
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("got\n%s", got)
	}
	again, err := Trusted(source.New("small.yaml", got), catalogs.Vocabulary())
	if err != nil || string(again) != want {
		t.Errorf("the twin of a twin is another: %v\n%s", err, again)
	}
}

// TestWho holds that the facts of the twins, and what they become, are words of the language.
func TestWho(t *testing.T) {
	for _, w := range who {
		f := catalogs.Vocabulary().Fact(w.fact)
		if f == nil {
			t.Errorf("there is no fact %s", w.fact)
			continue
		}
		for _, value := range append(slices.Clone(w.trusted), w.becomes, w.silent) {
			if !slices.Contains(f.Values, value) || !slices.Contains(w.trusted, value) {
				t.Errorf("%s: %q is no trusted value of it", w.fact, value)
			}
		}
		if len(w.trusted) >= len(f.Values) {
			t.Errorf("%s: all values name nobody from outside", w.fact)
		}
	}
}

// TestTrustedRefuses names the place of what it can't make a twin of.
func TestTrustedRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"components: [{id: x, kind: nothing-such}]":                        `x.yaml:1:14: there is no kind "nothing-such"`,
		"actors:\n  - &a {id: x, trust: anonymous}\n  - {<<: *a, id: y}\n": "x.yaml:2:23: two changes meet",
		"[a]": "x.yaml: expected a mapping, found a list",
		"{a":  "x.yaml:1:1:",
	} {
		_, err := Trusted(source.New("x.yaml", []byte(text)), catalogs.Vocabulary())
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

// TestPairsDifferInOneFact holds that the two systems of a pair are the same but for a few lines.
func TestPairsDifferInOneFact(t *testing.T) {
	set := load(t)
	if len(set.Pairs) < 12 {
		t.Errorf("%d pairs", len(set.Pairs))
	}
	for _, p := range set.Pairs {
		with, without := lines(p.With), lines(p.Without)
		n := max(missing(with, without), missing(without, with))
		if n == 0 || n > 4 {
			t.Errorf("%s: %d lines differ; a pair differs in one fact", p.ID, n)
		}
	}
}

func lines(f *source.File) []string { return strings.Split(string(f.Text()), "\n") }

// missing counts the lines of a that b does not have.
func missing(a, b []string) int {
	has := map[string]bool{}
	for _, l := range b {
		has[l] = true
	}
	n := 0
	for _, l := range a {
		if !has[l] {
			n++
		}
	}
	return n
}
