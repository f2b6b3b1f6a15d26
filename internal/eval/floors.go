package eval

import "fmt"

// Floors are what the rules have reached and may not fall below, and how much a register may have to read. A test holds
// the shipped catalogue to them. Raise them when the rules are better; a floor that is lowered is a regression, and the
// commit says why.
type Floors struct {
	R10, R20         float64 // macro, over all systems
	Other10, Other20 float64 // the same, counting only rules that fire in another system too
	PerElement       float64 // the greatest median of threats for each element
	Threats          float64 // the greatest median of threats in a system
	StillEntered     float64 // the greatest share of the true entry techniques of the originals' first ten that stand in those of the trusted twins
	PairsHeld        int
}

// Reached is where the shipped catalogue is held.
func Reached() Floors {
	return Floors{R10: 0.88, R20: 0.97, Other10: 0.82, Other20: 0.90, PerElement: 2, Threats: 30, StillEntered: 0.3, PairsHeld: 12}
}

// Broken says which floors a result is below.
func (f Floors) Broken(r *Result) []string {
	s, v := scoreOf(r.Series[byRules].Outcomes, groups()[0].In), r.volume(groups()[0].In)
	other := scoreOf(r.Series[bySharedRules].Outcomes, groups()[0].In)
	sum, _ := r.entry()
	held := 0
	for i := range r.Pairs {
		if r.Pairs[i].Held() {
			held++
		}
	}
	var out []string
	check := func(ok bool, format string, args ...any) {
		if !ok {
			out = append(out, fmt.Sprintf(format, args...))
		}
	}
	check(s.Macro10 >= f.R10, "R@10 is %.3f, the floor is %.3f", s.Macro10, f.R10)
	check(s.Macro20 >= f.R20, "R@20 is %.3f, the floor is %.3f", s.Macro20, f.R20)
	check(other.Macro10 >= f.Other10, "R@10 of rules that fire elsewhere too is %.3f, the floor is %.3f", other.Macro10, f.Other10)
	check(other.Macro20 >= f.Other20, "R@20 of rules that fire elsewhere too is %.3f, the floor is %.3f", other.Macro20, f.Other20)
	check(v.MedianPer <= f.PerElement, "a median of %.2f threats for each element; at most %.2f", v.MedianPer, f.PerElement)
	check(v.Median <= f.Threats, "a median of %.1f threats in a system; at most %.1f", v.Median, f.Threats)
	check(float64(sum.Still) <= f.StillEntered*float64(sum.Stood), "%d of %d true entry techniques stand in the first ten of the trusted twins; at most %.0f %%",
		sum.Still, sum.Stood, 100*f.StillEntered)
	check(held >= f.PairsHeld, "%d pairs held, the floor is %d", held, f.PairsHeld)
	return out
}
