package diag

import (
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
)

// Nearest is the candidate that got was most likely meant to be, or "" when none is near enough.
// Ties go to the candidate that sorts first.
func Nearest(got string, candidates []string) string {
	best, bestDistance := "", len(got)/3+2
	for _, c := range slices.Sorted(slices.Values(candidates)) {
		if diff := len(got) - len(c); diff >= bestDistance || -diff >= bestDistance {
			continue
		}
		d := levenshtein.ComputeDistance(fold(got), fold(c))
		if d < bestDistance {
			best, bestDistance = c, d
		}
	}
	return best
}

// fold makes letter case and the choice of separator count for nothing.
func fold(s string) string {
	return strings.NewReplacer("_", "-", " ", "-").Replace(strings.ToLower(s))
}

// DidYouMean is a hint that names the nearest candidate, or lists the candidates when none is near and they are few.
func DidYouMean(got string, candidates []string) string {
	if near := Nearest(got, candidates); near != "" {
		return "did you mean " + Quote(near) + "?"
	}
	if len(candidates) == 0 || len(candidates) > 12 {
		return ""
	}
	return "expected one of: " + strings.Join(candidates, ", ")
}

// Quote puts user text in quotation marks, with control characters made visible and long text cut.
func Quote(s string) string {
	r := []rune(s)
	if len(r) > 60 {
		r = append(r[:57], []rune("...")...)
	}
	return `"` + Printable(string(r)) + `"`
}
