package analyze

import (
	"strings"

	"tmodel/internal/catalog"
	"tmodel/internal/graph"
	"tmodel/internal/match"
	"tmodel/internal/reach"
	"tmodel/internal/register"
)

// instantiate makes the threat of a rule at one element, without its risk.
func (p *pass) instantiate(rule *catalog.Rule, prose *catalog.Prose, m *match.Match) *register.Threat {
	id := p.g.ID(m.Target)
	t := &register.Threat{ID: rule.ID + "@" + id, Rule: rule.ID, Title: prose.Title, Elements: []string{id}, Stride: rule.Stride, Atlas: rule.Atlas,
		Location: p.g.Span(m.Target), Evidence: make([]register.Evidence, 0, len(m.Evidence)), Confidence: confidence(m)}
	p.explain(t, m)
	t.Names = append(t.Names, register.Name{Key: "target", Value: p.g.Name(m.Target)})
	if len(m.Paths) > 0 {
		ids, words := p.path(m.Paths[0])
		t.Path = ids
		t.Names = append(t.Names, register.Name{Key: "path", Value: words})
	}
	for _, b := range m.Bound {
		t.Names = append(t.Names, register.Name{Key: b.Name, Value: p.g.Name(b.Ref)})
	}
	return t
}

// explain adds what a match rests on to the evidence of a threat.
func (p *pass) explain(t *register.Threat, m *match.Match) {
	for _, e := range m.Evidence {
		if ev := (register.Evidence{Element: p.g.ID(e.At), Clause: e.Clause, Span: e.Span, Missing: e.Missing}); !said(t.Evidence, ev) {
			t.Evidence = append(t.Evidence, ev)
		}
	}
}

// said spares the reader a clause that stands there already: several parts of a rule may rest on one place, and a clause
// that joins two elements may be about either.
func said(list []register.Evidence, e register.Evidence) bool {
	for i := range list {
		if x := &list[i]; x.Clause == e.Clause && x.Span == e.Span && x.Missing == e.Missing {
			return true
		}
	}
	return false
}

// confidence is high when every clause is known to hold, medium when one fact is missing, low when more are.
func confidence(m *match.Match) register.Confidence {
	missing := map[string]bool{}
	for _, e := range m.Evidence {
		if e.Missing != "" {
			missing[e.Span.String()+e.Missing] = true
		}
	}
	switch len(missing) {
	case 0:
		return register.HighConfidence
	case 1:
		return register.MediumConfidence
	}
	return register.LowConfidence
}

// path is a witness as ids and as words, each element once in a row. The words leave out the asset whose origin starts
// it, because the text around names it, and what lies in the middle of a long way: the ids show all of it.
func (p *pass) path(w *reach.Witness) (ids []string, words string) {
	var names []string
	var last graph.Ref
	for _, s := range w.Stations() {
		if s.At == last {
			continue
		}
		last = s.At
		ids = append(ids, p.g.ID(s.At))
		if s.At.Type != graph.AssetType {
			names = append(names, p.g.Name(s.At))
		}
	}
	if len(names) > 5 {
		names = []string{names[0], names[1], "…", names[len(names)-2], names[len(names)-1]}
	}
	return ids, strings.Join(names, " → ")
}
