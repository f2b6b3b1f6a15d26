package mutate

import (
	"cmp"
	"fmt"
	"path"
	"runtime"
	"slices"
	"sync"

	"tmodel/internal/catalog"
	"tmodel/internal/catalog/load"
)

// Result is what the examples of one rule notice.
type Result struct {
	Rule, File string
	Mutants    []string // clauses, in the order of the rule
	Survivors  []string
}

// Run takes each clause away of the rules of these ids or files, or of all that were read. Results stand in the order of
// the rules.
func Run(l *load.Loaded, words []string) ([]Result, error) {
	c := l.Catalog
	rules, err := chosen(l, words)
	if err != nil {
		return nil, err
	}
	out, errs := make([]Result, len(rules)), make([]error, len(rules))
	var all sync.WaitGroup
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, r := range rules {
		free <- struct{}{}
		all.Go(func() {
			if out[i], errs[i] = one(c, r); errs[i] != nil {
				errs[i] = fmt.Errorf("examples of %s: %w", c.Rules[r].ID, errs[i])
			}
			out[i].File = fileOf(l, c.Rules[r].ID)
			<-free
		})
	}
	all.Wait()
	return out, cmp.Or(errs...)
}

// chosen are the numbers of the rules that words name.
func chosen(l *load.Loaded, words []string) ([]int, error) {
	var out []int
	named := map[string]bool{}
	for i := range l.Catalog.Rules {
		id := l.Catalog.Rules[i].ID
		if l.Records[id] == nil {
			continue
		}
		file := fileOf(l, id)
		if len(words) == 0 || slices.Contains(words, id) || slices.Contains(words, file) {
			out = append(out, i)
		}
		named[id], named[file] = true, true
	}
	for _, w := range words {
		if !named[w] {
			return nil, fmt.Errorf("%q is neither a rule nor a file of rules; these are AG-01 and agents.yaml, for example", w)
		}
	}
	return out, nil
}

func fileOf(l *load.Loaded, rule string) string {
	return path.Base(l.Records[rule].Node.Span.File.Name)
}

// one finds the mutants of rule i that none of its examples notices.
func one(c *catalog.Catalog, i int) (Result, error) {
	r := &c.Rules[i]
	out := Result{Rule: r.ID}
	systems, err := systemsOf(c, c.Prose[i].Examples)
	if err != nil {
		return out, err
	}
	for i := range systems {
		systems[i].want = systems[i].does(r)
	}
	for _, m := range Of(r) {
		out.Mutants = append(out.Mutants, m.Clause)
		if !slices.ContainsFunc(systems, func(s system) bool { return !slices.Equal(s.does(m.Rule), s.want) }) {
			out.Survivors = append(out.Survivors, m.Clause)
		}
	}
	return out, nil
}
