package eval

import (
	"fmt"
	"io/fs"
	"path"

	"tmodel/internal/catalog"
	"tmodel/internal/register"
	"tmodel/internal/source"
	"tmodel/internal/yamltree"
)

// Pair is two systems that differ in one fact of the design. With has what makes an attack possible, without lacks it.
type Pair struct {
	ID, Fact      string
	Techniques    []string // in the first ten with the fact; without it gone, lower or weaker
	With, Without *source.File
}

// pairs reads those that a folder lists.
func pairs(testdata fs.FS, folder string) ([]Pair, error) {
	f, err := read(testdata, path.Join(folder, "pairs.yaml"))
	if err != nil {
		return nil, err
	}
	root, err := tree(f)
	if err != nil {
		return nil, err
	}
	var out []Pair
	for _, n := range items(root, "pairs") {
		p, err := pair(n)
		if err != nil {
			return nil, err
		}
		if p.With, err = read(testdata, path.Join(folder, p.ID, "with.yaml")); err != nil {
			return nil, err
		}
		if p.Without, err = read(testdata, path.Join(folder, p.ID, "without.yaml")); err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

func pair(n *yamltree.Node) (Pair, error) {
	ids, err := techniques(n.Get("techniques"))
	if err != nil {
		return Pair{}, err
	}
	p := Pair{ID: text(n, "id"), Fact: text(n, "fact"), Techniques: ids}
	if p.ID == "" || p.Fact == "" || len(ids) == 0 {
		return p, fmt.Errorf("%s: a pair has an id, a fact and techniques", n.Span)
	}
	return p, nil
}

// Verdict is what became of a pair.
type Verdict struct {
	Pair  *Pair
	Sides []Sides // for each technique
}

// Sides is where a technique stands in the two systems; a place without a threat is nowhere.
type Sides struct {
	Technique           string
	With, Without       Place
	RankWith, RankAfter int // from 1; the length of the list + 1 where it is not there
}

// Held says whether the technique stands in the first ten with the fact, and without it is gone, ranks lower, or
// stands there for a threat that is rated lower, before or after controls.
func (s *Sides) Held() bool {
	if s.With.Threat == nil || s.RankWith > first {
		return false
	}
	if s.Without.Threat == nil || s.RankAfter > s.RankWith {
		return true
	}
	with, without := s.With.Threat, s.Without.Threat
	return lower(without.Residual, with.Residual) || lower(without.Inherent, with.Inherent)
}

// lower compares likelihood x impact. Below a step of these the score only tells doubt and distance.
func lower(a, b register.Rating) bool { return a.Likelihood*a.Impact < b.Likelihood*b.Impact }

// Held says whether all techniques of the pair do.
func (v *Verdict) Held() bool {
	for i := range v.Sides {
		if !v.Sides[i].Held() {
			return false
		}
	}
	return true
}

// judge compiles both systems of a pair.
func judge(p *Pair, c *catalog.Catalog) (Verdict, error) {
	with, err := find(p.With, c)
	if err != nil {
		return Verdict{}, err
	}
	without, err := find(p.Without, c)
	if err != nil {
		return Verdict{}, err
	}
	v := Verdict{Pair: p}
	before, after := order(with.Threats, every), order(without.Threats, every)
	for _, t := range p.Techniques {
		s := Sides{Technique: t}
		s.With, s.RankWith = place(before, t)
		s.Without, s.RankAfter = place(after, t)
		v.Sides = append(v.Sides, s)
	}
	return v, nil
}

// place is where a technique stands in an order, and its rank.
func place(places []Place, technique string) (Place, int) {
	if n := at(places, technique); n >= 0 {
		return places[n], n + 1
	}
	return Place{}, len(places) + 1
}
