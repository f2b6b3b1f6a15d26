package match_test

import (
	"fmt"
	"strings"
	"testing"

	"tmodel/internal/graph"
)

func TestCompileErrors(t *testing.T) {
	for _, c := range []struct {
		on         graph.Type
		text, want string // line:col: message (hint)
	}{
		{graph.ComponentType, "kind: databse", `1:7: there is no kind "databse" (did you mean "database"?)`},
		{graph.ComponentType, "family: languag", `1:9: there is no family "languag" (did you mean "language"?)`},
		{graph.ComponentType, "facts: {egres: [open]}", `1:9: there is no fact "egres" (did you mean "egress"?)`},
		{graph.ComponentType, "facts: {egress: [opeen]}", `1:18: there is no value of egress "opeen" (did you mean "open"?)`},
		{graph.ComponentType, "facts: {stored: [vault]}", `1:9: no kind that is meant here has the fact "stored" (the clause could never hold)`},
		{graph.ComponentType, "kind: model-hub\nfacts: {egress: [open]}", `2:9: no kind that is meant here has the fact "egress" (the clause could never hold)`},
		{graph.ComponentType, "facts: open", `1:8: facts are a mapping of names to values ()`},
		{graph.ComponentType, "inflows: {}", `1:1: unknown clause "inflows" (did you mean "inflow"?)`},
		{graph.FlowType, "holds: {}", `1:1: "holds" can't be asked of a flow (ask it of what is related: from: {holds: {...}} or to: {holds: {...}})`},
		{graph.FlowType, "kind: tool", `1:1: "kind" can't be asked of a flow (ask it of what is related: from: {kind: tool} or to: {kind: tool})`},
		{graph.FlowType, "kind: [model, adapter]", `1:1: "kind" can't be asked of a flow (ask it of what is related: carries: {kind: [model, adapter]} or returns: {kind: [model, adapter]})`},
		{graph.ActorType, "kind: tool", `1:1: "kind" can't be asked of an actor (it is asked of `},
		{graph.ComponentType, "egress: [open]", `1:1: unknown clause "egress" (it is a fact: write facts: {egress: [open]})`},
		{graph.ComponentType, "kind: training-data", `1:7: there is no kind "training-data" ("training-data" is a kind of asset, and a component is asked here)`},
		{graph.ComponentType, "kind: language", `1:7: there is no kind "language" ("language" is a family of components: write family: language)`},
		{graph.AssetType, "kind: agent", `1:7: there is no kind "agent" ("agent" is a kind of component, and an asset is asked here)`},
		{graph.ComponentType, "not: {outflow: {to: {outflow: {}}}}", `1:7: "not" may not stand over a relation (`},
		{graph.FlowType, "not: {cycle: {}}", `1:7: "cycle" can't be asked of a flow (`},
		{graph.ComponentType, "at_least: {count: two, inflow: {}}", `1:19: count is a whole number from 2 ()`},
		{graph.ComponentType, "at_least: {count: 1, inflow: {}}", `1:19: count is a whole number from 2 (once needs`},
		{graph.ComponentType, "as: a\nkind: agent", `1:1: "as" has nothing to name here (it names what a relation leads to`},
		{graph.ComponentType, "holds: {any: [{kind: model, as: a}, {kind: adapter}]}", `1:29: "as" has nothing to name here (`},
		{graph.ComponentType, "holds: {as: a, any: [{kind: model}, {kind: adapter}]}", ``},
		{graph.ComponentType, "holds: {as: [a]}", `1:13: a name is one word, found a list (`},
		{graph.ComponentType, "holds: {as: a b}", `1:13: a name is one word, and "a b" is none (`},
		{graph.ComponentType, "inflow: {from: {trust_at_most: annonymous}}", `1:32: there is no trust "annonymous" (did you mean "anonymous"?)`},
		{graph.ComponentType, "not: {inflow: {}}", `1:7: "not" may not stand over a relation (a threat must never`},
		{graph.ComponentType, "not: {not: {inflow: {}}}", ``},
		{graph.ComponentType, "not: {any: [{kind: agent}, {influenced: {mode: input}}]}", `1:29: "not" may not stand over an analysis (`},
		{graph.ComponentType, "not: {}", `1:6: an empty condition says nothing (`},
		{graph.ComponentType, "any: []", `1:6: "any" is a list of conditions ()`},
		{graph.ComponentType, "all: {kind: agent}", `1:6: "all" is a list of conditions ()`},
		{graph.ComponentType, "inflow: yes", `1:9: a condition is a mapping, found `},
		{graph.ComponentType, "kind: []", `1:7: the list of kind is empty ()`},
		{graph.ComponentType, "influenced: {trust_at_most: employee}", `1:13: "influenced" says no mode (write mode: and one or several of input, planted, learned, control, own)`},
		{graph.ComponentType, "influenced: {mode: plantd}", `1:20: there is no mode "plantd" (did you mean "planted"?)`},
		{graph.ComponentType, "influenced: {mode: input, asset: {kind: input}}", `1:27: "influenced" can't have "asset" here (did you mean`},
		{graph.ComponentType, "influenced: {mode: input, as: road}", `1:31: "influenced" gives no name but path (write as: path`},
		{graph.ComponentType, "disclosed: {as: path}", `1:17: a clause may not give the name "path" (`},
		{graph.AssetType, "influenced: {mode: input, assets: {kind: input}}", `1:27: "influenced" can't have "assets" here (`},
		{graph.ComponentType, "holds: {as: target}", `1:13: a clause may not give the name "target" (`},
		{graph.ComponentType, "outflow: {as: a, to: {as: a}}", `1:27: the name "a" is given twice (give each`},
		{graph.ComponentType, "any: [{holds: {as: a}}, {sends: {as: a, produced_by: {as: a}}}]", `1:59: the name "a" is given twice (give each`},
		{graph.ComponentType, "any: [{holds: {as: a}}, {sends: {as: a}}]\nruns: {as: a}", `2:12: the name "a" is given twice (give each`},
		{graph.ComponentType, "all: [{any: [{holds: {as: a}}, {sends: {as: b}}]}, {any: [{receives: {as: b}}, {runs: {as: c}}]}]", `1:75: the name "b" is given twice (give each`},
		{graph.ComponentType, "any: [{any: [{holds: {as: a}}, {sends: {as: a}}]}, {runs: {as: a}}]", ``},
		{graph.AssetType, "sensitivity: {secrecy: high}", `1:15: sensitivity is asked as confidentiality`},
		{graph.AssetType, "sensitivity: {integrity: critical}", `1:15: sensitivity is asked as confidentiality`},
		{graph.AssetType, "sensitivity: high", `1:14: sensitivity is a mapping`},
		{graph.AssetType, "personal_data: [some]", `1:17: there is no value of personal_data "some" (`},
		{graph.FlowType, "encrypted: [maybe]", `1:13: there is no value of encrypted "maybe" (`},
		{graph.FlowType, "crosses: often", `1:10: true or false is expected here ()`},
		{graph.StageType, "fits: true\nkind: trian", `2:7: there is no kind "trian" (did you mean "train"?)`},
	} {
		_, wrong := condition(t, c.text, c.on)
		var got []string
		for _, d := range wrong {
			got = append(got, fmt.Sprintf("%d:%d: %s (%s)", d.Span.Line, d.Span.Col, d.Message, d.Hint))
		}
		if s := strings.Join(got, "; "); c.want == "" && s != "" || !strings.HasPrefix(s, c.want) || len(got) > 1 {
			t.Errorf("%q on %s:\n got %s\nwant %s", c.text, c.on, s, c.want)
		}
	}
}

