package catalog

import (
	"cmp"
	"slices"
)

// Atlas is MITRE ATLAS as facts: ids, names and links, without its prose. Every list is sorted by id.
type Atlas struct {
	Version     string // of the content: 2026.05
	Format      string // of the file that it was read from: 6.0.0
	SHA256      string // of that file, in hexadecimal digits
	Source      string // where that content is published
	Tactics     []Tactic
	Techniques  []Technique
	Mitigations []Mitigation
	Aliases     []Alias
}

// Tactic is what an attacker wants at a time. Order is its place in the matrix, from 1.
type Tactic struct {
	ID, Name, Attack string // Attack is the id that ATT&CK has for it, "" for none
	Order            int
}

// Technique is a way to reach a tactic. A sub-technique names its parent, and may leave the tactics to it.
type Technique struct {
	ID, Name, Attack, Parent string
	Tactics, Platforms       []string
	Maturity                 string // shown; it follows from known cases, so nothing is ranked by it
}

// Mitigation is what hinders techniques.
type Mitigation struct {
	ID, Name, Attack               string
	Categories, Phases, Techniques []string
}

// Alias says what became of an id that ATLAS retired, and the content that did so.
type Alias struct {
	Old, New, Retired string
}

// Tactic is the tactic of that id, or nil.
func (a *Atlas) Tactic(id string) *Tactic {
	return lookup(a.Tactics, id, func(t Tactic) string { return t.ID })
}

// Technique is the technique of that id, or nil.
func (a *Atlas) Technique(id string) *Technique {
	return lookup(a.Techniques, id, func(t Technique) string { return t.ID })
}

// Mitigation is the mitigation of that id, or nil.
func (a *Atlas) Mitigation(id string) *Mitigation {
	return lookup(a.Mitigations, id, func(m Mitigation) string { return m.ID })
}

// Alias is what became of a retired id, or nil.
func (a *Atlas) Alias(id string) *Alias {
	return lookup(a.Aliases, id, func(x Alias) string { return x.Old })
}

// lookup finds a record in a list that is sorted by id.
func lookup[R any](list []R, id string, of func(R) string) *R {
	i, ok := slices.BinarySearchFunc(list, id, func(r R, id string) int { return cmp.Compare(of(r), id) })
	if !ok {
		return nil
	}
	return &list[i]
}

// Name is what the content calls an id, "" when it does not have it.
func (a *Atlas) Name(id string) string {
	if t := a.Technique(id); t != nil {
		return t.Name
	}
	if m := a.Mitigation(id); m != nil {
		return m.Name
	}
	if t := a.Tactic(id); t != nil {
		return t.Name
	}
	return ""
}

// Called is a name that says enough alone: that of a sub-technique begins with its parent's.
func (a *Atlas) Called(id string) string {
	t := a.Technique(id)
	if t == nil {
		return a.Name(id)
	}
	if parent := a.Technique(t.Parent); parent != nil {
		return parent.Name + ": " + t.Name
	}
	return t.Name
}

// TacticsOf are the ids of a technique's tactics: its own, or else those of its parent.
func (a *Atlas) TacticsOf(id string) []string {
	t := a.Technique(id)
	if t == nil {
		return nil
	}
	if parent := a.Technique(t.Parent); parent != nil && len(t.Tactics) == 0 {
		return parent.Tactics
	}
	return t.Tactics
}

// mostRenamings is how often one id may be retired in a row.
const mostRenamings = 8

// Current is the id itself where the content has it, else what it became; "" when the content has neither.
func (a *Atlas) Current(id string) string {
	for range mostRenamings {
		if a.Name(id) != "" {
			return id
		}
		alias := a.Alias(id)
		if alias == nil {
			break
		}
		id = alias.New
	}
	return ""
}

// Under are the sub-techniques of a technique.
func (a *Atlas) Under(id string) []*Technique {
	var out []*Technique
	for i := range a.Techniques {
		if a.Techniques[i].Parent == id {
			out = append(out, &a.Techniques[i])
		}
	}
	return out
}

// Against are the mitigations that name a technique itself.
func (a *Atlas) Against(id string) []*Mitigation {
	var out []*Mitigation
	for i := range a.Mitigations {
		if slices.Contains(a.Mitigations[i].Techniques, id) {
			out = append(out, &a.Mitigations[i])
		}
	}
	return out
}

// TechniqueIDs are the ids of all techniques, sorted.
func (a *Atlas) TechniqueIDs() []string {
	out := make([]string, len(a.Techniques))
	for i := range a.Techniques {
		out[i] = a.Techniques[i].ID
	}
	return out
}

// MitigationIDs are the ids of all mitigations, sorted.
func (a *Atlas) MitigationIDs() []string {
	out := make([]string, len(a.Mitigations))
	for i := range a.Mitigations {
		out[i] = a.Mitigations[i].ID
	}
	return out
}

// Label says which content it is: 2026.05 (format 6.0.0).
func (a *Atlas) Label() string { return a.Version + " (format " + a.Format + ")" }

// Stamp is Label with the first digits of the checksum.
func (a *Atlas) Stamp() string {
	return a.Version + " (format " + a.Format + ", sha256 " + a.SHA256[:min(12, len(a.SHA256))] + ")"
}
