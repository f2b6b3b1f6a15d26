package reach_test

var codeRows = []row{
	{"code runs", `
assets: [{id: lib, kind: dependency, origin: community}]
components: [{id: index, kind: package-index, holds: [lib]}, {id: api, kind: inference-endpoint}]
data_flows: [{id: f, from: api, to: index, returns: [lib]}]`,
		[]question{{"influence api control authenticated", "authenticated control -0: lib > index > api"}, {"influence index control authenticated", "none"}, {"influence api planted authenticated", "none"}}},
	{"code passes", `
assets: [{id: lib, kind: dependency}]
components: [{id: gate, kind: gateway}]
data_flows: [{id: f, from: visitor, to: gate, carries: [lib]}]`,
		[]question{{"influence gate control anonymous", "none"}, {"influence gate input anonymous", "anonymous input -0: visitor > gate"}}},
	{"code of no use there", `
assets: [{id: patch, kind: source-code}]
components: [{id: api, kind: inference-endpoint}, {id: job, kind: trainer}]
data_flows:
  - {id: f, from: visitor, to: api, carries: [patch]}
  - {id: g, from: visitor, to: job, carries: [patch]}`,
		[]question{{"influence api control anonymous", "none"}, {"influence job control anonymous", "anonymous control -0: visitor > job"}}},
	{"held code runs", `
assets: [{id: patch, kind: source-code, origin: community}]
components: [{id: api, kind: inference-endpoint, holds: [patch]}]`,
		[]question{{"influence api control authenticated", "authenticated control -0: patch > api"}}},
	{"code that is read", `
assets: [{id: patch, kind: source-code, origin: community}]
components: [{id: bot, kind: agent, holds: [patch]}, {id: filter, kind: guardrail, holds: [patch]}]`,
		[]question{{"influence bot control authenticated", "none"}, {"influence bot planted authenticated", "authenticated planted -0: patch > bot"}, {"influence filter control authenticated", "none"}}},
	{"libraries of an agent", `
assets: [{id: lib, kind: dependency, origin: community}]
components: [{id: bot, kind: agent, holds: [lib], runs_on: box}, {id: box, kind: host}]`,
		[]question{{"influence bot control authenticated", "authenticated control -0: lib > bot"}, {"influence box control authenticated", "authenticated control -0: lib > bot > box"}}},
	{"executor runs what it is sent", `
assets: [{id: words, kind: generated}]
components: [{id: sandbox, kind: code-executor}]
data_flows: [{id: f, from: visitor, to: sandbox, carries: [words]}]`,
		[]question{{"influence sandbox control anonymous", "anonymous control -0: visitor > sandbox"}}},
	{"executor reads answers", `
assets: [{id: result, kind: document}]
components: [{id: sandbox, kind: code-executor}, {id: base, kind: database, holds: [result]}]
data_flows:
  - {id: f, from: sandbox, to: base, returns: [result]}
  - {id: g, from: visitor, to: base, carries: [result]}`,
		[]question{{"influence sandbox control anonymous", "none"}, {"influence sandbox planted anonymous", "anonymous planted -0: visitor > base > sandbox"}}},
	{"code taken for real", `
assets: [{id: page, kind: document}]
components: [{id: app, kind: web-app, facts: {interprets: code}}, {id: site, kind: data-source}]
data_flows:
  - {id: f, from: app, to: site, returns: [page]}
  - {id: g, from: visitor, to: site, carries: [page]}`,
		[]question{{"influence app control anonymous", "anonymous control -0: visitor > site > app"}}},
	{"instructions direct", `
assets: [{id: rules, kind: prompt-template, origin: community}]
components: [{id: bot, kind: agent, holds: [rules]}, {id: api, kind: inference-endpoint, holds: [rules]}, {id: judge, kind: model-judge, holds: [rules]}]`,
		[]question{{"influence bot control authenticated", "authenticated control -0: rules > bot"}, {"influence bot planted authenticated", "authenticated planted -0: rules > bot"}, {"influence api control authenticated", "authenticated control -0: rules > api"}, {"influence judge control authenticated", "authenticated control -0: rules > judge"}}},
	{"instructions elsewhere", `
assets: [{id: rules, kind: prompt-template, origin: community}]
components: [{id: app, kind: business-app, holds: [rules]}, {id: watch, kind: monitor, holds: [rules]}]`,
		[]question{{"influence app control authenticated", "none"}, {"influence app planted authenticated", "authenticated planted -0: rules > app"}, {"influence watch control authenticated", "none"}}},
	{"template is handed on", `
assets: [{id: task, kind: prompt}, {id: rules, kind: prompt-template}]
components: [{id: bot, kind: llm-app, holds: [rules]}, {id: engine, kind: llm}]
data_flows:
  - {id: f, from: visitor, to: bot, carries: [task]}
  - {id: g, from: bot, to: engine, carries: [task, rules]}`,
		[]question{{"influence engine control anonymous", "none"}, {"influence engine input anonymous", "anonymous input -0: visitor > bot > engine"}}},
	{"own instructions written", `
assets: [{id: task, kind: prompt}, {id: rules, kind: agent-config}]
components: [{id: bot, kind: agent}, {id: disk, kind: document-store, holds: [rules]}]
data_flows:
  - {id: f, from: visitor, to: bot, carries: [task]}
  - {id: g, from: bot, to: disk, carries: [rules], returns: [rules]}`,
		[]question{{"influence bot control anonymous", "anonymous control -0: visitor > bot > disk > bot"}}},
	{"pinned", `
assets: [{id: rules, kind: agent-config, origin: community, facts: {updates: pinned}}, {id: net, kind: model, origin: community, facts: {updates: pinned}}, {id: lib, kind: dependency, origin: community, facts: {updates: pinned}}]
components: [{id: bot, kind: agent, holds: [rules]}, {id: api, kind: inference-endpoint, holds: [net]}, {id: job, kind: trainer, holds: [lib]}]`,
		[]question{{"influence bot control authenticated", "authenticated control -1: rules > bot"}, {"influence api learned authenticated", "authenticated learned -1: net > api"}, {"influence job control authenticated", "authenticated control -0: lib > job"}}},
	{"weights that run code", `
assets: [{id: net, kind: model, origin: community, facts: {format: may-run-code}}]
components: [{id: api, kind: inference-endpoint, holds: [net]}, {id: app, kind: business-app, holds: [net]}]`,
		[]question{{"influence api control authenticated", "authenticated control -0: net > api"}, {"influence api learned authenticated", "authenticated learned -0: net > api"}, {"influence app control authenticated", "none"}}},
	{"learned runs nothing", `
assets: [{id: records, kind: training-data, origin: community}, {id: net, kind: model, facts: {format: may-run-code}}]
components: [{id: lake, kind: dataset-store, holds: [records]}, {id: job, kind: trainer}, {id: api, kind: inference-endpoint, holds: [net]}]
pipeline: [{id: fit, kind: train, runs_on: job, consumes: [records], produces: [net]}]`,
		[]question{{"influence api control authenticated", "none"}, {"influence api learned authenticated", "authenticated learned -1: records > lake > job > fit > job > api"}}},
	{"fitted where he has control", `
assets: [{id: lib, kind: dependency, origin: community}, {id: net, kind: model, facts: {format: may-run-code}}]
components: [{id: job, kind: trainer, holds: [lib]}, {id: api, kind: inference-endpoint, holds: [net]}]
pipeline: [{id: fit, kind: train, runs_on: job, consumes: [], produces: [net]}]`,
		[]question{{"influence api control authenticated", "authenticated control -0: lib > job > api"}}},
}
