package reach

import (
	"tmodel/internal/graph"
	"tmodel/internal/vocab"
)

// Way is what a path costs: how often it is weakened, whether it starts at an origin, and its steps, those inside of
// elements counted too.
type Way struct {
	Attenuation int
	Origin      bool
	Steps       int
}

// WayTo is the cheapest way by which one class influences an element.
func WayTo(a *Analysis, r graph.Ref, mode Mode, class vocab.Trust) (Way, bool) {
	var best *found
	for _, n := range a.net.nodesOf(r, nil) {
		if f := a.classOf(class).in.find(n, mode); f != nil && f.better(best) {
			best = f
		}
	}
	if best == nil {
		return Way{}, false
	}
	c := best.in.cost[best.s]
	return Way{c.attenuation(), (c-1)&originBit != 0, c.steps()}, true
}

// KnownAt is how often the way is weakened by which one class knows an asset at a component so well; false when it does
// not.
func KnownAt(a *Analysis, component, asset int32, s Strength, class vocab.Trust) (int, bool) {
	n, ok := a.net.copies[place{asset, component}]
	if !ok {
		return 0, false
	}
	k := a.classOf(class).know
	at := k.find(n, s)
	if at < 0 {
		return 0, false
	}
	return k.cost[at].weakened(), true
}
