package synthetic

// divisionSize is the number of components that share one gateway, one telemetry store and one registry.
const divisionSize = 70

// division is a part of the shop with a platform team.
type division struct {
	stem, title, zone string
	end               int // number of components at which the next division opens
	roles             map[string]string
	outlets           []outlet
}

// openDivision opens the next division when the last one is full and there is room for a platform.
func (s *shop) openDivision() {
	if s.division != nil && (len(s.components) < s.division.end || s.left() < smallest) {
		return
	}
	t := pick(s, divisionThemes)
	d := &division{stem: s.unique(t.stem), title: t.title, roles: map[string]string{}}
	d.end = len(s.components) + divisionSize + s.rng.IntN(divisionSize/2)
	d.zone = d.stem
	s.zones = append(s.zones, &zone{id: d.zone, name: d.title, trust: "internal", parent: s.roles["company"]})
	s.division = d
	s.hire(d)
	if s.size >= smallest {
		s.build(&platform)
	}
}

// hire gives a division people of its own.
func (s *shop) hire(d *division) {
	for _, a := range []struct{ role, name, trust, zone string }{
		{"engineer", "Engineer", "employee", d.zone}, {"analyst", "Analyst", "employee", d.zone},
		{"supplier", "Supplier", "partner", s.roles["internet"]},
	} {
		if !s.chance(70) {
			continue // the shop's own does it
		}
		id := s.unique(d.stem + "-" + a.role)
		d.roles[a.role] = id
		s.actors = append(s.actors, &actor{id: id, name: a.name + ", " + d.title, trust: a.trust, zone: a.zone})
	}
}

// divisionThemes are the parts that a shop has.
var divisionThemes = []theme{
	{"payments", "Payments"}, {"marketplace", "Marketplace"}, {"logistics", "Logistics"}, {"support", "Customer support"},
	{"marketing", "Marketing"}, {"insurance", "Insurance"}, {"groceries", "Groceries"}, {"finance", "Finance"},
	{"people", "Human resources"}, {"stores", "Stores and tills"},
}
