package reach_test

var disclosureRows = []row{
	{"reply is read", `
assets: [{id: label, kind: prediction}]
components: [{id: api, kind: inference-endpoint}]
data_flows: [{id: f, from: member, to: api, returns: [label]}]`,
		[]question{{"disclosure api label authenticated", "authenticated verbatim -0: api > member"}}},
	{"sent to a reader", `
assets: [{id: bill, kind: document, origin: internal}]
components: [{id: app, kind: business-app}]
data_flows: [{id: f, from: app, to: visitor, carries: [bill]}]`,
		[]question{{"disclosure app bill anonymous", "anonymous verbatim -0: app > visitor"}}},
	{"passed on", `
assets: [{id: label, kind: prediction}]
components: [{id: api, kind: inference-endpoint}, {id: page, kind: web-app}]
data_flows:
  - {id: f, from: page, to: api, returns: [label]}
  - {id: g, from: visitor, to: page, returns: [label]}`,
		[]question{{"disclosure api label anonymous", "anonymous verbatim -0: api > page > visitor"}}},
	{"read from a store", `
assets: [{id: page, kind: document}, {id: secret, kind: document}]
components: [{id: base, kind: database, holds: [page, secret]}, {id: app, kind: web-app}]
data_flows:
  - {id: f, from: app, to: base, returns: [page]}
  - {id: g, from: visitor, to: app, returns: [page]}`,
		[]question{{"disclosure base page anonymous", "anonymous verbatim -0: base > app > visitor"}, {"disclosure base secret administrator", "none"}}},
	{"stage moves", `
assets: [{id: raw, kind: training-data}]
components: [{id: lake, kind: dataset-store, holds: [raw]}, {id: job, kind: data-pipeline}]
data_flows: [{id: g, from: member, to: job, returns: [raw]}]
pipeline: [{id: tidy, kind: prepare, runs_on: job, consumes: [raw]}]`,
		[]question{{"disclosure lake raw authenticated", "authenticated verbatim -0: lake > job > member"}}},
	{"made is another asset", `
assets: [{id: record, kind: document}, {id: answer, kind: document}]
components: [{id: base, kind: database, holds: [record]}, {id: assistant, kind: llm}]
data_flows:
  - {id: f, from: assistant, to: base, returns: [record]}
  - {id: g, from: visitor, to: assistant, returns: [answer]}`,
		[]question{{"disclosure base record administrator", "none"}, {"disclosure assistant answer anonymous", "anonymous verbatim -0: assistant > visitor"},
			{"disclosure base answer administrator", "none"}}},
	{"fitted is another asset", `
assets: [{id: raw, kind: training-data}, {id: net, kind: model}]
components: [{id: lake, kind: dataset-store, holds: [raw]}, {id: job, kind: trainer}]
data_flows: [{id: g, from: member, to: job, returns: [net]}]
pipeline: [{id: fit, kind: train, runs_on: job, consumes: [raw], produces: [net]}]`,
		[]question{{"disclosure lake raw administrator", "none"}, {"disclosure job net authenticated", "authenticated verbatim -0: job > member"}}},
	{"trusted reader", `
assets: [{id: label, kind: prediction}]
components: [{id: api, kind: inference-endpoint}]
data_flows: [{id: f, from: staff, to: api, returns: [label]}]`,
		[]question{{"disclosure api label partner", "none"}, {"disclosure api label employee", "employee verbatim -0: api > staff"}}},
	{"line in the clear", `
zones: [{id: inside, trust: internal}, {id: outside, trust: untrusted}]
assets: [{id: photo, kind: input}, {id: label, kind: prediction}]
components: [{id: page, kind: web-app, zone: outside}, {id: api, kind: inference-endpoint, zone: inside}]
data_flows: [{id: f, from: page, to: api, carries: [photo], returns: [label], encrypted: no}]`,
		[]question{{"disclosure api label anonymous", "anonymous verbatim -0: api > f"}, {"disclosure page photo anonymous", "anonymous verbatim -0: page > f"}}},
	{"line not known to be in the clear", `
zones: [{id: inside, trust: internal}, {id: outside, trust: untrusted}]
assets: [{id: photo, kind: input}, {id: label, kind: prediction}]
components: [{id: page, kind: web-app, zone: outside}, {id: api, kind: inference-endpoint, zone: inside}]
data_flows:
  - {id: f, from: page, to: api, carries: [photo]}
  - {id: g, from: page, to: api, returns: [label], encrypted: yes}`,
		[]question{{"disclosure api label administrator", "none"}, {"disclosure api photo administrator", "none"}}},
	{"line inside a zone", `
zones: [{id: outside, trust: untrusted}]
assets: [{id: photo, kind: input}]
components: [{id: page, kind: web-app, zone: outside}, {id: api, kind: inference-endpoint, zone: outside}]
data_flows: [{id: f, from: page, to: api, carries: [photo], encrypted: no}]`,
		[]question{{"disclosure page photo administrator", "none"}}},
	{"operators read", `
assets: [{id: photo, kind: input}, {id: net, kind: model}]
components: [{id: page, kind: web-app}, {id: api, kind: inference-endpoint, operator: staff, holds: [net], facts: {egress: none}}]
data_flows: [{id: f, from: page, to: api, carries: [photo]}]`,
		[]question{{"disclosure api net employee", "employee verbatim -0: staff > api"}, {"disclosure page photo employee", "employee verbatim -0: staff > api > page"}, {"disclosure api net partner", "none"}}},
	{"control reads", controlled(`
components: [{id: job, kind: ci-runner, holds: [records]}]`, ``),
		[]question{{"disclosure job records anonymous", "anonymous verbatim -0: visitor > job"}}},
	{"control without a way out", controlled(`
components: [{id: job, kind: ci-runner, holds: [records], facts: {egress: none}}]`, ``),
		[]question{{"disclosure job records administrator", "none"}}},
	{"language needs a way out", `
assets: [{id: rules, kind: agent-config}, {id: plans, kind: document}]
components: [{id: bot, kind: agent, holds: [plans]}, {id: tool, kind: tool, facts: {egress: none}}]
data_flows:
  - {id: f, from: visitor, to: bot, carries: [rules]}
  - {id: g, from: bot, to: tool}`,
		[]question{{"influence bot control anonymous", "anonymous control -0: visitor > bot"}, {"disclosure bot plans administrator", "none"}}},
	{"way out by a tool", wayOut(`{id: send, kind: tool, facts: {egress: listed}}`),
		[]question{{"disclosure bot plans anonymous repeatable", "anonymous repeatable -0: visitor > bot"}, {"disclosure bot plans anonymous", "none"}}},
	{"way out to the public", wayOut(`{id: send, kind: tool, facts: {audience: public}}`),
		[]question{{"disclosure bot plans anonymous repeatable", "anonymous repeatable -0: visitor > bot"}}},
	{"no way out is known", wayOut(`{id: send, kind: tool}`),
		[]question{{"disclosure bot plans administrator repeatable", "none"}}},
	{"way out by markup", `
assets: [{id: task, kind: prompt}, {id: answer, kind: generated}, {id: plans, kind: document}]
components: [{id: page, kind: desktop-app, facts: {interprets: markup, egress: listed}}, {id: bot, kind: agent, holds: [plans]}]
data_flows:
  - {id: f, from: visitor, to: bot, carries: [task]}
  - {id: g, from: page, to: bot, returns: [answer]}`,
		[]question{{"disclosure bot plans anonymous repeatable", "anonymous repeatable -0: visitor > bot"}}},
	{"controlled language lets out all", `
assets: [{id: rules, kind: agent-config}, {id: plans, kind: document}]
components: [{id: bot, kind: agent, holds: [plans]}, {id: send, kind: tool, facts: {egress: open}}]
data_flows:
  - {id: f, from: visitor, to: bot, carries: [rules]}
  - {id: g, from: bot, to: send}`,
		[]question{{"disclosure bot plans anonymous", "anonymous verbatim -0: visitor > bot"}}},
	{"what is inside", `
assets: [{id: key, kind: credential}, {id: settings, kind: source-code, contains: [key]}, {id: image, kind: container-image, contains: [settings]}]
components: [{id: store, kind: image-registry, holds: [image]}]
data_flows: [{id: f, from: visitor, to: store, returns: [image]}]`,
		[]question{{"disclosure store key anonymous", "anonymous verbatim -0: store > visitor"}}},
	{"language repeats", `
assets: [{id: record, kind: document}, {id: answer, kind: generated}]
components: [{id: base, kind: database, holds: [record]}, {id: assistant, kind: llm}]
data_flows:
  - {id: f, from: assistant, to: base, returns: [record]}
  - {id: g, from: visitor, to: assistant, returns: [answer]}`,
		[]question{{"disclosure base record anonymous repeatable", "anonymous repeatable -0: base > assistant > visitor"}, {"disclosure base record anonymous", "none"}}},
	{"questions are their askers'", `
assets: [{id: question, kind: prompt}, {id: answer, kind: generated}]
components: [{id: bot, kind: agent, facts: {keeps_history: session}}]
data_flows: [{id: f, from: staff, to: bot, carries: [question]}, {id: g, from: visitor, to: bot, returns: [answer]}]`,
		[]question{{"disclosure bot question administrator repeatable", "none"}}},
	{"long memory repeats", `
assets: [{id: question, kind: prompt}, {id: answer, kind: generated}]
components: [{id: bot, kind: agent, facts: {keeps_history: long-term}}]
data_flows: [{id: f, from: staff, to: bot, carries: [question]}, {id: g, from: visitor, to: bot, returns: [answer]}]`,
		[]question{{"disclosure bot question anonymous repeatable", "anonymous repeatable -0: bot > visitor"}}},
	{"secrets are used, not said", `
assets: [{id: key, kind: credential, facts: {stored: vault}}, {id: slip, kind: credential, facts: {stored: plaintext}}, {id: answer, kind: generated}]
components: [{id: bot, kind: agent, holds: [key, slip]}]
data_flows: [{id: g, from: visitor, to: bot, returns: [answer]}]`,
		[]question{{"disclosure bot key administrator aggregate", "none"}, {"disclosure bot slip anonymous repeatable", "anonymous repeatable -0: bot > visitor"}}},
	{"answers tell of the model", `
assets: [{id: net, kind: model}, {id: label, kind: prediction}]
components: [{id: api, kind: inference-endpoint, holds: [net]}]
data_flows: [{id: g, from: visitor, to: api, returns: [label]}]`,
		[]question{{"disclosure api net anonymous inferable", "anonymous inferable -0: api > visitor"}, {"disclosure api net anonymous repeatable", "none"}}},
	{"labels tell less", `
assets: [{id: net, kind: model}, {id: label, kind: prediction}]
components: [{id: api, kind: inference-endpoint, holds: [net], facts: {output_detail: label}}]
data_flows: [{id: g, from: visitor, to: api, returns: [label]}]`,
		[]question{{"disclosure api net anonymous aggregate", "anonymous aggregate -0: api > visitor"}, {"disclosure api net anonymous inferable", "none"}}},
	{"answers tell of what was asked before", `
assets: [{id: photo, kind: input}, {id: label, kind: prediction}]
components: [{id: api, kind: inference-endpoint}]
data_flows: [{id: f, from: staff, to: api, carries: [photo]}, {id: g, from: visitor, to: api, returns: [label]}]`,
		[]question{{"disclosure api photo anonymous aggregate", "anonymous aggregate -0: api > visitor"}, {"disclosure api photo anonymous inferable", "none"}}},
	{"vectors tell", `
assets: [{id: text, kind: document}, {id: vector, kind: embedding}]
components: [{id: api, kind: inference-endpoint}]
data_flows: [{id: f, from: staff, to: api, carries: [text]}, {id: g, from: visitor, to: api, returns: [vector]}]`,
		[]question{{"disclosure api text anonymous inferable", "anonymous inferable -0: api > visitor"}, {"disclosure api text anonymous repeatable", "none"}}},
	{"updates tell", `
assets: [{id: typed, kind: training-data}, {id: update, kind: model-update}]
components: [{id: phone, kind: fl-client, holds: [typed]}]
data_flows: [{id: f, from: phone, to: visitor, carries: [update]}]`,
		[]question{{"disclosure phone typed anonymous inferable", "anonymous inferable -0: phone > visitor"}, {"disclosure phone typed anonymous repeatable", "none"}}},
	{"prepared data tells", `
assets: [{id: raw, kind: document}, {id: clean, kind: training-data}]
components: [{id: job, kind: data-pipeline, holds: [raw]}]
data_flows: [{id: f, from: job, to: visitor, carries: [clean]}]`,
		[]question{{"disclosure job raw anonymous repeatable", "anonymous repeatable -0: job > visitor"}, {"disclosure job raw anonymous", "none"}}},
	{"others tell nothing", `
assets: [{id: raw, kind: document}, {id: bill, kind: business-record}]
components: [{id: app, kind: business-app, holds: [raw]}]
data_flows: [{id: f, from: app, to: visitor, carries: [bill]}]`,
		[]question{{"disclosure app raw administrator aggregate", "none"}}},
	{"only made", `
assets: [{id: one, kind: features}, {id: two, kind: features}]
components: [{id: job, kind: data-pipeline}]
data_flows: [{id: f, from: job, to: staff, carries: [one]}, {id: g, from: job, to: visitor, carries: [two]}]`,
		[]question{{"disclosure job one anonymous aggregate", "none"}}},
	{"models tell of their data", used("fine-tune", "model"),
		[]question{{"disclosure job raw anonymous inferable", "anonymous inferable -0: job > work > job > visitor"}, {"disclosure job raw anonymous repeatable", "none"}}},
	{"indexing tells", used("embed", "embedding"),
		[]question{{"disclosure job raw anonymous inferable", "anonymous inferable -0: job > work > job > visitor"}, {"disclosure job raw anonymous repeatable", "none"}}},
	{"packing hides nothing", used("compress", "model"),
		[]question{{"disclosure job raw anonymous", "anonymous verbatim -0: job > work > job > visitor"}}},
	{"verdicts tell in sums", used("evaluate", "document"),
		[]question{{"disclosure job raw anonymous aggregate", "anonymous aggregate -0: job > work > job > visitor"}, {"disclosure job raw anonymous inferable", "none"}}},
	{"other stages tell", used("prepare", "features"),
		[]question{{"disclosure job raw anonymous repeatable", "anonymous repeatable -0: job > work > job > visitor"}, {"disclosure job raw anonymous", "none"}}},
	{"stages don't tell secrets", `
assets: [{id: key, kind: credential, facts: {stored: plaintext}}, {id: clean, kind: features}]
components: [{id: job, kind: ci-runner, holds: [key]}]
data_flows: [{id: f, from: visitor, to: job, returns: [clean]}]
pipeline: [{id: work, kind: prepare, runs_on: job, consumes: [key], produces: [clean]}]`,
		[]question{{"disclosure job key administrator aggregate", "none"}}},
	{"strengths never rise", `
assets: [{id: typed, kind: training-data}, {id: update, kind: model-update}, {id: net, kind: model}]
components: [{id: phone, kind: fl-client, holds: [typed]}, {id: hub, kind: fl-aggregator}]
data_flows: [{id: f, from: phone, to: hub, carries: [update]}, {id: g, from: visitor, to: hub, returns: [net]}]
pipeline: [{id: join, kind: federate, runs_on: hub, consumes: [update], produces: [net]}]`,
		[]question{{"disclosure phone typed anonymous inferable", "anonymous inferable -0: phone > hub > visitor"}, {"disclosure phone typed anonymous repeatable", "none"}}},
	{"weakened power tells later", `
assets: [{id: rules, kind: prompt-template, facts: {updates: pinned}}, {id: paper, kind: document}]
components: [{id: engine, kind: inference-endpoint, holds: [paper]}]
data_flows: [{id: f, from: visitor, to: engine, carries: [rules]}, {id: g, from: member, to: engine, returns: [paper]}]`,
		[]question{{"disclosure engine paper anonymous", "anonymous verbatim -1: visitor > engine"}, {"disclosure engine paper authenticated", "authenticated verbatim -0: engine > member"}}},
}

// wayOut is an agent that a visitor asks, with papers and a tool.
func wayOut(tool string) string {
	return `
assets: [{id: task, kind: prompt}, {id: mail, kind: document}, {id: plans, kind: document}]
components: [{id: bot, kind: agent, holds: [plans]}, ` + tool + `]
data_flows:
  - {id: f, from: visitor, to: bot, carries: [task]}
  - {id: g, from: bot, to: send, carries: [mail]}`
}

// used is a stage that makes something of raw data, which a visitor reads.
func used(stage, made string) string {
	return `
assets: [{id: raw, kind: training-data}, {id: made, kind: ` + made + `}]
components: [{id: job, kind: ci-runner, holds: [raw]}]
data_flows: [{id: f, from: visitor, to: job, returns: [made]}]
pipeline: [{id: work, kind: ` + stage + `, runs_on: job, consumes: [raw], produces: [made]}]`
}
