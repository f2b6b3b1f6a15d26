package explain

import (
	"fmt"
	"slices"
	"strings"

	"tmodel/internal/catalog"
)

func (p *page) technique(t *catalog.Technique) {
	a := &p.c.Atlas
	what := "A technique of MITRE ATLAS " + a.Version + "."
	if parent := a.Technique(t.Parent); parent != nil {
		what = fmt.Sprintf("A sub-technique of MITRE ATLAS %s, below %s, %s.", a.Version, parent.ID, parent.Name)
	}
	p.head(t.ID, p.c.Atlas.Called(t.ID))
	p.para("", what)
	p.line("")
	var tactics []string
	for _, id := range a.TacticsOf(t.ID) {
		tactics = append(tactics, a.Name(id)+" ("+id+")")
	}
	p.entry("tactics", strings.Join(tactics, ", "))
	p.entry("platforms", strings.Join(t.Platforms, ", "))
	p.entry("maturity", t.Maturity+"; no rating uses it")
	p.entry("ATT&CK", t.Attack)
	if below := a.Under(t.ID); len(below) > 0 {
		p.line("\nSub-techniques:")
		for _, s := range below {
			p.entry(s.ID, s.Name)
		}
	}
	p.hindered(t)
	p.citing(t.ID)
}

// hindered lists the mitigations of a technique and of its parent, each with the controls that realise it.
func (p *page) hindered(t *catalog.Technique) {
	own := p.c.Atlas.Against(t.ID)
	all := slices.Clone(own)
	for _, m := range p.c.Atlas.Against(t.Parent) {
		if !slices.Contains(own, m) {
			all = append(all, m)
		}
	}
	if len(all) == 0 {
		p.line("\nATLAS names no mitigation.")
		return
	}
	p.line("\nMitigations, and the controls that realise them:")
	for _, m := range all {
		is := m.Name
		if !slices.Contains(own, m) {
			is += " (for the parent)"
		}
		if controls := p.realise(m.ID); len(controls) > 0 {
			is += ": " + strings.Join(controls, ", ")
		}
		p.entry(m.ID, is)
	}
}

// realise are the controls that realise a mitigation.
func (p *page) realise(id string) []string {
	var out []string
	for i := range p.c.Controls {
		if p.c.ControlProse[i].Atlas == id {
			out = append(out, p.c.Controls[i].ID)
		}
	}
	return out
}

// citing lists the rules that cite a technique or its sub-techniques, and as what.
func (p *page) citing(id string) {
	title := "\nRules that cite it:"
	for i := range p.c.Rules {
		for _, ref := range p.c.Prose[i].References {
			as, ok := roles[ref.Framework]
			for _, cited := range ref.IDs {
				if !ok || cited != id && !strings.HasPrefix(cited, id+".") {
					continue
				}
				if title != "" {
					p.line("%s", title)
				}
				title = ""
				if cited != id {
					as = " (" + cited + ": " + strings.TrimPrefix(as, " (")
				}
				p.entry(p.c.Rules[i].ID, p.c.Prose[i].Title+as)
			}
		}
	}
	if title != "" {
		p.uncited("\nNo rule cites it", id)
	}
}
