// Package load reads a catalogue from its YAML files. The generator compiles the shipped one with it.
package load

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strings"

	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/schema"
	"tmodel/internal/source"
	"tmodel/internal/vocab"
	"tmodel/internal/yamltree"
	"tmodel/schemas"
)

// Catalog reads all of a catalogue's folder. What is wrong in it is in the bag, with places; an error is I/O.
func Catalog(files fs.FS, version string, bag *diag.Bag) (*catalog.Catalog, error) {
	r, err := Whole(Folder{Files: files}, version, bag)
	if r == nil {
		return nil, err
	}
	return r.Catalog, err
}

// Whole is Catalog with the places of the records. The result is nil when the words are wrong that all else is written in.
func Whole(folder Folder, version string, bag *diag.Bag) (*Loaded, error) {
	l := newLoader(&catalog.Catalog{Version: version}, bag)
	l.folder = folder
	l.one("vocabulary.yaml", func(n *yamltree.Node) { l.c.Vocab = l.vocabulary(n) })
	if l.err != nil || bag.Failed() {
		return nil, l.err // everything else is written in these words
	}
	l.one("risk/risk.yaml", l.risk)
	l.one("diagnostics.yaml", l.codes)
	l.one("clauses.yaml", l.language)
	l.atlas()
	l.frameworks()
	l.derive()
	if l.err != nil || bag.Failed() {
		return nil, l.err
	}
	l.recordsOf([]Folder{folder})
	l.strays()
	return l.loaded(), l.err
}

type loader struct {
	folder  Folder // that is being read
	bag     *diag.Bag
	base    *catalog.Catalog // that is added to; nil when a whole catalogue is read
	c       *catalog.Catalog
	err     error
	records map[string]*Record // that were read, by id
	system  *schema.Schema     // of the examples, once one is resolved
	left    int                // bytes that may be read still
	unread  bool               // a file or folder may not be opened
	spoilt  map[string]bool    // ids in files that have a mistake
	asked   map[string]bool    // files and places that were read, or tried
	file    *source.File       // that is being read
	now     string             // part that is being read

	replaced source.Span // where the content of ATLAS is that was read
	pins     []Pin
	lists    []*yamltree.Node       // the frameworks that were read
	items    map[string]source.Span // of those, by id
	reasons  map[string]source.Span // where it is said why nothing cites an id
}

func newLoader(c *catalog.Catalog, bag *diag.Bag) *loader {
	return &loader{bag: bag, c: c, asked: map[string]bool{}, spoilt: map[string]bool{}, records: map[string]*Record{}, items: map[string]source.Span{}, reasons: map[string]source.Span{}, left: yamltree.DefaultLimits.Bytes}
}

// recordsOf reads the controls of all folders, then the rules, which name controls.
func (l *loader) recordsOf(folders []Folder) {
	l.each(folders, Controls, schemas.Controls, l.control, nil)
	l.sortControls()
	l.c.Vocab.Controls, l.c.Vocab.ControlPlaces = l.c.ControlIDs(), l.c.ControlPlaces()
	l.each(folders, Rules, schemas.Rules, func(n *yamltree.Node) { l.rule(n, false) }, func(n *yamltree.Node) { l.rule(n, true) })
	l.sortRules()
}

// each reads the YAML files that folders have in one place: lists of records. use gets those that fit the schema, broken
// what is right of the others.
func (l *loader) each(folders []Folder, dir string, published []byte, use, broken func(*yamltree.Node)) {
	s, err := schema.New(published)
	if err != nil {
		l.err = err
	}
	for _, l.folder = range folders {
		for _, name := range l.names(dir) {
			l.one(name, func(root *yamltree.Node) {
				l.part(dir)
				l.list(s, root, use, broken)
			})
		}
	}
}

// part notes which part of a system the file is about that is being read: the comment in its first line says it.
func (l *loader) part(dir string) {
	file := path.Base(l.file.Name)
	p := catalog.Part{Dir: dir, ID: strings.TrimSuffix(file, path.Ext(file))}
	if is, ok := strings.CutPrefix(l.file.Line(1), "# "); ok && !strings.HasPrefix(is, "yaml-language-server:") {
		p.Is = strings.TrimSpace(is)
	}
	l.now = p.ID
	at, found := slices.BinarySearchFunc(l.c.Parts, p, func(a, b catalog.Part) int { return cmp.Or(cmp.Compare(a.Dir, b.Dir), cmp.Compare(a.ID, b.ID)) })
	if !found {
		l.c.Parts = slices.Insert(l.c.Parts, at, p)
	}
}

// fail reports a mistake; one whose place is not there is at the file's start.
func (l *loader) fail(n *yamltree.Node, message, hint string) {
	if n == nil {
		n = &yamltree.Node{Span: source.Span{File: l.file, Line: 1, Col: 1, EndLine: 1, EndCol: 2}}
	}
	l.bag.Add(diag.Diagnostic{Code: diag.BadRule, Span: n.Span, Message: message, Hint: hint})
}

// text is the value of a key as one paragraph, "" when it is not there.
func text(n *yamltree.Node, key string) string {
	v := n.Get(key)
	if v == nil {
		return ""
	}
	return strings.TrimSpace(v.Value)
}

// list is the values of a list, or the one value, of a key.
func list(n *yamltree.Node, key string) []string {
	v := n.Get(key)
	if v == nil {
		return nil
	}
	if v.Kind != yamltree.List {
		return []string{v.Value}
	}
	out := make([]string, 0, len(v.Items))
	for _, i := range v.Items {
		out = append(out, strings.TrimSpace(i.Value))
	}
	return out
}

// items is the items of a list, none when it is not there.
func items(n *yamltree.Node, key string) []*yamltree.Node {
	if v := n.Get(key); v != nil {
		return v.Items
	}
	return nil
}

func level(s string) vocab.Level { return vocab.ParseLevel(s) }
