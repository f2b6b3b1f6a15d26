package eval

import "slices"

// Entry says how the techniques by which outsiders get in do where there are no outsiders.
type Entry struct {
	All   int // true entry techniques
	Stood int // of these, in the first ten of the system as it is
	Still int // of these, in the first ten of its trusted twin
}

// Standing is a true entry technique that stands in the first ten although nobody is untrusted, and the threat it
// stands there for.
type Standing struct {
	Case *Case
	Place
}

// entry compares the systems with their trusted twins.
func (r *Result) entry() (Entry, []Standing) {
	var sum Entry
	var standing []Standing
	for i := range r.Set.Cases {
		c := &r.Set.Cases[i]
		was, is := head(r.Found[i]), head(r.Twins[i])
		for _, t := range c.Truth {
			if !slices.Contains(r.Set.Entry, t) {
				continue
			}
			sum.All++
			if at(was, t) < 0 {
				continue
			}
			sum.Stood++
			if n := at(is, t); n >= 0 {
				sum.Still++
				standing = append(standing, Standing{c, is[n]})
			}
		}
	}
	return sum, standing
}

// head is the first ten techniques.
func head(f Found) []Place {
	all := order(f.Threats, every)
	return all[:min(first, len(all))]
}

// at is where a technique stands, from 0; -1 when it does not.
func at(places []Place, technique string) int {
	return slices.IndexFunc(places, func(p Place) bool { return p.Technique == technique })
}
