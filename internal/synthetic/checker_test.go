package synthetic

import (
	"os"
	"regexp"
	"slices"
	"sync"
	"testing"

	"gopkg.in/yaml.v3"
)

// words is the vocabulary, as far as a system has to keep to it.
type words struct {
	Trust       []string
	ZoneTrust   map[string]string `yaml:"zone_trust"`
	OriginTrust map[string]string `yaml:"origin_trust"`
	Facts       []struct {
		ID     string
		Values map[string]string
	}
	SystemFacts                []string `yaml:"system_facts"`
	Components, Assets, Stages []kindOf
	Makes                      map[string]any
}

// kindOf is a kind of component, asset or stage.
type kindOf struct {
	ID, Family, Shape string
	Facts             []string
}

// item is an element as the checker reads it, whatever its section is.
type item struct {
	ID, Kind, Trust, Zone, Parent, Operator, Origin, From, To, Use, State string
	Facts                                                                 map[string]string
	RunsOn                                                                string `yaml:"runs_on"`
	Holds, Contains, Opens, Carries, Returns, Consumes, Produces, On      []string
}

// parsed is a system as the checker reads it.
type parsed struct {
	System struct {
		ID    string
		Facts map[string]string
	}
	Actors, Zones, Assets, Components, Pipeline, Controls []item
	Flows                                                 []item `yaml:"data_flows"`
}

// readWords reads the vocabulary of the repository, once.
var readWords = sync.OnceValues(func() (*words, error) {
	text, err := os.ReadFile("../../catalogs/vocabulary.yaml")
	if err != nil {
		return nil, err
	}
	var w words
	return &w, yaml.Unmarshal(text, &w)
})

// vocabulary returns the vocabulary of the repository.
func vocabulary(t testing.TB) *words {
	t.Helper()
	w, err := readWords()
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// read parses a system for the checker.
func read(t testing.TB, text []byte) *parsed {
	t.Helper()
	var p parsed
	if err := yaml.Unmarshal(text, &p); err != nil {
		t.Fatalf("not YAML: %v", err)
	}
	return &p
}

var validID = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

// check tests everything that a system has to fulfil.
func check(t testing.TB, text []byte) {
	t.Helper()
	c := &checker{TB: t, words: vocabulary(t), parsed: read(t, text), section: map[string]string{}, byID: map[string]item{}}
	c.declare()
	c.checkReferences()
	c.checkKinds()
	c.checkCycles()
	c.checkSenders()
}

// checker holds a system, its vocabulary, and the section and element of each id.
type checker struct {
	testing.TB
	*words
	*parsed
	section map[string]string
	byID    map[string]item
}

// declare registers all ids and refuses bad and repeated ones.
func (c *checker) declare() {
	sections := map[string][]item{"actors": c.Actors, "zones": c.Zones, "assets": c.parsed.Assets,
		"components": c.parsed.Components, "flows": c.Flows, "pipeline": c.Pipeline}
	for name, items := range sections {
		for _, i := range items {
			if !validID.MatchString(i.ID) || c.section[i.ID] != "" || i.ID == c.System.ID {
				c.Errorf("%s: bad or repeated id %q", name, i.ID)
			}
			c.section[i.ID], c.byID[i.ID] = name, i
		}
	}
}

// in reports references that do not lead to one of the sections.
func (c *checker) in(from item, refs []string, sections ...string) {
	for _, ref := range refs {
		if ref != "" && !slices.Contains(sections, c.section[ref]) {
			c.Errorf("%q refers to %q, which is none of %v", from.ID+from.Use, ref, sections)
		}
	}
}

// checkReferences tests that all references resolve to elements of the right section.
func (c *checker) checkReferences() {
	all := slices.Concat(c.Actors, c.Zones, c.parsed.Assets, c.parsed.Components, c.Flows, c.Pipeline, c.Controls)
	for _, i := range all {
		c.in(i, []string{i.Zone, i.Parent}, "zones")
		c.in(i, []string{i.Operator}, "actors")
		c.in(i, []string{i.RunsOn}, "components")
		c.in(i, slices.Concat(i.Opens, i.On), "components")
		c.in(i, []string{i.From, i.To}, "components", "actors")
		c.in(i, slices.Concat(i.Holds, i.Contains, i.Carries, i.Returns, i.Consumes, i.Produces), "assets")
		if i.From != "" && i.From == i.To {
			c.Errorf("%q is a flow to itself", i.ID)
		}
	}
}
