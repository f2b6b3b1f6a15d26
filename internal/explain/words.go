package explain

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tmodel/internal/vocab"
)

// sections are what the kinds are of: what one is called, and the key that lists them in a system.
var sections = []struct{ what, key string }{{"component", "components"}, {"asset", "assets"}, {"pipeline stage", "pipeline"}}

// ofSection are the kinds of a section.
func ofSection(v *vocab.Vocabulary, i int) []vocab.Kind {
	return [][]vocab.Kind{v.Components, v.Assets, v.Stages}[i]
}

// between separates two things of one name.
func (p *page) between() {
	if p.b.Len() > 0 {
		p.line("")
	}
}

func (p *page) kind(section int, k *vocab.Kind) {
	p.head(k.ID, "a kind of "+sections[section].what)
	p.para("", k.Is)
	if k.Choose != "" {
		p.line("")
		p.para("", "Is it this kind? "+k.Choose)
	}
	p.line("")
	if k.Family != "" {
		p.para("", fmt.Sprintf("Family: %s. Drawn as: %s. %s", k.Family, k.Shape, begins(k)))
	}
	if k.Acts != "" {
		p.para("", fmt.Sprintf("Acts as: %s. Assumed sensitivity: confidentiality %s, integrity %s, availability %s.", k.Acts, k.Sensitivity[0], k.Sensitivity[1], k.Sensitivity[2]))
	}
	if sections[section].key == "pipeline" {
		p.line("%s", map[bool]string{true: "Fits parameters to what it consumes.", false: "Fits no parameters."}[k.Fits])
	}
	p.asked(k.Facts)
	if k.Example != "" {
		p.line("\nFor example:\n")
		p.source(sections[section].key + ":\n  - " + k.Example)
	}
}

// begins says what can begin at a component of a kind. Stores hand out what was put there, and of what lies outside of
// the system its family knows nothing.
func begins(k *vocab.Kind) string {
	if k.Shape != vocab.Process {
		return ""
	}
	return makes(k.Makes, k.MakesAll)
}

// makes says what can begin at a component.
func makes(kinds []string, all bool) string {
	switch {
	case all:
		return "Makes: anything."
	case len(kinds) == 0:
		return "Makes: nothing; what it sends it has received or holds."
	}
	return "Makes: " + strings.Join(kinds, ", ") + "."
}

// asked lists facts with their values.
func (p *page) asked(facts []string) {
	var rows []string
	ordered, strokes := false, false
	for _, id := range facts {
		if f := p.c.Vocab.Fact(id); f != nil {
			rows = append(rows, id+": "+f.List()+". "+f.Is)
			ordered, strokes = ordered || f.Unordered == "", strokes || f.Unordered != ""
		}
	}
	switch {
	case ordered && strokes:
		p.line("\nFacts, values from best to worst, those with / in no order:")
	case ordered:
		p.line("\nFacts, values from best to worst:")
	case strokes:
		p.line("\nFacts, values in no order:")
	}
	for _, row := range rows {
		p.item(row)
	}
}

// processes says what begins at those kinds of a family that are drawn as processes.
func (p *page) processes(f *vocab.Family) string {
	for i := range p.c.Vocab.Components {
		if k := &p.c.Vocab.Components[i]; k.Family == f.ID && k.Shape == vocab.Process {
			return makes(f.Makes, f.MakesAll)
		}
	}
	return ""
}

func (p *page) family(f *vocab.Family) {
	p.head(f.ID, "a family of kinds of component")
	p.para("", f.Is)
	if makes := p.processes(f); makes != "" {
		p.line("")
		p.para("", makes)
	}
	p.line("\nKinds:")
	for i := range p.c.Vocab.Components {
		if k := &p.c.Vocab.Components[i]; k.Family == f.ID {
			p.row(22, "  "+k.ID, k.Is)
		}
	}
}

func (p *page) fact(f *vocab.Fact) {
	p.head(f.ID, "a fact")
	p.para("", f.Is)
	p.line("")
	p.line("Values%s; unknown when it is left out:", map[bool]string{true: ", best first"}[f.Unordered == ""])
	for i, value := range f.Values {
		p.row(wide, "  "+value, cmp.Or(f.Meaning(i), "-"))
	}
	p.line("")
	if f.Unordered != "" {
		p.para("", "They have no order. "+f.Unordered)
		p.line("")
	}
	var kinds []string
	for i := range sections {
		for _, k := range ofSection(p.c.Vocab, i) {
			if k.HasFact(f.ID) {
				kinds = append(kinds, k.ID)
			}
		}
	}
	if slices.Contains(p.c.Vocab.SystemFacts, f.ID) {
		kinds = append(kinds, "the system")
	}
	p.para("", "Asked of: "+strings.Join(kinds, ", "))
}
