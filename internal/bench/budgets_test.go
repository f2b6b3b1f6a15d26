//go:build bench

package bench

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// sizes are measured in this order.
var sizes = []size{
	{exampleFile: true, times: 7, validate: 15 * time.Millisecond, analyze: 25 * time.Millisecond},
	{components: 20, times: 7, validate: 15 * time.Millisecond, analyze: 25 * time.Millisecond},
	{components: growthFrom, times: 15, ratio: 4, memory: 150 * megabyte},
	{components: growthTo, times: 12},
	{components: 10000, times: 6, ratio: 4, perThreat: 15 * time.Microsecond},
}

// TestBudgets measures whole runs of tmodel, prints one table, and fails for each budget that is broken.
func TestBudgets(t *testing.T) {
	s, err := newSuite(program{name: binary(t)}, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	version, err := s.version(t.Context(), sizes[0].times)
	if err != nil {
		t.Fatal(err)
	}
	if version.cpu > versionBudget {
		t.Errorf("version takes %s, the budget is %s", round(version.cpu), versionBudget)
	}
	var results []result
	for _, z := range sizes {
		r, err := s.measure(t.Context(), z)
		if err != nil {
			t.Error(err)
			continue
		}
		results = append(results, r)
	}
	report(t, version, results)
}

// report prints the table and the budgets that are broken.
func report(t *testing.T, version usage, results []result) {
	t.Helper()
	var table strings.Builder
	printTable(&table, version, results)
	t.Log("\n" + table.String())
	var broken []string
	for _, r := range results {
		broken = append(broken, r.broken()...)
	}
	if g, ok := growthOf(results); ok {
		broken = append(broken, g.broken()...)
	}
	for _, sentence := range broken {
		t.Error(sentence)
	}
}

// binary returns the program to measure: the one that TMODEL_BIN names, else one built from this checkout.
func binary(t *testing.T) string {
	t.Helper()
	if path := os.Getenv("TMODEL_BIN"); path != "" {
		path, err := filepath.Abs(path)
		if err != nil {
			t.Fatal(err)
		}
		return path
	}
	path := filepath.Join(t.TempDir(), "tmodel.exe") // a name that every system runs
	build := exec.Command("go", "build", "-o", path, "./cmd/tmodel")
	build.Dir = "../.."
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build tmodel: %v\n%s", err, out)
	}
	return path
}
