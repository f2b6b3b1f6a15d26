package explain

import (
	"fmt"
	"strings"

	"tmodel/internal/vocab"
)

// risk prints the tables and formulas that every rating can be checked with.
func (p *page) risk() {
	k := &p.c.Risk
	p.head("risk", "How risk is computed")
	p.para("", "Likelihood (1 to 5) = the rule's value + adjustment for who has the path - attenuation of the path, at least 1, at most 5.")
	var adjust []string
	for t, n := range k.Adjust {
		adjust = append(adjust, fmt.Sprintf("%s %+d", p.c.Vocab.TrustWord(vocab.Trust(t)), n))
	}
	p.para("  ", "Adjustment: "+strings.Join(adjust, ", ")+".")
	p.para("  ", "Labels: "+labels(k.Likelihoods)+".")
	p.line("")
	p.para("", "Impact (1 to 5), by the highest sensitivity among the assets at stake, for the properties that the rule harms, and by the criticality of the system. Where the file is silent: the kind's default, criticality medium.")
	p.line("  %-12s %5s %7s %5s %9s", "sensitivity", "low", "medium", "high", "critical")
	for i, row := range k.Impact {
		p.line("  %-12s %5d %7d %5d %9d", vocab.Level(i+1), row[0], row[1], row[2], row[3])
	}
	p.para("  ", "Labels: "+labels(k.Impacts)+".")
	p.line("")
	p.para("", "Level, by likelihood (down) and impact (across):")
	p.line("  %-3s %-9s %-9s %-9s %-9s %s", "", "1", "2", "3", "4", "5")
	for l := 4; l >= 0; l-- {
		row := fmt.Sprintf("  %-3d", l+1)
		for i := range 5 {
			row += fmt.Sprintf(" %-9s", k.Matrix[l][i])
		}
		p.line("%s", strings.TrimRight(row, " "))
	}
	p.line("")
	p.para("", "Residual likelihood = 1 + (likelihood - 1) x the product of (1 - effect) over the distinct controls in place that reduce likelihood; residual impact likewise. Absent and planned controls have no effect. The level takes both rounded half up; the score takes them as they are.")
	p.line("")
	p.para("", "Score (0 to 100) = 4 x likelihood x impact - penalty. The penalty orders what would be equal: 1 for medium confidence, 2 for low; 0.5 for each attenuation, at most 1; 0.05 for each element of the path, at most 0.5; up to 0.25 for clauses that known facts do not hold.")
	p.line("")
	p.para("", "Confidence: high when every fact that the threat rests on is known, medium when one is missing, low when more are.")
	p.line("")
	p.para("", fmt.Sprintf("Status: treated when controls in place lower the risk and the residual level is below %s; open otherwise.", k.TreatedBelow))
}

func labels(words [5]string) string {
	var out []string
	for i, w := range words {
		out = append(out, fmt.Sprintf("%d %s", i+1, w))
	}
	return strings.Join(out, ", ")
}
