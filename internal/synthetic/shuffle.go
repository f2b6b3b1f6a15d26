package synthetic

import (
	"math/rand/v2"

	"gopkg.in/yaml.v3"
)

// Shuffle reorders the items of every list and the keys of every mapping, which changes no meaning: no list of the
// language is ordered. It panics on text that is no system, as all changes of this package do.
func Shuffle(text []byte, seed uint64) []byte {
	top := parse(text)
	shuffle(top, rand.New(rand.NewPCG(seed, 1)))
	return write(top)
}

// shuffle reorders what is below a node, then the node's own content.
func shuffle(n *yaml.Node, rng *rand.Rand) {
	for _, child := range n.Content {
		shuffle(child, rng)
	}
	switch n.Kind {
	case yaml.SequenceNode:
		rng.Shuffle(len(n.Content), func(i, j int) { n.Content[i], n.Content[j] = n.Content[j], n.Content[i] })
	case yaml.MappingNode:
		rng.Shuffle(len(n.Content)/2, func(i, j int) {
			n.Content[2*i], n.Content[2*j] = n.Content[2*j], n.Content[2*i]
			n.Content[2*i+1], n.Content[2*j+1] = n.Content[2*j+1], n.Content[2*i+1]
		})
	}
}
