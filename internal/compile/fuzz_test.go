package compile_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"tmodel/catalogs"
	"tmodel/internal/compile"
	"tmodel/internal/diag"
	"tmodel/internal/source"
)

// FuzzResolve holds that no input makes the front panic, and that all it says has a place in the file.
func FuzzResolve(f *testing.F) {
	for _, pattern := range []string{errDir + "/*.yaml", "../../testdata/ok/*.yaml", "../../examples/*.yaml"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			f.Fatalf("no seeds in %s: %v", pattern, err)
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
		list := resolve(t, data)
		for i, d := range list {
			placed(t, d.Span, d.Message)
			for _, n := range d.Notes {
				placed(t, n.Span, n.Message)
			}
			if i > 0 && d.Span == list[i-1].Span && d.Code == list[i-1].Code && d.Message == list[i-1].Message {
				t.Errorf("said twice: %s", d.Message)
			}
		}
		written(t, list)
	})
}

func resolve(t *testing.T, data []byte) []diag.Diagnostic {
	t.Helper()
	g, bag, err := compile.Resolve(source.New("x", data), compile.Options{Catalog: catalogs.Shipped()})
	if err != nil {
		t.Fatal(err)
	}
	if (g == nil) != bag.Failed() {
		t.Fatalf("graph is there: %t; errors: %t", g != nil, bag.Failed())
	}
	return bag.Sorted()
}

func placed(t *testing.T, s source.Span, what string) {
	t.Helper()
	if !s.Valid() || int(s.Line) > s.File.Lines() || s.Col < 1 || int(s.Col) > s.File.Width(int(s.Line))+1 || s.EndCol <= s.Col {
		t.Fatalf("%s: no place in the file: %v", what, s)
	}
}

// TestManyMistakes gives half a million wrong items, of each sort that some stage collects: the run stops after
// the first thousand, soon, and with little memory beside the tree.
func TestManyMistakes(t *testing.T) {
	const n = 500_000
	head := "tmodel: 1\nsystem: {id: shop}\n"
	var duplicates, unknown strings.Builder
	for i := range n / 20 {
		fmt.Fprintf(&duplicates, "- {id: same, trust: partner}\n")
		fmt.Fprintf(&unknown, "- {id: c%d, kind: gateway, zone: nowhere-%d}\n", i, i)
	}
	for name, text := range map[string]string{
		"items":       head + "components: [" + strings.Repeat("x,", n) + "]\n",
		"one element": head + "components:\n- {id: a, kind: host, holds: [" + strings.Repeat("1,", n/5) + "]}\n",
		"duplicates":  head + "actors:\n" + duplicates.String(),
		"references":  head + "zones: [{id: here}]\ncomponents:\n" + unknown.String(),
	} {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			list := resolve(t, []byte(text))
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			written(t, list)
			allocated := (after.TotalAlloc - before.TotalAlloc) >> 20
			t.Logf("%d diagnostics, %v, %d MB for %d MB", len(list), took, allocated, len(text)>>20)
			last := list[len(list)-1]
			if name != "one element" && (len(list) != diag.Limit+1 || last.Code != diag.TooManyErrors || !last.Span.Valid()) {
				t.Errorf("%d diagnostics, the last is %v", len(list), last)
			}
			if took > 10*time.Second || allocated > 600 { // a tenth of that when nothing else runs
				t.Errorf("took %v and %d MB", took, allocated)
			}
		})
	}
}
