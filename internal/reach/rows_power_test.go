package reach_test

var powerRows = []row{
	{"operator owns", `
components: [{id: llm, kind: llm, operator: member}]`,
		[]question{{"influence llm own authenticated", "authenticated own -0: member > llm"}, {"influence llm own anonymous", "none"}, {"influence llm control administrator", "none"}}},
	{"operator of the zone", `
zones: [{id: cloud, trust: shared, operator: member}]
assets: [{id: note, kind: document}]
components: [{id: base, kind: database, zone: cloud, holds: [note]}, {id: app, kind: business-app}]
data_flows: [{id: f, from: app, to: base, returns: [note]}]`,
		[]question{{"influence base own authenticated", "authenticated own -0: member > base"}, {"influence app planted authenticated note", "authenticated planted -0: member > base > app"}}},
	{"owners ask", `
assets: [{id: photo, kind: input}]
components: [{id: phone, kind: mobile-app, operator: visitor}, {id: api, kind: inference-endpoint}]
data_flows: [{id: f, from: phone, to: api, carries: [photo]}]`,
		[]question{{"influence api input anonymous", "anonymous input -0: visitor > phone > api"}, {"influence api own administrator", "none"}}},
	{"owners answer", `
assets: [{id: question, kind: prompt}, {id: answer, kind: generated}]
components: [{id: app, kind: llm-app}, {id: engine, kind: llm, operator: visitor}]
data_flows: [{id: f, from: app, to: engine, carries: [question], returns: [answer]}]`,
		[]question{{"influence app planted anonymous", "anonymous planted -0: visitor > engine > app"}, {"influence app input anonymous", "none"}}},
	{"control speaks", controlled(`
components: [{id: job, kind: ci-runner}, {id: app, kind: business-app}]`, `
  - {id: g, from: job, to: app, carries: [report]}`),
		[]question{{"influence app planted anonymous report", "anonymous planted -0: visitor > job > app"}, {"influence app control anonymous", "none"}, {"influence app input anonymous", "none"}}},
	{"power changes what only passes", controlled(`
components: [{id: job, kind: ci-runner}, {id: app, kind: business-app}]`, `
  - {id: g, from: staff, to: job, carries: [claim]}
  - {id: h, from: job, to: app, carries: [claim]}`),
		[]question{{"influence app planted anonymous claim", "anonymous planted -0: visitor > job > app"}}},
	{"power over a stage", controlled(`
components: [{id: job, kind: trainer}, {id: shelf, kind: model-registry, holds: [net]}]
pipeline: [{id: fit, kind: train, runs_on: job, consumes: [records], produces: [net]}]`, ``),
		[]question{{"influence fit planted anonymous", "anonymous planted -0: visitor > job > fit"}, {"influence net learned anonymous", "anonymous learned -1: visitor > job > fit > job"}, {"influence shelf planted anonymous net", "anonymous planted -0: visitor > job > shelf"}}},
	{"power over an evaluation", controlled(`
components: [{id: job, kind: trainer}]
pipeline: [{id: check, kind: evaluate, runs_on: job, consumes: [records], produces: [report]}]`, ``),
		[]question{{"influence check planted anonymous", "none"}, {"influence check control anonymous", "anonymous control -0: visitor > job"}}},
	{"power covers what lies there", controlled(`
components: [{id: job, kind: ci-runner, holds: [records]}]`, ``),
		[]question{{"influence records control anonymous", "anonymous control -0: visitor > job"}, {"influence job control anonymous records", "anonymous control -0: visitor > job"}, {"influence job control anonymous net", "none"}}},
	{"control climbs", controlled(`
components: [{id: job, kind: ci-runner, runs_on: box}, {id: box, kind: host}]`, ``),
		[]question{{"influence box control anonymous", "anonymous control -0: visitor > job > box"}}},
	{"machine houses", controlled(`
components: [{id: job, kind: ci-runner, runs_on: box}, {id: box, kind: host}, {id: bot, kind: agent, runs_on: box}]`, ``),
		[]question{{"influence bot control anonymous", "anonymous control -0: visitor > job > box > bot"}}},
	{"own machine", `
components: [{id: phone, kind: host, operator: visitor}, {id: net, kind: embedded-model, runs_on: phone}]`,
		[]question{{"influence net own anonymous", "anonymous own -0: visitor > phone > net"}}},
	{"own program", `
components: [{id: phone, kind: host}, {id: app, kind: mobile-app, runs_on: phone, operator: visitor}]`,
		[]question{{"influence phone own anonymous", "none"}, {"influence phone control anonymous", "none"}}},
	{"channels contain", `
assets: [{id: code, kind: dependency}]
components: [{id: browser, kind: desktop-app, runs_on: laptop}, {id: laptop, kind: host}]
data_flows: [{id: f, from: browser, to: visitor, returns: [code]}]`,
		[]question{{"influence browser control anonymous", "anonymous control -0: visitor > browser"}, {"influence laptop control anonymous", "none"}}},
	{"language contains", `
assets: [{id: rules, kind: agent-config}]
components: [{id: bot, kind: agent, runs_on: laptop}, {id: laptop, kind: host}]
data_flows: [{id: f, from: visitor, to: bot, carries: [rules]}]`,
		[]question{{"influence bot control anonymous", "anonymous control -0: visitor > bot"}, {"influence laptop control anonymous", "none"}}},
}

// controlled is a system in which a visitor's code runs at `job`.
func controlled(components, flows string) string {
	return `
assets:
  - {id: code, kind: source-code}
  - {id: report, kind: log}
  - {id: claim, kind: document}
  - {id: records, kind: training-data}
  - {id: net, kind: model}` + components + `
data_flows:
  - {id: f, from: visitor, to: job, carries: [code]}` + flows
}
