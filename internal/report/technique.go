package report

import "tmodel/internal/register"

// Technique is a technique of ATLAS, and the first threat of the register that shows it.
type Technique struct {
	ID, Name string // the name is "" where the content of ATLAS lacks the id
	Tactics  []string
	First    *register.Threat
	Threats  int
}

// Techniques reads a list of threats as one of techniques: each once, in the order of the threats and of each one's ids.
// Several threats in a row often show one technique, so that a page of these shows more of what can happen.
func (r *Report) Techniques(threats []*register.Threat) []Technique {
	at := map[string]int{}
	var out []Technique
	for _, t := range threats {
		for _, id := range t.Atlas {
			i, ok := at[id]
			if !ok {
				i = len(out)
				at[id] = i
				out = append(out, r.technique(id, t))
			}
			out[i].Threats++
		}
	}
	return out
}

func (r *Report) technique(id string, first *register.Threat) Technique {
	a := &r.Catalog.Atlas
	out := Technique{ID: id, Name: a.Called(id), First: first}
	for _, tactic := range a.TacticsOf(id) {
		out.Tactics = append(out.Tactics, a.Name(tactic))
	}
	return out
}