func TestBinds(t *testing.T) {
	for text, want := range map[string]string{
		"holds: {as: a, kind: model}":                                         "a",
		"all: [{holds: {as: a}}, {sends: {as: b}}]":                           "a b",
		"any: [{holds: {as: a}}, {sends: {as: a, produced_by: {as: s}}}]":     "a",
		"any: [{holds: {as: a}}, {kind: agent}]":                              "",
		"influenced: {mode: input, as: path}":                                 "path",
		"disclosed: {as: a}":                                                  "a path",
		"inflow: {as: f, from: {as: who}}":                                    "f who",
		"any: [{influenced: {mode: input}}, {influenced: {mode: planted}}]":   "path",
		"any: [{kind: agent}, {influenced: {mode: planted}}]":                 "",
		"all: [{kind: agent}, {not: {facts: {autonomy: [suggests]}}}]":        "",
		"all: [{any: [{holds: {as: a}}, {sends: {as: a}}]}, {runs: {as: b}}]": "a b",
	} {
		c, wrong := condition(t, text, graph.ComponentType)
		got := c.Binds()
		if len(wrong) > 0 || len(got) != len(strings.Fields(want)) {
			t.Errorf("%s binds %v, want %q %v", text, got, want, wrong)
		}
		for _, name := range strings.Fields(want) {
			if !got[name] {
				t.Errorf("%s does not bind %s", text, name)
			}
		}
	}
}
