package reach_test

import (
	"strings"
	"testing"

	"tmodel/internal/reach"
	"tmodel/internal/vocab"
)

// What a first version of the analyses got wrong, each on the smallest system that shows it.

// asked asks a system, with and without one of its flows, given as the line that draws it.
func asked(t *testing.T, system, flow, question, with, without string) {
	t.Helper()
	if strings.Count(system, flow) != 1 {
		t.Fatalf("the system has no flow %q", flow)
	}
	for text, want := range map[string]string{system: with, strings.Replace(system, flow, "", 1): without} {
		if got := ask(t, resolve(t, head+text), question); got != want {
			t.Errorf("%s:\n got %s\nwant %s in %s", question, got, want, text)
		}
	}
}

// Were it the drawing that decides, by «relays what it also receives», the shop would stop mixing strangers' mail into
// orders as soon as it was drawn to receive orders, and start again when that flow was removed.
func TestWhatAKindMakesDecidesAndNotWhatIsDrawn(t *testing.T) {
	asked(t, `
assets: [{id: mail, kind: document}, {id: order, kind: business-record}]
components: [{id: shop, kind: business-app}, {id: pay, kind: business-app}]
data_flows:
  - {id: f, from: visitor, to: shop, carries: [mail]}
  - {id: g, from: staff, to: shop, carries: [order]}
  - {id: h, from: shop, to: pay, carries: [order]}`,
		"  - {id: g, from: staff, to: shop, carries: [order]}\n", "influence pay input anonymous",
		"anonymous input -0: visitor > shop > pay", "anonymous input -0: visitor > shop > pay")
}

// A relay by kind does not start to mix either, whatever it is drawn without.
func TestWhatCannotMakePassesOnAndNotMore(t *testing.T) {
	asked(t, `
assets: [{id: mail, kind: document}, {id: order, kind: business-record}]
components: [{id: gate, kind: gateway}, {id: pay, kind: business-app}]
data_flows:
  - {id: f, from: visitor, to: gate, carries: [mail]}
  - {id: g, from: staff, to: gate, carries: [order]}
  - {id: h, from: gate, to: pay, carries: [order]}`,
		"  - {id: g, from: staff, to: gate, carries: [order]}\n", "influence pay input administrator",
		"employee input -0: staff > gate > pay", "none")
}

// An agent receives the memories that it sends: by the drawing it would only pass them on, and nobody could poison them.
func TestMemoriesArePoisoned(t *testing.T) {
	g := resolve(t, head+`
assets: [{id: question, kind: prompt}, {id: notes, kind: document}]
components: [{id: bot, kind: agent}, {id: memory, kind: agent-memory, holds: [notes]}]
data_flows:
  - {id: ask, from: visitor, to: bot, carries: [question]}
  - {id: remember, from: bot, to: memory, carries: [notes], returns: [notes]}`)
	for question, want := range map[string]string{
		"influence notes planted anonymous": "anonymous planted -0: visitor > bot > memory",
		"influence bot planted anonymous":   "anonymous planted -0: visitor > bot > memory > bot",
		"circle bot memory":                 "bot > memory > bot through memory",
	} {
		if got := ask(t, g, question); got != want {
			t.Errorf("%s:\n got %s\nwant %s", question, got, want)
		}
	}
}

// The same holds of an agent that reads and writes its own rules: what it was told once goes on to direct it.
func TestOwnRulesPersist(t *testing.T) {
	asked(t, `
assets: [{id: question, kind: prompt}, {id: rules, kind: agent-config}]
components: [{id: bot, kind: agent}, {id: disk, kind: document-store, holds: [rules]}]
data_flows:
  - {id: ask, from: visitor, to: bot, carries: [question]}
  - {id: write, from: bot, to: disk, carries: [rules]}
  - {id: read, from: bot, to: disk, returns: [rules]}`,
		"  - {id: write, from: bot, to: disk, carries: [rules]}\n", "influence bot control anonymous",
		"anonymous control -0: visitor > bot > disk > bot", "none")
}

// Each shared endpoint would let a stranger's question steer the answer that somebody else gets.
func TestAStrangersQuestionDoesNotSteerAnothersAnswer(t *testing.T) {
	g := resolve(t, head+`
assets: [{id: photo, kind: input}, {id: label, kind: prediction}]
components: [{id: api, kind: inference-endpoint}, {id: desk, kind: human-review}, {id: pay, kind: business-app}]
data_flows:
  - {id: f, from: visitor, to: api, carries: [photo], returns: [label]}
  - {id: g, from: staff, to: api, carries: [photo], returns: [label]}
  - {id: h, from: desk, to: api, carries: [photo], returns: [label]}
  - {id: i, from: desk, to: pay}`)
	for question, want := range map[string]string{
		"influence api input anonymous":    "anonymous input -0: visitor > api",
		"influence desk input anonymous":   "none",
		"influence desk planted anonymous": "none",
		"influence pay input anonymous":    "none", // not over the clerk who reads an answer, who is an end
	} {
		if got := ask(t, g, question); got != want {
			t.Errorf("%s:\n got %s\nwant %s", question, got, want)
		}
	}
}

