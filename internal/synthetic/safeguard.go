package synthetic

import (
	"fmt"
	"slices"
)

// ControlUse is a control of the library and the kinds of component that it is put on.
type ControlUse struct {
	Use   string
	Kinds []string
}

// ControlUses are the controls that generated systems name. This is the one place that knows their ids.
var ControlUses = []ControlUse{
	{"decision-logging", []string{"inference-endpoint", "llm", "agent"}},
	{"rate-limiting", []string{"inference-endpoint", "llm", "gateway", "web-app"}},
	{"artifact-signing", []string{"model-registry", "trainer"}},
	{"output-minimisation", []string{"inference-endpoint"}},
	{"adversarial-training", []string{"inference-endpoint"}},
	{"retrieved-content-isolation", []string{"llm", "agent"}},
	{"tool-call-approval", []string{"agent", "tool"}},
}

// addControls declares a safeguard for some of the components.
func (p *product) addControls() {
	for _, c := range p.own {
		uses := usesFor(c.kind)
		if len(uses) == 0 || !p.chance(25) {
			continue
		}
		k := &control{use: pick(p.shop, uses), on: []string{c.id}, state: pick(p.shop, States[:])}
		if k.state != "absent" {
			k.evidence = fmt.Sprintf(pick(p.shop, []string{"infra/%s.tf", "JIRA SEC: %s", "wiki/%s"}), c.id)
		}
		p.controls = append(p.controls, k)
	}
}

// usesFor returns the controls that are put on a kind of component.
func usesFor(kind string) []string {
	var uses []string
	for _, u := range ControlUses {
		if slices.Contains(u.Kinds, kind) {
			uses = append(uses, u.Use)
		}
	}
	return uses
}
