// Package synthetic writes realistic AI systems of any size as YAML text, and changes such text in ways whose effect is
// known. Only tests and benchmarks import it, which is why it may use yaml.v3 although internal/yamltree is the one
// package of the product that does.
//
// A system is built as a shop grows: divisions with a gateway, a telemetry store and a model registry of their own, in
// each of them products (an image classifier, a chatbot over documents, an agent with tools, fraud scoring, ...) that a
// blueprint describes, products that use one another's records, and a few hubs that everything is connected to.
package synthetic

import "math/rand/v2"

// Options says which system to write. The same options give the same bytes.
type Options struct {
	// Components is the exact number of components; less than one counts as one.
	Components int
	// Seed selects one of the systems of that size.
	Seed uint64
}

// System writes a system with about two flows, one asset and a fifth of a stage for each component.
func System(o Options) []byte {
	s := newShop(max(o.Components, 1), o.Seed)
	s.found()
	for s.left() > 0 {
		s.openDivision()
		s.build(s.choose())
	}
	return s.text()
}

// newShop returns an empty shop that is going to have the given number of components.
func newShop(size int, seed uint64) *shop {
	return &shop{
		rng:   rand.New(rand.NewPCG(seed, uint64(size))),
		size:  size,
		ids:   map[string]int{},
		roles: map[string]string{},
		byID:  map[string]*component{},
	}
}
