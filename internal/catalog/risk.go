package catalog

import "tmodel/internal/vocab"

// Risk is the tables of catalogs/risk/risk.yaml. Likelihood and impact run from 1 to 5.
type Risk struct {
	Adjust       [vocab.TrustLevels]int // added to the likelihood, by who has the path
	Impact       [3][4]int              // by sensitivity low..high and criticality low..critical
	Matrix       [5][5]vocab.Level      // by likelihood and impact
	TreatedBelow vocab.Level
	Likelihoods  [5]string // labels
	Impacts      [5]string
}

// ImpactOf is the impact of losing something of that sensitivity in a system of that criticality; a
// criticality that is not known counts as medium.
func (r *Risk) ImpactOf(sensitivity, criticality vocab.Level) int {
	if criticality == vocab.LevelUnknown {
		criticality = vocab.Medium
	}
	if sensitivity == vocab.LevelUnknown {
		sensitivity = vocab.Medium
	}
	return r.Impact[sensitivity-1][criticality-1]
}

// LevelOf is the cell of the matrix for whole numbers 1..5.
func (r *Risk) LevelOf(likelihood, impact int) vocab.Level {
	return r.Matrix[min(max(likelihood, 1), 5)-1][min(max(impact, 1), 5)-1]
}
