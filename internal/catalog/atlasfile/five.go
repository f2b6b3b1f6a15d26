package atlasfile

import "tmodel/internal/yamltree"

const (
	versionOfFive = `^5\.[0-9]{1,3}\.[0-9]{1,3}$`
	// matrixID is the id that the one matrix has in format 5.
	matrixID = "ATLAS"
)

// five reads format 5: one matrix with lists of records, whose links stand in them.
func (r *reader) five(root *yamltree.Node) {
	a := &r.out.Atlas
	a.Version = r.version(root.Get("version"), versionOfFive, "5.6.0")
	a.Format = a.Version
	a.Source = home + "/blob/main/dist/ATLAS.yaml"
	cases := r.section(root, "case-studies", yamltree.List) // the last section: without it the file was cut off
	if cases != nil {
		r.out.Cases = len(cases.Items)
	}
	matrix := r.matrix(root)
	if matrix == nil {
		return
	}
	for i, n := range r.records(matrix, "tactics") {
		r.tactic(n.Get("id"), n, i+1)
	}
	for _, n := range r.records(matrix, "techniques") {
		t := r.technique(n.Get("id"), n)
		t.Tactics = r.ids(n.Get("tactics"), tactic)
		if parent := n.Get("subtechnique-of"); parent != nil {
			t.Parent = r.id(parent, technique)
		}
	}
	for _, n := range r.records(matrix, "mitigations") {
		m := r.mitigation(n.Get("id"), n, "category", "ml-lifecycle")
		for _, key := range []string{"techniques", "ml-lifecycle"} {
			if list := n.Get(key); list != nil {
				m.Techniques = append(m.Techniques, r.links5(list, key == "techniques")...)
			}
		}
	}
}

// matrix is the matrix of ATLAS.
func (r *reader) matrix(root *yamltree.Node) *yamltree.Node {
	matrices := r.section(root, "matrices", yamltree.List)
	if matrices == nil {
		return nil
	}
	for _, m := range matrices.Items {
		if text(m.Get("id")) == matrixID {
			return m
		}
	}
	r.fail(root.Key("matrices").Span, "none of the matrices is that of ATLAS", again)
	return nil
}

// links5 are the techniques that a list of a mitigation names, each as a mapping. A list of words has some by mistake,
// a list of links has nothing else.
func (r *reader) links5(list *yamltree.Node, all bool) []string {
	var out []string
	for _, n := range list.Items {
		switch id := n.Get("id"); {
		case id != nil:
			out = append(out, r.id(id, technique))
		case all || n.Kind == yamltree.Map:
			r.fail(n.Span, "the link names no technique", again)
		}
	}
	return out
}
