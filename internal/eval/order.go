package eval

import "tmodel/internal/register"

// Place is a technique in the order of a register, and the threat that it stands there for.
type Place struct {
	Technique string
	Threat    *register.Threat
}

// order is the distinct techniques of a register: threat by threat as they are ranked, each one's ids as the rule has
// them, cut to four digits, repeats dropped. Threats of rules that keep refuses are passed over.
func order(threats []register.Threat, keep func(rule string) bool) []Place {
	var out []Place
	seen := map[string]bool{}
	for i := range threats {
		t := &threats[i]
		if !keep(t.Rule) {
			continue
		}
		for _, id := range t.Atlas {
			if short, ok := technique(id); ok && !seen[short] {
				seen[short] = true
				out = append(out, Place{short, t})
			}
		}
	}
	return out
}

// every keeps all rules.
func every(string) bool { return true }

// names are the techniques alone.
func names(places []Place) []string {
	out := make([]string, len(places))
	for i := range places {
		out[i] = places[i].Technique
	}
	return out
}
