package synthetic

import "strings"

// connect lets the product use what others offer, mostly of its own division, and sometimes the other way round.
func (p *product) connect() {
	for _, taker := range p.idsOf(p.plan.takes) {
		from := p.division.outlets
		if len(from) == 0 || p.chance(15) {
			from = p.outlets
		}
		if len(from) == 0 {
			break
		}
		o := pick(p.shop, from)
		p.flow(o.component, taker, []string{o.asset}, nil)
	}
	for _, o := range p.plan.offers {
		c, a := p.id(o.component), p.id(o.asset)
		if c == "" || a == "" {
			continue
		}
		if n := len(p.division.outlets); n > 0 && p.chance(20) && isProcess(p.byID[p.division.outlets[n-1].component]) {
			p.flow(c, p.division.outlets[n-1].component, []string{a}, nil)
		}
		p.outlets = append(p.outlets, outlet{c, a})
		p.division.outlets = append(p.division.outlets, outlet{c, a})
	}
}

// isProcess is false for what only keeps things.
func isProcess(c *component) bool {
	return !strings.HasSuffix(c.kind, "-store") && c.kind != "database" && c.kind != "telemetry"
}

// logs are the kinds of component that write a log of their own.
const logs = " web-app gateway inference-endpoint llm agent tool monitor human-review host business-app "

// addLogging lets components write the product's log until the shop has two flows for each component, and what faces
// people write to the central log.
func (p *product) addLogging() {
	access, siem := p.shop.roles["access-log"], p.shop.roles["siem"]
	log, store := p.roles["log"], p.division.roles["telemetry"]
	for _, i := range p.rng.Perm(len(p.own)) {
		c := p.own[i]
		if c.kind == "web-app" && siem != "" {
			p.flow(c.id, siem, []string{access}, nil)
		}
		enough := len(p.flows) >= 2*len(p.components) || p.plan == &platform // which says itself what it logs
		if log != "" && !enough && strings.Contains(logs, " "+c.kind+" ") {
			p.flow(c.id, store, []string{log}, nil)
		}
	}
}
