package eval

import (
	"slices"

	"tmodel/internal/catalog"
	"tmodel/internal/register"
)

// Use is what became of a rule over all systems.
type Use struct {
	Rule        string
	Adversarial bool
	Systems     int // in which it fires
	Threatens   int // in which it fires with a threat, not as a concern
	First       int // true techniques that stand where they do in a register because of it
}

// uses counts for every rule of the catalogue, those that never fire too.
func uses(c *catalog.Catalog, cases []Case, found []Found) []Use {
	out := make([]Use, len(c.Rules))
	index := map[string]*Use{}
	for i := range c.Rules {
		out[i] = Use{Rule: c.Rules[i].ID, Adversarial: c.Rules[i].Adversarial}
		index[out[i].Rule] = &out[i]
	}
	for i := range found {
		for _, rule := range rulesOf(found[i].Threats) {
			index[rule].Systems++
			index[rule].Threatens++
		}
		for _, rule := range rulesOf(found[i].Concerns) {
			index[rule].Systems++
		}
		for _, p := range order(found[i].Threats, every) {
			if slices.Contains(cases[i].Truth, p.Technique) {
				index[p.Threat.Rule].First++
			}
		}
	}
	return out
}

// rulesOf are the rules of some threats, each once.
func rulesOf(threats []register.Threat) []string {
	var out []string
	for i := range threats {
		out = append(out, threats[i].Rule)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
