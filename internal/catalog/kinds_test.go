package catalog_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tmodel/catalogs"
	"tmodel/internal/compile"
	"tmodel/internal/diag"
	"tmodel/internal/source"
	"tmodel/internal/vocab"
	"tmodel/internal/yamltree"
)

// TestEveryKindsExampleIsValid puts the line that each kind shows into a system that declares what the line names.
func TestEveryKindsExampleIsValid(t *testing.T) {
	c := catalogs.Shipped()
	for _, s := range []struct {
		section string
		kinds   []vocab.Kind
	}{{"components", c.Vocab.Components}, {"assets", c.Vocab.Assets}, {"pipeline", c.Vocab.Stages}} {
		for _, k := range s.kinds {
			system := around(t, s.section, k.Example)
			g, bag, err := compile.Resolve(source.New(k.ID, []byte(system)), compile.Options{Catalog: c})
			if err != nil || g == nil {
				t.Errorf("%s: %v %v\n%s", k.ID, err, bag.Sorted(), system)
				continue
			}
			if len(k.Facts) > 0 && !strings.Contains(k.Example, "facts: {") {
				t.Errorf("%s: the example shows no fact", k.ID)
			}
		}
	}
}

// stand are the sections in which a key's references are declared, each with a line that declares one.
var stand = []struct{ key, section, line string }{
	{"zone", "zones", "{id: %s}"}, {"operator", "actors", "{id: %s, trust: partner}"},
	{"holds", "assets", "{id: %s, kind: document}"}, {"consumes", "assets", "{id: %s, kind: document}"}, {"produces", "assets", "{id: %s, kind: document}"},
	{"runs_on", "components", "{id: %s, kind: host}"}, {"opens", "components", "{id: %s, kind: llm}"},
}

// around is a system with one element and stand-ins for all that it refers to.
func around(t *testing.T, section, line string) string {
	t.Helper()
	e := yamltree.Parse(source.New("example", []byte(line)), yamltree.DefaultLimits, &diag.Bag{})
	if e == nil {
		t.Fatalf("no YAML: %s", line)
	}
	sections := map[string][]string{section: {line}}
	for _, s := range stand {
		ids := e.Get(s.key)
		if ids == nil {
			continue
		}
		for _, id := range append(slices.Clone(ids.Items), ids) {
			if declared := fmt.Sprintf(s.line, id.Value); id.Value != "" && !slices.Contains(sections[s.section], declared) {
				sections[s.section] = append(sections[s.section], declared)
			}
		}
	}
	var out strings.Builder
	out.WriteString("tmodel: 1\nsystem: {id: some}\n")
	for name, lines := range sections {
		out.WriteString(name + ":\n")
		for _, l := range lines {
			out.WriteString("  - " + l + "\n")
		}
	}
	return out.String()
}
