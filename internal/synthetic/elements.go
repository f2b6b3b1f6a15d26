package synthetic

// The elements as they are written. An empty attribute is left out.

type fact struct{ name, value string }

type zone struct{ id, name, trust, parent, operator string }

type actor struct{ id, name, trust, zone, description string }

type asset struct {
	id, name, kind, origin, personal, description string
	sensitivity                                   []fact
	facts                                         []fact
	opens, contains                               []string
}

type component struct {
	id, name, kind, zone, technology, description, runsOn string
	holds, tags                                           []string
	facts                                                 []fact
}

type flow struct {
	id, name, from, to                  string
	carries, returns                    []string
	protocol, encrypted, authentication string
}

type stage struct {
	id, kind, runsOn   string
	consumes, produces []string
	facts              []fact
}

type control struct {
	use             string
	on              []string
	state, evidence string
}

// pairs returns what is written of a zone, in the order of writing.
func (z *zone) pairs() []pair {
	return []pair{{"id", z.id}, {"name", z.name}, {"trust", z.trust}, {"parent", z.parent}, {"operator", z.operator}}
}

// pairs returns what is written of an actor.
func (a *actor) pairs() []pair {
	return []pair{{"id", a.id}, {"name", a.name}, {"trust", a.trust}, {"zone", a.zone}, {"description", a.description}}
}

// pairs returns what is written of an asset.
func (a *asset) pairs() []pair {
	return []pair{{"id", a.id}, {"name", a.name}, {"kind", a.kind}, {"origin", a.origin}, {"personal_data", a.personal},
		{"sensitivity", a.sensitivity}, {"facts", a.facts}, {"opens", a.opens}, {"contains", a.contains},
		{"description", a.description}}
}

// pairs returns what is written of a component.
func (c *component) pairs() []pair {
	return []pair{{"id", c.id}, {"name", c.name}, {"kind", c.kind}, {"zone", c.zone}, {"technology", c.technology},
		{"runs_on", c.runsOn}, {"holds", c.holds}, {"facts", c.facts}, {"tags", c.tags}, {"description", c.description}}
}

// pairs returns what is written of a data flow.
func (f *flow) pairs() []pair {
	return []pair{{"id", f.id}, {"name", f.name}, {"from", f.from}, {"to", f.to}, {"carries", f.carries},
		{"returns", f.returns}, {"protocol", f.protocol}, {"encrypted", f.encrypted}, {"authentication", f.authentication}}
}

// pairs returns what is written of a stage of the pipeline.
func (s *stage) pairs() []pair {
	return []pair{{"id", s.id}, {"kind", s.kind}, {"runs_on", s.runsOn}, {"consumes", s.consumes},
		{"produces", s.produces}, {"facts", s.facts}}
}

// pairs returns what is written of a control.
func (c *control) pairs() []pair {
	return []pair{{"use", c.use}, {"on", c.on}, {"state", c.state}, {"evidence", c.evidence}}
}
