package eval

import "fmt"

// Floors are what the rules have reached and may not fall below, and how much a register may have to read. A test holds
// the shipped catalogue to them. Raise them when the rules are better; a floor that is lowered is a regression, and the
// commit says why.
type Floors struct {
	R10, R20     float64 // macro, over all systems
	PerElement   float64 // the greatest mean of threats for each element
	StillEntered int     // the most true entry techniques in the first ten of the trusted twins
	PairsHeld    int
}

// Reached is where the shipped catalogue is held.
func Reached() Floors {
	return Floors{R10: 0.4, R20: 0.5, PerElement: 4, StillEntered: 20, PairsHeld: 6}
}

// Broken says which floors a result is below.
func (f Floors) Broken(r *Result) []string {
	s, v := scoreOf(r.Series[byRules].Outcomes, groups()[0].In), r.volume(groups()[0].In)
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
	check(v.MeanPer <= f.PerElement, "%.2f threats for each element; at most %.2f", v.MeanPer, f.PerElement)
	check(sum.Still <= f.StillEntered, "%d true entry techniques in the first ten of the trusted twins; at most %d", sum.Still, f.StillEntered)
	check(held >= f.PairsHeld, "%d pairs held, the floor is %d", held, f.PairsHeld)
	return out
}
