package reach_test

var influenceRows = []row{
	{"request enters", `
assets: [{id: photo, kind: input}, {id: label, kind: prediction}]
components: [{id: api, kind: inference-endpoint}]
data_flows: [{id: f, from: visitor, to: api, carries: [photo], returns: [label]}]`,
		[]question{{"influence api input anonymous", "anonymous input -0: visitor > api"}, {"influence api planted administrator", "none"}}},
	{"request without assets", `
components: [{id: app, kind: web-app}]
data_flows: [{id: f, from: member, to: app}]`,
		[]question{{"influence app input authenticated", "authenticated input -0: member > app"}, {"influence app input anonymous", "none"}}},
	{"request to a store", `
assets: [{id: page, kind: document}]
components: [{id: wiki, kind: database}]
data_flows: [{id: f, from: visitor, to: wiki, carries: [page]}]`,
		[]question{{"influence page planted anonymous", "anonymous planted -0: visitor > wiki"}, {"influence page input anonymous", "none"}}},
	{"request to people", `
assets: [{id: claim, kind: document}]
components: [{id: desk, kind: human-review}]
data_flows: [{id: f, from: visitor, to: desk, carries: [claim]}]`,
		[]question{{"influence desk planted anonymous", "anonymous planted -0: visitor > desk"}, {"influence desk input anonymous", "none"}}},
	{"outside system answers", `
assets: [{id: query, kind: prompt}, {id: news, kind: document}]
components: [{id: fetcher, kind: data-pipeline}]
data_flows: [{id: f, from: fetcher, to: visitor, carries: [query], returns: [news]}]`,
		[]question{{"influence fetcher planted anonymous", "anonymous planted -0: visitor > fetcher"}, {"influence fetcher input anonymous", "none"}}},
	{"actors are ends", `
assets: [{id: draft, kind: document}, {id: note, kind: document}]
components: [{id: wiki, kind: database}, {id: board, kind: database}]
data_flows:
  - {id: f, from: visitor, to: wiki, carries: [draft]}
  - {id: g, from: staff, to: wiki, returns: [draft]}
  - {id: h, from: staff, to: board, carries: [note]}`,
		[]question{{"influence note planted anonymous", "none"}, {"influence note planted employee", "employee planted -0: staff > board"}}},
	{"origin", `
assets: [{id: images, kind: training-data, origin: public-web}]
components: [{id: lake, kind: dataset-store, holds: [images]}]`,
		[]question{{"influence images planted anonymous", "anonymous planted -0: images > lake"}}},
	{"origin at collection", `
assets: [{id: images, kind: training-data, origin: public-web}]
components: [{id: crawler, kind: data-pipeline}]
pipeline: [{id: scrape, kind: collect, runs_on: crawler, produces: [images]}]`,
		[]question{{"influence images planted anonymous", "anonymous planted -0: images > crawler"}}},
	{"relay keeps the rest out", `
assets: [{id: mail, kind: document}, {id: order, kind: business-record}]
components: [{id: pipe, kind: data-pipeline}, {id: app, kind: business-app}]
data_flows:
  - {id: f, from: visitor, to: pipe, carries: [mail]}
  - {id: g, from: staff, to: pipe, carries: [order]}
  - {id: h, from: pipe, to: app, carries: [order]}`,
		[]question{{"influence app input anonymous", "none"}, {"influence app input employee", "employee input -0: staff > pipe > app"}}},
	{"maker mixes", `
assets: [{id: mail, kind: document}, {id: order, kind: business-record}]
components: [{id: shop, kind: business-app}, {id: app, kind: business-app}]
data_flows:
  - {id: f, from: visitor, to: shop, carries: [mail]}
  - {id: h, from: shop, to: app, carries: [order]}`,
		[]question{{"influence app input anonymous", "anonymous input -0: visitor > shop > app"}}},
	{"kinds decide, not drawings", `
assets: [{id: mail, kind: document}, {id: order, kind: business-record}]
components: [{id: shop, kind: business-app}, {id: app, kind: business-app}]
data_flows:
  - {id: f, from: visitor, to: shop, carries: [mail]}
  - {id: g, from: staff, to: shop, carries: [order]}
  - {id: h, from: shop, to: app, carries: [order]}`,
		[]question{{"influence app input anonymous", "anonymous input -0: visitor > shop > app"}}},
	{"store keeps apart", `
assets: [{id: mail, kind: document}, {id: order, kind: business-record}]
components: [{id: base, kind: database, holds: [order]}, {id: app, kind: business-app}]
data_flows:
  - {id: f, from: visitor, to: base, carries: [mail]}
  - {id: h, from: app, to: base, returns: [order]}`,
		[]question{{"influence app planted administrator", "none"}, {"influence base planted anonymous mail", "anonymous planted -0: visitor > base"}}},
	{"into a store plants", `
assets: [{id: mail, kind: document}]
components: [{id: app, kind: business-app}, {id: base, kind: database}]
data_flows:
  - {id: f, from: visitor, to: app, carries: [mail]}
  - {id: h, from: app, to: base, carries: [mail]}`,
		[]question{{"influence base planted anonymous mail", "anonymous planted -0: visitor > app > base"}, {"influence base input anonymous mail", "none"}}},
	{"into people plants", `
assets: [{id: mail, kind: document}]
components: [{id: app, kind: web-app}, {id: desk, kind: human-review}]
data_flows:
  - {id: f, from: visitor, to: app, carries: [mail]}
  - {id: h, from: app, to: desk, carries: [mail]}`,
		[]question{{"influence desk planted anonymous", "anonymous planted -0: visitor > app > desk"}, {"influence desk input anonymous", "none"}}},
	{"agents plant", `
assets: [{id: task, kind: prompt}]
components: [{id: planner, kind: agent}, {id: worker, kind: agent}]
data_flows:
  - {id: f, from: visitor, to: planner, carries: [task]}
  - {id: h, from: planner, to: worker, carries: [task]}`,
		[]question{{"influence worker planted anonymous", "anonymous planted -0: visitor > planner > worker"}, {"influence worker input anonymous", "none"}}},
	{"relayed reply plants", `
assets: [{id: mail, kind: document}]
components: [{id: box, kind: web-app}, {id: app, kind: business-app}]
data_flows:
  - {id: f, from: visitor, to: box, carries: [mail]}
  - {id: h, from: app, to: box, returns: [mail]}`,
		[]question{{"influence app planted anonymous", "anonymous planted -0: visitor > box > app"}, {"influence app input anonymous", "none"}}},
	{"echo at a channel", `
assets: [{id: question, kind: prompt}, {id: answer, kind: document}]
components: [{id: page, kind: web-app}, {id: bot, kind: agent}, {id: engine, kind: llm}]
data_flows:
  - {id: f, from: visitor, to: page, carries: [question], returns: [answer]}
  - {id: h, from: page, to: bot, carries: [question], returns: [answer]}
  - {id: i, from: bot, to: engine, carries: [question], returns: [answer]}`,
		[]question{{"influence page planted anonymous", "none"}, {"influence bot planted anonymous", "none"}, {"influence bot input anonymous", "anonymous input -0: visitor > page > bot"}}},
	{"echo at a guard", `
assets: [{id: question, kind: prompt}, {id: answer, kind: document}]
components: [{id: filter, kind: guardrail}, {id: bot, kind: agent}]
data_flows:
  - {id: f, from: visitor, to: filter, carries: [question], returns: [answer]}
  - {id: h, from: filter, to: bot, carries: [question], returns: [question, answer]}`,
		[]question{{"influence filter planted anonymous", "none"}}},
	{"made reply keeps", `
assets: [{id: photo, kind: input}, {id: label, kind: prediction}]
components: [{id: api, kind: inference-endpoint}, {id: app, kind: business-app}]
data_flows:
  - {id: f, from: visitor, to: api, carries: [photo]}
  - {id: h, from: app, to: api, returns: [label]}`,
		[]question{{"influence app input anonymous", "anonymous input -0: visitor > api > app"}}},
	{"input turns back at people", `
assets: [{id: photo, kind: input}, {id: label, kind: prediction}]
components: [{id: api, kind: inference-endpoint}, {id: desk, kind: human-review}]
data_flows:
  - {id: f, from: visitor, to: api, carries: [photo], returns: [label]}
  - {id: h, from: desk, to: api, carries: [photo], returns: [label]}`,
		[]question{{"influence desk input anonymous", "none"}, {"influence desk planted anonymous", "none"}}},
	{"planted comes back to people", `
assets: [{id: pages, kind: document, origin: public-web}, {id: label, kind: prediction}]
components: [{id: base, kind: database, holds: [pages]}, {id: api, kind: inference-endpoint}, {id: desk, kind: human-review}]
data_flows:
  - {id: f, from: api, to: base, returns: [pages]}
  - {id: h, from: desk, to: api, returns: [label]}`,
		[]question{{"influence desk planted anonymous", "anonymous planted -0: pages > base > api > desk"}}},
	{"language mixes", `
assets: [{id: task, kind: prompt}, {id: order, kind: business-record}]
components: [{id: assistant, kind: llm}, {id: pay, kind: tool}]
data_flows:
  - {id: f, from: visitor, to: assistant, carries: [task]}
  - {id: h, from: assistant, to: pay, carries: [order]}`,
		[]question{{"influence pay input anonymous", "anonymous input -0: visitor > assistant > pay"}}},
	{"language remembers", `
assets: [{id: task, kind: prompt}, {id: notes, kind: document}]
components: [{id: helper, kind: agent}, {id: memory, kind: database, holds: [notes]}]
data_flows:
  - {id: f, from: visitor, to: helper, carries: [task]}
  - {id: h, from: helper, to: memory, carries: [notes], returns: [notes]}`,
		[]question{{"influence helper planted anonymous", "anonymous planted -0: visitor > helper > memory > helper"}}},
	{"people weaken", `
assets: [{id: claim, kind: document}, {id: verdict, kind: business-record}]
components: [{id: desk, kind: human-review, facts: {selects: all}}, {id: app, kind: business-app}]
data_flows:
  - {id: f, from: visitor, to: desk, carries: [claim]}
  - {id: h, from: desk, to: app, carries: [claim, verdict]}`,
		[]question{{"influence app planted anonymous claim", "anonymous planted -1: visitor > desk > app"},
			{"influence app planted anonymous verdict", "anonymous planted -1: visitor > desk > app"}}},
	{"people who sample", `
assets: [{id: claim, kind: document}, {id: verdict, kind: business-record}]
components: [{id: desk, kind: human-review, facts: {selects: by-threshold}}, {id: app, kind: business-app}]
data_flows:
  - {id: f, from: visitor, to: desk, carries: [claim]}
  - {id: h, from: desk, to: app, carries: [claim, verdict]}`,
		[]question{{"influence app planted anonymous claim", "anonymous planted -0: visitor > desk > app"},
			{"influence app planted anonymous verdict", "anonymous planted -0: visitor > desk > app"}}},
	{"guards weaken", `
assets: [{id: photo, kind: input}]
components: [{id: filter, kind: monitor}, {id: api, kind: inference-endpoint}]
data_flows:
  - {id: f, from: visitor, to: filter, carries: [photo]}
  - {id: h, from: filter, to: api, carries: [photo]}`,
		[]question{{"influence api input anonymous", "anonymous input -1: visitor > filter > api"}}},
	{"weakened without end", `
assets: [{id: photo, kind: input}]
components:
  - {id: f1, kind: monitor}
  - {id: f2, kind: monitor}
  - {id: f3, kind: monitor}
  - {id: f4, kind: monitor}
  - {id: f5, kind: monitor}
  - {id: f6, kind: monitor}
  - {id: api, kind: inference-endpoint}
data_flows:
  - {id: a0, from: visitor, to: f1, carries: [photo]}
  - {id: a1, from: f1, to: f2, carries: [photo]}
  - {id: a2, from: f2, to: f3, carries: [photo]}
  - {id: a3, from: f3, to: f4, carries: [photo]}
  - {id: a4, from: f4, to: f5, carries: [photo]}
  - {id: a5, from: f5, to: f6, carries: [photo]}
  - {id: a6, from: f6, to: api, carries: [photo]}`,
		[]question{{"influence api input anonymous", "anonymous input -5: visitor > f1 > f2 > f3 > f4 > f5 > f6 > api"},
			{"influence f5 input anonymous", "anonymous input -4: visitor > f1 > f2 > f3 > f4 > f5"}}},
	{"parameters teach", `
assets: [{id: net, kind: model, origin: community}]
components: [{id: hub, kind: model-hub, holds: [net]}, {id: api, kind: inference-endpoint}]
data_flows: [{id: f, from: hub, to: api, carries: [net]}]`,
		[]question{{"influence api learned authenticated", "authenticated learned -0: net > hub > api"},
			{"influence api planted authenticated", "none"}, {"influence api planted authenticated net", "authenticated planted -0: net > hub > api"}}},
	{"fine-tuning", fitting("fine-tune"),
		[]question{{"influence net learned anonymous", "anonymous learned -0: images > lake > cluster > fit > cluster"}, {"influence net planted anonymous", "none"}}},
	{"training", fitting("train"),
		[]question{{"influence net learned anonymous", "anonymous learned -1: images > lake > cluster > fit > cluster"}}},
	{"federating", fitting("federate"),
		[]question{{"influence net learned anonymous", "anonymous learned -1: images > lake > cluster > fit > cluster"}}},
	{"parameters are fitted", `
assets: [{id: typed, kind: training-data}, {id: update, kind: model-update}]
components: [{id: phone, kind: fl-client}, {id: hub, kind: fl-aggregator}]
data_flows:
  - {id: f, from: visitor, to: phone, carries: [typed]}
  - {id: g, from: phone, to: hub, carries: [update]}`,
		[]question{{"influence update learned anonymous", "anonymous learned -0: visitor > phone > hub"}, {"influence update input anonymous", "none"}}},
	{"parameters that are written", `
assets: [{id: task, kind: prompt}, {id: net, kind: model}]
components: [{id: sandbox, kind: code-executor}, {id: shelf, kind: model-registry}]
data_flows:
  - {id: f, from: visitor, to: sandbox, carries: [task]}
  - {id: g, from: sandbox, to: shelf, carries: [net]}`,
		[]question{{"influence shelf planted anonymous net", "anonymous planted -0: visitor > sandbox > shelf"}, {"influence shelf learned anonymous net", "none"}}},
	{"other stages keep", `
assets: [{id: raw, kind: training-data, origin: public-web}, {id: clean, kind: training-data}]
components: [{id: lake, kind: dataset-store, holds: [raw]}, {id: job, kind: data-pipeline}]
pipeline: [{id: tidy, kind: prepare, runs_on: job, consumes: [raw], produces: [clean]}]`,
		[]question{{"influence clean planted anonymous", "anonymous planted -0: raw > lake > job > tidy > job"}, {"influence clean learned anonymous", "none"}}},
	{"evaluation ends", `
assets: [{id: cases, kind: evaluation-data, origin: public-web}, {id: report, kind: document}]
components: [{id: lake, kind: dataset-store, holds: [cases]}, {id: job, kind: trainer}]
pipeline: [{id: check, kind: evaluate, runs_on: job, consumes: [cases], produces: [report]}]`,
		[]question{{"influence check planted anonymous", "anonymous planted -0: cases > lake > job > check"}, {"influence report planted anonymous", "none"},
			{"influence check planted anonymous cases", "anonymous planted -0: cases > lake > job > check"}, {"influence check planted anonymous report", "none"}}},
	{"stage fetches", `
assets: [{id: raw, kind: training-data}]
components: [{id: lake, kind: dataset-store}, {id: shed, kind: dataset-store, holds: [raw]}, {id: job, kind: data-pipeline}]
data_flows: [{id: f, from: visitor, to: shed, carries: [raw]}]
pipeline: [{id: tidy, kind: prepare, runs_on: job, consumes: [raw]}]`,
		[]question{{"influence job planted anonymous raw", "anonymous planted -0: visitor > shed > job"}, {"influence lake planted anonymous raw", "none"}}},
	{"stage fetches drawn", `
assets: [{id: raw, kind: training-data}]
components: [{id: app, kind: business-app, holds: [raw]}, {id: job, kind: data-pipeline}]
data_flows:
  - {id: f, from: visitor, to: app, carries: [raw]}
  - {id: g, from: job, to: app, returns: [raw]}
pipeline: [{id: tidy, kind: prepare, runs_on: job, consumes: [raw]}]`,
		[]question{{"influence job planted anonymous raw", "anonymous planted -0: visitor > app > job"}, {"influence job input anonymous raw", "anonymous input -0: visitor > app > job"}}},
	{"stage delivers", `
assets: [{id: raw, kind: training-data}, {id: clean, kind: training-data}]
components: [{id: job, kind: data-pipeline}, {id: lake, kind: dataset-store, holds: [clean]}, {id: app, kind: business-app, holds: [clean]}]
data_flows: [{id: f, from: visitor, to: job, carries: [raw]}]
pipeline: [{id: tidy, kind: prepare, runs_on: job, consumes: [raw], produces: [clean]}]`,
		[]question{{"influence lake planted anonymous clean", "anonymous planted -0: visitor > job > tidy > job > lake"}, {"influence lake input anonymous clean", "none"},
			{"influence app input anonymous clean", "anonymous input -0: visitor > job > tidy > job > app"}}},
	{"stage starts", `
assets: [{id: own, kind: training-data, origin: internal}, {id: net, kind: model}]
components: [{id: lake, kind: dataset-store, holds: [own]}, {id: cluster, kind: trainer}]
data_flows: [{id: start, from: visitor, to: cluster}]
pipeline: [{id: fit, kind: fine-tune, runs_on: cluster, consumes: [own], produces: [net]}]`,
		[]question{{"influence fit input anonymous", "none"}, {"influence net learned anonymous", "none"}}},
}

// fitting is a system that fits a model to images from the web.
func fitting(kind string) string {
	return `
assets: [{id: images, kind: training-data, origin: public-web}, {id: net, kind: model}]
components: [{id: lake, kind: dataset-store, holds: [images]}, {id: cluster, kind: trainer}]
pipeline: [{id: fit, kind: ` + kind + `, runs_on: cluster, consumes: [images], produces: [net]}]`
}
