// Package atlasfile reads the data files that MITRE publishes for ATLAS, and writes the facts in them as a part of a catalogue.
package atlasfile

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"slices"

	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/source"
	"tmodel/internal/yamltree"
)

// File is what was read from a data file.
type File struct {
	Atlas   catalog.Atlas // without aliases, which no data file has
	Version source.Span   // where the file says which content it is
	Cases   int           // case studies, which are counted and left out
}

// Read takes the facts from a data file of format 5 or 6. What is wrong with it is in the bag, at its place; the result
// is nil when the file has an error, so that half a file never passes for a whole one.
func Read(f *source.File, bag *diag.Bag) *File {
	r := &reader{bag: bag, at: f, out: &File{}, seen: map[string]source.Span{}, shapes: shapesOfIDs()}
	if !r.plausible() {
		return nil
	}
	root := r.parse()
	if root == nil {
		return nil
	}
	switch r.format(root) {
	case 5:
		r.five(root)
	case 6:
		r.six(root)
	default:
		return nil
	}
	if r.sort(); !bag.Failed() {
		r.links() // of records that were not read they would lead nowhere
	}
	if bag.Failed() {
		return nil
	}
	sum := sha256.Sum256(f.Data)
	r.out.Atlas.SHA256 = hex.EncodeToString(sum[:])
	return r.out
}

// reader reads one file.
type reader struct {
	bag  *diag.Bag
	at   *source.File
	out  *File
	seen map[string]source.Span // ids that have a record
	refs []ref

	shapes map[string]*regexp.Regexp // of ids, by what they are of
}

// ref is an id where it is referred to.
type ref struct {
	node *yamltree.Node
	what string // a tactic, a technique
}

// fail reports a mistake in the file.
func (r *reader) fail(at source.Span, message, hint string) {
	r.bag.Add(diag.Diagnostic{Code: diag.BadRule, Span: at, Message: message, Hint: hint})
}

// sort makes the order in the file make no difference.
func (r *reader) sort() {
	a := &r.out.Atlas
	slices.SortFunc(a.Tactics, func(x, y catalog.Tactic) int { return cmp.Compare(x.ID, y.ID) })
	slices.SortFunc(a.Techniques, func(x, y catalog.Technique) int { return cmp.Compare(x.ID, y.ID) })
	slices.SortFunc(a.Mitigations, func(x, y catalog.Mitigation) int { return cmp.Compare(x.ID, y.ID) })
	for i := range a.Techniques {
		a.Techniques[i].Tactics = set(a.Techniques[i].Tactics)
	}
	for i := range a.Mitigations {
		a.Mitigations[i].Techniques = set(a.Mitigations[i].Techniques)
	}
}

// set is a list of ids sorted, each once: some files name one twice.
func set(ids []string) []string {
	slices.Sort(ids)
	return slices.Compact(ids)
}
