package explain

import (
	"fmt"
	"slices"
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
	for i := range list {
		e := &list[i]
		comes := verdict(e.Expect, e.Likelihood)
		p.line("")
		p.hang("  # ", "  #   ", e.Name+": "+comes)
		p.source(e.System)
		same := 0
		for _, c := range e.Changes {
			if v := verdict(c.Expect, c.Likelihood); v != comes {
				p.hang("  # ", "  #   ", "with "+c.Set+": "+v)
			} else {
				same++
			}
		}
		if same > 0 {
			p.line("  # other changes that leave this as it is: %d", same)
		}
	}
}

// verdict says what a rule does, and how likely it is where that is said.
func verdict(expect []string, likely []catalog.Likely) string {
	if len(expect) == 0 {
		return "silent"
	}
	out := slices.Clone(expect)
	for i, id := range out {
		for _, x := range likely {
			if x.Element == id {
				out[i] = fmt.Sprintf("%s (likelihood %d)", id, x.Likelihood)
			}
		}
	}
	return "fires at " + strings.Join(out, ", ")
}
