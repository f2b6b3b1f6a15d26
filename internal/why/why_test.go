package why

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"tmodel/catalogs"
	"tmodel/internal/catalog"
	"tmodel/internal/compile"
	"tmodel/internal/golden"
	"tmodel/internal/graph"
	"tmodel/internal/source"
	"tmodel/internal/synthetic"
	"tmodel/internal/vocab"
)

// plain is the shipped catalogue with prose of its own, so that a better sentence there changes no golden file here.
func plain() *catalog.Catalog {
	c, v := *catalogs.Shipped(), *catalogs.Vocabulary()
	for _, kinds := range []*[]vocab.Kind{&v.Components, &v.Assets, &v.Stages} {
		*kinds = slices.Clone(*kinds)
		for i := range *kinds {
			(*kinds)[i].Is = "What " + (*kinds)[i].ID + " is, in a sentence that may be longer than a line of the page."
		}
	}
	c.Vocab = &v
	c.ControlProse = slices.Clone(c.ControlProse)
	for i := range c.ControlProse {
		c.ControlProse[i].Name = "The control " + c.Controls[i].ID
	}
	return &c
}

func resolved(t *testing.T, name string, text []byte) *graph.Graph {
	t.Helper()
	g, bag, err := compile.Resolve(source.New(name, text), compile.Options{Catalog: plain()})
	if err != nil || g == nil {
		t.Fatalf("%s: %v %v", name, err, bag.Sorted())
	}
	return g
}

func read(t *testing.T, file string) []byte {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// both are the page and the JSON about an element.
func both(t *testing.T, g *graph.Graph, r graph.Ref) (text, js string) {
	t.Helper()
	v := Of(g, plain(), r)
	var a, b bytes.Buffer
	if err := errors.Join(Write(&a, v), WriteJSON(&b, v)); err != nil {
		t.Fatal(err)
	}
	return a.String(), b.String()
}

// TestGolden shows one element of each type.
func TestGolden(t *testing.T) {
	shop := resolved(t, "system.yaml", read(t, "testdata/system.yaml"))
	for _, id := range []string{"shop", "trust-in-tags", "visitor", "cloud", "inner", "photo", "weights", "key", "api", "lake", "box", "ask", "fit", "reviewers"} {
		r, ok := shop.Lookup(id)
		if !ok {
			t.Fatalf("there is no %s", id)
		}
		text, js := both(t, shop, r)
		golden.Check(t, "testdata/"+id+".txt", text)
		if id == "api" || id == "weights" {
			golden.Check(t, "testdata/"+id+".json", js)
		}
	}
}

// TestAnything: for every element of the example and of synthetic systems the page fits and the JSON is JSON.
func TestAnything(t *testing.T) {
	systems := []*graph.Graph{resolved(t, "image-classifier.yaml", read(t, "../../examples/image-classifier.yaml"))}
	for seed := range uint64(2) {
		systems = append(systems, resolved(t, "synthetic.yaml", synthetic.System(synthetic.Options{Components: 20, Seed: seed})))
	}
	for _, g := range systems {
		for _, r := range Elements(g) {
			text, js := both(t, g, r)
			for l := range strings.Lines(text) {
				if l = strings.TrimSuffix(l, "\n"); utf8.RuneCountInString(l) > columns && strings.Contains(strings.TrimSpace(l), " ") || strings.HasSuffix(l, " ") {
					t.Errorf("%s: the line %q", g.ID(r), l)
				}
			}
			var o struct{ Element struct{ ID string } }
			if err := json.Unmarshal([]byte(js), &o); err != nil || o.Element.ID != g.ID(r) {
				t.Errorf("%s: %v\n%s", g.ID(r), err, js)
			}
			if again, _ := both(t, g, r); again != text {
				t.Errorf("%s: two pages", g.ID(r))
			}
		}
	}
}

// TestLeastTrusted: of two who can, the less trusted is named, also where the more trusted is nearer or unweakened.
func TestLeastTrusted(t *testing.T) {
	g := resolved(t, "a.yaml", []byte(`tmodel: 1
system: {id: s}
actors: [{id: stranger, trust: anonymous}, {id: clerk, trust: employee}]
assets: [{id: question, kind: input}, {id: answer, kind: prediction}]
components: [{id: page, kind: web-app}, {id: api, kind: inference-endpoint}]
data_flows:
  - {id: direct, from: clerk, to: api, carries: [question], returns: [answer]}
  - {id: ask, from: stranger, to: page, carries: [question], returns: [answer]}
  - {id: pass, from: page, to: api, carries: [question], returns: [answer]}
`))
	r, _ := g.Lookup("api")
	v := Of(g, catalogs.Shipped(), r)
	if got, want := Sentence(g, v.Influence[0].Witness), "an anonymous stranger -> page -> api"; got != want {
		t.Errorf("influence: %s, want %s", got, want)
	}
	if got, want := Sentence(g, v.Readers[0].Witness), "api -> page -> an anonymous stranger"; got != want {
		t.Errorf("readers: %s, want %s", got, want)
	}
}

// TestCollectingStage: what a stage brings in is met first at the component that it runs on, which its page says.
func TestCollectingStage(t *testing.T) {
	g := resolved(t, "image-classifier.yaml", read(t, "../../examples/image-classifier.yaml"))
	r, _ := g.Lookup("scrape")
	text, js := both(t, g, r)
	if want := "Who can influence what it runs on, crawler\n  input             nobody: no path is drawn\n  planted           whoever made scraped-images"; !strings.Contains(text, want) {
		t.Errorf("no %q in\n%s", want, text)
	}
	if _, place, _ := strings.Cut(js, `"place": [`); !strings.Contains(place, "whoever made scraped-images (public-web: anonymous)") {
		t.Error(js)
	}
}

// TestNoControls: the sentence names only places that there are.
func TestNoControls(t *testing.T) {
	g := resolved(t, "a.yaml", []byte("tmodel: 1\nsystem: {id: s}\nzones: [{id: z}]\ncomponents: [{id: in, kind: host, zone: z}, {id: out, kind: host}]\n"))
	for id, want := range map[string]string{"s": "on the system as a whole.", "in": "on it, on a zone around it, or on the system.", "out": "on it, or on the system."} {
		r, _ := g.Lookup(id)
		if text, _ := both(t, g, r); !strings.Contains(text, "None is declared "+want) {
			t.Errorf("%s: %s", id, text)
		}
	}
}

func TestWords(t *testing.T) {
	for n, want := range []string{"", " (weakened once)", " (weakened twice)", " (weakened often)", " (weakened often)"} {
		if got := weakened(n); got != want {
			t.Errorf("%d: %q", n, got)
		}
	}
	if article("anonymous") != "an" || article("partner") != "a" || article("") != "a" {
		t.Error("articles")
	}
}

func TestHostileText(t *testing.T) {
	g := resolved(t, "a.yaml", []byte("tmodel: 1\nsystem: {id: s, name: \"a\\u202Eb\", purpose: \"x\\u200Fy\"}\n"))
	if text, _ := both(t, g, graph.Ref{Type: graph.SystemType}); strings.ContainsAny(text, "\u202e\u200f") {
		t.Errorf("hidden characters are printed: %q", text)
	}
}

func TestWriteFails(t *testing.T) {
	g := resolved(t, "a.yaml", []byte("tmodel: 1\nsystem: {id: s}\n"))
	v := Of(g, catalogs.Shipped(), graph.Ref{Type: graph.SystemType})
	if Write(broken{}, v) == nil || WriteJSON(broken{}, v) == nil {
		t.Error("a broken pipe is an error")
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }
