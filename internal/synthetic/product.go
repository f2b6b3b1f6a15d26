package synthetic

import "strings"

// product is a blueprint being built in a division.
type product struct {
	*shop
	plan  *blueprint
	theme theme
	stem  string
	roles map[string]string
	own   []*component
}

// build builds a product: its elements, what connects it with others, what it logs, and a safeguard here and there.
func (s *shop) build(plan *blueprint) {
	t := pick(s, plan.themes)
	p := &product{shop: s, plan: plan, theme: t, roles: map[string]string{}}
	p.stem = s.unique(s.division.stem + "-" + t.stem)
	if plan == &platform {
		p.roles = s.division.roles
	}
	if plan.user != "" {
		p.roles["user"] = p.id(pick(s, strings.Fields(plan.user)))
	}
	if len(s.bases) > 0 {
		p.roles["base"] = pick(s, s.bases)
	}
	p.addZones()
	p.addComponents()
	p.addAssets()
	p.addFlows()
	p.addStages()
	p.connect()
	p.addLogging()
	p.addControls()
}

// id returns the id that a role stands for, "" if there is none.
func (p *product) id(role string) string {
	for _, roles := range []map[string]string{p.roles, p.division.roles, p.shop.roles} {
		if id := roles[role]; id != "" {
			return id
		}
	}
	return ""
}

// idsOf returns the ids of roles that are there.
func (p *product) idsOf(roles string) []string {
	var ids []string
	for _, role := range strings.Fields(roles) {
		if id := p.id(role); id != "" {
			ids = append(ids, id)
		}
	}
	return ids
}

// addZones makes the product's zone, and in it a restricted one if a part wants it.
func (p *product) addZones() {
	p.roles[""] = p.stem
	p.zones = append(p.zones, &zone{id: p.stem, name: p.theme.title, trust: "internal", parent: p.division.zone})
	for _, part := range p.plan.components {
		if part.zone == "data" && p.roles["data"] == "" {
			p.roles["data"] = p.unique(p.stem + "-data")
			p.zones = append(p.zones, &zone{id: p.roles["data"], trust: "restricted", parent: p.stem})
		}
	}
}

// addFlows adds the data flows whose ends both exist.
func (p *product) addFlows() {
	for _, part := range p.plan.flows {
		p.flow(p.id(part.from), p.id(part.to), p.idsOf(part.carries), p.idsOf(part.returns))
	}
}

// addStages adds the stages that this product has, where it runs on something that exists.
func (p *product) addStages() {
	for _, part := range p.plan.stages {
		on := p.id(part.on)
		if on == "" || !p.chance(part.percent) {
			continue
		}
		p.stages = append(p.stages, &stage{
			id: p.unique(p.stem + "-" + part.role), kind: part.kind, runsOn: on,
			consumes: p.idsOf(part.consumes), produces: p.idsOf(part.produces), facts: p.complete(part.kind, nil),
		})
	}
}
