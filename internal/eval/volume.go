package eval

import "slices"

// Volume is how much there is to read: adversarial threats of a system, and for each of its elements.
type Volume struct{ Median, Mean, MedianPer, MeanPer float64 }

// volume is that of the cases that are in.
func (r *Result) volume(in func(*Case) bool) Volume {
	var threats, per []float64
	for i := range r.Found {
		if in(&r.Set.Cases[i]) {
			threats = append(threats, float64(len(r.Found[i].Threats)))
			per = append(per, r.Found[i].per())
		}
	}
	return Volume{median(threats), mean(threats), median(per), mean(per)}
}

// per is the threats for each element.
func (f *Found) per() float64 { return float64(len(f.Threats)) / float64(max(f.Elements, 1)) }

func mean(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum / float64(max(len(x), 1))
}

func median(x []float64) float64 {
	if len(x) == 0 {
		return 0
	}
	x = slices.Sorted(slices.Values(x))
	return (x[(len(x)-1)/2] + x[len(x)/2]) / 2
}
