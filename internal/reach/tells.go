package reach

import (
	"tmodel/internal/graph"
	"tmodel/internal/vocab"
)

// voice is what tells of what a component was given: all that it makes and sends, or vectors, which tell of everything in
// the same way. 0 stands for no vectors.
type voice struct {
	says    bool
	vectors int32
}

// voices are those of each component. What it says, and the vectors that it makes, are nodes of their own.
func (n *network) voices() []voice {
	out := make([]voice, len(n.g.Components))
	add := func(from graph.Ref, uses []graph.Use) {
		if from.Type != graph.ComponentType {
			return
		}
		c, v := &n.g.Components[from.Index], &out[from.Index]
		for _, u := range uses {
			k := n.g.Assets[u.Index].Kind
			if c.Kind.Shape == vocab.Store || !c.Kind.Originates(k.ID) {
				continue
			}
			by := from.Index
			if k.ID == "embedding" && c.Kind.Family != "language" {
				by = n.vectors(v, from.Index)
			} else {
				v.says = true
			}
			n.leak(by, n.copies[place{u.Index, from.Index}], Verbatim)
		}
	}
	for i := range n.g.Flows {
		f := &n.g.Flows[i]
		add(f.From, f.Carries)
		add(f.To, f.Returns)
	}
	return out
}

// vectors is the node of the vectors that a component makes.
func (n *network) vectors(v *voice, component int32) int32 {
	if v.vectors == 0 {
		v.vectors = n.size()
		n.embedders = append(n.embedders, component)
	}
	return v.vectors
}

// tells leads from a copy to what its component says, and to the vectors that it makes, when they tell of the copy.
func (n *network) tells(copy int32, p place, v voice, contexts map[place]bool) {
	c, a := &n.g.Components[p.component], &n.g.Assets[p.asset]
	said, inVectors := NoStrength, Inferable
	switch {
	case a.Kind.Acts == "parameters" && c.Kind.AI:
		said = n.answers(p.component)
		inVectors = said
	case a.Kind.Acts == "key" && !n.says(graph.Ref{Type: graph.AssetType, Index: p.asset}, "stored", "plaintext"):
		return // a program uses it; nothing that is said tells of it
	default:
		said = n.retold(p, contexts)
	}
	if v.says && said > NoStrength {
		n.leak(copy, p.component, said)
	}
	if v.vectors > 0 {
		n.leak(copy, v.vectors, inVectors)
	}
}

// retold is how much what a component says tells of a copy that it was given.
func (n *network) retold(p place, contexts map[place]bool) Strength {
	switch c := &n.g.Components[p.component]; c.Kind.Family {
	case "language":
		return n.recalls(p, contexts)
	case "federated":
		return Inferable
	case "preparation":
		return Repeatable
	case "serving":
		if n.g.Assets[p.asset].Kind.Acts == "data" {
			return Aggregate
		}
	}
	return NoStrength
}

// answers is how much the answers of a model tell of its parameters, and so of what they were fitted to.
func (n *network) answers(component int32) Strength {
	v, _ := n.g.Fact(graph.Ref{Type: graph.ComponentType, Index: component}, "output_detail")
	if v.Value == "action-only" || v.Value == "label" {
		return Aggregate
	}
	return Inferable
}

// recalls is how much of a copy a language element can say. What a user brought along is said to others only where it
// is remembered for long.
func (n *network) recalls(p place, contexts map[place]bool) Strength {
	if contexts[p] {
		return Repeatable
	}
	v, _ := n.g.Fact(graph.Ref{Type: graph.ComponentType, Index: p.component}, "keeps_history")
	if v.Value == "long-term" {
		return Repeatable
	}
	return NoStrength
}

// contexts are the copies that are at a language element whoever asks: held there, fetched by it, or used by a stage on it.
func (n *network) contexts() map[place]bool {
	out := map[place]bool{}
	add := func(uses []graph.Use, at int32) {
		for _, u := range uses {
			out[place{u.Index, at}] = true
		}
	}
	for i := range n.g.Components {
		c, at := &n.g.Components[i], int32(i)
		if c.Kind.Family != "language" {
			continue
		}
		add(c.Holds, at)
		for _, f := range c.Out {
			add(n.g.Flows[f].Returns, at)
		}
		for _, s := range c.Runs {
			add(n.g.Stages[s].Consumes, at)
		}
	}
	return out
}
