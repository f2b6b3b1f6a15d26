package match_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tmodel/catalogs"
	"tmodel/internal/catalog"
	"tmodel/internal/graph"
	"tmodel/internal/match"
	"tmodel/internal/vocab"
)

// text writes lines with their parts, indented.
func text(lines []match.Line, indent string) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(indent + l.Text + "\n" + text(l.Parts, indent+"  "))
	}
	return b.String()
}

func TestSay(t *testing.T) {
	for _, c := range []struct{ on, when, want string }{
		{"component", "facts: {egress: [listed, open]}", "it has egress: listed or open"},
		{"component", "not: {facts: {egress: [none]}}", "it has another egress than none"},
		{"component", "not: {any: [{kind: agent}, {family: [tool, memory]}]}", "it is of another kind than agent and is of another family than tool or memory"},
		{"component", "not: {all: [{kind: agent}, {facts: {egress: [none]}}]}", "it either is of another kind than agent or has another egress than none"},
		{"component", "not: {trust_at_most: partner}", "it stands in no zone trusted at most as partner"},
		{"component", "known: {facts: {autonomy: [unattended]}}", "it has autonomy: unattended (as is known)"},
		{"component", "holds: {}", "it holds an asset"},
		{"component", "holds: {kind: [model, adapter], sensitivity: {integrity: high}, as: w}", "it holds an asset of kind model or adapter <w> that needs integrity of high or more"},
		{"component", "inflow: {from: {actor: true, trust_at_most: anonymous}, authentication: [none]}",
			"it gets a flow that has authentication: none and comes from an actor that is trusted at most as anonymous"},
		{"component", "inflow: {from: {trust_at_most: anonymous}}", "it gets a flow\n  that flow comes from an actor or component that is, or stands in a zone, trusted at most as anonymous"},
		{"component", "replies_to: {family: channel, not: {trust_at_most: partner}}", "it answers a component of family channel that stands in no zone trusted at most as partner"},
		{"component", "operator: {trust_at_most: partner, as: p}", "it is run by an actor <p> that is trusted at most as partner"},
		{"component", "not: {system: {facts: {decides: [automatic]}}}", "it never belongs to a system that has decides: automatic"},
		{"component", "at_least: {count: 3, receives: {kind: model-update}}", "it receives an asset of kind model-update, at least 3 such"},
		{"component", "influenced: {mode: [planted, input], trust_at_most: authenticated, assets: {kind: document}}",
			"it can be influenced (planted or input) by somebody trusted at most as authenticated through an asset of kind document"},
		{"asset", "influenced: {mode: own}", "it can be influenced (own) by anybody"},
		{"component", "disclosed: {strength: inferable, asset: {kind: labels}, as: l}", "it lets anybody know an asset of kind labels <l>, inferable or better"},
		{"asset", "disclosed: {trust_at_most: partner}", "it comes to be known to somebody trusted at most as partner, as it is"},
		{"component", "authority: {mode: input, trust_at_most: anonymous, over: {family: tool}, as: x}",
			"it lets somebody trusted at most as anonymous, by influence (input), make act a component of family tool <x>"},
		{"stage", "depends_on: {operator: {}}", "it stops without a component that is run by an actor"},
		{"component", "cycle: {stage: {fits: true}, as: s}", "it gets back what it sends, on a way through a stage <s> that fits parameters"},
		{"component", "cycle: {}", "it gets back what it sends"},
		{"asset", "not: {origin_at_most: vendor}", ""},
		{"asset", "origin_at_most: partner\nnot: {sensitivity: {integrity: high}}", "it was made by somebody trusted at most as partner\nit needs integrity of high at most, but less"},
		{"flow", "crosses: true\nencrypted: [\"no\"]", "it joins zones of different trust\nit has encrypted: no"},
		{"flow", "to: {kind: agent}", "it goes to a component of kind agent"},
		{"stage", "fits: false\non: {kind: notebook}", "it fits no parameters\nit runs on a component of kind notebook"},
		{"system", "includes: {family: language}", "it includes a component of family language"},
		{"component", "shared_copy: {stage: {fits: true}, reader: {}, as: c}", "it holds an asset <c>\n  that asset is used by a stage that fits parameters\n  that asset is read by a component"},
	} {
		cond, wrong := condition(t, c.when, match.Types()[c.on])
		got := strings.TrimSuffix(text(match.Say(catalogs.Vocabulary(), match.Target{Element: c.on}, &cond), ""), "\n")
		if len(wrong) == 0 && got != c.want || len(wrong) > 0 && c.want != "" {
			t.Errorf("%s %v\n got %s\nwant %s", c.when, wrong, got, c.want)
		}
	}
}

