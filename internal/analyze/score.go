package analyze

import (
	"math"
	"slices"

	"tmodel/internal/catalog"
	"tmodel/internal/graph"
	"tmodel/internal/match"
	"tmodel/internal/register"
	"tmodel/internal/vocab"
)

// score rates a threat before and after its controls. The tables are in catalogs/risk; `tmodel explain risk`
// prints them with the formulas.
func (p *pass) score(t *register.Threat, rule *catalog.Rule, m *match.Match) {
	t.Terms = p.terms(t, rule, m)
	t.Terms.Penalty = penalty(t)
	l := clamp(t.Terms.Base + t.Terms.Adjustment - t.Terms.Attenuation)
	i := p.c.Risk.ImpactOf(t.Terms.Sensitivity, t.Terms.Criticality)
	t.Inherent = p.rate(float64(l), float64(i), t.Terms.Penalty)
	t.Treatments = p.treat(rule, m)
	likelihood, impact := float64(l-1), float64(i-1)
	for _, c := range t.Treatments {
		if c.Impact {
			impact *= 1 - c.Effect
		} else {
			likelihood *= 1 - c.Effect
		}
	}
	t.Residual = p.rate(1+likelihood, 1+impact, t.Terms.Penalty)
	t.Status = register.Open
	inPlace := slices.ContainsFunc(t.Treatments, func(c register.Treatment) bool { return c.Effect > 0 }) // also where nothing is left to lower
	if inPlace && t.Residual.Level < p.c.Risk.TreatedBelow {
		t.Status = register.Treated
	}
}

// terms collects what the inherent risk is made of; what made it likelier becomes evidence of the threat.
func (p *pass) terms(threat *register.Threat, rule *catalog.Rule, m *match.Match) register.Terms {
	base, raised := rule.Base(p.engine, m.Target)
	t := register.Terms{Base: base, Attenuation: m.Weakened, Criticality: p.g.Criticality}
	for _, why := range raised {
		p.explain(threat, why)
	}
	if m.Trust != vocab.NoTrust {
		t.Who, t.Adjustment = p.g.Vocab.TrustWord(m.Trust), p.c.Risk.Adjust[m.Trust]
	}
	t.Sensitivity, t.Assumed, t.Property = vocab.Medium, true, rule.Affects[0].String()
	found := false
	for _, asset := range p.stake(rule, m) {
		a := &p.g.Assets[asset]
		for _, prop := range rule.Affects {
			if !found || a.Sensitivity[prop] > t.Sensitivity {
				found = true
				t.Stake, t.Sensitivity, t.Property, t.Assumed = a.ID.Value, a.Sensitivity[prop], prop.String(), a.Assumed[prop]
			}
		}
	}
	return t
}

// stake is the assets that would be harmed.
func (p *pass) stake(rule *catalog.Rule, m *match.Match) []int32 {
	var out []int32
	add := func(r graph.Ref) {
		if r.Type == graph.AssetType {
			out = append(out, r.Index)
		}
	}
	for i := range rule.Stake {
		switch c := &rule.Stake[i]; c.Op {
		case match.OpSelf:
			add(m.Target)
		case match.OpBound:
			if r, ok := m.Lookup(c.Name); ok {
				add(r)
				out = append(out, p.contents(r)...)
			}
		default:
			for _, r := range p.engine.Related(c, m.Target) {
				add(r)
			}
		}
	}
	return out
}

// contents are the assets that lie at a component that is at stake as a whole; where none does, those that come to it.
func (p *pass) contents(r graph.Ref) []int32 {
	if r.Type != graph.ComponentType {
		return nil
	}
	var out []int32
	c := &p.g.Components[r.Index]
	for _, u := range c.Holds {
		out = append(out, u.Index)
	}
	for i := 0; len(c.Holds) == 0 && i < len(c.In); i++ {
		for _, u := range p.g.Flows[c.In[i]].Carries {
			out = append(out, u.Index)
		}
	}
	return out
}

// penalty is what the fine score loses, less than the 4 points between neighbouring products: doubt first,
// then distance; clauses that known facts hold win a little back.
func penalty(t *register.Threat) float64 {
	known := 0
	for _, e := range t.Evidence {
		if e.Missing == "" {
			known++
		}
	}
	lost := float64(register.HighConfidence-t.Confidence) + 0.5*float64(min(t.Terms.Attenuation, 2)) + 0.05*float64(min(len(t.Path), 10))
	return max(0, lost+0.25-0.05*float64(min(known, 5)))
}

// rate gives score and level: 4 x likelihood x impact less the penalty, and the matrix at the rounded values.
func (p *pass) rate(likelihood, impact, penalty float64) register.Rating {
	score := math.Round(min(100, max(0, 4*likelihood*impact-penalty))*10) / 10
	likelihood, impact = round(likelihood, 100), round(impact, 100) // as they are printed, so that the cell can be checked
	return register.Rating{Likelihood: likelihood, Impact: impact, Score: score,
		Level: p.c.Risk.LevelOf(int(math.Floor(likelihood+0.5)), int(math.Floor(impact+0.5)))}
}

func round(x, parts float64) float64 { return math.Round(x*parts) / parts }

func clamp(l int) int { return min(max(l, 1), 5) }
