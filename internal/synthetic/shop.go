package synthetic

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strconv"
)

// outlet is something that a product offers to others: a component and the asset that it can send.
type outlet struct{ component, asset string }

// shop is a system in the making.
type shop struct {
	rng  *rand.Rand
	size int            // components wanted
	ids  map[string]int // ids taken, with the last number that was put behind each
	name string

	roles    map[string]string // elements that the whole shop shares, by role
	division *division
	bases    []string // pre-trained models at the public hub
	outlets  []outlet // of all divisions, oldest first

	zones      []*zone
	actors     []*actor
	assets     []*asset
	components []*component
	flows      []*flow
	stages     []*stage
	controls   []*control
	byID       map[string]*component
}

// left is the number of components that are still to be built.
func (s *shop) left() int { return s.size - len(s.components) }

// chance is true in percent of the calls.
func (s *shop) chance(percent int) bool { return s.rng.IntN(100) < percent }

// pick returns one of the choices.
func pick[T any](s *shop, choices []T) T { return choices[s.rng.IntN(len(choices))] }

// unique returns the id if it is free, else the id with the next number behind it.
func (s *shop) unique(id string) string {
	for free := id; ; free = id + "-" + strconv.Itoa(s.ids[id]) {
		if _, taken := s.ids[free]; !taken {
			s.ids[free] = 1
			return free
		}
		s.ids[id]++
	}
}

// text writes the system.
func (s *shop) text() []byte {
	var w bytes.Buffer
	s.writeHead(&w)
	writeSection(&w, "actors", s.actors)
	writeSection(&w, "zones", s.zones)
	writeSection(&w, "assets", s.assets)
	writeSection(&w, "components", s.components)
	writeSection(&w, "data_flows", s.flows)
	writeSection(&w, "pipeline", s.stages)
	writeSection(&w, "controls", s.controls)
	return w.Bytes()
}

// writeHead writes what stands before the first list.
func (s *shop) writeHead(w *bytes.Buffer) {
	fmt.Fprintf(w, "# %s: what it runs, and what moves between its parts.\n", s.name)
	fmt.Fprintf(w, "tmodel: 1\nsystem:\n  id: %s\n  name: %s\n", s.unique("shop"), s.name)
	fmt.Fprintf(w, "  owner: platform-architecture\n  criticality: %s\n", pick(s, []string{"medium", "high", "critical"}))
	fmt.Fprintf(w, "  purpose: Sells goods on line and runs its own machine learning.\n")
	if s.chance(60) {
		fmt.Fprintf(w, "  facts: {about_people: yes, decides: %s}\n", pick(s, []string{"advises", "automatic"}))
	}
	if len(s.outlets) > 0 {
		fmt.Fprintf(w, "  objectives:\n    - id: %s\n", s.unique("right-records"))
		fmt.Fprintf(w, "      statement: What we book is what happened.\n      loss: Refunds, fines and lost customers.\n")
		fmt.Fprintf(w, "      assets: [%s]\n", s.outlets[0].asset)
	}
}
