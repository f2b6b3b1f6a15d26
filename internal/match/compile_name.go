package match

import (
	"slices"
	"unicode"

	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/source"
	"tmodel/internal/yamltree"
)

// name reads the name that a clause gives to what it finds.
func (c *Compiler) name(v *yamltree.Node, t graph.Type) string {
	as := v.Get("as")
	if as == nil {
		return ""
	}
	switch {
	case as.Kind == yamltree.List || as.Kind == yamltree.Map:
		c.fail(as, "a name is one word, found "+as.Kind.String(), "write as: NAME")
		return ""
	case as.Value == "target" || as.Value == "path":
		c.fail(as, "a clause may not give the name "+diag.Quote(as.Value), "target is what the rule looks at, path is the first witness")
	case !IsName(as.Value):
		c.fail(as, "a name is one word, and "+diag.Quote(as.Value)+" is none", "begin with a letter and go on with letters, digits, - and _")
	}
	if t == anyEnd {
		t = graph.ComponentType
	}
	c.once(as)
	c.Name(as.Value, t)
	return as.Value
}

// IsName says whether a text can be a name that texts of a rule use between braces.
func IsName(s string) bool {
	for i, r := range s {
		if !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r) && r != '-' && r != '_') {
			return false
		}
	}
	return s != ""
}

// Name notes what a name can stand for.
func (c *Compiler) Name(name string, t graph.Type) {
	if c.Names == nil {
		c.Names = map[string][]graph.Type{}
	}
	if !slices.Contains(c.Names[name], t) {
		c.Names[name] = append(c.Names[name], t)
	}
}

// giving is where a name was given, and in which alternatives.
type giving struct {
	at     source.Span
	inside []choice
}

// choice is one alternative of an `any`.
type choice struct{ group, item int }

// once finds a name that stands for two elements at a time. Alternatives of one `any` may share it: only one of them is shown.
func (c *Compiler) once(as *yamltree.Node) {
	for _, g := range c.given[as.Value] {
		if !apart(g.inside, c.inside) {
			c.Wrong = true
			c.Bag.Add(diag.Diagnostic{Code: diag.BadRule, Span: as.Span, Message: "the name " + diag.Quote(as.Value) + " is given twice",
				Notes: []diag.Note{{Span: g.at, Message: "given here first"}}, Hint: "give each element a name of its own; only alternatives of one `any` may share a name"})
			return
		}
	}
	if c.given == nil {
		c.given = map[string][]giving{}
	}
	c.given[as.Value] = append(c.given[as.Value], giving{as.Span, slices.Clone(c.inside)})
}

// apart says whether two places are in different alternatives of one `any`.
func apart(a, b []choice) bool {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return a[i].group == b[i].group
		}
	}
	return false
}
