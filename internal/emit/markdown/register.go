package markdown

import (
	"fmt"
	"slices"
	"strings"

	"tmodel/internal/register"
	"tmodel/internal/report"
)

func (p *page) register() {
	if len(p.threats) == 0 {
		return
	}
	p.line("## Register\n")
	if len(p.threats) < len(p.r.Register.Threats) {
		p.line("A row is a rule; the first of its elements is the one that is worst off, and the row has its rating.\n")
	}
	p.line("| # | Residual | Score | Threat | Element | Inherent | Status | Confidence | Do next |")
	p.line("|--:|---|--:|---|---|---|---|---|---|")
	for i := range p.threats {
		g := &p.threats[i]
		t := g.First()
		title := esc(t.Title)
		if p.detailed[t] {
			title = p.link(title, t)
		}
		next := "-"
		if c, ok := report.Next(t); ok {
			next = code(c.Control) + " on " + code(c.At[0])
		}
		p.line("| %d | **%s** | %.1f | %s | %s | %s | %s | %s | %s |", t.Rank, t.Residual.Level, t.Residual.Score, title, p.elements(g),
			t.Inherent.Level, t.Status, t.Confidence, next)
	}
	p.line("")
}

// anchor is a place in the page that does not move when wording does. Ids have no underscore, so no two are the same.
func (p *page) anchor(t *register.Threat) string {
	return p.prefix + strings.ToLower(t.Rule+"_"+strings.Join(t.Elements, "_"))
}

func (p *page) link(text string, t *register.Threat) string {
	return fmt.Sprintf("[%s](#%s)", text, p.anchor(t))
}

func (p *page) matrix() {
	if len(p.r.Register.Threats) == 0 {
		return
	}
	k := &p.r.Catalog.Risk
	p.line("## Risk matrix\n")
	p.line("How many threats stand where, by residual likelihood (down) and impact (across).\n")
	p.line("| | %s |", strings.Join(k.Impacts[:], " | "))
	p.line("|---|---|---|---|---|---|")
	for l := 4; l >= 0; l-- {
		cells := make([]string, 5)
		for i := range cells {
			cells[i] = k.Matrix[l][i].String()
			if n := p.r.Summary.Matrix[l][i]; n > 0 {
				cells[i] = fmt.Sprintf("**%d %s**", n, k.Matrix[l][i])
			}
		}
		p.line("| **%s** | %s |", k.Likelihoods[l], strings.Join(cells, " | "))
	}
	p.line("")
}

// techniques reads the register as a list of techniques.
func (p *page) techniques() {
	list := p.r.Techniques(report.Pointers(p.r.Register.Threats))
	if len(list) == 0 {
		return
	}
	p.line("## Techniques\n")
	p.line("What attackers would do, in the words of MITRE ATLAS: each technique once, in the order of the register, with the first threat that shows it.\n")
	p.line("| # | Technique | Name | Tactic | Residual | First threat | Threats |")
	p.line("|--:|---|---|---|---|---|--:|")
	for i, x := range list {
		first := esc(x.First.Title)
		if p.detailed[x.First] {
			first = p.link(first, x.First)
		}
		p.line("| %d | %s | %s | %s | **%s** | %s (%s) | %d |", i+1, code(x.ID), esc(x.Name), esc(strings.Join(x.Tactics, ", ")), x.First.Residual.Level, first, code(x.First.ID), x.Threats)
	}
	p.line("")
}

func (p *page) questions() {
	if len(p.r.Questions) == 0 {
		return
	}
	p.line("<a id=\"%squestions\"></a>\n", p.prefix)
	p.line("## Questions\n")
	p.line("Threats rest on facts that the description does not give; the answers that help most come first. Once a row and those above it are answered, each of the threats that it settles is confirmed or goes away." + p.strokes() + "\n")
	p.line("| Element | What is not known | Answers, best first | Settles | Bears on too |")
	p.line("|---|---|---|---|---|")
	for _, q := range p.r.Questions {
		other := slices.DeleteFunc(slices.Clone(q.Threats), func(id string) bool { return slices.Contains(q.Settles, id) })
		p.line("| %s | %s%s | %s | %s | %s |", code(q.Element), code(strings.TrimPrefix(q.Fact, "facts.")), p.meaning(q.Fact), esc(q.Answers()),
			some(q.Settles, 6), some(other, 6))
	}
	p.line("")
}

// strokes says what stands between answers that have no order, when there are such.
func (p *page) strokes() string {
	if slices.ContainsFunc(p.r.Questions, func(q report.Question) bool { return q.Unordered }) {
		return " Answers with / between them have no order."
	}
	return ""
}

// meaning is what a fact is about, for those who do not know the language of descriptions.
func (p *page) meaning(missing string) string {
	name, _ := strings.CutPrefix(missing, "facts.")
	if f := p.r.Graph.Vocab.Fact(name); f != nil {
		return ": " + esc(f.Is)
	}
	if w := p.r.Catalog.Language.Word(name); w != nil {
		return ": " + esc(w.Short)
	}
	return ""
}

// some lists the first n of many.
func some(list []string, n int) string {
	if len(list) <= n {
		return codes(list, ", ")
	}
	return fmt.Sprintf("%s and %d more", codes(list[:n], ", "), len(list)-n)
}
