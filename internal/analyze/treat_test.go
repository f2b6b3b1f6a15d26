package analyze_test

import (
	"strings"
	"testing"

	"tmodel/internal/register"
)

// A photo goes from the page, over the line, to a classifier in a zone in a zone.
const service = `tmodel: 1
system: {id: shop, criticality: high}
actors: [{id: seller, trust: authenticated}, {id: boss, trust: employee}]
zones: [{id: plant, trust: internal}, {id: hall, parent: plant}]
assets:
  - {id: photo, kind: input}
  - {id: label, kind: prediction}
  - {id: images, kind: training-data, origin: internal}
  - {id: weights, kind: model, origin: internal}
  - {id: switches, kind: document}
  - {id: rules, kind: document}
components:
  - {id: page, kind: web-app}
  - {id: api, kind: inference-endpoint, zone: hall, holds: [weights]}
  - {id: settings, kind: database, holds: [switches, rules]}
  - {id: lake, kind: dataset-store, holds: [images]}
  - {id: cluster, kind: trainer}
data_flows:
  - {id: upload, from: seller, to: page, carries: [photo], returns: [label]}
  - {id: ask, from: page, to: api, carries: [photo], returns: [label]}
  - {id: adjust, from: seller, to: settings, carries: [switches]}
  - {id: decree, from: boss, to: settings, carries: [rules]}
pipeline:
  - {id: fit, kind: train, runs_on: cluster, consumes: [images], produces: [weights]}
  - {id: release, kind: deploy, runs_on: api, consumes: [weights]}
controls:
`

func treatment(t *testing.T, controls, threat, control string) register.Treatment {
	t.Helper()
	x, ok := byID(analyzed(t, []byte(service+controls)).Register)[threat]
	if !ok {
		t.Fatalf("no threat %s", threat)
	}
	for _, c := range x.Treatments {
		if c.Control == control {
			return c
		}
	}
	t.Fatalf("%s is not treated by %s", threat, control)
	return register.Treatment{}
}

func TestWhereControlsCount(t *testing.T) {
	for _, c := range []struct{ name, controls, threat, control, state, at string }{
		{"undeclared", "  - {use: decision-logging, on: [api]}\n", "IE-02@api", "adversarial-training", "undeclared", "api"},
		{"on the target", "  - {use: adversarial-training, on: [api], state: verified}\n", "IE-02@api", "adversarial-training", "verified", "api"},
		{"no state is in place", "  - {use: adversarial-training, on: [api]}\n", "IE-02@api", "adversarial-training", "implemented", "api"},
		{"absent", "  - {use: adversarial-training, on: [api], state: absent}\n", "IE-02@api", "adversarial-training", "absent", "api"},
		{"on the model that the target holds", "  - {use: adversarial-training, on: [weights], state: verified}\n", "IE-02@api", "adversarial-training", "verified", "weights"},
		{"on the stage that fitted it", "  - {use: adversarial-training, on: [fit], state: planned}\n", "IE-02@api", "adversarial-training", "planned", "fit"},
		{"on a stage that runs there", "  - {use: artifact-signing, on: [release], state: verified}\n", "MA-02@api", "artifact-signing", "verified", "release"},
		{"on the zone", "  - {use: input-anomaly-detection, on: [hall]}\n", "IE-02@api", "input-anomaly-detection", "implemented", "hall"},
		{"on the zone around the zone", "  - {use: input-anomaly-detection, on: [plant]}\n", "IE-02@api", "input-anomaly-detection", "implemented", "plant"},
		{"on the system", "  - {use: input-anomaly-detection, on: [shop]}\n", "IE-02@api", "input-anomaly-detection", "implemented", "shop"},
		{"on the line that the path comes in by", "  - {use: input-anomaly-detection, on: [ask]}\n", "IE-02@api", "input-anomaly-detection", "implemented", "ask"},
		{"not on the line before", "  - {use: input-anomaly-detection, on: [upload]}\n", "IE-02@api", "input-anomaly-detection", "undeclared", "api"},
		{"on the path: a station", "  - {use: rate-limiting, on: [page], state: verified}\n", "IE-02@api", "rate-limiting", "verified", "page"},
		{"on the path: a line", "  - {use: rate-limiting, on: [upload]}\n", "IE-02@api", "rate-limiting", "implemented", "upload"},
		{"elsewhere", "  - {use: rate-limiting, on: [cluster]}\n", "IE-02@api", "rate-limiting", "undeclared", "api"},
		{"on what the rule names", "  - {use: individual-accounts, on: [page]}\n", "IE-12@api", "individual-accounts", "implemented", "page"},
		{"on the target, though the rule names another", "  - {use: individual-accounts, on: [api]}\n", "IE-12@api", "individual-accounts", "implemented", "api"},
		{"the best of several", "  - {use: rate-limiting, on: [page], state: planned}\n  - {use: rate-limiting, on: [api], state: absent}\n", "IE-02@api", "rate-limiting", "planned", "page"},
		{"what is missing elsewhere takes nothing away", "  - {use: rate-limiting, on: [api]}\n  - {use: rate-limiting, on: [page], state: absent}\n", "IE-02@api", "rate-limiting", "implemented", "api"},
		{"governed by what the attacker writes", "  - {use: rate-limiting, on: [api], governed_by: [switches]}\n", "IE-02@api", "rate-limiting", "off", "api"},
		{"governed by what only others write", "  - {use: rate-limiting, on: [api], governed_by: [rules]}\n", "IE-02@api", "rate-limiting", "implemented", "api"},
		{"governed, and another that is not", "  - {use: rate-limiting, on: [api], state: verified, governed_by: [switches]}\n  - {use: rate-limiting, on: [api, page]}\n", "IE-02@api", "rate-limiting", "implemented", "api"},
		{"nobody has a path to the switches", "  - {use: decision-logging, on: [api], governed_by: [switches]}\n", "IE-12@api", "decision-logging", "implemented", "api"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := treatment(t, c.controls, c.threat, c.control)
			if got.State != c.state || strings.Join(got.At, " ") != c.at {
				t.Errorf("got %s at %v, want %s at %s", got.State, got.At, c.state, c.at)
			}
			if inPlace := c.state == "implemented" || c.state == "verified"; (got.Effect > 0) != inPlace {
				t.Errorf("%s takes away %v", got.State, got.Effect)
			}
		})
	}
}

func TestALineLiesInTheZonesOfItsEnds(t *testing.T) {
	text := `tmodel: 1
system: {id: s}
zones: [{id: out, trust: partner}, {id: in, trust: internal}]
assets: [{id: scan, kind: input}]
components: [{id: viewer, kind: web-app, zone: out}, {id: reader, kind: inference-endpoint, zone: in}]
data_flows: [{id: send, from: viewer, to: reader, carries: [scan], encrypted: no}]
controls: [{use: network-restriction, on: [in], state: verified}]
`
	x := byID(analyzed(t, []byte(text)).Register)["DF-01@send"]
	if len(x.Treatments) == 0 || x.Treatments[1].State != "verified" || x.Residual.Score >= x.Inherent.Score {
		t.Errorf("%+v", x.Treatments)
	}
}
