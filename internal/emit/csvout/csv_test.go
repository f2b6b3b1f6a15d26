package csvout

import (
	"bytes"
	"encoding/csv"
	"errors"
	"strings"
	"testing"

	"tmodel/internal/diag"
	"tmodel/internal/golden"
	"tmodel/internal/register"
	"tmodel/internal/report"
	"tmodel/internal/report/sample"
)

func write(t *testing.T, r *report.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	golden.Check(t, "testdata/sample.csv", write(t, sample.Report()))
	golden.Check(t, "testdata/empty.csv", write(t, sample.Empty()))
}

func TestSeveral(t *testing.T) {
	other := sample.Report()
	other.Graph.System.ID.Value = "other"
	var b bytes.Buffer
	if err := WriteAll(&b, []*report.Report{sample.Report(), other}); err != nil {
		t.Fatal(err)
	}
	rows := parse(t, b.String())
	if len(rows) != 9 || rows[1][0] != "sorter" || rows[5][0] != "other" || rows[8][1] != "concern" {
		t.Errorf("%d rows: %q", len(rows), rows)
	}
}

func parse(t *testing.T, text string) [][]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll() // all rows must have as many cells as the first
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// TestHostileNames reads the names back, whatever they are, and finds no cell that starts a formula.
func TestHostileNames(t *testing.T) {
	title := indexOf(t, "title")
	for _, word := range sample.Hostile {
		rows := parse(t, write(t, sample.Nasty(word)))
		if got := strings.TrimPrefix(rows[1][title], "'"); got != diag.Printable(word) {
			t.Errorf("%q came back as %q", word, got)
		}
		for _, row := range rows {
			for _, cell := range row {
				if s := strings.TrimSpace(cell); s != "" && strings.ContainsAny(s[:1], "=+-@\t\r\n") {
					t.Errorf("cell %q is a formula", cell)
				}
			}
		}
	}
}

func indexOf(t *testing.T, column string) int {
	t.Helper()
	for i, h := range header {
		if h == column {
			return i
		}
	}
	t.Fatalf("no column %s", column)
	return 0
}

func TestHarmless(t *testing.T) {
	for in, want := range map[string]string{"": "", "a=b": "a=b", "=a": "'=a", " =a": "' =a", "＝a": "'＝a", "@x": "'@x", "-1": "'-1", "日本": "日本"} {
		if got := harmless(in); got != want {
			t.Errorf("harmless(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestNoPlace(t *testing.T) {
	r := sample.Report()
	r.Register.Threats = []register.Threat{{ID: "X@y"}}
	rows := parse(t, write(t, r))
	if got := rows[1][indexOf(t, "line")]; got != "" {
		t.Errorf("a line that nobody gave: %q", got)
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("no room") }

func TestWriteError(t *testing.T) {
	if Write(broken{}, sample.Report()) == nil {
		t.Error("an error of the writer got lost")
	}
}
