package reach_test

import "testing"

// These broke a law once, each in a random system.
var once = []row{
	{"what an evaluation writes holds what it contains", `
assets: [{id: cases, kind: evaluation-data}, {id: failures, kind: document}, {id: report, kind: document, contains: [failures]}]
components: [{id: lake, kind: dataset-store, holds: [cases]}, {id: job, kind: trainer, operator: visitor}]
pipeline: [{id: check, kind: evaluate, runs_on: job, consumes: [cases], produces: [report]}]`,
		[]question{{"disclosure job failures anonymous", "anonymous verbatim -0: visitor > job"}}},
	{"sending on what came in makes it no safer", `
assets: [{id: note, kind: document}, {id: answer, kind: generated}]
components: [{id: page, kind: web-app}, {id: helper, kind: agent, facts: {keeps_history: long-term}}]
data_flows:
  - {id: f, from: page, to: helper, carries: [note], returns: [note]}
  - {id: g, from: visitor, to: helper, returns: [answer]}`,
		[]question{{"disclosure helper note anonymous repeatable", "anonymous repeatable -0: helper > visitor"}}},
	{"answering too makes vectors no safer", `
assets: [{id: text, kind: document}, {id: vector, kind: embedding}, {id: label, kind: prediction}]
components: [{id: base, kind: database, holds: [text]}, {id: api, kind: inference-endpoint}]
data_flows:
  - {id: f, from: api, to: base, returns: [text]}
  - {id: g, from: visitor, to: api, returns: [vector]}
  - {id: h, from: staff, to: api, returns: [label]}`,
		[]question{{"disclosure base text anonymous inferable", "anonymous inferable -0: base > api > visitor"}}},
	{"a short way that is weakened hides no better one", `
assets: [{id: rules, kind: prompt-template, facts: {updates: pinned}}, {id: paper, kind: document}]
components: [{id: page, kind: web-app}, {id: engine, kind: inference-endpoint, holds: [paper]}]
data_flows:
  - {id: f, from: page, to: engine, carries: [rules], returns: [paper]}
  - {id: g, from: visitor, to: page, carries: [rules], returns: [paper]}`,
		[]question{{"disclosure engine paper anonymous", "anonymous verbatim -0: engine > page > visitor"}}},
	{"one that acts makes others act", `
components: [{id: bot, kind: agent}, {id: scribe, kind: agent}, {id: clerk, kind: agent}, {id: pay, kind: tool}]
data_flows:
  - {id: f, from: bot, to: scribe}
  - {id: g, from: scribe, to: bot}
  - {id: h, from: scribe, to: clerk}
  - {id: i, from: clerk, to: pay}`,
		[]question{{"authority bot bot pay", "-0: bot > scribe > clerk > pay"}}},
	{"of chains as little weakened the shortest", `
components: [{id: bot, kind: agent}, {id: clerk, kind: agent}, {id: scribe, kind: agent}, {id: pay, kind: tool}]
data_flows:
  - {id: f, from: bot, to: clerk}
  - {id: g, from: clerk, to: scribe}
  - {id: h, from: scribe, to: pay}
  - {id: i, from: bot, to: scribe}`,
		[]question{{"authority bot pay", "-0: bot > scribe > pay"}}},
	{"a chain weakened without end is a chain", `
components:
  - {id: d0, kind: human-task}
  - {id: d1, kind: human-task}
  - {id: d2, kind: human-task}
  - {id: d3, kind: human-task}
  - {id: d4, kind: human-task}
  - {id: d5, kind: human-task}
  - {id: pay, kind: business-app}
data_flows:
  - {id: f0, from: d0, to: d1}
  - {id: f1, from: d1, to: d2}
  - {id: f2, from: d2, to: d3}
  - {id: f3, from: d3, to: d4}
  - {id: f4, from: d4, to: d5}
  - {id: f5, from: d5, to: pay}
  - {id: g, from: visitor, to: d0}
  - {id: h, from: staff, to: d2}`,
		[]question{{"authority d0 pay", "-5: d0 > d1 > d2 > d3 > d4 > d5 > pay"}, {"acted pay administrator", "anonymous planted -5: visitor > d0 > d1 > d2 > d3 > d4 > d5 > pay"}}},
}

func TestOnceBroken(t *testing.T) {
	for _, r := range once {
		t.Run(r.name, func(t *testing.T) { r.check(t) })
	}
}
