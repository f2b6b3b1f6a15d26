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
}
