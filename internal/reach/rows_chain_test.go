package reach_test

var authorityRows = []row{
	{"who is spoken to speaks", `
components: [{id: page, kind: web-app}, {id: filter, kind: guardrail}, {id: bot, kind: agent}, {id: helper, kind: tool}, {id: pay, kind: business-app}]
data_flows:
  - {id: f, from: page, to: filter}
  - {id: g, from: filter, to: bot}
  - {id: h, from: bot, to: helper}
  - {id: i, from: helper, to: pay}`,
		[]question{{"authority page pay", "-1: page > filter > bot > helper > pay"}, {"authority pay page", "none"}}},
	{"programs decide themselves", `
assets: [{id: order, kind: business-record}]
components: [{id: bot, kind: agent}, {id: app, kind: business-app}, {id: pay, kind: business-app}, {id: base, kind: database}, {id: job, kind: data-pipeline}]
data_flows:
  - {id: f, from: bot, to: app}
  - {id: g, from: app, to: pay, carries: [order]}
  - {id: h, from: bot, to: base, carries: [order]}
  - {id: i, from: base, to: job, carries: [order]}`,
		[]question{{"authority bot app", "-0: bot > app"}, {"authority bot pay", "none"}, {"authority bot base", "-0: bot > base"}, {"authority bot job", "none"}}},
	{"answers are acted on", `
assets: [{id: photo, kind: input}, {id: label, kind: prediction}]
components: [{id: api, kind: inference-endpoint}, {id: app, kind: business-app}, {id: desk, kind: human-task}]
data_flows:
  - {id: f, from: app, to: api, carries: [photo], returns: [label]}
  - {id: g, from: api, to: desk, carries: [label]}`,
		[]question{{"authority api app", "-0: api > app"}, {"authority api desk", "-0: api > desk"}, {"authority app api", "none"}}},
	{"only what one makes is an answer", `
assets: [{id: photo, kind: input}, {id: net, kind: model}, {id: label, kind: prediction}]
components: [{id: api, kind: inference-endpoint}, {id: app, kind: business-app}, {id: cache, kind: response-cache, holds: [label]}]
data_flows:
  - {id: f, from: app, to: api, returns: [photo, net]}
  - {id: g, from: app, to: cache, returns: [label]}`,
		[]question{{"authority api app", "none"}, {"authority cache app", "none"}}},
	{"answer opens", `
assets: [{id: match, kind: prediction, opens: [gate]}]
components: [{id: face, kind: embedded-model, holds: [match]}, {id: gate, kind: business-app}]`,
		[]question{{"authority face gate", "-0: face > gate"}}},
	{"people weaken what follows", `
components: [{id: bot, kind: agent}, {id: desk, kind: human-review, facts: {selects: all}}, {id: pay, kind: business-app}]
data_flows:
  - {id: f, from: bot, to: desk}
  - {id: g, from: desk, to: pay}`,
		[]question{{"authority bot pay", "-1: bot > desk > pay"}, {"authority desk pay", "-1: desk > pay"}}},
	{"another than itself", `
components: [{id: bot, kind: agent}, {id: pay, kind: tool}]
data_flows: [{id: f, from: bot, to: pay}]`,
		[]question{{"authority bot bot", "none"}, {"authority bot bot pay", "-0: bot > pay"}, {"authority pay bot pay", "none"}}},
	{"nearest is least weakened", `
components: [{id: bot, kind: agent}, {id: desk, kind: human-task}, {id: one, kind: tool}, {id: two, kind: tool}, {id: pay, kind: business-app}]
data_flows:
  - {id: f, from: bot, to: desk}
  - {id: g, from: desk, to: pay}
  - {id: h, from: bot, to: one}
  - {id: i, from: one, to: two}
  - {id: j, from: two, to: pay}`,
		[]question{{"authority bot pay", "-0: bot > one > two > pay"}}},
	{"made to act", `
assets: [{id: task, kind: prompt}]
components: [{id: bot, kind: agent}, {id: pay, kind: tool}]
data_flows:
  - {id: f, from: visitor, to: bot, carries: [task]}
  - {id: g, from: bot, to: pay}
  - {id: h, from: staff, to: pay}`,
		[]question{{"acted pay administrator", "anonymous input -0: visitor > bot > pay"}, {"acted bot anonymous", "anonymous input -0: visitor > bot"}}},
	{"what reads and decides is made to act", `
assets: [{id: claim, kind: document}, {id: net, kind: model, origin: community}, {id: page, kind: document, origin: public-web}]
components: [{id: desk, kind: human-task}, {id: api, kind: inference-endpoint, holds: [net]}, {id: bot, kind: agent, holds: [page]}]
data_flows: [{id: f, from: visitor, to: desk, carries: [claim]}]`,
		[]question{{"acted desk anonymous", "anonymous planted -0: visitor > desk"}, {"acted api authenticated", "authenticated learned -0: net > api"}, {"acted bot anonymous", "anonymous planted -0: page > bot"}}},
	{"what lies there makes nothing act", `
assets: [{id: page, kind: document, origin: public-web}, {id: order, kind: business-record}]
components: [{id: app, kind: business-app, holds: [page]}, {id: bot, kind: agent}, {id: base, kind: database, holds: [page]}, {id: pay, kind: tool}]
data_flows:
  - {id: f, from: bot, to: base, returns: [page]}
  - {id: g, from: bot, to: pay}`,
		[]question{{"acted app administrator", "none"}, {"acted pay administrator", "anonymous planted -0: page > base > bot > pay"}}},
}

