package mutate

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"tmodel/internal/catalog/load"
	"tmodel/internal/diag"
	"tmodel/internal/source"
	"tmodel/internal/yamltree"
)

// Reasons say why no example can notice that a clause is gone, by rule and clause.
type Reasons map[string]map[string]string

// File is where reasons lie below the root of the repository.
const File = "testdata/mutants.yaml"

// Load reads reasons from a file: a list of rule, clauses and reason.
func Load(files fs.FS, name string) (Reasons, error) {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, fmt.Errorf("read reasons: %w", err)
	}
	bag := &diag.Bag{}
	root := yamltree.Parse(source.New(name, data), yamltree.DefaultLimits, bag)
	if bag.Failed() || root == nil {
		d := bag.Sorted()[0]
		return nil, fmt.Errorf("%s: %s", d.Span, d.Message)
	}
	out := Reasons{}
	for _, n := range root.Items {
		if err := out.add(n); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// add takes one reason, for one clause or several.
func (r Reasons) add(n *yamltree.Node) error {
	rule, clauses, reason := n.Get("rule"), n.Get("clauses"), n.Get("reason")
	if len(n.Pairs) != 3 || rule == nil || clauses == nil || reason == nil || len(clauses.Items) == 0 {
		return fmt.Errorf("%s: a reason has rule, clauses (a list) and reason, and nothing else", n.Span)
	}
	if r[rule.Value] == nil {
		r[rule.Value] = map[string]string{}
	}
	for _, c := range clauses.Items {
		if r[rule.Value][c.Value] != "" {
			return fmt.Errorf("%s: %s has a reason for %q already", c.Span, rule.Value, c.Value)
		}
		r[rule.Value][c.Value] = strings.TrimSpace(reason.Value)
	}
	return nil
}

// Wrong are the reasons that excuse nothing, and the survivors that have none.
func (r Reasons) Wrong(l *load.Loaded, results []Result) (useless, missing []string) {
	for i := range results {
		x := &results[i]
		for _, clause := range x.Survivors {
			if r[x.Rule][clause] == "" {
				missing = append(missing, x.Rule+" "+clause)
			}
		}
		for clause := range r[x.Rule] {
			switch {
			case !slices.Contains(x.Mutants, clause):
				useless = append(useless, fmt.Sprintf("%s has no clause %s", x.Rule, clause))
			case !slices.Contains(x.Survivors, clause):
				useless = append(useless, fmt.Sprintf("%s %s is noticed by an example and needs no reason", x.Rule, clause))
			}
		}
	}
	for rule := range r {
		if known, _ := l.Catalog.Rule(rule); known == nil {
			useless = append(useless, "there is no rule "+rule)
		}
	}
	slices.Sort(useless)
	return useless, missing
}
