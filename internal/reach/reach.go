// Package reach answers who can change what, who can come to know what, what makes what act, what needs what and what
// comes back, along the paths of the graph.
//
// Influence: which class of trust can affect the content of an element, and in what mode. Disclosure: to whom an asset
// comes to be known, and how well. The two are found together, class by class. Authority, dependence and circles are
// searched over links of their own. README.md has a row for each rule, and each row is a test.
package reach

import (
	"slices"

	"tmodel/internal/graph"
	"tmodel/internal/source"
	"tmodel/internal/vocab"
)

// Mode says how somebody's content acts where it arrives.
type Mode uint8

// The modes.
const (
	Input   Mode = iota // sent by the attacker himself in this exchange
	Planted             // put where something else reads it
	Learned             // in parameters that were fitted to it, or that he supplied
	Control             // code, configuration or instructions of his are run or obeyed
	Own                 // he operates the element
	modes   = int(Own) + 1
)

// modeWords are the words of the modes, by their values.
var modeWords = [modes]string{"input", "planted", "learned", "control", "own"}

// Modes are the words of all modes.
func Modes() []string { return modeWords[:] }

// String is the mode's word.
func (m Mode) String() string { return modeWords[m] }

// AllModes are all modes, in order.
func AllModes() []Mode { return []Mode{Input, Planted, Learned, Control, Own} }

// ParseMode reads a mode's word.
func ParseMode(s string) (Mode, bool) {
	for i, w := range modeWords {
		if w == s {
			return Mode(i), true
		}
	}
	return 0, false
}

// Step is one station of a witness: the element reached, and the place in the file that leads there.
type Step struct {
	At    graph.Ref   // actor, component, stage, or the asset whose origin starts the path
	Asset graph.Ref   // what travels, or none
	Via   graph.Ref   // the flow, or the stage, that leads there; none where the path starts
	Span  source.Span // the reference that makes the step
}

// Witness is the path that proves an answer.
type Witness struct {
	Trust       vocab.Trust // of whoever is at the end that is not ours
	Mode        Mode        // influence only
	Strength    Strength    // disclosure only
	Attenuation int         // how often the path was weakened
	Steps       []Step      // influence: from the source to the element; disclosure: from the element to the reader
	Because     *Witness    // what it rests on: a credential that came to be known, or power over where the asset came to
}

// Stations are the steps of a witness after those of what it rests on. Where power over an element is the reason that
// something is known, the way there comes first, and then where the thing lies.
func (w *Witness) Stations() []Step {
	var rests []*Witness
	for at := w; at != nil; at = at.Because {
		rests = append(rests, at)
	}
	var out []Step
	for _, at := range slices.Backward(rests) {
		if at.Because != nil && at.Strength != NoStrength {
			out = append(out, at.Steps[0])
		} else {
			out = append(out, at.Steps...)
		}
	}
	return out
}

// Analysis answers questions about one graph. Each class of trust is searched when it is asked for first.
type Analysis struct {
	g       *graph.Graph
	net     *network
	classes [vocab.TrustLevels]*class
	calls   *links // of authority; made when they are needed first
	needs   *links // of dependence; likewise
	groups  *groups
}

// New prepares the analyses of a graph. Time and memory are linear in what the file says.
func New(g *graph.Graph) *Analysis {
	return &Analysis{g: g, net: build(g)}
}

// Influence is the likeliest way by which somebody trusted at most so far influences the element in one of the modes, or
// nil. The element is a component, a stage, or an asset: any copy of it. For a component, assets narrows the question to
// copies of those assets that are there, for a stage to those that it consumes. Who controls or owns a component does so
// with all that lies there.
func (a *Analysis) Influence(r graph.Ref, of []Mode, atMost vocab.Trust, assets []int32) *Witness {
	var best *found
	for trust := vocab.Anonymous; trust <= atMost; trust++ {
		if best != nil && Weight(trust, 0) >= best.weight() {
			break // nobody trusted more can be likelier
		}
		s := a.classOf(trust).in
		for _, m := range of {
			for _, n := range a.net.nodesIn(m, r, assets) {
				if f := s.find(n, m); f != nil && f.better(best) {
					best = f
				}
			}
		}
	}
	if best == nil {
		return nil
	}
	w := a.tell(best)
	if r.Type == graph.StageType && assets != nil && w.Mode < Control {
		further := *w
		further.Steps = append(slices.Clone(w.Steps), a.net.into(r, best.s.node()))
		return &further
	}
	return w
}

// tell is the witness of a way that is settled; nobody changes it.
func (a *Analysis) tell(f *found) *Witness {
	w := f.in.told[f.s]
	if w == nil {
		if w = a.witness(f); f.in.told == nil {
			f.in.told = map[state]*Witness{}
		}
		f.in.told[f.s] = w
	}
	return w
}

// Disclosure is the likeliest way by which the asset, as it is at the component, comes to be known, at least so well, to
// somebody trusted at most so far; nil when there is none. A component of -1 stands for any.
func (a *Analysis) Disclosure(component, asset int32, least Strength, atMost vocab.Trust) *Witness {
	nodes := a.net.byAsset[asset]
	if component >= 0 {
		n, ok := a.net.copies[place{asset, component}]
		if !ok {
			return nil
		}
		nodes = []int32{n}
	}
	var of *class
	best := int32(-1)
	for trust := vocab.Anonymous; trust <= atMost; trust++ {
		if best >= 0 && Weight(trust, 0) >= of.weight(best) {
			break // nobody trusted more can be likelier
		}
		c := a.classOf(trust)
		for _, n := range nodes {
			if at := c.know.find(n, least); at >= 0 && (best < 0 || c.likelier(at, of, best)) {
				of, best = c, at
			}
		}
	}
	if best < 0 {
		return nil
	}
	return a.told(of, best)
}