var dependenceRows = []row{
	{"who asks needs", `
assets: [{id: label, kind: prediction}]
components: [{id: app, kind: business-app}, {id: api, kind: inference-endpoint}, {id: base, kind: feature-store}]
data_flows:
  - {id: f, from: app, to: api, returns: [label]}
  - {id: g, from: api, to: base, returns: [label]}`,
		[]question{{"needs app base", "-0: app > api > base"}, {"needs base app", "none"}, {"needs app", "api, api > base"}}},
	{"who is sent something needs", `
assets: [{id: photo, kind: input}]
components: [{id: camera, kind: sensor}, {id: api, kind: inference-endpoint}, {id: lake, kind: dataset-store}]
data_flows:
  - {id: f, from: camera, to: api, carries: [photo]}
  - {id: g, from: api, to: lake, carries: [photo]}
  - {id: h, from: api, to: camera}`,
		[]question{{"needs api camera", "-0: api > camera"}, {"needs camera", ""}, {"needs lake", ""}}},
	{"programs need their machine", `
components: [{id: app, kind: business-app, runs_on: box}, {id: box, kind: host}]`,
		[]question{{"needs app box", "-0: app > box"}, {"needs box", ""}}},
	{"goes on without", `
assets: [{id: label, kind: prediction}]
components: [{id: app, kind: business-app}, {id: one, kind: inference-endpoint, facts: {on_failure: default-value}}, {id: two, kind: guardrail, facts: {on_failure: open}}, {id: base, kind: database}]
data_flows:
  - {id: f, from: app, to: one, returns: [label]}
  - {id: g, from: app, to: two, returns: [label]}
  - {id: h, from: one, to: base, returns: [label]}`,
		[]question{{"needs app", ""}, {"needs one base", "-0: one > base"}}},
	{"stops or waits", `
assets: [{id: label, kind: prediction}]
components: [{id: app, kind: business-app}, {id: one, kind: inference-endpoint, facts: {on_failure: closed}}, {id: desk, kind: human-review, facts: {on_failure: hold}}, {id: two, kind: inference-endpoint}]
data_flows:
  - {id: f, from: app, to: one, returns: [label]}
  - {id: g, from: app, to: desk, returns: [label]}
  - {id: h, from: app, to: two, returns: [label]}`,
		[]question{{"needs app", "one, desk, two"}}},
	{"again and again", `
assets: [{id: raw, kind: training-data}, {id: net, kind: model}]
components: [{id: lake, kind: dataset-store, holds: [raw]}, {id: job, kind: trainer}, {id: sweeper, kind: data-pipeline}, {id: shelf, kind: model-registry, holds: [net]}]
pipeline: [{id: fit, kind: train, runs_on: job, consumes: [raw], produces: [net], facts: {cadence: periodic}}, {id: tidy, kind: prepare, runs_on: sweeper, consumes: [raw], facts: {cadence: continuous}}]`,
		[]question{{"needs job", "lake"}, {"needs sweeper", "lake"}, {"needs shelf", ""}}},
	{"done once", `
assets: [{id: raw, kind: training-data}]
components: [{id: lake, kind: dataset-store, holds: [raw]}, {id: job, kind: trainer}]
pipeline: [{id: fit, kind: train, runs_on: job, consumes: [raw], facts: {cadence: once}}]`,
		[]question{{"needs job", ""}}},
	{"people outside are not needed", `
assets: [{id: photo, kind: input}]
components: [{id: api, kind: inference-endpoint}]
data_flows: [{id: f, from: visitor, to: api, carries: [photo]}, {id: g, from: api, to: staff, returns: [photo]}]`,
		[]question{{"needs api", ""}}},
}

