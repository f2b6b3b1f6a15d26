package explain

import (
	"fmt"
	"strings"

	"tmodel/internal/catalog"
	"tmodel/internal/match"
)

func (p *page) rule(r *catalog.Rule, prose *catalog.Prose) {
	p.head(r.ID, prose.Title)
	p.para("", catalog.General(prose.Description))
	p.line("")
	kind, who := "STRIDE: "+strings.Join(r.Stride, ", "), " for somebody who has the path"
	if len(r.Stride) == 0 {
		kind, who = "A concern: it needs no attacker, so it has no STRIDE category", ""
	}
	var harms []string
	for _, a := range r.Affects {
		harms = append(harms, a.String())
	}
	p.para("", fmt.Sprintf("%s. Harms: %s. Likelihood %d of 5%s. Since %s.", kind, strings.Join(harms, ", "), r.Likelihood, who, prose.Since))
	if strings.Contains(prose.Description+strings.Join(prose.Attack, ""), "{{") {
		p.para("", "Words in <> stand for elements of the system: <target> is the one that the rule is about, <path> the way that an attacker has to it.")
	}
	p.fires(r)
	p.line("\nHow it happens:")
	for _, s := range prose.Attack {
		p.item(catalog.General(s))
	}
	p.treatments(r)
	p.line("")
	p.para("", "How to verify: "+catalog.General(prose.Verify))
	if len(prose.References) > 0 {
		p.line("\nReferences:")
	}
	p.references(prose)
	p.examples(prose.Examples)
}

// fires says when the rule does, and where it is likelier.
func (p *page) fires(r *catalog.Rule) {
	p.line("")
	p.para("", "Fires on "+r.Target.String()+" when")
	p.conditions("  ", match.Say(p.c.Vocab, r.Target, &r.When))
	for i := range r.Likelier {
		p.line("")
		p.para("", fmt.Sprintf("Likelihood %d where it is known that", r.Likelier[i].Likelihood))
		p.conditions("  ", match.Say(p.c.Vocab, r.Target, &r.Likelier[i].When))
	}
}

// conditions writes lines with their parts under them.
func (p *page) conditions(indent string, lines []match.Line) {
	for _, l := range lines {
		p.hang(indent+"- ", indent+"  ", l.Text)
		p.conditions(indent+"  ", l.Parts)
	}
}

func (p *page) treatments(r *catalog.Rule) {
	if len(r.Treat) == 0 {
		return
	}
	p.line("\nWhat helps, best first:")
	for _, t := range r.Treat {
		is := ""
		if _, c := p.c.Control(t.Control); c != nil {
			is = ": " + c.Is
		}
		p.item(fmt.Sprintf("%s (on %s)%s", t.Control, t.On, is))
	}
}

func (p *page) examples(list []catalog.Example) {
	if len(list) == 0 {
		return
	}
	p.line("\nExamples:")
	for _, e := range list {
		verdict := "silent"
		if len(e.Expect) > 0 {
			verdict = "fires at " + strings.Join(e.Expect, ", ")
		}
		p.line("")
		p.hang("  # ", "  #   ", e.Name+": "+verdict)
		p.source(e.System)
	}
}
