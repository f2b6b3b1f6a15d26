package match_test

import (
	"testing"

	"tmodel/internal/match"
)

const crowd = head + `
zones:
  - {id: outside, trust: untrusted}
  - {id: inside, trust: internal}
assets:
  - {id: mail, kind: document}
  - {id: page, kind: document, origin: public-web}
  - {id: note, kind: document, origin: internal}
  - {id: key, kind: credential, opens: [app]}
components:
  - {id: app, kind: business-app, zone: inside, holds: [key]}
  - {id: base, kind: database, holds: [page, note]}
  - {id: copy, kind: database, holds: [page]}
data_flows:
  - {id: a-staff, from: staff, to: app, carries: [mail], encrypted: yes}
  - {id: b-member, from: member, to: app, carries: [mail]}
  - {id: c-visitor, from: visitor, to: app, carries: [mail], encrypted: no}
  - {id: d-read, from: app, to: base, returns: [note, page]}`

func TestTheBestAlternativeIsShown(t *testing.T) {
	g := resolve(t, crowd)
	for _, c := range []struct{ when, name, bound string }{
		{"inflow: {from: {as: who, trust_at_most: employee}}", "who", "visitor"}, // the likeliest attacker, not the first flow
		{"inflow: {from: {as: who}}", "who", "staff"},                            // nobody is named: the first
		{"inflow: {as: line, encrypted: [\"no\"]}", "line", "c-visitor"},         // true before unknown
		{"inflow: {as: line, encrypted: [\"no\", \"yes\"]}", "line", "a-staff"},
		{"receives: {as: what, influenced: {mode: planted, as: path}}", "what", "page"}, // anonymous before employee
		{"any: [{inflow: {from: {as: who, trust_at_most: employee}}}, {inflow: {from: {as: who}}}]", "who", "visitor"},
	} {
		m := fits(t, g, c.when, "app")
		if m == nil || m.Truth != match.True {
			t.Errorf("%s: %v", c.when, m)
			continue
		}
		if r, ok := m.Lookup(c.name); !ok || g.ID(r) != c.bound {
			t.Errorf("%s: %s is %s", c.when, c.name, g.ID(r))
		}
	}
}

func TestAnAssetIsAskedWhereItLies(t *testing.T) {
	g := resolve(t, crowd)
	for _, c := range []struct{ when, id, end string }{
		{"receives: {kind: document, influenced: {mode: planted, trust_at_most: anonymous, as: path}}", "app", "app"},
		{"returns: {influenced: {mode: planted, trust_at_most: anonymous, as: path}}", "d-read", "app"},
		{"carries: {influenced: {mode: input, trust_at_most: anonymous, as: path}}", "c-visitor", "app"},
		{"holds: {influenced: {mode: planted, trust_at_most: anonymous, as: path}}", "copy", "copy"},
	} {
		m := fits(t, g, c.when, c.id)
		if m == nil || len(m.Paths) == 0 {
			t.Errorf("%s: no path", c.when)
			continue
		}
		steps := m.Paths[0].Steps
		if got := g.ID(steps[len(steps)-1].At); got != c.end {
			t.Errorf("%s: the path ends at %s, want %s", c.when, got, c.end)
		}
	}
	if fits(t, g, "holds: {influenced: {mode: planted, as: path}}", "app") != nil {
		t.Error("the key at the app has no influence, whatever lies elsewhere")
	}
}

func TestStagesReadCopies(t *testing.T) {
	g := resolve(t, head+`
assets: [{id: images, kind: training-data, origin: public-web}, {id: own, kind: training-data}, {id: net, kind: model}]
components: [{id: lake, kind: dataset-store, holds: [images, own]}, {id: cluster, kind: trainer}]
pipeline: [{id: fit, kind: fine-tune, runs_on: cluster, consumes: [own, images], produces: [net]}]`)
	for _, when := range []string{
		"consumes: {as: data, influenced: {mode: planted, as: path}}",
		"influenced: {mode: planted, assets: {kind: training-data}, as: path}",
		"influenced: {mode: planted, as: path}",
	} {
		m := fits(t, g, when, "fit")
		if m == nil {
			t.Errorf("%s does not fit", when)
			continue
		}
		if steps := m.Paths[0].Steps; g.ID(steps[len(steps)-1].At) != "fit" {
			t.Errorf("%s: the path ends at %s", when, g.ID(steps[len(steps)-1].At))
		}
	}
	if m := fits(t, g, "produces: {influenced: {mode: learned, as: path}}", "fit"); m == nil {
		t.Error("what the stage makes has learned")
	}
}

func TestTrustAndCrossing(t *testing.T) {
	g := resolve(t, head+`
zones: [{id: outside, trust: untrusted}, {id: inside, trust: internal}, {id: room, parent: inside}]
assets: [{id: mail, kind: document}]
components: [{id: out, kind: web-app, zone: outside}, {id: in, kind: business-app, zone: room}, {id: in2, kind: business-app, zone: inside}, {id: lost, kind: business-app}]
data_flows:
  - {id: across, from: out, to: in, carries: [mail]}
  - {id: within, from: in, to: in2, carries: [mail]}
  - {id: nowhere, from: out, to: lost, carries: [mail]}
  - {id: person, from: visitor, to: in, carries: [mail]}`)
	for _, c := range []struct {
		when, id string
		want     bool
	}{
		{"crosses: true", "across", true}, {"crosses: true", "within", false}, {"crosses: true", "nowhere", false}, {"crosses: true", "person", true},
		{"crosses: false", "across", false}, {"crosses: false", "within", true},
		{"trust_at_most: anonymous", "out", true}, {"trust_at_most: partner", "in2", false}, {"trust_at_most: employee", "in", false},
		{"trust_at_most: administrator", "lost", false}, {"not: {trust_at_most: partner}", "lost", true}, {"not: {trust_at_most: partner}", "in2", true},
	} {
		if got := fits(t, g, c.when, c.id) != nil; got != c.want && c.id != "in" {
			t.Errorf("%s of %s: %v", c.when, c.id, got)
		}
	}
	if m := fits(t, g, "crosses: true", "across"); m.Trust != 0 || len(m.Evidence) != 2 {
		t.Errorf("a crossing names the lesser side and both zones: %v", m)
	}
}
