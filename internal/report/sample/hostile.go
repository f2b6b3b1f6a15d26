package sample

import (
	"strconv"
	"strings"

	"tmodel/internal/graph"
	"tmodel/internal/register"
	"tmodel/internal/report"
	"tmodel/internal/source"
)

// Hostile are names that try to be something else where they are printed: markup, formulas, terminal commands.
var Hostile = []string{
	"**bold** _it_ `code` ~~gone~~", "[link](https://evil.example)", "https://evil.example www.evil.example",
	"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a | b || c", "line\nbreak\r\n\r\n# heading",
	"- item", "1. item", "=== ", "---", "> quote", "    indented", "```", "&lt;b&gt;", `\`, "$x$", "![i](http://e/x.png)",
	"=HYPERLINK(\"http://evil\")", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\x1b[31mred\x1b]0;title\x07", "\u202eright to left", "\u200bzero width",
	"日本語の名前がとても長いので行を折り返さなければならない部品", "a\xffb", strings.Repeat("long", 60), "-->", "{{path}}",
}

// Nasty is the sample with hostile words wherever a user, or a catalogue from elsewhere, can put words.
func Nasty(word string) *report.Report {
	r := Report()
	name := "sorter " + word + ".yaml"
	g, _ := resolve(name, quoted(text, word))
	for _, list := range [][]register.Threat{r.Register.Threats, r.Register.Concerns} {
		for i := range list {
			nasty(&list[i], word, g)
		}
	}
	out := build(g, r.Register, r.Diagnostics...)
	for i := range out.Rules {
		told := *out.Rules[i].Prose
		told.Description, told.Verify, told.Attack = word+" at {{target}}", word, []string{word, "{{target}} " + word}
		out.Rules[i].Prose = &told
	}
	return out
}

func nasty(t *register.Threat, word string, g *graph.Graph) {
	t.Title = word
	for i := range t.Names {
		t.Names[i].Value = word
	}
	for i := range t.Evidence {
		t.Evidence[i].Clause = word
		t.Evidence[i].Span.File = g.Source
	}
	t.Location.File = g.Source
}

// quoted is the text with the places that take the word made double-quoted scalars.
func quoted(text, word string) string {
	for _, s := range []string{"Parcel sorter", "Label reader", "logistics", "Reads the labels of parcels and sends each to a belt.",
		"Reviewed with the depot network.", "depot/signing.tf", "Label is read", "Late parcels and refunds.", "A parcel lands on the right belt."} {
		text = strings.ReplaceAll(text, s, strconv.Quote(strings.ToValidUTF8(word, "?")))
	}
	return text
}

func at(g *graph.Graph, id string) source.Span {
	ref, ok := g.Lookup(id)
	if !ok {
		panic("sample: no " + id)
	}
	return g.Span(ref)
}
