package lint

import (
	"fmt"
	"slices"
	"strings"

	"tmodel/internal/catalog"
	"tmodel/internal/catalog/load"
	"tmodel/internal/diag"
	"tmodel/internal/source"
)

var (
	// attackerSide are the tactics whose techniques happen before the target is touched: Reconnaissance, Resource
	// Development, AI Attack Staging.
	attackerSide = []string{"AML.TA0002", "AML.TA0003", "AML.TA0001"}
	// access are the techniques that only say how somebody gets at a model, which is true of any model that is used.
	access = []string{"AML.T0040", "AML.T0041", "AML.T0044", "AML.T0047"}
)

// harms is the technique that names what follows, not what happens.
const harms = "AML.T0048"

// techniques holds the ids of a rule to the content of ATLAS, and the threat itself to what happens at the target.
func (c *checker) techniques(r *catalog.Rule, p *catalog.Prose) {
	for _, ref := range p.References {
		for i, id := range ref.IDs {
			if !slices.Contains(load.Roles, ref.Framework) {
				continue
			}
			at := c.at(r.ID, "references", ref.Framework, i)
			switch now := c.known(at, r.ID, "technique", id); {
			case now == "":
			case ref.Framework == "atlas":
				c.happens(at, r.ID, now)
			case ref.Framework == "harm" && !strings.HasPrefix(now, harms):
				c.wrong(at, r.ID+": "+titled(&c.Catalog.Atlas, now)+" is no harm that follows", "harms are "+titled(&c.Catalog.Atlas, harms)+" and what is below it; what the attacker does goes into steps")
			}
		}
	}
}

// known is the id that the content has for one that a record cites; "" when it has none, which is reported.
func (c *checker) known(at source.Span, record, what, id string) string {
	a := &c.Catalog.Atlas
	now := a.Current(id)
	switch other := c.another(now, what); {
	case other != "":
		c.wrong(at, fmt.Sprintf("%s: %s is a %s, not a %s", record, titled(a, now), other, what), instead(what))
		return ""
	case now == id:
	case now != "":
		c.review(at, fmt.Sprintf("%s: ATLAS retired %s in %s; it is %s now", record, id, a.Alias(id).Retired, titled(a, now)), "write "+now)
	default:
		c.wrong(at, fmt.Sprintf("%s: ATLAS %s has no %s %s", record, a.Label(), what, diag.Quote(id)), c.nearest(what, id))
	}
	return now
}

// another says what an id is that is not of the kind that was asked for; "" for one that is, and for one that is nothing.
func (c *checker) another(id, what string) string {
	a := &c.Catalog.Atlas
	switch {
	case what != "tactic" && a.Tactic(id) != nil:
		return "tactic"
	case what != "technique" && a.Technique(id) != nil:
		return "technique"
	case what != "mitigation" && a.Mitigation(id) != nil:
		return "mitigation"
	}
	return ""
}

// instead says what to write for an id of another kind.
func instead(what string) string {
	if what == "mitigation" {
		return "name the mitigation that the control puts into practice, or leave it out"
	}
	return "name techniques, which attackers use; mitigations belong to controls, under atlas"
}

// nearest is a hint for an id that the content does not have. It names the other content that there is.
func (c *checker) nearest(what, id string) string {
	ids := c.Catalog.Atlas.TechniqueIDs()
	if what == "mitigation" {
		ids = c.Catalog.Atlas.MitigationIDs()
	}
	var hints []string
	if near := diag.Nearest(id, ids); near != "" {
		hints = append(hints, "did you mean "+titled(&c.Catalog.Atlas, near)+"?")
	}
	switch {
	case c.Was == nil:
		hints = append(hints, "for an id of newer content: tmodel atlas import")
	case c.Was.Name(id) != "":
		hints = append(hints, "ATLAS "+c.Was.Label()+", which this replaces, calls it "+diag.Quote(c.Was.Name(id)))
	default:
		hints = append(hints, "ATLAS "+c.Was.Label()+", which this replaces, does not have it either")
	}
	return strings.Join(hints, " ")
}

// happens refuses as a threat what does not happen at the target: a rule that fires says what is done to an element.
func (c *checker) happens(at source.Span, rule, id string) {
	a := &c.Catalog.Atlas
	top := id[:len(harms)]
	tactics := a.TacticsOf(id)
	outside := !slices.ContainsFunc(tactics, func(t string) bool { return !slices.Contains(attackerSide, t) })
	what := rule + ": " + titled(a, id) + " "
	switch {
	case top == harms:
		c.wrong(at, what+"is a harm that follows, not the threat", "move it to harm")
	case slices.Contains(access, top):
		c.wrong(at, what+"says how somebody gets at a model, not what happens to it", "move it to steps")
	case outside && len(tactics) > 0:
		c.wrong(at, what+"happens on the attacker's side ("+names(a, tactics)+"), not at the target", "move it to steps")
	}
}

// titled is an id with its name.
func titled(a *catalog.Atlas, id string) string { return id + " (" + diag.Printable(a.Name(id)) + ")" }

// names are those of tactics.
func names(a *catalog.Atlas, tactics []string) string {
	out := make([]string, len(tactics))
	for i, t := range tactics {
		if out[i] = diag.Printable(a.Name(t)); out[i] == "" {
			out[i] = t
		}
	}
	return strings.Join(out, ", ")
}

// review asks somebody to look at a record that is not wrong.
func (c *checker) review(at source.Span, message, hint string) {
	c.bag.Add(diag.Diagnostic{Code: diag.OddRecord, Span: at, Message: message, Hint: hint})
}
