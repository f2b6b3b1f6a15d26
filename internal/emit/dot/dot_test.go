package dot

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/goccy/go-graphviz"

	"tmodel/internal/golden"
	"tmodel/internal/report"
)

func written(t testing.TB, r *report.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	for name, r := range map[string]*report.Report{"image-classifier": example(t), "everything": everything(t)} {
		t.Run(name, func(t *testing.T) {
			golden.Check(t, "testdata/"+name+".dot", written(t, r))
		})
	}
}

// counted has Graphviz read the text, and counts nodes and edges.
func counted(t testing.TB, text string) (nodes, edges int) {
	t.Helper()
	g, err := graphviz.ParseBytes([]byte(text))
	if err != nil || g == nil {
		t.Fatalf("Graphviz does not read this: %v\n%s", err, text)
	}
	defer g.Close()
	if nodes, err = g.NodeNum(); err != nil {
		t.Fatal(err)
	}
	if edges, err = g.EdgeNum(); err != nil {
		t.Fatal(err)
	}
	return nodes, edges
}

func TestGraphvizReadsEveryNodeAndEdge(t *testing.T) {
	for name, r := range map[string]*report.Report{"image-classifier": example(t), "everything": everything(t),
		"60": generated(t, 60), "300": generated(t, 300), "1000": generated(t, 1000)} {
		nodes, edges := counted(t, written(t, r))
		if d := draw(r); nodes != len(d.nodes) || edges != Edges(r) {
			t.Errorf("%s: Graphviz sees %d nodes and %d edges, want %d and %d", name, nodes, edges, len(d.nodes), Edges(r))
		}
		if first, again := written(t, r), written(t, r); first != again {
			t.Errorf("%s: two runs differ", name)
		}
	}
}

// TestLabelsAreWellFormed holds every HTML-like label to XML, which Graphviz reads it as when it draws.
func TestLabelsAreWellFormed(t *testing.T) {
	for _, r := range []*report.Report{example(t), everything(t), generated(t, 60), generated(t, 1000)} {
		checkLabels(t, written(t, r))
	}
}

func TestSizePolicy(t *testing.T) {
	tests := []struct {
		name               string
		r                  *report.Report
		numbered, overview bool
	}{
		{"small", example(t), false, false},
		{"60 and its actors", generated(t, 60), true, false},
		{"300", generated(t, 300), true, false},
		{"1000", generated(t, 1000), false, true},
	}
	for _, test := range tests {
		text := written(t, test.r)
		if Numbered(test.r) != test.numbered || Overview(test.r) != test.overview {
			t.Errorf("%s: numbered %v, overview %v", test.name, Numbered(test.r), Overview(test.r))
		}
		if strings.Contains(text, "nslimit=1, nslimit1=1, splines=line") != test.numbered || strings.Contains(text, "xlabel=") != test.numbered {
			t.Errorf("%s: layout settings do not fit the size", test.name)
		}
		if !strings.Contains(text, "newrank=true") {
			t.Errorf("%s: without newrank Graphviz loses edges", test.name)
		}
	}
}

func TestArrowsAreNumberedInOrder(t *testing.T) {
	arrows := Arrows(everything(t))
	for i, a := range arrows {
		if a.Number != i+1 || a.From == "" || a.To == "" || a.Text == "" {
			t.Errorf("arrow %d: %+v", i, a)
		}
	}
	if n := Edges(everything(t)); len(arrows) != n-1 {
		t.Errorf("%d arrows of %d edges, want all but the one to the host", len(arrows), n)
	}
}

func TestWriteReturnsTheError(t *testing.T) {
	want := errors.New("disk full")
	if err := Write(broken{want}, example(t)); !errors.Is(err, want) {
		t.Errorf("Write = %v", err)
	}
}

type broken struct{ err error }

func (b broken) Write([]byte) (int, error) { return 0, b.err }
