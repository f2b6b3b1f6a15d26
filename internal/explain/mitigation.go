package explain

import (
	"fmt"
	"slices"
	"strings"

	"tmodel/internal/catalog"
)

func (p *page) mitigation(m *catalog.Mitigation) {
	p.head(m.ID, m.Name)
	p.para("", "A mitigation of MITRE ATLAS "+p.c.Atlas.Version+".")
	p.line("")
	p.entry("categories", strings.Join(m.Categories, ", "))
	p.entry("phases", strings.Join(m.Phases, ", "))
	p.entry("ATT&CK", m.Attack)
	controls := p.realise(m.ID)
	if len(controls) == 0 {
		p.uncited("\nNo control realises it", m.ID)
	} else {
		p.line("\nControls that realise it:")
	}
	for _, id := range controls {
		_, prose := p.c.Control(id)
		p.row(28, "  "+id, prose.Name)
	}
	if len(m.Techniques) > 0 {
		p.line("\nTechniques that it hinders, and the rules whose threat they are:")
	}
	for _, id := range m.Techniques {
		p.threat(id)
	}
}

// threat writes a technique with the rules whose threat it is.
func (p *page) threat(id string) {
	is := p.c.Atlas.Called(id)
	var rules []string
	for i := range p.c.Rules {
		if slices.Contains(p.c.Rules[i].Atlas, id) {
			rules = append(rules, p.c.Rules[i].ID)
		}
	}
	if len(rules) > 0 {
		is += ": " + strings.Join(rules, ", ")
	}
	p.entry(id, is)
}

func (p *page) tactic(t *catalog.Tactic) {
	a := &p.c.Atlas
	p.head(t.ID, t.Name)
	p.para("", fmt.Sprintf("A tactic of MITRE ATLAS %s, number %d of %d in the matrix.", a.Version, t.Order, len(a.Tactics)))
	if t.Attack != "" {
		p.line("")
		p.entry("ATT&CK", t.Attack)
	}
	p.line("\nTechniques, and the rules whose threat they are:")
	for i := range a.Techniques {
		if slices.Contains(a.TacticsOf(a.Techniques[i].ID), t.ID) {
			p.threat(a.Techniques[i].ID)
		}
	}
}
