package analyze_test

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"tmodel/catalogs"
	"tmodel/internal/catalog"
	"tmodel/internal/register"
	"tmodel/internal/report"
	"tmodel/internal/vocab"
)

// TestRisksCanBeWorkedOutByHand computes every rating again, from the terms that the threat shows and the tables.
func TestRisksCanBeWorkedOutByHand(t *testing.T) {
	t.Parallel()
	rng, weakened, lessImpact := rand.New(rand.NewPCG(2, 2)), 0, 0
	for _, text := range append(systems(t, 16), []byte(guarded)) {
		before := analyzed(t, text)
		for range 6 { // controls of all sorts, so that every term is there
			text = raised(rng, text, before)
		}
		r := analyzed(t, text)
		for _, x := range all(r.Register) {
			checkRating(t, r, &x)
			checkEvidence(t, r, &x)
			weakened += x.Terms.Attenuation
			if x.Residual.Impact < x.Inherent.Impact {
				lessImpact++
			}
		}
		checkOrder(t, r.Register.Threats)
		checkOrder(t, r.Register.Concerns)
	}
	if weakened == 0 || lessImpact == 0 {
		t.Errorf("%d weakened paths, %d lower impacts: not every term was there", weakened, lessImpact)
	}
}

// guarded has a path with a guard on it, a tool whose limits lower the impact, and switches that govern a control.
const guarded = `tmodel: 1
system: {id: desk, criticality: high}
actors: [{id: anna, trust: anonymous}]
assets:
  - {id: mail, kind: document}
  - {id: order, kind: business-record, sensitivity: {integrity: high}}
components:
  - {id: filter, kind: monitor}
  - {id: helper, kind: agent}
  - {id: pay, kind: tool, facts: {effect: irreversible, acts_as: own-identity}}
data_flows:
  - {id: write, from: anna, to: filter, carries: [mail]}
  - {id: pass, from: filter, to: helper, carries: [mail]}
  - {id: act, from: helper, to: pay, carries: [order]}
controls: [{use: tool-scope-limits, on: [pay], state: verified}]
`

func checkRating(t *testing.T, r *report.Report, x *register.Threat) {
	t.Helper()
	k := catalogs.Shipped().Risk
	rule, _ := catalogs.Shipped().Rule(x.Rule)
	likelihood := x.Terms.Base
	if likelihood != rule.Likelihood && !slices.ContainsFunc(rule.Likelier, func(l catalog.Likelier) bool { return l.Likelihood == likelihood }) {
		t.Fatalf("%s: the likelihood %d is none of the rule's", x.ID, likelihood)
	}
	if x.Terms.Who != "" {
		likelihood += k.Adjust[catalogs.Vocabulary().ParseTrust(x.Terms.Who)]
	}
	likelihood = min(5, max(1, likelihood-x.Terms.Attenuation))
	sensitivity, criticality := x.Terms.Sensitivity, x.Terms.Criticality
	if criticality == 0 {
		criticality = vocab.Medium
	}
	impact := k.Impact[sensitivity-1][criticality-1]
	leftL, leftI := 1.0, 1.0
	for _, c := range x.Treatments {
		head, _ := catalogs.Shipped().Control(c.Control)
		effect := map[string]float64{"implemented": head.Implemented, "verified": head.Verified}[c.State]
		if effect != c.Effect || c.Impact != head.ReducesImpact {
			t.Fatalf("%s: %s %s takes away %v, want %v", x.ID, c.Control, c.State, c.Effect, effect)
		}
		if c.Impact {
			leftI *= 1 - effect
		} else {
			leftL *= 1 - effect
		}
	}
	rated(t, x.ID, x.Inherent, float64(likelihood), float64(impact), x.Terms.Penalty)
	rated(t, x.ID, x.Residual, 1+float64(likelihood-1)*leftL, 1+float64(impact-1)*leftI, x.Terms.Penalty)
	if want := leftL*leftI < 1 && x.Residual.Level < k.TreatedBelow; (x.Status == register.Treated) != want {
		t.Errorf("%s: status %s", x.ID, x.Status)
	}
	if x.Terms.Penalty < 0 || x.Terms.Penalty >= 4 {
		t.Errorf("%s: the penalty %v is more than lies between two products", x.ID, x.Terms.Penalty)
	}
	if s := x.Terms.Stake; s != "" {
		ref, _ := r.Graph.Lookup(s)
		p, _ := vocab.ParseProperty(x.Terms.Property)
		if a := r.Graph.Assets[ref.Index]; a.Sensitivity[p] != sensitivity || a.Assumed[p] != x.Terms.Assumed {
			t.Errorf("%s: %s of %s is not %s", x.ID, x.Terms.Property, s, sensitivity)
		}
	}
}

