package yamltree_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"tmodel/internal/diag"
	"tmodel/internal/source"
	"tmodel/internal/yamltree"
)

// TestDoubledKeysAreReadAsOne holds that all of what a key was given is in the tree, and that what an alias shares stays.
func TestDoubledKeysAreReadAsOne(t *testing.T) {
	for text, want := range map[string]string{
		"a: [1, 2]\na: [2, 3]":                       "{a: [1 2 3]}",
		"a: {b: 1, c: [x]}\na: {b: 2, c: [y], d: 4}": "{a: {b: 1|2 c: [x y] d: 4}}",
		"a: 1\na: 1\na: 2\na: ~\na: 3":               "{a: 1|2|3}",
		"a:\na: [1]":                                 "{a: [1]}",
		"a: [1]\na: text":                            "{a: [1]}",
		"a: &x [1]\nb: *x\na: [2]\nc: *x":            "{a: [1 2] b: [1] c: [1]}",
		"a: &x {b: 1}\na: {b: 2}\nc: *x":             "{a: {b: 1|2} c: {b: 1}}",
		"a: [{id: x, k: 1}]\na: [{id: x, k: 1}, {id: x, k: 2}, {use: y}, {use: y}]": "{a: [{id: x k: 1} {id: x k: 2} {use: y} {use: y}]}",
	} {
		bag := &diag.Bag{}
		root := yamltree.Parse(source.New("x", []byte(text)), yamltree.DefaultLimits, bag)
		if got := shape(root); got != want {
			t.Errorf("%q\n got %s\nwant %s", text, got, want)
		}
		for _, d := range bag.Sorted() {
			if d.Code != diag.DuplicateKey {
				t.Errorf("%q: %s", text, d.Message)
			}
		}
	}
}

// TestDoubledKeysAreBounded holds that nobody pays for a key that stands fifty thousand times.
func TestDoubledKeysAreBounded(t *testing.T) {
	for _, value := range []string{"%d", "[%d]", "{k%d: 1}", "{k: %d}"} {
		var text strings.Builder
		for i := range 50_000 {
			fmt.Fprintf(&text, "a: "+value+"\n", i)
		}
		start := time.Now()
		yamltree.Parse(source.New("x", []byte(text.String())), yamltree.DefaultLimits, &diag.Bag{})
		if d := time.Since(start); d > 10*time.Second {
			t.Errorf("%s takes %s", value, d)
		}
	}
}

func shape(n *yamltree.Node) string {
	var parts []string
	switch n.Kind {
	case yamltree.Map:
		for _, p := range n.Pairs {
			parts = append(parts, p.Key.Value+": "+shape(p.Value))
		}
		return "{" + strings.Join(parts, " ") + "}"
	case yamltree.List:
		for _, i := range n.Items {
			parts = append(parts, shape(i))
		}
		return "[" + strings.Join(parts, " ") + "]"
	}
	parts = []string{n.Value}
	for _, i := range n.Items {
		parts = append(parts, shape(i))
	}
	return strings.Join(parts, "|")
}
