package match_test

import (
	"strings"
	"testing"

	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/match"
)

const office = head + `
assets:
  - {id: mail, kind: document}
  - {id: request, kind: prompt}
  - {id: order, kind: business-record}
  - {id: draft, kind: generated}
  - {id: verdict, kind: prediction, opens: [vault]}
  - {id: scan, kind: input}
components:
  - {id: inbox, kind: database}
  - {id: helper, kind: agent}
  - {id: clerk, kind: human-review}
  - {id: pay, kind: tool, facts: {effect: irreversible, acts_as: own-identity}}
  - {id: look, kind: tool, facts: {effect: read, acts_as: own-identity}}
  - {id: mine, kind: tool, facts: {effect: write, acts_as: caller}}
  - {id: some, kind: tool, facts: {acts_as: shared-identity}}
  - {id: gate, kind: inference-endpoint, facts: {on_failure: closed}}
  - {id: backup, kind: inference-endpoint, facts: {on_failure: open}}
  - {id: vault, kind: database}
  - {id: shop, kind: business-app}
  - {id: solo, kind: agent}
data_flows:
  - {id: a, from: visitor, to: inbox, carries: [mail]}
  - {id: b, from: helper, to: inbox, returns: [mail]}
  - {id: c, from: helper, to: clerk, carries: [draft]}
  - {id: d, from: clerk, to: pay, carries: [order]}
  - {id: e, from: helper, to: look, carries: [order]}
  - {id: f, from: member, to: solo, carries: [request]}
  - {id: g, from: solo, to: mine, carries: [order]}
  - {id: h, from: solo, to: some, carries: [order]}
  - {id: i, from: visitor, to: gate, carries: [scan], returns: [verdict]}
  - {id: j, from: shop, to: gate, carries: [scan], returns: [verdict]}
  - {id: k, from: shop, to: backup, carries: [scan], returns: [verdict]}
`

// What somebody makes act, through people too, and not with rights that are the caller's own.
func TestAuthority(t *testing.T) {
	g := resolve(t, office)
	for _, c := range []struct {
		when, id string
		want     match.Truth
		weakened int
	}{
		{"authority: {trust_at_most: anonymous, over: {facts: {effect: [irreversible]}}, as: tool}", "helper", match.True, 1},
		{"authority: {trust_at_most: anonymous, over: {facts: {effect: [read]}}}", "helper", match.True, 0},
		{"authority: {trust_at_most: anonymous, over: {facts: {effect: [write]}}}", "helper", match.False, 0},
		{"authority: {mode: planted, trust_at_most: anonymous, over: {facts: {effect: [read]}}}", "helper", match.True, 0},
		{"authority: {mode: [input, control], trust_at_most: anonymous, over: {facts: {effect: [read]}}}", "helper", match.False, 0},
		{"authority: {trust_at_most: authenticated, over: {facts: {effect: [write], acts_as: [caller]}}}", "solo", match.False, 0},
		{"authority: {trust_at_most: authenticated, over: {facts: {effect: [write]}}}", "solo", match.Unknown, 0},
		{"authority: {trust_at_most: anonymous, over: {facts: {acts_as: [shared-identity]}}}", "solo", match.False, 0},
		{"authority: {trust_at_most: anonymous, over: {kind: database}}", "gate", match.True, 0},
		{"authority: {trust_at_most: anonymous, over: {kind: business-app}}", "gate", match.True, 0},
	} {
		m := fits(t, g, c.when, c.id)
		got := match.False
		if m != nil {
			got = m.Truth
		}
		if got != c.want {
			t.Errorf("%s at %s: %v, want %v", c.when, c.id, got, c.want)
		} else if m != nil && m.Weakened != c.weakened {
			t.Errorf("%s at %s: weakened %d times, want %d", c.when, c.id, m.Weakened, c.weakened)
		}
	}
	m := fits(t, g, "authority: {trust_at_most: anonymous, over: {facts: {effect: [irreversible]}}, as: tool}", "helper")
	if tool, ok := m.Lookup("tool"); !ok || g.ID(tool) != "pay" {
		t.Errorf("tool is %v", tool)
	}
	var ids []string
	for _, s := range m.Paths[0].Steps {
		ids = append(ids, g.ID(s.At))
	}
	if got := strings.Join(ids, " "); got != "visitor inbox helper clerk pay" {
		t.Errorf("the path is %s", got)
	}
}

// Whatever goes on without an answer does not depend on who gives it.
func TestDependsOn(t *testing.T) {
	g := resolve(t, office)
	for _, c := range []struct {
		when, id string
		want     bool
	}{
		{"depends_on: {facts: {on_failure: [closed]}, as: model}", "shop", true},
		{"depends_on: {facts: {on_failure: [open]}}", "shop", false},
		{"depends_on: {kind: database}", "helper", true},
		{"depends_on: {kind: database}", "pay", true}, // by way of the clerk and the helper
		{"depends_on: {kind: database}", "shop", false},
	} {
		if m := fits(t, g, c.when, c.id); (m != nil) != c.want {
			t.Errorf("%s at %s: %v", c.when, c.id, m)
		}
	}
}

const loop = head + `
assets:
  - {id: photo, kind: input}
  - {id: guess, kind: prediction}
  - {id: past, kind: training-data}
  - {id: net, kind: model}
components:
  - {id: api, kind: inference-endpoint}
  - {id: lake, kind: dataset-store, holds: [past, guess]}
  - {id: job, kind: trainer, holds: [net]}
  - {id: other, kind: inference-endpoint}
data_flows:
  - {id: a, from: visitor, to: api, carries: [photo], returns: [guess]}
  - {id: b, from: api, to: lake, carries: [guess]}
  - {id: c, from: job, to: api, carries: [net]}
  - {id: d, from: visitor, to: other, carries: [photo], returns: [guess]}
pipeline:
  - {id: fit, kind: train, runs_on: job, consumes: [past, guess], produces: [net], facts: {cadence: periodic}}
`

