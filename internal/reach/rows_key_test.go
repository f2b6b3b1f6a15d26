package reach_test

var keyRows = []row{
	{"credential opens", `
assets: [{id: key, kind: credential, opens: [box]}]
components: [{id: site, kind: web-app, holds: [key]}, {id: box, kind: host}]
data_flows:
  - {id: f, from: visitor, to: site, returns: [key]}
  - {id: g, from: visitor, to: box}`,
		[]question{{"influence box control anonymous", "anonymous control -1: site > visitor > key > box"}}},
	{"credential said is enough", `
assets: [{id: key, kind: credential, opens: [box], facts: {stored: plaintext}}, {id: answer, kind: generated}]
components: [{id: bot, kind: agent, holds: [key]}, {id: box, kind: host}]
data_flows:
  - {id: f, from: visitor, to: bot, returns: [answer]}
  - {id: g, from: visitor, to: box}`,
		[]question{{"influence box control anonymous", "anonymous control -1: bot > visitor > key > box"}}},
	{"credential guessed is not", `
assets: [{id: key, kind: credential, opens: [box], facts: {stored: plaintext}}, {id: update, kind: model-update}]
components: [{id: phone, kind: fl-client, holds: [key]}, {id: box, kind: host}]
data_flows:
  - {id: f, from: phone, to: visitor, carries: [update]}
  - {id: g, from: visitor, to: box}`,
		[]question{{"disclosure phone key anonymous inferable", "anonymous inferable -0: phone > visitor"}, {"influence box control anonymous", "none"}}},
	{"nobody at the door", `
zones: [{id: inside, trust: internal}]
assets: [{id: key, kind: credential, opens: [box]}]
components: [{id: site, kind: web-app, holds: [key]}, {id: box, kind: host, zone: inside}]
data_flows:
  - {id: f, from: visitor, to: site, returns: [key]}
  - {id: g, from: staff, to: site, returns: [key]}`,
		[]question{{"influence box control authenticated", "none"}, {"influence box control employee", "employee control -1: site > staff > key > box"}}},
	{"door by a flow from a zone", `
zones: [{id: outside, trust: untrusted}]
assets: [{id: key, kind: credential, opens: [box]}]
components: [{id: site, kind: web-app, zone: outside}, {id: box, kind: host}]
data_flows:
  - {id: f, from: visitor, to: site, carries: [key], returns: [key]}
  - {id: g, from: site, to: box}`,
		[]question{{"influence box control anonymous", "anonymous control -1: site > visitor > key > box"}}},
	{"door of another operator", `
assets: [{id: key, kind: credential, opens: [engine]}]
components: [{id: site, kind: web-app, holds: [key]}, {id: engine, kind: llm, operator: staff}]
data_flows: [{id: f, from: visitor, to: site, returns: [key]}]`,
		[]question{{"influence engine control anonymous", "anonymous control -1: site > visitor > key > engine"}}},
	{"own door", `
assets: [{id: key, kind: credential, opens: [engine]}]
components: [{id: engine, kind: llm, operator: visitor, holds: [key]}]`,
		[]question{{"influence engine control administrator", "none"}, {"disclosure engine key anonymous", "anonymous verbatim -0: visitor > engine"}}},
	{"credentials in a row", `
assets: [{id: one, kind: credential, opens: [first]}, {id: two, kind: credential, opens: [second]}]
components: [{id: site, kind: web-app, holds: [one]}, {id: first, kind: host, holds: [two]}, {id: second, kind: host}]
data_flows:
  - {id: f, from: visitor, to: site, returns: [one]}
  - {id: g, from: visitor, to: first}
  - {id: h, from: visitor, to: second}`,
		[]question{{"influence second control anonymous", "anonymous control -2: site > visitor > one > first > two > second"}}},
	{"weakened credential", `
assets: [{id: rules, kind: agent-config, facts: {updates: pinned}}, {id: key, kind: credential, opens: [box]}, {id: mail, kind: document}]
components: [{id: bot, kind: agent, holds: [key]}, {id: send, kind: tool, facts: {egress: open}}, {id: box, kind: host}]
data_flows:
  - {id: f, from: visitor, to: bot, carries: [rules]}
  - {id: g, from: bot, to: send, carries: [mail]}
  - {id: h, from: visitor, to: box}`,
		[]question{{"influence box control anonymous", "anonymous control -2: visitor > bot > key > box"}}},
	{"credential known better later", `
assets: [{id: rules, kind: agent-config, facts: {updates: pinned}}, {id: one, kind: credential, opens: [first]}, {id: two, kind: credential, opens: [second]}]
components: [{id: wall, kind: guardrail}, {id: bot, kind: agent, holds: [two]}, {id: send, kind: tool, facts: {egress: open}}, {id: site, kind: web-app, holds: [one]}, {id: first, kind: host, holds: [two]}, {id: second, kind: host}]
data_flows:
  - {id: f, from: visitor, to: wall, carries: [rules]}
  - {id: e, from: wall, to: bot, carries: [rules]}
  - {id: g, from: bot, to: send}
  - {id: h, from: visitor, to: site, returns: [one]}
  - {id: i, from: visitor, to: first}
  - {id: j, from: visitor, to: second}`,
		[]question{{"disclosure bot two anonymous", "anonymous verbatim -2: visitor > wall > bot"}, {"influence second control anonymous", "anonymous control -2: site > visitor > one > first > two > second"}}},
}