var circleRows = []row{
	{"content comes back", `
assets: [{id: case, kind: business-record}, {id: score, kind: prediction}]
components: [{id: api, kind: inference-endpoint}, {id: app, kind: business-app}]
data_flows: [{id: f, from: app, to: api, carries: [case], returns: [score]}]`,
		[]question{{"circle api app", "api > app > api through app"}, {"circle app api", "app > api > app through api"}, {"circle api api", "none"}}},
	{"circle through a stage", `
assets: [{id: feedback, kind: feedback}, {id: score, kind: prediction}, {id: net, kind: model}]
components: [{id: api, kind: inference-endpoint, holds: [net]}, {id: app, kind: business-app}, {id: lake, kind: dataset-store, holds: [feedback]}, {id: job, kind: trainer}]
data_flows:
  - {id: f, from: app, to: api, returns: [score]}
  - {id: g, from: app, to: lake, carries: [feedback]}
pipeline: [{id: fit, kind: fine-tune, runs_on: job, consumes: [feedback], produces: [net]}]`,
		[]question{{"circle api fit", "api > app > lake > job > fit > job > api through fit"}}},
	{"circle through a store", `
assets: [{id: notes, kind: document}, {id: plans, kind: document}]
components: [{id: bot, kind: agent}, {id: memory, kind: agent-memory, holds: [notes, plans]}]
data_flows: [{id: f, from: bot, to: memory, carries: [notes, plans], returns: [notes, plans]}]`,
		[]question{{"circle bot memory", "bot > memory > bot through memory"}, {"circle memory bot", "memory > bot > memory through bot"}, {"circle memory memory", "none"}}},
	{"no way back", `
assets: [{id: score, kind: prediction}]
components: [{id: api, kind: inference-endpoint}, {id: app, kind: business-app}]
data_flows: [{id: f, from: app, to: api, returns: [score]}]`,
		[]question{{"circle api app", "none"}}},
	{"passing on makes no circle", `
assets: [{id: case, kind: business-record}, {id: score, kind: prediction}]
components: [{id: api, kind: inference-endpoint}, {id: gate, kind: gateway}]
data_flows: [{id: f, from: gate, to: api, carries: [case], returns: [score]}]`,
		[]question{{"circle api gate", "none"}}},
	{"power makes no circle", `
components: [{id: app, kind: business-app, runs_on: box}, {id: box, kind: host}]`,
		[]question{{"circle app box", "none"}}},
}