// Answers are fitted to again; removing what closes the circle opens it.
func TestCycle(t *testing.T) {
	g := resolve(t, loop)
	m := fits(t, g, "cycle: {stage: {fits: true}, as: fitting}", "api")
	if m == nil || m.Truth != match.True {
		t.Fatal("there is no circle")
	}
	if s, _ := m.Lookup("fitting"); g.ID(s) != "fit" {
		t.Errorf("the circle goes through %v", s)
	}
	if fits(t, g, "cycle: {stage: {fits: true}}", "other") != nil {
		t.Error("the other endpoint is in a circle")
	}
	if fits(t, g, "cycle: {stage: {kind: reinforce}}", "api") != nil {
		t.Error("a circle goes through a stage that is not there")
	}
	open := resolve(t, strings.Replace(loop, "consumes: [past, guess]", "consumes: [past]", 1))
	if fits(t, open, "cycle: {stage: {fits: true}}", "api") != nil {
		t.Error("the circle is still closed")
	}
}

// A copy that a stage fits to and that something else reads.
func TestSharedCopy(t *testing.T) {
	g := resolve(t, head+`
assets: [{id: history, kind: features}, {id: net, kind: model}]
components: [{id: shelf, kind: feature-store, holds: [history]}, {id: job, kind: trainer, holds: [net]}, {id: api, kind: inference-endpoint}]
data_flows: [{id: a, from: api, to: shelf, returns: [history]}]
pipeline: [{id: fit, kind: train, runs_on: job, consumes: [history], produces: [net]}]`)
	if m := fits(t, g, "shared_copy: {asset: {kind: features}, stage: {fits: true}, reader: {family: serving}, as: copy}", "shelf"); m == nil || len(m.Bound) != 1 {
		t.Errorf("the copy is not shared: %v", m)
	}
	if m := fits(t, g, "shared_copy: {asset: {kind: features}, stage: {fits: true}, reader: {family: language}}", "shelf"); m != nil {
		t.Errorf("nobody reads it: %v", m)
	}
}

// A credential that a visitor is told gives control of what it opens, where the visitor gets to the door.
func TestOwnAndControlAndStrength(t *testing.T) {
	g := resolve(t, head+`
zones: [{id: cloud, trust: shared, operator: member}]
assets:
  - {id: key, kind: credential, opens: [lake]}
  - {id: page, kind: document, contains: [key]}
  - {id: faces, kind: training-data}
  - {id: net, kind: model}
  - {id: photo, kind: input}
  - {id: guess, kind: prediction}
components:
  - {id: site, kind: web-app, holds: [page]}
  - {id: lake, kind: dataset-store, holds: [faces], zone: cloud}
  - {id: job, kind: trainer, holds: [net]}
  - {id: api, kind: inference-endpoint, holds: [net], facts: {output_detail: all-scores}}
data_flows:
  - {id: a, from: visitor, to: site, returns: [page]}
  - {id: b, from: visitor, to: api, carries: [photo], returns: [guess]}
pipeline: [{id: fit, kind: train, runs_on: job, consumes: [faces], produces: [net]}]`)
	for _, c := range []struct {
		when, id string
		want     bool
	}{
		{"influenced: {mode: control, trust_at_most: anonymous}", "lake", true},
		{"influenced: {mode: own, trust_at_most: authenticated}", "lake", true},
		{"influenced: {mode: own, trust_at_most: anonymous}", "lake", false},
		{"influenced: {mode: [own, planted], trust_at_most: anonymous}", "lake", false},
		{"disclosed: {trust_at_most: anonymous}", "key", true},
		{"disclosed: {trust_at_most: anonymous}", "faces", true}, // with control of the lake
		{"influenced: {mode: learned, trust_at_most: anonymous}", "api", true},
	} {
		if m := fits(t, g, c.when, c.id); (m != nil) != c.want {
			t.Errorf("%s at %s: %v", c.when, c.id, m)
		}
	}
}

func TestChainClausesCompile(t *testing.T) {
	for when, want := range map[string]string{
		"authority: {trust_at_most: anonymous}":      `1:12: "authority" says not over what (over: {facts: {effect: [irreversible]}}, for example)`,
		"authority: {over: {kind: tool}, by: staff}": `1:33: "authority" can't have "by" here (expected one of: mode, trust_at_most, over, as)`,
		"cycle: {flow: {}}":                          `1:9: "cycle" can't have "flow" here (expected one of: stage, component, as)`,
		"shared_copy: {stage: {}}":                   `1:14: "shared_copy" needs stage and reader (who shares the copy; {} for any)`,
		"at_least: {count: 1, inflow: {}}":           `1:19: count is a whole number from 2 (once needs no count: ask the relation alone)`,
		"not: {depends_on: {kind: host}}":            `1:7: "not" may not stand over an analysis (a threat must never appear because something was removed; ask a fact instead)`,
	} {
		_, wrong := condition(t, when, graph.ComponentType)
		if len(wrong) == 0 {
			t.Errorf("%s compiles", when)
			continue
		}
		if got := said(wrong[0]); got != want {
			t.Errorf("%s:\n got %s\nwant %s", when, got, want)
		}
	}
}

func said(d diag.Diagnostic) string {
	return strings.TrimPrefix(d.Span.String(), "rule.yaml:") + ": " + d.Message + " (" + d.Hint + ")"
}
