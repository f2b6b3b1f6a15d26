package analyze

import (
	"cmp"
	"slices"

	"tmodel/internal/register"
)

// ranked puts the worst first: residual level, residual score, inherent score, confidence, then the id. Rounding makes
// neighbours equal on every machine.
func ranked(list []*register.Threat) []register.Threat {
	slices.SortFunc(list, func(a, b *register.Threat) int {
		return cmp.Or(
			cmp.Compare(b.Residual.Level, a.Residual.Level),
			cmp.Compare(b.Residual.Score, a.Residual.Score),
			cmp.Compare(b.Inherent.Score, a.Inherent.Score),
			cmp.Compare(b.Confidence, a.Confidence),
			cmp.Compare(a.ID, b.ID),
		)
	})
	out := make([]register.Threat, len(list))
	for i, t := range list {
		out[i] = *t
		out[i].Rank = i + 1
	}
	return out
}