// TestSayBreaksWhatIsLong: parts stand under what they are of.
func TestSayBreaksWhatIsLong(t *testing.T) {
	cond, wrong := condition(t, `
known:
  any:
    - holds: {kind: credential, as: key, any: [{facts: {stored: [plaintext]}}, {held_by: {family: channel}}, {disclosed: {trust_at_most: partner, strength: repeatable}}]}
    - {kind: agent, facts: {autonomy: [unattended]}, outflow: {to: {family: tool, facts: {effect: [write, irreversible, execute]}}}}
`, graph.ComponentType)
	want := `known, and not only possible:
  one of these is so:
    it holds an asset of kind credential <key>
      one of these is so:
        that asset has stored: plaintext
        that asset lies at a component of family channel
        that asset comes to be known to somebody trusted at most as partner, repeatable or better
    all of these are so:
      it is of kind agent
      it has autonomy: unattended
      it starts a flow that goes to a component of family tool that has effect: write, irreversible or execute
`
	if got := text(match.Say(catalogs.Vocabulary(), match.Target{Element: "component"}, &cond), ""); got != want || len(wrong) > 0 {
		t.Errorf("got\n%s\nwant\n%s %v", got, want, wrong)
	}
}

func TestTargetInWords(t *testing.T) {
	for _, c := range []struct {
		t    match.Target
		want string
	}{
		{match.Target{Element: "component", Families: []string{"language", "serving"}}, "a component of family language or serving"},
		{match.Target{Element: "component", Kinds: []string{"agent"}, Families: []string{"tool"}}, "a component of kind agent, or of family tool"},
		{match.Target{Element: "asset"}, "an asset"}, {match.Target{Element: "system"}, "the system"},
		{match.Target{Element: "stage", Kinds: []string{"train"}}, "a stage of kind train"},
	} {
		if got := c.t.String(); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}

// TestEveryRuleInWords: whatever a shipped rule asks stands in its words.
func TestEveryRuleInWords(t *testing.T) {
	c := catalogs.Shipped()
	for i := range c.Rules {
		r := &c.Rules[i]
		said := text(match.Say(c.Vocab, r.Target, &r.When), "")
		for _, want := range asks(c, &r.When) {
			if !strings.Contains(said, want) {
				t.Errorf("%s does not say %q:\n%s", r.ID, want, said)
			}
		}
		if strings.Contains(strings.TrimLeft(said, " "), "%!") || strings.Contains(strings.Join(strings.Split(said, "\n  "), "\n"), " ,") {
			t.Errorf("%s:\n%s", r.ID, said)
		}
	}
}

// asks are the words of a condition and its parts.
func asks(c *catalog.Catalog, cond *match.Cond) []string {
	out := slices.Clone(cond.Values)
	switch cond.Op {
	case match.OpFact, match.OpAttribute, match.OpSensitivity:
		out = append(out, cond.Name)
	case match.OpOrigin, match.OpTrust, match.OpInfluenced, match.OpDisclosed, match.OpAuthority:
		if cond.Trust != vocab.Administrator {
			out = append(out, c.Vocab.TrustWord(cond.Trust))
		}
	case match.OpAtLeast:
		out = append(out, fmt.Sprintf("at least %d", cond.Count))
	}
	for _, m := range cond.Modes {
		out = append(out, m.String())
	}
	if cond.As != "" {
		out = append(out, "<"+cond.As+">")
	}
	for i := range cond.Subs {
		out = append(out, asks(c, &cond.Subs[i])...)
	}
	return out
}

// TestEveryRelationHasAVerb, without which a sentence would lack one.
func TestEveryRelationHasAVerb(t *testing.T) {
	for _, w := range match.Words() {
		if relation := len(w.Of) > 0 && w.Of[0].To != ""; relation != (match.Verbs[w.Name] != "") {
			t.Errorf("%s: verb %q", w.Name, match.Verbs[w.Name])
		}
	}
}
