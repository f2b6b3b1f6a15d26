package match_test

import (
	"testing"

	"tmodel/internal/match"
)

const machines = head + `
zones: [{id: cloud, operator: member}]
assets:
  - {id: bundle, kind: document, contains: [key]}
  - {id: key, kind: credential}
  - {id: answer, kind: generated}
components:
  - {id: box, kind: host, zone: cloud, facts: {privilege: broad}}
  - {id: helper, kind: agent, runs_on: box, operator: staff}
  - {id: other, kind: agent, runs_on: box}
  - {id: shelf, kind: document-store, holds: [bundle]}
data_flows:
  - {id: ask, from: visitor, to: helper, returns: [answer]}
  - {id: tell, from: staff, to: helper}
`

// Relations to machines and to whoever runs them, each beside the neighbour that lacks it.
func TestRelationsToHosts(t *testing.T) {
	g := resolve(t, machines)
	for _, c := range []struct{ when, yes, no string }{
		{"runs_on: {facts: {privilege: [broad]}}", "helper", "box"},
		{"hosts: {kind: agent}", "box", "helper"},
		{"operator: {trust_at_most: authenticated}", "box", "helper"},
		{"operator: {trust_at_most: employee}", "helper", "shelf"},
		{"replies_to: {trust_at_most: anonymous}", "helper", "other"},
		{"part_of: {kind: document}", "key", "bundle"},
		{"at_least: {count: 2, hosts: {kind: agent}}", "box", "helper"},
		{"at_least: {count: 2, inflow: {}}", "helper", "other"},
	} {
		if m := fits(t, g, c.when, c.yes); m == nil || m.Truth != match.True {
			t.Errorf("%s does not hold for %s", c.when, c.yes)
		}
		if m := fits(t, g, c.when, c.no); m != nil {
			t.Errorf("%s holds for %s", c.when, c.no)
		}
	}
}

// One inflow is asked whether it replies: of two elements that may count, none is sure.
func TestAtLeastIsAsSureAsTheLeastSure(t *testing.T) {
	g := resolve(t, machines)
	if m := fits(t, g, "at_least: {count: 2, hosts: {facts: {autonomy: [unattended]}}}", "box"); m == nil || m.Truth != match.Unknown || len(m.Evidence) != 4 {
		t.Errorf("%+v", m)
	}
	if m := fits(t, g, "at_least: {count: 3, hosts: {facts: {autonomy: [unattended]}}}", "box"); m != nil {
		t.Errorf("there are only two: %+v", m)
	}
}

const aboutPeople = `tmodel: 1
system: {id: test, facts: {about_people: yes}}
components:
  - {id: scorer, kind: inference-endpoint}
`

// A system's facts are asked from its parts and from the system itself.
func TestSystemFacts(t *testing.T) {
	g := resolve(t, aboutPeople)
	for when, id := range map[string]string{
		"system: {facts: {about_people: [yes]}}":                               "scorer",
		"{facts: {about_people: [yes]}, includes: {kind: inference-endpoint}}": "test",
	} {
		if m := fits(t, g, when, id); m == nil || m.Truth != match.True {
			t.Errorf("%s does not hold: %+v", when, m)
		}
	}
	if m := fits(t, g, "system: {facts: {decides: [automatic]}}", "scorer"); m == nil || m.Truth != match.Unknown || m.Evidence[len(m.Evidence)-1].Missing != "facts.decides" {
		t.Errorf("an unknown fact of the system: %+v", m)
	}
}

// Ends of flows are asked what components are asked; an actor has none of it. What is only perhaps so is not known.
func TestEndsAndKnown(t *testing.T) {
	g := resolve(t, machines)
	for _, c := range []struct {
		when, id string
		want     bool
	}{
		{"to: {operator: {trust_at_most: employee}}", "ask", true},
		{"from: {operator: {}}", "ask", false},
		{"from: {influenced: {mode: input}}", "ask", false},
		{"to: {influenced: {mode: input, trust_at_most: anonymous}}", "ask", true},
		{"from: {actor: true}", "ask", true},
		{"to: {actor: true}", "ask", false},
		{"to: {actor: false}", "ask", true},
		{"to: {facts: {autonomy: [unattended]}}", "ask", true},
		{"to: {known: {facts: {autonomy: [unattended]}}}", "ask", false},
		{"from: {depends_on: {}}", "ask", false},
		{"from: {cycle: {}}", "ask", false},
		{"from: {authority: {over: {kind: tool}}}", "ask", false},
	} {
		if m := fits(t, g, c.when, c.id); (m != nil) != c.want {
			t.Errorf("%s at %s: %v", c.when, c.id, m)
		}
	}
	if m := fits(t, g, "known: {facts: {privilege: [broad]}}", "box"); m == nil || len(m.Evidence) != 1 {
		t.Errorf("a known fact: %+v", m)
	}
}
