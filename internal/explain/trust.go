package explain

import (
	"strings"

	"tmodel/internal/vocab"
)

// trust prints the ladder, and what of zones and origins stands on each rung.
func (p *page) trust() {
	v := p.c.Vocab
	p.head("trust", "One ladder for whoever acts, least trusted first")
	p.para("", "Trust is how far the owner can rely on somebody, not what they may do. Authenticated means that someone checked who it is and could hold them to account: where people open their own account, they are anonymous.")
	p.line("")
	for i, word := range v.Trust {
		is := ""
		if i < len(v.TrustIs) {
			is = v.TrustIs[i]
		}
		p.row(16, "  "+word, is)
	}
	p.line("\nTrust of a zone, and the rung of whoever can be inside:")
	p.rungs(v.ZoneTrust)
	p.line("\nOrigin of an asset, and the rung of whoever made the content:")
	p.rungs(v.OriginTrust)
}

func (p *page) rungs(list []vocab.Mapping) {
	for _, m := range list {
		p.row(32, "  "+m.Word+strings.Repeat(" ", max(1, 16-len(m.Word)))+p.c.Vocab.TrustWord(m.Trust), m.Is)
	}
}

// families lists the families: what their kinds have in common, what can begin there, and which they are.
func (p *page) families() {
	for i := range p.c.Vocab.Groups {
		f := &p.c.Vocab.Groups[i]
		var kinds []string
		for _, k := range p.c.Vocab.Components {
			if k.Family == f.ID {
				kinds = append(kinds, k.ID)
			}
		}
		p.row(12, f.ID, f.Is+" "+p.processes(f)+" Kinds: "+strings.Join(kinds, ", ")+".")
	}
}
