package explain

import (
	"fmt"
	"slices"
	"strings"

	"tmodel/internal/catalog"
)

// atlas tells about an id of MITRE ATLAS, which may be written without the AML in front. A retired id gives the page of
// the one that it became.
func (p *page) atlas(id string) bool {
	a := &p.c.Atlas
	if !strings.HasPrefix(id, "AML.") {
		id = "AML." + id
	}
	now := a.Current(id)
	if now == "" {
		return false
	}
	if now != id {
		p.para("", fmt.Sprintf("ATLAS retired %s in %s; it is %s now.", id, a.Alias(id).Retired, now))
		p.line("")
	}
	if t := a.Technique(now); t != nil {
		p.technique(t)
	} else if m := a.Mitigation(now); m != nil {
		p.mitigation(m)
	} else {
		p.tactic(a.Tactic(now))
	}
	return true
}

// wide is how wide the column of ids is.
const wide = 15

// entry writes a name or an id, and what is said of it; nothing when nothing is.
func (p *page) entry(name, is string) {
	if is != "" {
		p.row(wide, "  "+name, is)
	}
}

// content tells which ATLAS the catalogue has.
func (p *page) content() {
	a := &p.c.Atlas
	p.head("atlas", "The MITRE ATLAS data that this catalogue uses")
	p.entry("content", a.Version)
	p.entry("format", a.Format)
	p.entry("licence", "Apache-2.0; names, ids and links are used, the texts are left out")
	p.entry("records", fmt.Sprintf("%d tactics, %d techniques, %d mitigations", len(a.Tactics), len(a.Techniques), len(a.Mitigations)))
	p.line("\nSource, and the SHA-256 of the file that was read:")
	p.para("  ", a.Source+" "+a.SHA256)
	p.line("\nTactics, in the order of the matrix:")
	tactics := slices.Clone(a.Tactics)
	slices.SortFunc(tactics, func(x, y catalog.Tactic) int { return x.Order - y.Order })
	for _, t := range tactics {
		p.entry(t.ID, t.Name)
	}
	if len(a.Aliases) > 0 {
		p.line("\nIds that were retired, from the content that follows:")
	}
	for _, x := range a.Aliases {
		p.entry(x.Old, "is "+x.New+" from "+x.Retired+" on")
	}
}

// atlasNames are the ids of ATLAS that have a page.
func atlasNames(a *catalog.Atlas) []string {
	out := append(a.TechniqueIDs(), a.MitigationIDs()...)
	for i := range a.Tactics {
		out = append(out, a.Tactics[i].ID)
	}
	for i := range a.Aliases {
		if a.Current(a.Aliases[i].Old) != "" {
			out = append(out, a.Aliases[i].Old)
		}
	}
	return out
}
