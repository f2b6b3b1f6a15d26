package analyze

import (
	"testing"

	"tmodel/internal/register"
	"tmodel/internal/vocab"
)

func TestRank(t *testing.T) {
	rated := func(id string, level vocab.Level, residual, inherent float64, c register.Confidence) *register.Threat {
		return &register.Threat{ID: id, Inherent: register.Rating{Score: inherent}, Residual: register.Rating{Score: residual, Level: level}, Confidence: c}
	}
	list := ranked([]*register.Threat{
		rated("ids", vocab.Low, 10, 20, register.LowConfidence),
		rated("ids-first", vocab.Low, 10, 20, register.LowConfidence),
		rated("confidence", vocab.Low, 10, 20, register.HighConfidence),
		rated("inherent", vocab.Low, 10, 30, register.LowConfidence),
		rated("residual", vocab.Low, 12, 12, register.LowConfidence),
		rated("level", vocab.Medium, 11, 11, register.LowConfidence),
	})
	for i, want := range []string{"level", "residual", "inherent", "confidence", "ids", "ids-first"} {
		if list[i].ID != want || list[i].Rank != i+1 {
			t.Errorf("place %d has %s, want %s", i+1, list[i].ID, want)
		}
	}
}
