package catalog_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"tmodel/catalogs"
	"tmodel/internal/match"
	"tmodel/internal/report"
)

var (
	sentenceEnd = regexp.MustCompile(`[.?!;](\s|$)`)
	placeholder = regexp.MustCompile(`\{\{[^}]*\}\}`)
)

// sentences are those of a text, without what is filled in.
func sentences(texts ...string) []string {
	var out []string
	for _, text := range texts {
		for _, s := range sentenceEnd.Split(placeholder.ReplaceAllString(text, "_"), -1) {
			if s = strings.ToLower(strings.Join(strings.Fields(s), " ")); len(s) > 12 {
				out = append(out, s)
			}
		}
	}
	return out
}

func TestNoSentenceStandsTwice(t *testing.T) {
	c, where := catalogs.Shipped(), map[string]string{}
	note := func(id string, texts ...string) {
		for _, s := range sentences(texts...) {
			if first, ok := where[s]; ok && first != id {
				t.Errorf("%s and %s both say %q", first, id, s)
			}
			where[s] = id
		}
	}
	for i, p := range c.Prose {
		note(c.Rules[i].ID, append(slices.Clone(p.Attack), p.Title, p.Description, p.Verify)...)
	}
	for i, p := range c.ControlProse {
		note(c.Controls[i].ID, p.Name, p.Is, p.Why, p.Proof)
	}
	if len(where) < 200 {
		t.Errorf("only %d sentences", len(where))
	}
}

func TestControlsAreUsedAndSpread(t *testing.T) {
	c := catalogs.Shipped()
	first, used := map[string]int{}, map[string]bool{}
	for _, r := range c.Rules {
		if len(r.Treat) < 2 {
			t.Errorf("%s has %d treatments", r.ID, len(r.Treat))
		}
		first[r.Treat[0].Control]++
		for _, w := range r.Treat {
			used[w.Control] = true
			if head, prose := c.Control(w.Control); head == nil || prose == nil {
				t.Errorf("%s is treated by %q", r.ID, w.Control)
			}
		}
	}
	for id, n := range first {
		if n > 4 {
			t.Errorf("%s is the first choice of %d rules", id, n)
		}
	}
	for _, id := range c.ControlIDs() {
		if !used[id] {
			t.Errorf("no rule uses %s", id)
		}
	}
}

func TestEveryLetterIsPrimarySomewhere(t *testing.T) {
	primary := map[string]bool{}
	for _, r := range catalogs.Shipped().Rules {
		if r.Adversarial {
			primary[r.Stride[0]] = true
		}
	}
	for _, w := range report.StrideWords {
		if !primary[w] {
			t.Errorf("no rule is primarily %s", w)
		}
	}
}

func TestIDs(t *testing.T) {
	c := catalogs.Shipped()
	shapes := map[string]string{
		"atlas": `^AML\.T\d{4}(\.\d{3})?$`, "steps": `^AML\.T\d{4}(\.\d{3})?$`, "harm": `^AML\.T0048(\.\d{3})?$`,
		"owasp": `^(ML\d\d:2023|LLM\d\d:2025|ASI\d\d:2026)$`, "nist": `^NISTAML\.\d{3}$`, "cosai": `^[A-Z][A-Za-z]+$`,
	}
	for i, p := range c.Prose {
		if !regexp.MustCompile(`^[A-Z]{2,4}-\d{2,3}$`).MatchString(c.Rules[i].ID) {
			t.Errorf("the id %q", c.Rules[i].ID)
		}
		if n := len(c.Rules[i].Atlas); n > 3 {
			t.Errorf("%s names %d techniques; three are enough", c.Rules[i].ID, n)
		}
		for _, ref := range p.References {
			for _, id := range ref.IDs {
				if !regexp.MustCompile(shapes[ref.Framework]).MatchString(id) {
					t.Errorf("%s: %s %q", c.Rules[i].ID, ref.Framework, id)
				}
			}
			// harm and the steps on the attacker's side never count as the threat itself
			for _, id := range ref.IDs {
				if ref.Framework != "atlas" && slices.Contains(c.Rules[i].Atlas, id) {
					t.Errorf("%s: %s is a technique and stands under %s too", c.Rules[i].ID, id, ref.Framework)
				}
			}
		}
	}
	for i, p := range c.ControlProse {
		if p.Atlas != "" && !regexp.MustCompile(`^AML\.M\d{4}$`).MatchString(p.Atlas) {
			t.Errorf("%s: %q", c.Controls[i].ID, p.Atlas)
		}
	}
}

// High likelihoods need a path, and what is true of any such element stays at two.
func TestLikelihoodsRestOnSomething(t *testing.T) {
	for _, r := range catalogs.Shipped().Rules {
		if r.Likelihood >= 4 && !r.When.Binds()["path"] {
			t.Errorf("%s has likelihood %d without a path", r.ID, r.Likelihood)
		}
		if r.Likelihood >= 3 && !rests(&r.When) {
			t.Errorf("%s has likelihood %d and rests on no fact, attribute or path", r.ID, r.Likelihood)
		}
	}
}

func rests(c *match.Cond) bool {
	switch c.Op {
	case match.OpFact, match.OpAttribute, match.OpInfluenced, match.OpDisclosed:
		return true
	}
	return slices.ContainsFunc(c.Subs, func(s match.Cond) bool { return rests(&s) })
}

func TestLookup(t *testing.T) {
	c := catalogs.Shipped()
	for i := range c.Rules {
		if r, p := c.Rule(c.Rules[i].ID); r != &c.Rules[i] || p != &c.Prose[i] {
			t.Errorf("%s is not found", c.Rules[i].ID)
		}
	}
	if r, _ := c.Rule("ZZ-99"); r != nil {
		t.Error("a rule that is not there")
	}
	if k, _ := c.Control("wishful-thinking"); k != nil {
		t.Error("a control that is not there")
	}
	if !slices.IsSorted(c.ControlIDs()) || !slices.Equal(c.ControlIDs(), c.Vocab.Controls) {
		t.Error("the vocabulary has other controls than the library")
	}
}

func TestRiskTables(t *testing.T) {
	r := catalogs.Shipped().Risk
	for s := range r.Impact {
		for k := range r.Impact[s] {
			if s > 0 && r.Impact[s][k] < r.Impact[s-1][k] || k > 0 && r.Impact[s][k] < r.Impact[s][k-1] {
				t.Errorf("impact falls at %d, %d", s, k)
			}
		}
	}
	for i := 1; i < len(r.Adjust); i++ {
		if r.Adjust[i] > r.Adjust[i-1] {
			t.Error("more trusted people are not likelier attackers")
		}
	}
	if r.ImpactOf(0, 0) != r.ImpactOf(2, 2) || r.LevelOf(0, 9) != r.Matrix[0][4] {
		t.Error("what is not known counts as medium, and the matrix ends at its edges")
	}
	for _, l := range append(r.Likelihoods[:], r.Impacts[:]...) {
		if l == "" {
			t.Error("a rung has no label")
		}
	}
}
