package atlasfile

import (
	"strconv"

	"tmodel/internal/diag"
	"tmodel/internal/yamltree"
)

const (
	versionOfSix = `^20[0-9]{2}\.[0-9]{2}(\.[0-9]{1,3})?$`
	formatOfSix  = `^6\.[0-9]{1,3}\.[0-9]{1,3}$`
	// collectionID is the id that the collection of all records has in format 6.
	collectionID = "ATLAS-collection"
)

// six reads format 6: records by id, and the links between them apart.
func (r *reader) six(root *yamltree.Node) {
	a := &r.out.Atlas
	a.Format = r.version(root.Get("format-version"), formatOfSix, "6.0.0")
	about := r.section(root, "collection", yamltree.Map)
	if about != nil && text(about.Get("id")) != collectionID {
		r.fail(head(about), "this is no collection of ATLAS: its id is not "+collectionID, again)
	}
	if about != nil {
		a.Version = r.version(about.Get("version"), versionOfSix, "2026.05")
	}
	a.Source = releasePage(a.Version)
	r.out.Cases = len(pairs(root.Get("case-studies")))
	for _, p := range r.byID(root, "tactics") {
		r.tactic(p.Key, p.Value, 0)
	}
	for _, p := range r.byID(root, "techniques") {
		r.technique(p.Key, p.Value)
	}
	for _, p := range r.byID(root, "mitigations") {
		r.mitigation(p.Key, p.Value, "categories", "lifecycle-phases")
	}
	if links := r.section(root, "relationships", yamltree.Map); links != nil && !r.bag.Failed() {
		r.relationships(links)
	}
}

func releasePage(version string) string {
	return home + "/blob/main/dist/v6/ATLAS-" + version + ".yaml"
}

// relationships reads the links, which stand below the id of their source and the name of their kind.
func (r *reader) relationships(links *yamltree.Node) {
	r.sort()
	for _, from := range links.Pairs {
		for _, kind := range pairs(from.Value) {
			if kind.Value.Kind != yamltree.List {
				r.fail(kind.Value.Span, kind.Key.Value+" is a list, found "+kind.Value.Kind.String(), again)
			}
			for _, link := range kind.Value.Items {
				r.link(from.Key, kind.Key.Value, link)
			}
		}
	}
}

// link adds what one link says to the record that it is from. Links of other kinds are those of case studies.
func (r *reader) link(from *yamltree.Node, kind string, link *yamltree.Node) {
	a := &r.out.Atlas
	t, m := a.Technique(from.Value), a.Mitigation(from.Value)
	switch {
	case kind == "sequences":
		if to := a.Tactic(r.target(link, tactic)); to != nil {
			to.Order = r.position(link)
		}
	case kind == "achieves" && t != nil:
		t.Tactics = append(t.Tactics, r.target(link, tactic))
	case kind == "specializes" && t != nil:
		t.Parent = r.target(link, technique)
	case kind == "mitigates" && m != nil:
		m.Techniques = append(m.Techniques, r.target(link, technique))
	case kind == "achieves" || kind == "specializes" || kind == "mitigates":
		r.fail(from.Span, "no record has the id "+diag.Quote(from.Value), again)
	}
}

// target is what a link leads to.
func (r *reader) target(link *yamltree.Node, what string) string {
	to := link.Get("target")
	if to == nil {
		r.fail(head(link), "the link has no target", again)
		return ""
	}
	return r.id(to, what)
}

// position is where the matrix has a tactic, from 1.
func (r *reader) position(link *yamltree.Node) int {
	v := link.Get("position")
	n, err := strconv.Atoi(text(v))
	if v == nil {
		v = link
	}
	if err != nil || n < 1 {
		r.fail(head(v), "a position in the matrix is a number from 1", again)
	}
	return n
}
