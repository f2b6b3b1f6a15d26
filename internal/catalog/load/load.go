// Package load reads a catalogue from its YAML files. The generator compiles the shipped one with it.
package load

import (
	"fmt"
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
	l := &loader{files: files, bag: bag, c: &catalog.Catalog{Version: version}}
	l.one("vocabulary.yaml", func(n *yamltree.Node) { l.c.Vocab = l.vocabulary(n) })
	if l.err != nil || bag.Failed() {
		return nil, l.err // everything else is written in these words
	}
	l.one("risk/risk.yaml", l.risk)
	l.one("diagnostics.yaml", l.codes)
	if l.err != nil || bag.Failed() {
		return nil, l.err
	}
	l.folder("controls", schemas.Controls, l.control)
	l.sortControls()
	l.c.Vocab.Controls = l.c.ControlIDs()
	l.folder("stride-ai", schemas.Rules, l.rule)
	l.sortRules()
	return l.c, l.err
}

type loader struct {
	files fs.FS
	bag   *diag.Bag
	c     *catalog.Catalog
	err   error
	ids   map[string]source.Span
	file  *source.File // that is being read
}

// one reads a file and hands its tree on.
func (l *loader) one(name string, use func(*yamltree.Node)) {
	if l.err != nil {
		return
	}
	data, err := fs.ReadFile(l.files, name)
	if err != nil {
		l.err = fmt.Errorf("read catalogue: %w", err)
		return
	}
	l.file = source.New(name, data)
	if root := yamltree.Parse(l.file, yamltree.DefaultLimits, l.bag); root != nil {
		use(root)
	}
}

// folder reads every YAML file of a folder: a list of records that fit the schema.
func (l *loader) folder(dir string, published []byte, use func(*yamltree.Node)) {
	names, err := fs.Glob(l.files, path.Join(dir, "*.yaml"))
	if err != nil {
		l.err = fmt.Errorf("list %q: %w", dir, err)
		return
	}
	s, err := schema.New(published)
	if err != nil {
		l.err = err
		return
	}
	slices.Sort(names)
	for _, name := range names {
		l.one(name, func(root *yamltree.Node) {
			ok, err := s.Check(root, l.bag)
			if err != nil {
				l.err = err
			}
			if !ok {
				return
			}
			for _, item := range root.Items {
				if l.claim(item.Get("id")) {
					use(item)
				}
			}
		})
	}
}

// claim takes the id of a rule or control; ids are unique over the catalogue.
func (l *loader) claim(id *yamltree.Node) bool {
	if l.ids == nil {
		l.ids = map[string]source.Span{}
	}
	if first, taken := l.ids[id.Value]; taken {
		l.bag.Add(diag.Diagnostic{Code: diag.DuplicateID, Span: id.Span, Message: "the id " + diag.Quote(id.Value) + " is taken",
			Notes: []diag.Note{{Span: first, Message: "first given here"}}})
		return false
	}
	l.ids[id.Value] = id.Span
	return true
}

// fail reports a mistake; one whose place is not there is at the file's start.
func (l *loader) fail(n *yamltree.Node, message, hint string) {
	if n == nil {
		n = &yamltree.Node{Span: source.Span{File: l.file, Line: 1, Col: 1, EndLine: 1, EndCol: 1}}
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
