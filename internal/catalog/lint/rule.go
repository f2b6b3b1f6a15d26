package lint

import (
	"fmt"
	"slices"
	"strings"

	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/match"
)

// mostTechniques is how many ATLAS techniques a rule names at most.
const mostTechniques = 3

// risk holds high likelihoods to a reason: what is true of any such element stays at two, and above three there is a path.
func (c *checker) risk(r *catalog.Rule) {
	switch at := c.at(r.ID, "likelihood"); {
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

// shapes are those of the ids of each framework: 0 is a digit, A a capital letter, a letters to the end.
var shapes = []struct {
	framework string
	shapes    []string
}{
	{"atlas", []string{"AML.T0000", "AML.T0000.000"}},
	{"steps", []string{"AML.T0000", "AML.T0000.000"}},
	{"harm", []string{"AML.T0048", "AML.T0048.000"}},
	{"owasp", []string{"ML00:2023", "LLM00:2025", "ASI00:2026"}},
	{"nist", []string{"NISTAML.00", "NISTAML.000"}},
	{"cosai", []string{"Aa"}},
}

// shaped says whether an id has a shape.
func shaped(id, shape string) bool {
	for i := range len(shape) {
		switch {
		case shape[i] == 'a':
			return i < len(id) && strings.Trim(strings.ToLower(id[i:]), "abcdefghijklmnopqrstuvwxyz") == ""
		case i >= len(id):
			return false
		case shape == "Aa" && (id[i] < 'A' || id[i] > 'Z'):
			return false
		case shape == "Aa":
		case shape[i] == '0' && (id[i] < '0' || id[i] > '9'), shape[i] != '0' && shape[i] != id[i]:
			return false
		}
	}
	return len(id) == len(shape)
}

// references holds the ids of a rule to the shapes that frameworks give theirs. Steps and harm never count as the threat.
func (c *checker) references(r *catalog.Rule, p *catalog.Prose) {
	if n := len(r.Atlas); n > mostTechniques {
		c.wrong(c.at(r.ID, "references", "atlas"), fmt.Sprintf("%s names %d techniques; three are enough", r.ID, n), "what happens at the target first; what the attacker does before goes into steps")
	}
	for _, ref := range p.References {
		for i, id := range ref.IDs {
			at := c.at(r.ID, "references", ref.Framework, i)
			if ok, expected := fits(ref.Framework, id); !ok {
				c.wrong(at, fmt.Sprintf("%s: %s has no id %s", r.ID, ref.Framework, diag.Quote(id)), "an id there looks like "+expected)
			}
			if ref.Framework != "atlas" && slices.Contains(r.Atlas, id) {
				c.wrong(at, fmt.Sprintf("%s: %s is the technique itself and stands under %s too", r.ID, id, ref.Framework), "keep one of the two")
			}
		}
	}
}

// fits says whether a framework's ids look so, and how they look.
func fits(framework, id string) (bool, string) {
	for _, f := range shapes {
		if f.framework == framework {
			return slices.ContainsFunc(f.shapes, func(s string) bool { return shaped(id, s) }), strings.NewReplacer("Aa", "DataPoisoning", "00:", "01:").Replace(strings.Join(f.shapes, ", "))
		}
	}
	return true, ""
}

// mitigation holds a control to the mitigations of ATLAS.
func (c *checker) mitigation(k *catalog.Control, p *catalog.ControlProse) {
	switch at := c.at(k.ID, "atlas"); {
	case p.Atlas == "":
	case !shaped(p.Atlas, "AML.M0000"):
		c.wrong(at, k.ID+": ATLAS has no mitigation "+diag.Quote(p.Atlas), "an id there looks like AML.M0000")
	default:
		c.known(at, k.ID, "mitigation", p.Atlas)
	}
}
