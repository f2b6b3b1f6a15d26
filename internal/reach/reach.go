// Package reach answers who can change what, and who can read what, along the paths of the graph.
//
// Two analyses run here. Influence: which class of trust can affect the content of an element, and in what
// mode. Disclosure: who receives an asset as it is. README.md has the table of both.
package reach

import (
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
	modes   = int(Learned) + 1
)

// Modes are the words of the modes, by their values.
var modeWords = [modes]string{"input", "planted", "learned"}

// String is the mode's word.
func (m Mode) String() string { return modeWords[m] }

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
	Attenuation int         // how often the path was weakened
	Steps       []Step      // influence: from the source to the element; disclosure: from the element to the reader
}

// Analysis answers questions about one graph. Each class of trust is searched when it is asked for first.
type Analysis struct {
	g         *graph.Graph
	net       *network
	influence [vocab.TrustLevels]*influence
	readers   [vocab.TrustLevels]*readers
}

// New prepares the analyses of a graph. Time and memory are linear in what the file says.
func New(g *graph.Graph) *Analysis {
	return &Analysis{g: g, net: build(g)}
}

// Influence is the likeliest way by which somebody trusted at most so far influences the element in that
// mode, or nil. The element is a component, a stage, or an asset: any copy of it. For a component, assets
// narrows the question to copies of those assets that are there, for a stage to those that it consumes.
func (a *Analysis) Influence(r graph.Ref, mode Mode, atMost vocab.Trust, assets []int32) *Witness {
	var best *found
	for class := vocab.Anonymous; class <= atMost; class++ {
		s := a.influenceOf(class)
		for _, n := range a.net.nodesOf(r, assets) {
			if f := s.find(n, mode); f != nil && f.better(best) {
				best = f
			}
		}
	}
	if best == nil {
		return nil
	}
	w := a.witness(best)
	if r.Type == graph.StageType && assets != nil {
		w.Steps = append(w.Steps, a.net.into(r, best.s.node()))
	}
	return w
}

// Disclosure is the shortest way by which the asset, as it is at the component, comes to an actor trusted
// at most so far, or nil.
func (a *Analysis) Disclosure(component, asset int32, atMost vocab.Trust) *Witness {
	n, ok := a.net.copies[place{asset, component}]
	if !ok {
		return nil
	}
	for class := vocab.Anonymous; class <= atMost; class++ {
		if w := a.readersOf(class).witness(a, n, class); w != nil {
			return w
		}
	}
	return nil
}

func (a *Analysis) influenceOf(class vocab.Trust) *influence {
	if a.influence[class] == nil {
		a.influence[class] = a.searchInfluence(class)
	}
	return a.influence[class]
}

func (a *Analysis) readersOf(class vocab.Trust) *readers {
	if a.readers[class] == nil {
		a.readers[class] = a.searchReaders(class)
	}
	return a.readers[class]
}
