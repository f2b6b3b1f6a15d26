// Package trial runs the examples of rules: each is compiled like any system, and its rule must fire at the elements
// that the example names and at no others. So must it when the system is changed as the example says.
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
	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/match"
	"tmodel/internal/reach"
	"tmodel/internal/source"
)

// Outcome is what came of one example, or of one of its changes.
type Outcome struct {
	Rule, Example string
	Change        string      // what was changed; "" for the example itself
	At            source.Span // of the example or change; nowhere for a catalogue that was compiled
	Expect, Got   []string    // ids, sorted; with the likelihood where the example says it
	Wrong         []diag.Diagnostic
}

// Failed says whether the rule did something else than the example says.
func (o *Outcome) Failed() bool { return len(o.Wrong) > 0 || !slices.Equal(o.Expect, o.Got) }

// Run runs the examples of the rules that were read, or of all rules of a compiled catalogue; outcomes stand in the order
// of rules and examples. An error is a bug.
func Run(l *load.Loaded) ([]Outcome, error) {
	var all []example
	for i := range l.Catalog.Rules {
		id := l.Catalog.Rules[i].ID
		record := l.Records[id]
		if l.Records != nil && record == nil {
			continue
		}
		for j := range l.Catalog.Prose[i].Examples {
			all = append(all, exampleOf(l.Catalog, i, j, record))
		}
	}
	err := each(len(all), func(i int) error { return all[i].run(l.Catalog) })
	var out []Outcome
	for i := range all {
		out = append(out, all[i].outcomes...)
	}
	return out, err
}

// example is one example with its changes.
type example struct {
	rule     *catalog.Rule
	told     *catalog.Example
	outcomes []Outcome
	graphs   []*graph.Graph // as read from a user's file; none for those that were compiled
}

func exampleOf(c *catalog.Catalog, i, j int, record *load.Record) example {
	x := example{rule: &c.Rules[i], told: &c.Prose[i].Examples[j]}
	o := Outcome{Rule: x.rule.ID, Example: x.told.Name, Expect: expected(x.told.Expect, x.told.Likelihood)}
	x.outcomes = append(x.outcomes, o)
	for _, change := range x.told.Changes {
		o.Change, o.Expect = strings.TrimSpace(change.Set), expected(change.Expect, change.Likelihood)
		x.outcomes = append(x.outcomes, o)
	}
	if record == nil {
		return x
	}
	if record.Systems != nil {
		x.graphs = record.Systems[j]
	}
	node := record.Node.Get("examples").Items[j]
	x.outcomes[0].At = node.Span
	for k := range x.told.Changes {
		x.outcomes[k+1].At = node.Get("changes").Items[k].Span
	}
	return x
}

// expected are ids, sorted, with the likelihood where it is said.
func expected(ids []string, likely []catalog.Likely) []string {
	out := slices.Clone(ids)
	for i := range out {
		for _, x := range likely {
			if x.Element == ids[i] {
				out[i] = rated(x.Element, x.Likelihood)
			}
		}
	}
	slices.Sort(out)
	return out
}

func rated(id string, likelihood int) string {
	return fmt.Sprintf("%s (likelihood %d)", id, likelihood)
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

// run analyzes an example and its changes, which are resolved already when they were read from a user's file.
func (x *example) run(c *catalog.Catalog) error {
	systems := make([]System, len(x.graphs))
	for i, g := range x.graphs {
		systems[i].Graph = g
	}
	if len(systems) == 0 {
		var err error
		if systems, err = Systems(x.told, c); err != nil {
			return fmt.Errorf("example %q of %s: %w", x.told.Name, x.rule.ID, err)
		}
	}
	for i, s := range systems {
		if o := &x.outcomes[i]; s.Graph == nil {
			o.Wrong = s.Wrong
		} else {
			o.Got = x.got(s.Graph, c, i)
		}
	}
	return nil
}

// got is what the rule does in a system, its likelihood where the example or change i says one.
func (x *example) got(g *graph.Graph, c *catalog.Catalog, i int) []string {
	var ids []string
	r := analyze.Run(g, c)
	for t := range r.All() {
		if t.Rule == x.rule.ID {
			ids = append(ids, t.Elements...)
		}
		for _, id := range t.Covers {
			if at, covered := strings.CutPrefix(id, x.rule.ID+"@"); covered {
				ids = append(ids, at)
			}
		}
	}
	likely := slices.Clone(x.told.Likelihood)
	if i > 0 {
		likely = slices.Clone(x.told.Changes[i-1].Likelihood)
	}
	if len(likely) > 0 {
		e := match.New(g, reach.New(g))
		for j := range likely {
			if at, ok := g.Lookup(likely[j].Element); ok {
				likely[j].Likelihood, _ = x.rule.Base(e, at)
			}
		}
	}
	return expected(ids, likely)
}
