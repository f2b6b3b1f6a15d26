// Package eval measures the rules on real systems: does the register of a system, modelled from a description of its
// design alone, show the techniques that were really used on it? And does a threat go when its cause goes? `make eval`
// prints the measure. It is no part of the program.
package eval

import (
	"fmt"

	"tmodel/internal/catalog"
	"tmodel/internal/compile"
	"tmodel/internal/diag"
	"tmodel/internal/register"
	"tmodel/internal/source"
)

// Result is everything that is measured. Found and Twins, and the outcomes of each series, are in the order of the cases.
type Result struct {
	Set    *Set
	Found  []Found // of the systems as they are
	Twins  []Found // of their trusted twins
	Series []Series
	Pairs  []Verdict
	Rules  []Use // of every rule in the catalogue, by id
}

// Found is what the rules find in one system.
type Found struct {
	Threats, Concerns []register.Threat
	Elements          int // components, flows and stages
}

// Run compiles every system with a catalogue and compares.
func Run(s *Set, c *catalog.Catalog) (*Result, error) {
	r := &Result{Set: s, Found: make([]Found, len(s.Cases)), Twins: make([]Found, len(s.Cases))}
	for i := range s.Cases {
		var err error
		if r.Found[i], err = find(s.Cases[i].System, c); err != nil {
			return nil, err
		}
		if r.Twins[i], err = find(s.Cases[i].Twin, c); err != nil {
			return nil, err
		}
	}
	for i := range s.Pairs {
		v, err := judge(&s.Pairs[i], c)
		if err != nil {
			return nil, err
		}
		r.Pairs = append(r.Pairs, v)
	}
	r.Rules = uses(c, s.Cases, r.Found)
	r.Series = series(s.Cases, r.Found, r.Rules)
	return r, nil
}

// find compiles one system.
func find(f *source.File, c *catalog.Catalog) (Found, error) {
	r, bag, err := compile.Compile(f, compile.Options{Catalog: c})
	if err != nil {
		return Found{}, fmt.Errorf("compile %q: %w", f.Name, err)
	}
	if r == nil {
		return Found{}, said(bag)
	}
	g := r.Graph
	return Found{Threats: r.Register.Threats, Concerns: r.Register.Concerns, Elements: len(g.Components) + len(g.Flows) + len(g.Stages)}, nil
}

// said is the first error that a bag has; nil for none.
func said(bag *diag.Bag) error {
	for _, d := range bag.Sorted() {
		if d.Severity == diag.Error {
			return fmt.Errorf("%s: %s [%s]", d.Span, d.Message, d.Code)
		}
	}
	return nil
}
