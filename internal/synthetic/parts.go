package synthetic

// addComponents makes the product's components, without optional ones where there is no room for all.
func (p *product) addComponents() {
	needed := p.plan.required()
	for _, part := range p.plan.components {
		if part.optional && (p.left() <= needed || !p.chance(50)) {
			continue
		}
		if !part.optional {
			needed--
		}
		p.addComponent(part)
	}
	for _, part := range p.plan.components {
		if host := p.roles[part.runsOn]; part.runsOn != "" && host != "" && p.roles[part.role] != "" {
			p.byID[p.roles[part.role]].runsOn = host
		}
	}
}

// addComponent makes one component, with what its owners happen to have written down about it.
func (p *product) addComponent(part componentPart) {
	c := &component{
		id: p.unique(p.stem + "-" + part.role), name: part.name, kind: part.kind, zone: p.id(part.zone),
		facts: p.complete(part.kind, parseFacts(part.facts)),
	}
	if p.chance(55) {
		c.technology = pick(p.shop, technologies[part.kind])
	}
	if p.chance(25) {
		c.description = p.sentence(part.name)
	}
	if p.chance(8) {
		c.tags = []string{pick(p.shop, []string{"pci", "legacy", "gdpr", "tier-1"})}
	}
	p.roles[part.role] = c.id
	p.own = append(p.own, c)
	p.components = append(p.components, c)
	p.byID[c.id] = c
}

// addAssets makes the product's assets and puts them at their holders.
func (p *product) addAssets() {
	for _, part := range p.plan.assets {
		a := &asset{
			id: p.unique(p.stem + "-" + part.role), name: part.name, kind: part.kind, origin: part.origin,
			sensitivity: p.sensitivity(), facts: p.complete(part.kind, parseFacts(part.facts)), opens: p.idsOf(part.opens),
		}
		if p.chance(45) {
			a.personal = pick(p.shop, []string{"none", "none", "personal", "personal", "special-category"})
		}
		if p.chance(12) {
			a.description = p.sentence(part.name)
		}
		p.roles[part.role] = a.id
		p.assets = append(p.assets, a)
		for _, holder := range p.idsOf(part.at) {
			p.byID[holder].holds = append(p.byID[holder].holds, a.id)
		}
	}
	p.wrapSecrets()
}

// wrapSecrets puts a product's credential into its instructions now and then, as people do.
func (p *product) wrapSecrets() {
	secret := p.roles["key"]
	for _, a := range p.assets[len(p.assets)-len(p.plan.assets):] {
		if secret != "" && a.id == p.roles["instructions"] && p.chance(30) {
			a.contains = []string{secret}
		}
	}
}
