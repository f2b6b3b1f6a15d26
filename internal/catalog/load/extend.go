package load

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/source"
	"tmodel/internal/yamltree"
)

// Loaded is a catalogue and, of the records that were read, where they stand.
type Loaded struct {
	Catalog  *catalog.Catalog
	Records  map[string]*Record // by id; nil for a catalogue that was compiled
	Replaced []string           // ids of records that were overridden, sorted
	Was      *catalog.Atlas     // the content of ATLAS that a folder replaced; nil for none
	Content  source.Span        // where a folder says which content of ATLAS it brings
	Pins     []Pin              // of ids of ATLAS, as read

	Unread     bool                   // a file or folder could not be read, whatever is in it
	Spoilt     map[string]bool        // ids of records in files that have a mistake, which may be missing
	Whole      bool                   // it stands alone and adds to nothing
	Frameworks int                    // how many were read
	Items      map[string]source.Span // their items by id; nil for a catalogue that was compiled
	Reasons    map[string]source.Span // where it is said why nothing cites an id; nil for a catalogue that was compiled
}

// Record is a rule or control as it was read.
type Record struct {
	Node    *yamltree.Node
	Wrong   bool             // its target or condition has a mistake, so that nothing more can be said of what it asks
	Systems [][]*graph.Graph // of an added rule's examples and their changes, in their order; nil for one that does not resolve
	over    bool             // it replaces another
}

// Extend adds to a catalogue what users' folders have: rules in stride-ai, controls in controls, frameworks in
// frameworks, content of ATLAS in atlas, which replaces that of the base. The catalogue itself does not change. What is wrong in the folders is in the bag, at its place; an error is a bug.
func Extend(base *catalog.Catalog, folders []Folder, bag *diag.Bag) (*Loaded, error) {
	c := *base
	c.Rules, c.Prose = slices.Clone(base.Rules), slices.Clone(base.Prose)
	c.Controls, c.ControlProse = slices.Clone(base.Controls), slices.Clone(base.ControlProse)
	c.Frameworks, c.Unseen = slices.Clone(base.Frameworks), slices.Clone(base.Unseen)
	c.Parts = slices.Clone(base.Parts)
	words := *base.Vocab
	c.Vocab = &words
	l := newLoader(&c, bag)
	l.base = base
	for _, l.folder = range folders {
		l.layout()
		l.atlas()
		l.frameworks()
		c.Version += plus(c.Version) + label(l.folder.Name)
	}
	l.derive()
	l.recordsOf(folders)
	for _, l.folder = range folders {
		if !l.strays() && !l.something() {
			l.unreadable("", "the folder has no rule, control, framework or content of ATLAS", whereTo)
		}
	}
	if l.err != nil {
		return nil, l.err
	}
	return l.loaded(), nil
}

// plus is what stands between a version and what was built into it.
func plus(version string) string {
	if strings.Contains(version, "+") {
		return "."
	}
	return "+"
}

// label is a folder's name as a version can have it.
func label(folder string) string {
	name := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '-' {
			return r
		}
		return -1
	}, path.Base(folder))
	if name == "" {
		return "custom"
	}
	return name
}

func (l *loader) loaded() *Loaded {
	out := &Loaded{Catalog: l.c, Records: l.records, Content: l.replaced, Pins: l.pins, Whole: l.base == nil, Spoilt: l.spoilt, Unread: l.unread, Frameworks: len(l.lists), Items: l.items, Reasons: l.reasons}
	if l.base != nil && l.replaced.Valid() {
		out.Was = &l.base.Atlas
	}
	for id, r := range l.records {
		if r.over {
			out.Replaced = append(out.Replaced, id)
		}
	}
	slices.Sort(out.Replaced)
	return out
}

// whereTo says where records stand in a catalogue.
const whereTo = "rules stand in " + Rules + "/*.yaml, controls in " + Controls + "/*.yaml, frameworks in " + Frameworks + "/*.yaml, content of ATLAS in " + AtlasContent

// exists says whether something has that name, even if it can't be read.
func (l *loader) exists(name string) bool {
	_, err := fs.Stat(l.folder.Files, name)
	return !errors.Is(err, fs.ErrNotExist)
}

// layout finds folders that add nothing, and files that a user's catalogue can't have.
func (l *loader) layout() {
	if !slices.ContainsFunc([]string{Rules, Controls, Atlas, Frameworks}, l.exists) {
		l.try(".")
		l.unreadable("", "the folder has neither "+Rules+" nor "+Controls+" nor "+Frameworks+" nor "+Atlas, whereTo)
	}
	for _, name := range []string{"vocabulary.yaml", "diagnostics.yaml", "clauses.yaml", "risk"} {
		if l.has(name) {
			l.try(name)
			l.unreadable(name, "a catalogue that is added can't change this", "it has rules in "+Rules+" and controls in "+Controls)
		}
	}
}
