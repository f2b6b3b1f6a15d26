package eval

import (
	"fmt"
	"io"
)

func (r *Result) printTwins(out io.Writer, more bool) {
	sum, standing := r.entry()
	fmt.Fprintf(out, "Trusted twins: the same systems, and nobody in them is untrusted. Of %d true entry techniques %d stand in the first ten\n"+
		"of the originals; %d of these still stand in the first ten of the twins.\n\n", sum.All, sum.Stood, sum.Still)
	if !more {
		return
	}
	table(out, "Entry techniques that still stand in the twins", func(row func(string, ...any)) {
		row("case\ttechnique\tthreat\tinherent\tconfidence")
		for _, s := range standing {
			row("%s\t%s\t%s\t%.1f\t%s", s.Case.ID, short(s.Technique), s.Threat.ID, s.Threat.Inherent.Score, s.Threat.Confidence)
		}
	})
}

func (r *Result) printPairs(out io.Writer) {
	held := 0
	table(out, "Pairs that differ in one fact. Held: in the first ten with it; without it gone, lower, or there with a lower rating.", func(row func(string, ...any)) {
		row("pair\ttechnique\trank with\twithout\tscore with\twithout\t\tfact")
		for i := range r.Pairs {
			v := &r.Pairs[i]
			if v.Held() {
				held++
			}
			name, fact := v.Pair.ID, v.Pair.Fact
			for j := range v.Sides {
				s := &v.Sides[j]
				withRank, withScore := side(s.With, s.RankWith)
				rank, score := side(s.Without, s.RankAfter)
				row("%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s", name, short(s.Technique), withRank, rank, withScore, score, word(s.Held(), "held", "NOT HELD"), fact)
				name, fact = "", ""
			}
		}
	})
	fmt.Fprintf(out, "%d of %d pairs held.\n\n", held, len(r.Pairs))
}

// side is the rank and the score of a technique in one system of a pair.
func side(p Place, rank int) (string, string) {
	if p.Threat == nil {
		return "-", "-"
	}
	return fmt.Sprint(rank), fmt.Sprintf("%.1f", p.Threat.Residual.Score)
}

func word(is bool, yes, no string) string {
	if is {
		return yes
	}
	return no
}
