package report

import (
	"math"
	"slices"
	"strings"

	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/register"
)

// New builds the view of a register.
func New(tool Tool, g *graph.Graph, c *catalog.Catalog, r *register.Register, warnings []diag.Diagnostic) *Report {
	out := &Report{Tool: tool, File: g.Source.Name, Graph: g, Catalog: c, Register: r, Diagnostics: warnings}
	out.Rules = rulesOf(c, r)
	out.Summary = summarize(r)
	out.Questions = questions(g, r)
	out.Assumptions = assumptions(g, r)
	out.OutOfScope = exclusions(g)
	out.Coverage = coverage(g, c, r)
	return out
}

func rulesOf(c *catalog.Catalog, r *register.Register) []Rule {
	found := map[string]int{}
	for t := range r.All() {
		found[t.Rule]++
	}
	var out []Rule
	for i := range c.Rules {
		if n := found[c.Rules[i].ID]; n > 0 {
			out = append(out, Rule{&c.Rules[i], &c.Prose[i], n})
		}
	}
	return out
}

func summarize(r *register.Register) Summary {
	s := Summary{Threats: len(r.Threats), Concerns: len(r.Concerns)}
	for i := range r.Threats {
		t := &r.Threats[i]
		s.Inherent[t.Inherent.Level]++
		s.Residual[t.Residual.Level]++
		l, i := Cell(t.Residual)
		s.Matrix[l-1][i-1]++
		if t.Confidence != register.HighConfidence {
			s.Unsure++
		}
		if t.Status == register.Open {
			s.Open++
		} else {
			s.Treated++
		}
	}
	return s
}

// Cell is the place of a rating in the matrix, likelihood and impact from 1.
func Cell(r register.Rating) (likelihood, impact int) {
	return int(math.Floor(r.Likelihood + 0.5)), int(math.Floor(r.Impact + 0.5))
}

// StrideWords are the six categories in the order of their letters.
var StrideWords = []string{"spoofing", "tampering", "repudiation", "information-disclosure", "denial-of-service", "elevation-of-privilege"}

func coverage(g *graph.Graph, c *catalog.Catalog, r *register.Register) Coverage {
	out := Coverage{Rules: len(c.Rules), Elements: len(g.Components) + len(g.Flows) + len(g.Stages)}
	rules, elements, stride := map[string]bool{}, map[string]bool{}, map[string]int{}
	for i := range r.Threats {
		t := &r.Threats[i]
		rules[t.Rule] = true
		for _, id := range t.Elements {
			if ref, ok := g.Lookup(id); ok && ref.Type >= graph.ComponentType {
				elements[id] = true
			}
		}
		if len(t.Stride) > 0 {
			stride[t.Stride[0]]++
		}
	}
	out.Fired, out.WithThreats = len(rules), len(elements)
	for _, w := range StrideWords {
		out.Stride = append(out.Stride, Count{w, stride[w]})
	}
	return out
}

// fill replaces {{name}} by what stands for it, and leaves what nothing stands for.
func fill(template string, names []register.Name) string {
	before, rest, open := strings.Cut(template, "{{")
	if !open {
		return template
	}
	var out strings.Builder
	out.Grow(2 * len(template))
	for open {
		out.WriteString(before)
		key, after, closed := strings.Cut(rest, "}}")
		i := slices.IndexFunc(names, func(n register.Name) bool { return n.Key == key })
		if closed && i >= 0 {
			out.WriteString(names[i].Value)
			rest = after
		} else {
			out.WriteString("{{")
		}
		before, rest, open = strings.Cut(rest, "{{")
	}
	out.WriteString(before)
	return out.String()
}
