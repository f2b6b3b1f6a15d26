package yamltree

import (
	"os"
	"path/filepath"
	"testing"

	"tmodel/internal/diag"
	"tmodel/internal/source"
)

// small limits let the fuzzer reach them.
var small = Limits{Bytes: 1 << 16, Depth: 12, Nodes: 5000, Repeats: 500, Text: 2000}

// FuzzParse holds that no input panics, that what is said has a place in the file, and that nodes lie in it.
func FuzzParse(f *testing.F) {
	for _, dir := range []string{"err", "ok"} {
		files, err := filepath.Glob("../../testdata/" + dir + "/*.yaml")
		if err != nil || len(files) == 0 {
			f.Fatalf("no seeds: %v", err)
		}
		for _, name := range files {
			data, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, bag := source.New("x", data), &diag.Bag{}
		root := Parse(file, small, bag)
		if root == nil && !bag.Failed() {
			t.Error("no tree, and no error")
		}
		for _, d := range bag.Sorted() {
			within(t, d.Span, d.Message)
			for _, n := range d.Notes {
				within(t, n.Span, n.Message)
			}
		}
		inside(t, root)
	})
}

// inside holds that all nodes lie in the file.
func inside(t *testing.T, n *Node) {
	if n == nil {
		return
	}
	within(t, n.Span, "a node with the value "+diag.Quote(n.Value))
	for _, p := range n.Pairs {
		inside(t, p.Key)
		inside(t, p.Value)
	}
	for _, i := range n.Items {
		inside(t, i)
	}
}

// within holds that a span begins on a line of its file, at most one column behind the text, and ends no further.
func within(t *testing.T, s source.Span, what string) {
	t.Helper()
	if !s.Valid() || int(s.Line) > s.File.Lines() {
		t.Fatalf("%s: no place in the file: %v", what, s)
	}
	width := int32(s.File.Width(int(s.Line)))
	if s.Col < 1 || s.Col > width+1 || s.EndLine != s.Line || s.EndCol <= s.Col || s.EndCol > width+2 {
		t.Fatalf("%s: columns %d to %d of a line of %d", what, s.Col, s.EndCol, width)
	}
}
