package reach_test

import (
	"os"
	"strings"
	"testing"
)

// row is a line of README.md: a small system, and what is asked of it.
type row struct {
	name, system string
	asked        []question
}

type question struct{ ask, want string }

func TestRows(t *testing.T) {
	for _, r := range append(influenceRows, disclosureRows...) {
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

func TestReadmeNamesEveryRow(t *testing.T) {
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := append(influenceRows, disclosureRows...)
	for _, r := range rows {
		if strings.Count(string(text), "| "+r.name+" |") != 1 {
			t.Errorf("README.md has no row %q, or more than one", r.name)
		}
	}
	if n := strings.Count(string(text), "\n| ") - 2; n != len(rows) {
		t.Errorf("README.md has %d rows, the tests have %d", n, len(rows))
	}
}
