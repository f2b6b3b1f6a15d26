package load

import (
	"cmp"
	"io/fs"
	"slices"
	"strconv"

	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/schema"
	"tmodel/internal/source"
	"tmodel/internal/yamltree"
	"tmodel/schemas"
)

// The place of ATLAS in a catalogue's folder, and its files there.
const (
	Atlas        = "atlas"
	AtlasContent = Atlas + "/content.yaml"
	AtlasAliases = Atlas + "/aliases.yaml"
	AtlasPins    = Atlas + "/pins.yaml"
)

// Pin is an id of ATLAS that records cite, with its name and tactics as they were when somebody looked.
type Pin struct {
	ID, Name string
	Tactics  []string
	At       source.Span
}

// atlas reads what the folder has of ATLAS. A whole catalogue has its content.
func (l *loader) atlas() {
	for _, f := range []struct {
		name   string
		schema []byte
		needed bool
		use    func(*yamltree.Node)
	}{
		{AtlasContent, schemas.Atlas, l.base == nil, l.atlasContent},
		{AtlasAliases, schemas.AtlasAliases, false, l.atlasAliases},
		{AtlasPins, schemas.AtlasPins, false, l.atlasPins},
	} {
		if f.needed || l.has(f.name) {
			l.one(f.name, func(root *yamltree.Node) {
				if l.fits(root, f.schema) {
					f.use(root)
				}
			})
		}
	}
}

func (l *loader) has(name string) bool {
	_, err := fs.Stat(l.folder.Files, name)
	return err == nil
}

// fits holds a file to its schema. A file of facts is right as a whole or not at all.
func (l *loader) fits(root *yamltree.Node, published []byte) bool {
	s, err := schema.New(published)
	said := &diag.Bag{}
	if err == nil {
		_, err = s.Check(root, said)
	}
	if err != nil {
		l.err = err
	}
	for _, d := range said.Sorted() {
		l.bag.Add(d)
	}
	return err == nil && !said.Failed()
}

// atlasContent reads the content. That of a folder replaces that of the base.
func (l *loader) atlasContent(n *yamltree.Node) {
	if l.replaced.Valid() {
		l.bag.Add(diag.Diagnostic{Code: diag.BadRule, Span: n.Get("content").Span, Message: "two folders bring content of ATLAS", Hint: "leave one of them out",
			Notes: []diag.Note{{Span: l.replaced, Message: "the other one is here"}}})
		return
	}
	l.replaced = n.Get("content").Span
	a := catalog.Atlas{Version: text(n, "content"), Format: text(n, "format"), SHA256: text(n, "sha256"), Source: text(n, "source"), Aliases: l.c.Atlas.Aliases}
	for _, t := range items(n, "tactics") {
		order, _ := strconv.Atoi(text(t, "order"))
		a.Tactics = append(a.Tactics, catalog.Tactic{ID: text(t, "id"), Name: text(t, "name"), Attack: text(t, "attack"), Order: order})
	}
	for _, t := range items(n, "techniques") {
		a.Techniques = append(a.Techniques, catalog.Technique{ID: text(t, "id"), Name: text(t, "name"), Attack: text(t, "attack"), Parent: text(t, "parent"),
			Tactics: list(t, "tactics"), Platforms: list(t, "platforms"), Maturity: text(t, "maturity")})
	}
	for _, m := range items(n, "mitigations") {
		a.Mitigations = append(a.Mitigations, catalog.Mitigation{ID: text(m, "id"), Name: text(m, "name"), Attack: text(m, "attack"),
			Categories: list(m, "categories"), Phases: list(m, "phases"), Techniques: list(m, "mitigates")})
	}
	slices.SortFunc(a.Tactics, func(x, y catalog.Tactic) int { return cmp.Compare(x.ID, y.ID) })
	slices.SortFunc(a.Techniques, func(x, y catalog.Technique) int { return cmp.Compare(x.ID, y.ID) })
	slices.SortFunc(a.Mitigations, func(x, y catalog.Mitigation) int { return cmp.Compare(x.ID, y.ID) })
	l.c.Atlas = a
	l.checkAtlas(n)
}

// atlasAliases reads what became of retired ids. A folder adds to those of the base, and its own come first.
func (l *loader) atlasAliases(n *yamltree.Node) {
	var own []catalog.Alias
	first := map[string]source.Span{}
	for _, x := range n.Items {
		alias := catalog.Alias{Old: text(x, "old"), New: text(x, "new"), Retired: text(x, "retired")}
		switch at, again := first[alias.Old]; {
		case again:
			l.duplicate(x.Get("old"), "what became of "+diag.Quote(alias.Old)+" is said already", "keep one of the two", diag.Note{Span: at, Message: "said here first"})
		case alias.Old == alias.New:
			l.fail(x.Get("new"), "the id "+diag.Quote(alias.New)+" became itself", "name the id that stands for it now")
		}
		first[alias.Old] = x.Get("old").Span
		own = append(own, alias)
	}
	for _, alias := range l.c.Atlas.Aliases {
		if _, again := first[alias.Old]; !again {
			own = append(own, alias)
		}
	}
	slices.SortFunc(own, func(x, y catalog.Alias) int { return cmp.Compare(x.Old, y.Old) })
	l.c.Atlas.Aliases = own
}

// atlasPins reads the pins.
func (l *loader) atlasPins(n *yamltree.Node) {
	for _, p := range n.Items {
		tactics := slices.Clone(list(p, "tactics"))
		slices.Sort(tactics)
		l.pins = append(l.pins, Pin{ID: text(p, "id"), Name: text(p, "name"), Tactics: tactics, At: p.Get("id").Span})
	}
}
