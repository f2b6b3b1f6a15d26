package lint

import (
	"fmt"
	"slices"

	"tmodel/internal/catalog"
	"tmodel/internal/catalog/load"
	"tmodel/internal/match"
)

// mostTechniques is how many ATLAS techniques a rule names at most.
const mostTechniques = 3

// risk holds high likelihoods to a reason: what is true of any such element stays at two, and above three there is a path.
func (c *checker) risk(r *catalog.Rule) {
	switch at := c.at(r.ID, "likelihood"); {
	case c.Records != nil && c.Records[r.ID].Wrong: // what it rests on may be what is wrong
	case c.Records == nil && r.Likelihood >= 4 && !r.When.Binds()["path"]:
		c.wrong(at, fmt.Sprintf("%s has likelihood %d without a path", r.ID, r.Likelihood), "add influenced or disclosed to every alternative, or lower the likelihood")
	case r.Likelihood == 3 && !rests(&r.When):
		c.wrong(at, fmt.Sprintf("%s has likelihood %d and rests on no fact, attribute or path", r.ID, r.Likelihood), "what is true of any such element has likelihood 2 at most")
	}
}

// rests says whether a condition asks what can be otherwise.
func rests(c *match.Cond) bool {
	switch c.Op {
	case match.OpFact, match.OpAttribute, match.OpInfluenced, match.OpDisclosed:
		return true
	}
	return slices.ContainsFunc(c.Subs, func(s match.Cond) bool { return rests(&s) })
}

// references holds the ids of a rule to frameworks, and to one role each. Steps and harm never count as the threat.
func (c *checker) references(r *catalog.Rule, p *catalog.Prose) {
	if n := len(r.Atlas); n > mostTechniques {
		c.wrong(c.at(r.ID, "references", "atlas"), fmt.Sprintf("%s names %d techniques; three are enough", r.ID, n), "what happens at the target first; what the attacker does before goes into steps")
	}
	for _, ref := range p.References {
		known := slices.Contains(load.Roles, ref.Framework) || c.framework(r.ID, ref.Framework)
		for i, id := range ref.IDs {
			at := c.at(r.ID, "references", ref.Framework, i)
			if known && !slices.Contains(load.Roles, ref.Framework) {
				c.item(at, r.ID, ref.Framework, id)
			}
			if ref.Framework != "atlas" && slices.Contains(r.Atlas, id) {
				c.wrong(at, fmt.Sprintf("%s: %s is the technique itself and stands under %s too", r.ID, id, ref.Framework), "keep one of the two")
			}
		}
	}
}

// mitigation holds a control to the mitigations of ATLAS.
func (c *checker) mitigation(k *catalog.Control, p *catalog.ControlProse) {
	if p.Atlas != "" {
		c.known(c.at(k.ID, "atlas"), k.ID, "mitigation", p.Atlas)
	}
}
