package reach_test

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// row is a line of README.md: a small system, and what is asked of it.
type row struct {
	name, system string
	asked        []question
}

type question struct{ ask, want string }

func allRows() []row {
	return slices.Concat(influenceRows, powerRows, codeRows, keyRows, disclosureRows, authorityRows, dependenceRows, circleRows)
}

func TestRows(t *testing.T) {
	for _, r := range allRows() {
		t.Run(r.name, func(t *testing.T) { r.check(t) })
	}
}

// check asks all that is asked of a row's system.
func (r row) check(t *testing.T) {
	g := resolve(t, head+r.system)
	for _, q := range r.asked {
		if got := ask(t, g, q.ask); got != q.want {
			t.Errorf("%s:\n got %s\nwant %s", q.ask, got, q.want)
		}
	}
}

// The tables of README.md that are about the language, and not lists of rows, name what they are about in code.
func TestReadmeNamesEveryRow(t *testing.T) {
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	tested := map[string]bool{}
	for _, r := range allRows() {
		if tested[r.name] {
			t.Errorf("two rows are called %q", r.name)
		}
		if tested[r.name] = true; strings.Count(string(text), "\n| "+r.name+" | ") != 1 {
			t.Errorf("README.md has no row %q, or more than one", r.name)
		}
	}
	for line := range strings.Lines(string(text)) {
		name, _, _ := strings.Cut(strings.TrimPrefix(line, "| "), " | ")
		if strings.HasPrefix(line, "| ") && !tested[name] && name != "row" && name != "mode" && !strings.HasPrefix(name, "`") {
			t.Errorf("README.md has a row %q that no test has", name)
		}
	}
}
