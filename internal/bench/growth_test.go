package bench

import (
	"fmt"
	"math"
	"time"
)

// growth is how processor time grows with size: 1 is linear, 2 quadratic.
type growth struct{ validate, analyze float64 }

// exponent returns log(cpu ratio) over log(size ratio).
func exponent(from, to time.Duration, sizeFrom, sizeTo int) float64 {
	return math.Log2(float64(to)/float64(from)) / math.Log2(float64(sizeTo)/float64(sizeFrom))
}

// growthOf computes the growth between the two sizes that the budget names; false if one was not measured.
func growthOf(results []result) (growth, bool) {
	var from, to *result
	for i := range results {
		switch results[i].components {
		case growthFrom:
			from = &results[i]
		case growthTo:
			to = &results[i]
		}
	}
	if from == nil || to == nil {
		return growth{}, false
	}
	return growth{
		validate: exponent(from.validate.cpu, to.validate.cpu, growthFrom, growthTo),
		analyze:  exponent(from.analyze.cpu, to.analyze.cpu, growthFrom, growthTo),
	}, true
}

// broken returns a sentence for each command that grows too fast.
func (g growth) broken() []string {
	var all []string
	for _, c := range []struct {
		name string
		got  float64
	}{{"validate", g.validate}, {"analyze", g.analyze}} {
		if c.got > exponentBudget {
			all = append(all, fmt.Sprintf("%s grows with the power %.2f of the size, the budget is %.2f", c.name, c.got, exponentBudget))
		}
	}
	return all
}
