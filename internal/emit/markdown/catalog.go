package markdown

import (
	"fmt"
	"io"
	"strings"

	"tmodel/internal/catalog"
	"tmodel/internal/catalog/load"
	"tmodel/internal/match"
)

// WriteCatalog writes all rules and controls as one page to read, by the part of a system that they are about.
func WriteCatalog(w io.Writer, c *catalog.Catalog) error {
	p := &book{c: c}
	p.line("# What tmodel knows\n")
	p.line("Catalogue %s: %s and %s. Names of techniques and mitigations are those of MITRE ATLAS %s. This page is written by %s from the records themselves.\n",
		code(c.Version), plural(len(c.Rules), "rule"), plural(len(c.Controls), "control"), code(c.Atlas.Version), code("tmodel catalog list -f markdown"))
	p.line("A rule is about a target, and fires when all that stands under its *when* holds. Words in &lt; &gt; stand for elements of the system that is analyzed: &lt;target&gt; for what the rule is about, &lt;path&gt; for the way that an attacker has, others for what a clause gave that name. Its likelihood, from 1 to 5, is that for somebody who has the path.\n")
	p.line("## Contents\n")
	p.contents("Rules", load.Rules, p.rulesOf)
	p.contents("Controls", load.Controls, p.controlsOf)
	p.line("\n<a id=\"rules\"></a>\n\n## Rules\n")
	p.parts(load.Rules, p.rulesOf, "| Rule | What goes wrong | STRIDE | Likelihood |\n|---|---|---|--:|", p.ruleRow, p.rule)
	p.line("<a id=\"controls\"></a>\n\n## Controls\n")
	p.parts(load.Controls, p.controlsOf, "| Control | Id | Reduces | Rules |\n|---|---|---|--:|", p.controlRow, p.control)
	_, err := io.WriteString(w, strings.TrimRight(p.b.String(), "\n")+"\n")
	return err
}

// book is the page in the making.
type book struct {
	b strings.Builder
	c *catalog.Catalog
}

func (p *book) line(format string, args ...any) { fmt.Fprintf(&p.b, format+"\n", args...) }

// contents lists the parts of a folder that have records, each with how many.
func (p *book) contents(title, dir string, of func(part string) []int) {
	p.line("- [%s](#%s)", title, strings.ToLower(title))
	for _, part := range p.c.Parts {
		if n := len(of(part.ID)); part.Dir == dir && n > 0 {
			p.line("  - [%s](#%s) (%d)", esc(called(part)), place(part), n)
		}
	}
}

// parts writes a section for each part of a folder: a table of its records, and then each of them.
func (p *book) parts(dir string, of func(part string) []int, head string, row func(int) string, record func(int)) {
	for _, part := range p.c.Parts {
		list := of(part.ID)
		if part.Dir != dir || len(list) == 0 {
			continue
		}
		p.line("<a id=\"%s\"></a>\n\n### %s\n", place(part), esc(called(part)))
		if part.Is != "" {
			p.line("%s\n", esc(part.Is))
		}
		p.line("%s", head)
		for _, i := range list {
			p.line("%s", row(i))
		}
		p.line("")
		for _, i := range list {
			record(i)
		}
	}
}

// called is the title of a part.
func called(part catalog.Part) string {
	words := strings.ReplaceAll(part.ID, "-", " ")
	return strings.ToUpper(words[:1]) + words[1:]
}

// place is the anchor of a part.
func place(part catalog.Part) string {
	kind := "rules"
	if part.Dir == load.Controls {
		kind = "controls"
	}
	return kind + "-" + strings.Map(plainRune, part.ID)
}

// plainRune makes an anchor of a file's name.
func plainRune(r rune) rune {
	if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' {
		return r
	}
	return '_'
}

func (p *book) rulesOf(part string) []int {
	var out []int
	for i := range p.c.Prose {
		if p.c.Prose[i].Part == part {
			out = append(out, i)
		}
	}
	return out
}

func (p *book) controlsOf(part string) []int {
	var out []int
	for i := range p.c.ControlProse {
		if p.c.ControlProse[i].Part == part {
			out = append(out, i)
		}
	}
	return out
}

// ruleLink leads to a rule of the page, controlLink to a control.
func (p *book) ruleLink(id string) string { return fmt.Sprintf("[%s](#%s)", id, strings.ToLower(id)) }

func (p *book) controlLink(id string) string {
	if _, prose := p.c.Control(id); prose != nil {
		return fmt.Sprintf("[%s](#control-%s)", esc(prose.Name), id)
	}
	return code(id)
}

// nested writes conditions as lists in lists.
func (p *book) nested(indent string, lines []match.Line) {
	for _, l := range lines {
		p.line("%s- %s", indent, esc(l.Text))
		p.nested(indent+"  ", l.Parts)
	}
}
