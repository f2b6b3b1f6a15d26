package load

import (
	"cmp"
	"slices"
	"strings"

	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/yamltree"
)

// claim takes the id of a record. Ids are unique; a record that replaces one of the base says so.
func (l *loader) claim(n *yamltree.Node) bool {
	id, over := n.Get("id"), n.Get("override")
	if first, taken := l.records[id.Value]; taken {
		l.duplicate(id, "the id "+diag.Quote(id.Value)+" is taken", "take another: an id stands for one record in all files of a catalogue", diag.Note{Span: first.Node.Get("id").Span, Message: "first given here"})
		return false
	}
	replaces := over != nil && over.Value == "true"
	title, known := l.shipped(id.Value)
	switch {
	case known && !replaces:
		l.duplicate(id, "the id "+diag.Quote(id.Value)+" is that of a shipped record: "+title, "take another id, or write override: true to replace it")
		return false
	case replaces && !known:
		l.fail(over, "there is no shipped record "+diag.Quote(id.Value)+" to override", cmp.Or(diag.DidYouMean(id.Value, l.baseIDs()), "tmodel catalog list has their ids; leave override out for a record of your own"))
		return false
	}
	l.records[id.Value] = &Record{Node: n, over: replaces}
	if replaces {
		l.drop(id.Value)
	}
	return true
}

func (l *loader) duplicate(id *yamltree.Node, message, hint string, notes ...diag.Note) {
	l.bag.Add(diag.Diagnostic{Code: diag.DuplicateID, Span: id.Span, Message: message, Hint: hint, Notes: notes})
}

// shipped is what the base calls a record of that id.
func (l *loader) shipped(id string) (string, bool) {
	if l.base == nil {
		return "", false
	}
	if r, p := l.base.Rule(id); r != nil {
		return p.Title, true
	}
	if c, p := l.base.Control(id); c != nil {
		return p.Name, true
	}
	return "", false
}

func (l *loader) baseIDs() []string {
	if l.base == nil {
		return nil
	}
	out := l.base.ControlIDs()
	for i := range l.base.Rules {
		out = append(out, l.base.Rules[i].ID)
	}
	return out
}

// drop takes a record of the base out.
func (l *loader) drop(id string) {
	if i := slices.IndexFunc(l.c.Rules, func(r catalog.Rule) bool { return r.ID == id }); i >= 0 {
		l.c.Rules, l.c.Prose = slices.Delete(l.c.Rules, i, i+1), slices.Delete(l.c.Prose, i, i+1)
	}
	if i := slices.IndexFunc(l.c.Controls, func(c catalog.Control) bool { return c.ID == id }); i >= 0 {
		l.c.Controls, l.c.ControlProse = slices.Delete(l.c.Controls, i, i+1), slices.Delete(l.c.ControlProse, i, i+1)
	}
}

// checkOverride holds a control that replaces another to the places where shipped rules count it.
func (l *loader) checkOverride(n *yamltree.Node, c *catalog.Control) {
	if !l.records[c.ID].over {
		return
	}
	old, _ := l.base.Control(c.ID)
	missing := slices.DeleteFunc(slices.Clone(old.StandsOn), func(on string) bool { return slices.Contains(c.StandsOn, on) })
	if len(missing) > 0 {
		l.fail(n.Get("stands_on"), diag.Quote(c.ID)+" must stand on "+strings.Join(missing, ", ")+" too, where shipped rules may count it", "add what is missing to the list")
	}
}
