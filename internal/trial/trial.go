// Package trial runs the examples of rules: each is compiled like any system, and its rule must fire at the elements
// that the example names and at no others.
package trial

import (
	"cmp"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"

	"tmodel/internal/analyze"
	"tmodel/internal/catalog"
	"tmodel/internal/catalog/load"
	"tmodel/internal/compile"
	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/source"
)

// Outcome is what came of one example.
type Outcome struct {
	Rule, Example string
	At            source.Span // of the example; nowhere for a catalogue that was compiled
	Expect, Got   []string    // ids, sorted
	Wrong         []diag.Diagnostic
}

// Failed says whether the rule did something else than the example says.
func (o *Outcome) Failed() bool { return len(o.Wrong) > 0 || !slices.Equal(o.Expect, o.Got) }

// Run runs the examples of the rules that were read, or of all rules of a compiled catalogue; outcomes stand in the order
// of rules and examples. An error is a bug.
func Run(l *load.Loaded) ([]Outcome, error) {
	var out []Outcome
	var graphs []*graph.Graph
	var texts []string
	for i := range l.Catalog.Rules {
		id := l.Catalog.Rules[i].ID
		record := l.Records[id]
		if l.Records != nil && record == nil {
			continue
		}
		for j, e := range l.Catalog.Prose[i].Examples {
			o := Outcome{Rule: id, Example: e.Name, Expect: slices.Sorted(slices.Values(e.Expect))}
			var g *graph.Graph
			if record != nil {
				o.At = record.Node.Get("examples").Items[j].Span
			}
			if record != nil && record.Systems != nil {
				g = record.Systems[j]
			}
			out, graphs, texts = append(out, o), append(graphs, g), append(texts, e.System)
		}
	}
	return out, each(len(out), func(i int) error { return out[i].run(l.Catalog, graphs[i], texts[i]) })
}

// each calls do for 0 up to n, as many at a time as there are processors. Of several errors it returns one.
func each(n int, do func(int) error) error {
	errs := make([]error, n)
	var all sync.WaitGroup
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i := range n {
		free <- struct{}{}
		all.Go(func() {
			errs[i] = do(i)
			<-free
		})
	}
	all.Wait()
	return cmp.Or(errs...)
}

// run analyzes one example, which is resolved already when it was read from a user's file.
func (o *Outcome) run(c *catalog.Catalog, g *graph.Graph, text string) error {
	if g == nil {
		resolved, bag, err := compile.Resolve(source.New(o.Rule, []byte(text)), compile.Options{Catalog: c})
		if err != nil {
			return fmt.Errorf("example %q of %s: %w", o.Example, o.Rule, err)
		}
		if g = resolved; g == nil {
			o.Wrong = bag.Sorted()
			return nil
		}
	}
	r := analyze.Run(g, c)
	for _, t := range slices.Concat(r.Threats, r.Concerns) {
		if t.Rule == o.Rule {
			o.Got = append(o.Got, t.Elements...)
		}
		for _, id := range t.Covers {
			if at, covered := strings.CutPrefix(id, o.Rule+"@"); covered {
				o.Got = append(o.Got, at)
			}
		}
	}
	slices.Sort(o.Got)
	return nil
}