func rated(t *testing.T, id string, got register.Rating, likelihood, impact, penalty float64) {
	t.Helper()
	score := min(100, max(0, 4*likelihood*impact-penalty))
	if math.Abs(got.Likelihood-likelihood) > 0.0051 || math.Abs(got.Impact-impact) > 0.0051 || math.Abs(got.Score-score) > 0.0501 {
		t.Fatalf("%s: %v, want %v x %v = %v", id, got, likelihood, impact, score)
	}
	l, i := report.Cell(got)
	if got.Level != catalogs.Shipped().Risk.Matrix[l-1][i-1] || got.Score < 0 || got.Score > 100 {
		t.Errorf("%s: level %s of %v", id, got.Level, got)
	}
}

// checkEvidence tests that what is said can be found in the file, and more of it than the target's own line.
func checkEvidence(t *testing.T, r *report.Report, x *register.Threat) {
	t.Helper()
	elsewhere, missing := false, map[string]bool{}
	for i, e := range x.Evidence {
		if slices.Contains(x.Evidence[:i], e) {
			t.Errorf("%s says twice that %s", x.ID, e.Clause)
		}
		if !e.Span.Valid() || e.Span.File != r.Graph.Source || int(e.Span.Line) > r.Graph.Source.Lines() {
			t.Fatalf("%s: %q has no place", x.ID, e.Clause)
		}
		elsewhere = elsewhere || e.Span.Line != x.Location.Line
		if e.Missing != "" {
			missing[e.Element+e.Missing] = true
		}
	}
	if !elsewhere {
		t.Errorf("%s: no evidence but on its own line", x.ID)
	}
	if want := register.Confidence(2 - min(2, len(missing))); x.Confidence != want {
		t.Errorf("%s: confidence %s with %d facts missing", x.ID, x.Confidence, len(missing))
	}
	for _, id := range x.Path {
		if _, ok := r.Graph.Lookup(id); !ok {
			t.Errorf("%s: the path goes by %q", x.ID, id)
		}
	}
	if n := len(x.Path); n > 0 && !slices.Contains(x.Path, x.Elements[0]) && !near(r.Graph, x.Path[n-1], x.Elements[0]) {
		t.Errorf("%s: the path %v does not come to what is attacked", x.ID, x.Path)
	}
}

func checkOrder(t *testing.T, list []register.Threat) {
	t.Helper()
	for i := range list {
		if list[i].Rank != i+1 {
			t.Errorf("%s has rank %d at %d", list[i].ID, list[i].Rank, i+1)
		}
	}
	if !slices.IsSortedFunc(list, func(a, b register.Threat) int {
		return cmp.Or(cmp.Compare(b.Residual.Level, a.Residual.Level), cmp.Compare(b.Residual.Score, a.Residual.Score), cmp.Compare(b.Inherent.Score, a.Inherent.Score))
	}) {
		t.Error("the list is not in order")
	}
}

func TestRegistersAreOfASizeThatPeopleRead(t *testing.T) {
	t.Parallel()
	var perElement []float64
	rules := map[string]int{}
	total := 0
	for _, text := range systems(t, 20)[1:] {
		r := analyzed(t, text)
		count := map[string]int{}
		for _, x := range r.Register.Threats {
			count[x.Elements[0]]++
			rules[x.Rule]++
			total++
		}
		for _, n := range count {
			perElement = append(perElement, float64(n))
		}
		if n := len(r.Register.Threats); n > 2*r.Coverage.Elements {
			t.Errorf("%d threats at %d elements", n, r.Coverage.Elements)
		}
	}
	slices.Sort(perElement)
	if m := perElement[len(perElement)/2]; m > 2 {
		t.Errorf("a median of %v threats an element", m)
	}
	for rule, n := range rules {
		if n > total/4 {
			t.Errorf("%s is %d of %d threats", rule, n, total)
		}
	}
}
