package analyze_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tmodel/catalogs"
	"tmodel/internal/catalog"
	"tmodel/internal/graph"
	"tmodel/internal/register"
	"tmodel/internal/report"
	"tmodel/internal/source"
	"tmodel/internal/synthetic"
)

// raised declares a control, or raises its state: half of the time one that a threat names, where it names it, else
// a random one on a random element.
func raised(rng *rand.Rand, text []byte, r *report.Report) []byte {
	state := synthetic.States[rng.IntN(len(synthetic.States))]
	if threats := all(r.Register); len(threats) > 0 && rng.IntN(2) == 0 {
		t := threats[rng.IntN(len(threats))]
		if c := t.Treatments[rng.IntN(len(t.Treatments))]; len(c.At) > 0 {
			return synthetic.RaiseControl(text, c.Control, c.At[0], state)
		}
	}
	ids := []string{r.Graph.System.ID.Value}
	for _, t := range all(r.Register) { // where treatments are looked for, so that most of them count
		for _, c := range t.Treatments {
			ids = append(ids, c.At...)
		}
		ids = append(ids, t.Path...)
	}
	for _, z := range r.Graph.Zones {
		ids = append(ids, z.ID.Value)
	}
	on := ids[rng.IntN(len(ids))]
	e, _ := r.Graph.Lookup(on)
	if e.Type == graph.ActorType {
		on, e = ids[0], graph.Ref{Type: graph.SystemType}
	}
	controls := slices.DeleteFunc(slices.Clone(catalogs.Shipped().Controls), func(c catalog.Control) bool {
		return e.Type != graph.SystemType && e.Type != graph.ZoneType && !slices.Contains(c.StandsOn, e.Type.String())
	})
	return synthetic.RaiseControl(text, controls[rng.IntN(len(controls))].ID, on, state)
}

func TestAControlNeverRaisesARisk(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(1, 1))
	lowered := 0
	for _, text := range systems(t, 9) {
		before := analyzed(t, text)
		for range 16 {
			text = raised(rng, text, before)
			after := analyzed(t, text)
			lowered += compareRisks(t, before, after, text)
			before = after
		}
	}
	if lowered < 20 {
		t.Errorf("only %d residuals were lowered, so nothing was tested", lowered)
	}
}

func compareRisks(t *testing.T, before, after *report.Report, text []byte) (lowered int) {
	t.Helper()
	old, now := byID(before.Register), byID(after.Register)
	if was, is := found(before.Register), found(after.Register); !maps.Equal(was, is) {
		t.Fatalf("a control changed %d threats to %d", len(was), len(is))
	}
	for id, a := range now {
		b, ok := old[id]
		if !ok {
			continue // stood under another
		}
		if a.Inherent != b.Inherent || a.Terms != b.Terms || a.Confidence != b.Confidence || !slices.Equal(a.Path, b.Path) {
			t.Fatalf("%s: a control changed the inherent risk", id)
		}
		if a.Residual.Score > b.Residual.Score || a.Residual.Level > b.Residual.Level || a.Residual.Likelihood > b.Residual.Likelihood || a.Residual.Impact > b.Residual.Impact {
			t.Fatalf("%s: residual %v became %v in\n%s", id, b.Residual, a.Residual, text)
		}
		if a.Residual != b.Residual {
			lowered++
		}
	}
	return lowered
}

func TestRemovingAFlowAddsNoThreat(t *testing.T) {
	t.Parallel()
	for _, text := range systems(t, 7) {
		before := found(analyzed(t, text).Register)
		n := synthetic.Flows(text)
		for i := 0; i < n; i += 1 + n/9 {
			for id := range found(analyzed(t, synthetic.RemoveFlow(text, i)).Register) {
				if !before[id] {
					t.Fatalf("%s comes from the removal of flow %d of\n%s", id, i, text)
				}
			}
		}
	}
}

// stripped is a register without places in the file.
func stripped(r *register.Register) []register.Threat {
	out := all(r)
	for i := range out {
		out[i].Location = source.Span{}
		out[i].Evidence = slices.Clone(out[i].Evidence)
		for j := range out[i].Evidence {
			out[i].Evidence[j].Span = source.Span{}
		}
	}
	return out
}