// Both are anonymous, and the holder of the phone has the shorter way. Without a mode of his own he would stand before
// whoever puts another app under the same name.
func TestTheHolderOfThePhoneHidesNobody(t *testing.T) {
	g := resolve(t, head+`  - {id: holder, trust: anonymous}
  - {id: stranger, trust: anonymous}
assets: [{id: bundle, kind: container-image}]
components:
  - {id: phone, kind: host, operator: holder}
  - {id: app, kind: mobile-app, runs_on: phone}
  - {id: market, kind: package-index}
data_flows:
  - {id: f, from: stranger, to: market, carries: [bundle]}
  - {id: g, from: app, to: market, returns: [bundle]}`)
	app := lookup(t, g, "app")
	a := reach.New(g)
	for mode, want := range map[reach.Mode]string{
		reach.Own:     "anonymous own -0: holder > phone > app",
		reach.Control: "anonymous control -0: stranger > market > app",
	} {
		if got := show(g, a.Influence(app, []reach.Mode{mode}, vocab.Anonymous, nil)); got != want {
			t.Errorf("%s:\n got %s\nwant %s", mode, got, want)
		}
	}
}

// One drawn client stands for many. Whoever owns one of them reaches the others by what they all learn, in another mode:
// the first way, by which he owns it, does not stand before the second.
func TestAnotherInstanceIsReachedInAnotherMode(t *testing.T) {
	g := resolve(t, head+`
assets: [{id: update, kind: model-update}, {id: net, kind: model}]
components: [{id: phones, kind: fl-client, operator: visitor, facts: {instances: many}}, {id: hub, kind: fl-aggregator}]
data_flows: [{id: f, from: phones, to: hub, carries: [update], returns: [net]}]
pipeline: [{id: join, kind: federate, runs_on: hub, consumes: [update], produces: [net]}]`)
	for question, want := range map[string]string{
		"influence phones own anonymous":     "anonymous own -0: visitor > phones",
		"influence phones learned anonymous": "anonymous learned -0: visitor > phones > hub > phones",
		"circle phones join":                 "phones > hub > join > hub > phones through join",
	} {
		if got := ask(t, g, question); got != want {
			t.Errorf("%s:\n got %s\nwant %s", question, got, want)
		}
	}
}

// Any web page would control the computer on which it is looked at.
func TestAPageStaysInTheBrowser(t *testing.T) {
	g := resolve(t, head+`
assets: [{id: page, kind: document, origin: public-web}]
components:
  - {id: laptop, kind: host}
  - {id: browser, kind: desktop-app, runs_on: laptop, facts: {interprets: code}}
  - {id: sites, kind: data-source, holds: [page]}
data_flows: [{id: f, from: browser, to: sites, returns: [page]}]`)
	for question, want := range map[string]string{
		"influence browser control anonymous": "anonymous control -0: page > sites > browser",
		"influence laptop control anonymous":  "none",
	} {
		if got := ask(t, g, question); got != want {
			t.Errorf("%s:\n got %s\nwant %s", question, got, want)
		}
	}
}

// If nothing got into people, nobody could attack what they decide. If they weakened nothing, their look would be worth
// nothing.
func TestPeopleAreEnteredAndWeaken(t *testing.T) {
	g := resolve(t, head+`
assets: [{id: claim, kind: document}, {id: verdict, kind: business-record}]
components: [{id: desk, kind: human-review, facts: {selects: all}}, {id: pay, kind: business-app}]
data_flows:
  - {id: f, from: visitor, to: desk, carries: [claim]}
  - {id: g, from: desk, to: pay, carries: [verdict]}`)
	for question, want := range map[string]string{
		"influence desk planted anonymous": "anonymous planted -0: visitor > desk",
		"influence pay planted anonymous":  "anonymous planted -1: visitor > desk > pay",
		"authority desk pay":               "-1: desk > pay",
	} {
		if got := ask(t, g, question); got != want {
			t.Errorf("%s:\n got %s\nwant %s", question, got, want)
		}
	}
}

// What a model answers may name a package. That somebody then fetches the package is a choice, and no content: the index
// reaches the laptop over the flow that installs, with the model or without it, and the model's words do not reach what
// is installed. The analyses do not look at `refers_to`; rules ask for it.
func TestANameIsNoContent(t *testing.T) {
	const system = `
assets: [{id: question, kind: prompt, origin: public-web}, {id: advice, kind: generated, facts: {refers_to: packages}}, {id: package, kind: dependency, origin: community}]
components:
  - {id: coder, kind: llm-app}
  - {id: laptop, kind: notebook}
  - {id: index, kind: package-index, holds: [package]}
data_flows:
  - {id: ask, from: visitor, to: coder, carries: [question]}
  - {id: advise, from: laptop, to: coder, returns: [advice]}
  - {id: install, from: laptop, to: index, returns: [package]}`
	const advise = "  - {id: advise, from: laptop, to: coder, returns: [advice]}\n"
	control := "authenticated control -0: package > index > laptop"
	asked(t, system, advise, "influence laptop control administrator", control, control)
	asked(t, system, advise, "influence package planted anonymous", "none", "none")
	asked(t, system, advise, "influence laptop input anonymous", "anonymous input -0: visitor > coder > laptop", "none")
	plain := answers(t, head+strings.Replace(system, ", facts: {refers_to: packages}", "", 1))
	for question, was := range answers(t, head+system) {
		if plain[question] != was {
			t.Errorf("%s: %q with refers_to, %q without", question, was.path, plain[question].path)
		}
	}
}
