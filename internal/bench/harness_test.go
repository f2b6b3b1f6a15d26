package bench

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tmodel/internal/synthetic"
)

// standInSuite measures the stand-in for tmodel.
func standInSuite(t *testing.T) *suite {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	s, err := newSuite(program{name: self, env: []string{roleVar + "=stand-in"}}, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestMeasure(t *testing.T) {
	s := standInSuite(t)
	for _, z := range []size{{exampleFile: true, times: 1}, {components: 20, times: 2}} {
		r, err := s.measure(t.Context(), z)
		if err != nil {
			t.Fatal(err)
		}
		if r.parse.cpu <= 0 || r.validate.cpu <= 0 || r.analyze.cpu <= 0 {
			t.Errorf("%s: no processor time: %+v", r.name(), r)
		}
		path, _ := s.input(t.Context(), z)
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if lines := strings.Count(string(text), "\n"); r.threats != lines || r.bytes != int64(len(text)) {
			t.Errorf("%s: %d threats and %d bytes, want %d and %d", r.name(), r.threats, r.bytes, lines, len(text))
		}
	}
	if _, err := s.version(t.Context(), 1); err != nil {
		t.Error(err)
	}
}

func TestGeneratedInputIsTheSystem(t *testing.T) {
	path, err := standInSuite(t).input(t.Context(), size{components: 20})
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if want := synthetic.System(synthetic.Options{Components: 20, Seed: seed}); err != nil || string(text) != string(want) {
		t.Errorf("another process wrote another system (%v)", err)
	}
}

func TestFailureIsAnError(t *testing.T) {
	s := standInSuite(t)
	path := filepath.Join(s.dir, "broken.yaml")
	if err := os.WriteFile(path, []byte("tmodel: 1\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, p := range []program{s.with("validate", path), s.with("unknown"), {name: filepath.Join(s.dir, "missing")}} {
		if _, err := p.run(t.Context()); err == nil {
			t.Errorf("%v did not fail", p.args)
		}
	}
	_, err := s.with("analyze", path).threats(t.Context())
	if err == nil || !strings.Contains(err.Error(), "it is broken") {
		t.Errorf("the error does not say what the program said: %v", err)
	}
}

func TestChildrenDoNotSeeSettings(t *testing.T) {
	t.Setenv("TMODEL_COLOR", "always")
	for _, v := range (program{name: "x", env: []string{"A=b"}}).command(t.Context()).Env {
		if strings.HasPrefix(v, "TMODEL_") {
			t.Errorf("the program sees %s", v)
		}
	}
}

func TestBestKeepsTheLeast(t *testing.T) {
	u := usage{}.best(usage{cpu: 3 * time.Second, rss: 5}).best(usage{cpu: 2 * time.Second, rss: 9})
	if u != (usage{cpu: 2 * time.Second, rss: 5}) {
		t.Errorf("got %+v", u)
	}
}