func TestTheOrderOfTheFileMeansNothing(t *testing.T) {
	t.Parallel()
	for i, text := range systems(t, 12) {
		want := stripped(analyzed(t, text).Register)
		if diff := cmp.Diff(want, stripped(analyzed(t, synthetic.Shuffle(text, uint64(i))).Register)); diff != "" {
			t.Fatalf("%s\n%s", diff, text)
		}
	}
}

func TestRenamingChangesOnlyNames(t *testing.T) {
	t.Parallel()
	for _, text := range systems(t, 12) {
		renamed := synthetic.Rename(text)
		a, b := analyzed(t, text), analyzed(t, renamed)
		names := map[string]string{}
		note := func(from, to string) { names[from] = to }
		pair(a.Graph, b.Graph, note)
		want, got := stripped(a.Register), stripped(b.Register)
		for i := range want {
			translate(&want[i], names)
			clauses(want[i].Evidence)
		}
		for i := range got {
			clauses(got[i].Evidence)
			got[i].Names = nil
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	}
}

// pair walks two graphs of the same shape.
func pair(a, b *graph.Graph, note func(from, to string)) {
	note(a.System.ID.Value, b.System.ID.Value)
	for i := range a.Actors {
		note(a.Actors[i].ID.Value, b.Actors[i].ID.Value)
	}
	for i := range a.Zones {
		note(a.Zones[i].ID.Value, b.Zones[i].ID.Value)
	}
	for i := range a.Assets {
		note(a.Assets[i].ID.Value, b.Assets[i].ID.Value)
	}
	for i := range a.Components {
		note(a.Components[i].ID.Value, b.Components[i].ID.Value)
	}
	for i := range a.Flows {
		note(a.Flows[i].ID.Value, b.Flows[i].ID.Value)
	}
	for i := range a.Stages {
		note(a.Stages[i].ID.Value, b.Stages[i].ID.Value)
	}
}

func translate(t *register.Threat, names map[string]string) {
	in := func(ids []string) []string {
		var out []string
		for _, id := range ids {
			out = append(out, names[id])
		}
		return out
	}
	t.Elements, t.Path = in(t.Elements), in(t.Path)
	t.ID = t.Rule + "@" + strings.Join(t.Elements, "+")
	for i, id := range t.Covers {
		rule, at, _ := strings.Cut(id, "@")
		t.Covers[i] = rule + "@" + names[at]
	}
	t.Terms.Stake = names[t.Terms.Stake]
	for i := range t.Evidence {
		t.Evidence[i].Element = names[t.Evidence[i].Element]
	}
	for i := range t.Treatments {
		t.Treatments[i].At = in(t.Treatments[i].At)
	}
	t.Names = nil // names of elements stay where there are any, ids do not
}

// clauses leaves of each clause its number of words: ids are inside.
func clauses(list []register.Evidence) {
	for i := range list {
		list[i].Clause = strings.Repeat("word ", len(strings.Fields(list[i].Clause)))
	}
}

func TestWithoutAITheRegisterIsEmpty(t *testing.T) {
	text := `tmodel: 1
system: {id: shop, criticality: critical}
actors: [{id: visitor, trust: anonymous}]
zones: [{id: outside, trust: untrusted}, {id: inside, trust: internal}]
assets: [{id: mail, kind: document, origin: public-web, sensitivity: {confidentiality: high}}, {id: log, kind: log, personal_data: personal, facts: {retention: kept}}]
components:
  - {id: page, kind: web-app, zone: outside}
  - {id: app, kind: business-app, zone: inside}
  - {id: logs, kind: telemetry, zone: inside, holds: [log]}
data_flows:
  - {id: in, from: visitor, to: page, carries: [mail], encrypted: no, authentication: none}
  - {id: on, from: page, to: app, carries: [mail], encrypted: no, authentication: none}
  - {id: record, from: app, to: logs, carries: [log], encrypted: no}
`
	if r := analyzed(t, []byte(text)).Register; len(r.Threats)+len(r.Concerns) != 0 {
		t.Errorf("%d threats", len(r.Threats))
	}
	withAI := strings.Replace(text, "{id: app, kind: business-app", "{id: app, kind: llm", 1)
	if r := analyzed(t, []byte(withAI)).Register; len(r.Threats) == 0 {
		t.Error("and with AI none either")
	}
}
