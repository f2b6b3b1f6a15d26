package report

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/register"
	"tmodel/internal/vocab"
)

// New builds the view of a register.
func New(tool Tool, g *graph.Graph, c *catalog.Catalog, r *register.Register, warnings []diag.Diagnostic) *Report {
	out := &Report{Tool: tool, File: g.Source.Name, Graph: g, Catalog: c, Register: r, Diagnostics: warnings}
	out.Rules = rulesOf(c, r)
	out.Summary = summarize(r)
	out.Questions = questions(g, r)
	out.Assumptions = assumptions(g, r)
	out.Coverage = coverage(g, c, r)
	return out
}

func rulesOf(c *catalog.Catalog, r *register.Register) []Rule {
	found := map[string]int{}
	for _, t := range slices.Concat(r.Threats, r.Concerns) {
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

// questions collects the missing facts that threats rest on, the most settling first.
func questions(g *graph.Graph, r *register.Register) []Question {
	index := map[[2]string]int{}
	var out []Question
	for _, t := range slices.Concat(r.Threats, r.Concerns) {
		for _, e := range t.Evidence {
			if e.Missing == "" {
				continue
			}
			key := [2]string{e.Element, e.Missing}
			i, ok := index[key]
			if !ok {
				i = len(out)
				index[key] = i
				out = append(out, Question{Element: e.Element, Fact: e.Missing, Values: valuesOf(g.Vocab, e.Missing)})
			}
			out[i].Threats = append(out[i].Threats, t.ID)
		}
	}
	slices.SortStableFunc(out, func(a, b Question) int {
		return cmp.Or(cmp.Compare(len(b.Threats), len(a.Threats)), cmp.Compare(a.Element, b.Element), cmp.Compare(a.Fact, b.Fact))
	})
	return out
}

// valuesOf are the words that answer a question.
func valuesOf(v *vocab.Vocabulary, missing string) []string {
	if name, ok := strings.CutPrefix(missing, "facts."); ok {
		if f := v.Fact(name); f != nil {
			return f.Values
		}
	}
	switch missing {
	case "encrypted":
		return []string{"yes", "no"}
	case "authentication":
		return []string{"none", "shared", "individual", "mutual"}
	case "personal_data":
		return []string{"none", "personal", "special-category"}
	case "origin":
		return vocab.Words(v.OriginTrust)
	}
	return nil
}

// assumptions are the default sensitivities that ratings rest on, and an unknown criticality.
func assumptions(g *graph.Graph, r *register.Register) []Assumption {
	var out []Assumption
	if g.Criticality == vocab.LevelUnknown && len(r.Threats) > 0 {
		out = append(out, Assumption{g.System.ID.Value, "criticality", vocab.Medium.String()})
	}
	seen := map[Assumption]bool{}
	for _, t := range slices.Concat(r.Threats, r.Concerns) {
		if a := (Assumption{t.Terms.Stake, t.Terms.Property, t.Terms.Sensitivity.String()}); t.Terms.Assumed && t.Terms.Stake != "" && !seen[a] {
			seen[a] = true
			out = append(out, a)
		}
	}
	slices.SortFunc(out, func(a, b Assumption) int {
		return cmp.Or(cmp.Compare(a.Element, b.Element), cmp.Compare(a.What, b.What))
	})
	return out
}

// StrideWords are the six categories in the order of their letters.
var StrideWords = []string{"spoofing", "tampering", "repudiation", "information-disclosure", "denial-of-service", "elevation-of-privilege"}

func coverage(g *graph.Graph, c *catalog.Catalog, r *register.Register) Coverage {
	out := Coverage{Rules: len(c.Rules), Elements: len(g.Components) + len(g.Flows) + len(g.Stages)}
	rules, elements, stride := map[string]bool{}, map[string]bool{}, map[string]int{}
	for i := range r.Threats {
		t := &r.Threats[i]
		rules[t.Rule] = true
		if ref, ok := g.Lookup(t.Elements[0]); ok && ref.Type >= graph.ComponentType {
			elements[t.Elements[0]] = true
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

// fill replaces {{name}} by what stands for it.
func fill(template string, names []register.Name) string {
	if !strings.Contains(template, "{{") {
		return template
	}
	pairs := make([]string, 0, 2*len(names))
	for _, n := range names {
		pairs = append(pairs, "{{"+n.Key+"}}", n.Value)
	}
	return strings.NewReplacer(pairs...).Replace(template)
}
