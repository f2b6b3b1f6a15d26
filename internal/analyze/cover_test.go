package analyze

import (
	"slices"
	"testing"

	"tmodel/internal/catalog"
	"tmodel/internal/register"
	"tmodel/internal/vocab"
)

func threat(rule, at string, level vocab.Level, c register.Confidence) *register.Threat {
	r := register.Rating{Level: level}
	return &register.Threat{ID: rule + "@" + at, Rule: rule, Inherent: r, Residual: r, Confidence: c}
}

// AA-01 says more than AA-02, and that more than AA-03. Nothing worse or surer is hidden, and nothing elsewhere.
func TestCover(t *testing.T) {
	p := &pass{c: &catalog.Catalog{Rules: []catalog.Rule{{ID: "AA-01", Subsumes: []string{"AA-02"}}, {ID: "AA-02", Subsumes: []string{"AA-03"}}, {ID: "AA-03"}},
		Prose: make([]catalog.Prose, 3)}}
	got := p.cover([]*register.Threat{
		threat("AA-01", "a", vocab.High, register.HighConfidence),
		threat("AA-02", "a", vocab.High, register.LowConfidence),
		threat("AA-03", "a", vocab.Low, register.LowConfidence),
		threat("AA-01", "worse", vocab.Low, register.HighConfidence),
		threat("AA-02", "worse", vocab.High, register.HighConfidence),
		threat("AA-01", "surer", vocab.High, register.LowConfidence),
		threat("AA-02", "surer", vocab.High, register.HighConfidence),
		threat("AA-02", "elsewhere", vocab.Low, register.LowConfidence),
	})
	var ids []string
	for _, x := range got {
		ids = append(ids, x.ID)
	}
	if want := []string{"AA-01@a", "AA-01@worse", "AA-02@worse", "AA-01@surer", "AA-02@surer", "AA-02@elsewhere"}; !slices.Equal(ids, want) {
		t.Errorf("left are %v", ids)
	}
	if want := []string{"AA-02@a", "AA-03@a"}; !slices.Equal(got[0].Covers, want) {
		t.Errorf("covered are %v", got[0].Covers)
	}
}
