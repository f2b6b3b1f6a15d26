package synthetic

import "slices"

// checkKinds tests kinds, facts and the values of fixed attributes against the vocabulary.
func (c *checker) checkKinds() {
	c.kinds(c.parsed.Components, c.words.Components)
	c.kinds(c.parsed.Assets, c.words.Assets)
	c.kinds(c.Pipeline, c.words.Stages)
	c.facts(c.System.ID, c.System.Facts, c.SystemFacts)
	for _, a := range c.Actors {
		if !slices.Contains(c.Trust, a.Trust) {
			c.Errorf("actor %q has trust %q", a.ID, a.Trust)
		}
	}
	for _, z := range c.Zones {
		if c.ZoneTrust[z.Trust] == "" {
			c.Errorf("zone %q has trust %q", z.ID, z.Trust)
		}
	}
	for _, a := range c.parsed.Assets {
		if a.Origin != "" && c.OriginTrust[a.Origin] == "" {
			c.Errorf("asset %q has origin %q", a.ID, a.Origin)
		}
	}
	for _, k := range c.Controls {
		if !slices.Contains(States[:], k.State) {
			c.Errorf("control %q in state %q", k.Use, k.State)
		}
	}
}

// kinds tests the kinds of elements and that every fact belongs to the kind.
func (c *checker) kinds(items []item, kinds []kindOf) {
	for _, i := range items {
		at := slices.IndexFunc(kinds, func(k kindOf) bool { return k.ID == i.Kind })
		if at < 0 {
			c.Errorf("%q has the unknown kind %q", i.ID, i.Kind)
			continue
		}
		c.facts(i.ID, i.Facts, kinds[at].Facts)
	}
}

// facts tests that facts are allowed ones, and their values too.
func (c *checker) facts(id string, facts map[string]string, allowed []string) {
	for name, value := range facts {
		known := false
		for _, f := range c.Facts {
			known = known || f.ID == name && f.Values[value] != ""
		}
		if !known || !slices.Contains(allowed, name) {
			c.Errorf("%q has the fact %s: %s", id, name, value)
		}
	}
}

// checkCycles tests that zones, hosts and containers do not lead back to themselves.
func (c *checker) checkCycles() {
	for id := range c.byID {
		for up, steps := id, 0; up != ""; steps++ {
			if steps > 10 {
				c.Fatalf("%q lies in itself", id)
			}
			i := c.byID[up]
			up = i.Parent + i.RunsOn
			if c.section[id] == "pipeline" {
				up = ""
			}
			for _, inner := range i.Contains {
				up = inner
			}
		}
	}
}

// checkSenders tests that every component that sends an asset receives, holds, makes or produces it.
func (c *checker) checkSenders() {
	got := map[[2]string]bool{}
	for _, i := range c.parsed.Components {
		mark(got, i.ID, i.Holds)
	}
	for _, f := range c.Flows {
		mark(got, f.To, f.Carries)
		mark(got, f.From, f.Returns)
	}
	for _, s := range c.Pipeline {
		mark(got, s.RunsOn, s.Produces)
	}
	for _, f := range c.Flows {
		c.sends(got, f.From, f.Carries)
		c.sends(got, f.To, f.Returns)
	}
}

// mark notes that an element has assets.
func mark(got map[[2]string]bool, id string, assets []string) {
	for _, a := range assets {
		got[[2]string{id, a}] = true
	}
}

// sends reports assets that a component sends without having them.
func (c *checker) sends(got map[[2]string]bool, id string, assets []string) {
	for _, a := range assets {
		if c.section[id] == "components" && !got[[2]string{id, a}] && !c.makes(c.byID[id].Kind, c.byID[a].Kind) {
			c.Errorf("%q sends %q and never has it", id, a)
		}
	}
}

// makes reports whether components of a kind can originate assets of a kind.
func (c *checker) makes(kind, asset string) bool {
	for _, k := range c.words.Components {
		if k.ID != kind {
			continue
		}
		list, _ := c.Makes[k.Family].([]any)
		return c.Makes[k.Family] == "all" || slices.Contains(list, any(asset))
	}
	return false
}
