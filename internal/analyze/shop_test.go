package analyze_test

import (
	"slices"
	"strings"
	"testing"

	"tmodel/internal/register"
)

// A shop of three parts; BOT stands for what a chatbot adds, WRITER for who writes reviews.
const shop = `tmodel: 1
system: {id: shop}
actors: [{id: buyer, trust: anonymous, zone: internet}, {id: editor, trust: employee}]
zones: [{id: internet, trust: untrusted}, {id: inside, trust: internal}]
assets:
  - {id: order, kind: business-record}
  - {id: review, kind: document}
  - {id: question, kind: WORDS}
  - {id: answer, kind: ANSWER}
  - {id: refund, kind: business-record}
components:
  - {id: storefront, kind: web-app, zone: inside}
  - {id: orders, kind: business-app, zone: inside}
  - {id: reviews, kind: database, zone: inside}
BOT
data_flows:
  - {id: buy, from: buyer, to: storefront, carries: [order, question], returns: [answer]}
  - {id: book, from: storefront, to: orders, carries: [order]}
  - {id: write, from: WRITER, to: reviews, carries: [review]}
  - {id: show, from: storefront, to: reviews, returns: [review]}
FLOWS
`

const (
	bot = `  - {id: chatbot, kind: agent, zone: inside}
  - {id: refunds, kind: tool, zone: inside, facts: {effect: irreversible, acts_as: own-identity}}`
	botFlows = `  - {id: pass, from: storefront, to: chatbot, carries: [question], returns: [answer]}
  - {id: read, from: chatbot, to: reviews, returns: [review]}
  - {id: pay-back, from: chatbot, to: refunds, carries: [refund], returns: [order]}`
)

func shopWith(bot, flows, writer, words, answer string) []byte {
	return []byte(strings.NewReplacer("BOT", bot, "FLOWS", flows, "WRITER", writer, "WORDS", words, "ANSWER", answer).Replace(shop))
}

func TestShopWithoutAIHasNoThreat(t *testing.T) {
	t.Parallel()
	r := analyzed(t, shopWith("", "", "buyer", "document", "document"))
	if n := len(all(r.Register)); n > 0 {
		t.Errorf("%d threats of AI in a shop without any", n)
	}
}

// The same shop with a chatbot that reads reviews and can pay back: what comes in with a review is on top, with its way.
// Where only editors write reviews it sinks or goes.
func TestChatbotThatReadsReviews(t *testing.T) {
	t.Parallel()
	open := analyzed(t, shopWith(bot, botFlows, "buyer", "prompt", "generated")).Register
	closed := byID(analyzed(t, shopWith(bot, botFlows, "editor", "prompt", "generated")).Register)
	for i, want := range []struct {
		id   string
		path []string
	}{
		{"LL-03@chatbot", []string{"buyer", "reviews", "chatbot"}},
		{"AG-02@chatbot", []string{"buyer", "reviews", "chatbot", "refunds"}},
	} {
		at := slices.IndexFunc(open.Threats, func(x register.Threat) bool { return x.ID == want.id })
		if at < 0 || at > 1 {
			t.Fatalf("%s is at %d, and should be among the first two", want.id, at+1)
		}
		x := open.Threats[at]
		if !slices.Equal(x.Path, want.path) {
			t.Errorf("%s comes by %v", x.ID, x.Path)
		}
		if now, there := closed[want.id]; there && now.Residual.Score >= x.Residual.Score {
			t.Errorf("%d: %s stays at %v where only editors write reviews", i, x.ID, now.Residual.Score)
		}
	}
}
