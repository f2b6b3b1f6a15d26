package synthetic

// smallest is the number of components from which a shop has a platform of its own; below it is a few programs.
const smallest = 8

// large is the number of components from which there is a central security log.
const large = 60

// found makes what exists once: the outside world, the public model hub and the central log.
func (s *shop) found() {
	s.name = pick(s, []string{"Northwind Market", "Kessel and Sons", "Harbour Retail", "Blue Fern Trading"})
	s.zone("internet", &zone{name: "Internet", trust: "untrusted"})
	s.zone("company", &zone{name: s.name, trust: "internal"})
	s.actor("visitor", &actor{name: "Visitor", trust: "anonymous", zone: "internet"})
	s.actor("customer", &actor{name: "Customer", trust: "authenticated", zone: "internet",
		description: "Has an account with a checked payment method."})
	s.actor("supplier", &actor{name: "Supplier", trust: "partner", zone: "internet"})
	s.actor("vendor", &actor{name: "Model provider", trust: "partner"})
	s.actor("engineer", &actor{name: "Engineer", trust: "employee", zone: "company"})
	s.actor("analyst", &actor{name: "Analyst", trust: "employee", zone: "company"})
	s.actor("admin", &actor{name: "Platform administrator", trust: "administrator", zone: "company"})
	s.zone("provider", &zone{name: "Model provider's cloud", trust: "partner", operator: s.roles["vendor"]})
	if s.size < smallest {
		return
	}
	s.openHub()
	if s.size >= large {
		s.component("siem", &component{name: "Security log", kind: "telemetry", zone: "company", technology: "Splunk"})
		s.asset("access-log", &asset{name: "Access log", kind: "log"}, "siem")
	}
}

// openHub makes the public model hub and the pre-trained models that everybody downloads from it.
func (s *shop) openHub() {
	s.component("hub", &component{name: "Public model hub", kind: "model-hub", zone: "internet",
		facts: []fact{{"publishing", "anyone"}}})
	names := []string{"ResNet-50", "ViT-B/16", "BERT base", "Llama 8B", "Whisper small", "YOLO v8", "E5 large", "T5 base"}
	for _, name := range names[:min(len(names), 1+s.size/40)] {
		a := &asset{name: name, kind: "model", origin: "community", facts: []fact{{"known_outside", "weights"}}}
		if s.chance(50) {
			a.facts = append(a.facts, fact{"format", pick(s, []string{"data-only", "may-run-code"})})
		}
		s.bases = append(s.bases, s.asset("base-model", a, "hub"))
	}
}

// zone adds a zone that the whole shop shares.
func (s *shop) zone(role string, z *zone) {
	z.id = s.unique(role)
	s.roles[role] = z.id
	s.zones = append(s.zones, z)
}

// actor adds an actor that the whole shop shares.
func (s *shop) actor(role string, a *actor) {
	a.id = s.unique(role)
	s.roles[role] = a.id
	s.actors = append(s.actors, a)
}

// component adds a component that the whole shop shares.
func (s *shop) component(role string, c *component) {
	c.id = s.unique(role)
	s.roles[role] = c.id
	s.components = append(s.components, c)
	s.byID[c.id] = c
}

// asset adds an asset that the whole shop shares and the component with the given role holds; it returns its id.
func (s *shop) asset(role string, a *asset, at string) string {
	a.id = s.unique(role)
	s.roles[role] = a.id
	s.assets = append(s.assets, a)
	holder := s.byID[s.roles[at]]
	holder.holds = append(holder.holds, a.id)
	return a.id
}
