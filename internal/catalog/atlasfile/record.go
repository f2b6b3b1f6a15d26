package atlasfile

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/source"
	"tmodel/internal/yamltree"
)

// What an id can be of.
const (
	tactic     = "tactic"
	technique  = "technique"
	mitigation = "mitigation"
	inAttack   = "record of ATT&CK"
)

// shapesOfIDs are compiled when a file is read: at the start of the program they would cost every command a millisecond.
func shapesOfIDs() map[string]*regexp.Regexp {
	return map[string]*regexp.Regexp{
		tactic:     regexp.MustCompile(`^AML\.TA[0-9]{4}$`),
		technique:  regexp.MustCompile(`^AML\.T[0-9]{4}(\.[0-9]{3})?$`),
		mitigation: regexp.MustCompile(`^AML\.M[0-9]{4}$`),
		inAttack:   regexp.MustCompile(`^[A-Z]{1,2}[0-9]{4}(\.[0-9]{3})?$`),
	}
}

// longestName is how many characters a name, a platform and the like may have. The longest that was published has 49.
const longestName = 120

// tactic reads a tactic. Its place in the matrix may be told elsewhere.
func (r *reader) tactic(id, n *yamltree.Node, order int) {
	if r.claim(tactic, id, n) {
		r.out.Atlas.Tactics = append(r.out.Atlas.Tactics, catalog.Tactic{ID: id.Value, Name: r.name(n, "name"), Attack: r.attack(n), Order: order})
	}
}

// technique reads a technique without its links.
func (r *reader) technique(id, n *yamltree.Node) *catalog.Technique {
	if !r.claim(technique, id, n) {
		return &catalog.Technique{}
	}
	r.out.Atlas.Techniques = append(r.out.Atlas.Techniques, catalog.Technique{ID: id.Value, Name: r.name(n, "name"), Attack: r.attack(n),
		Maturity: strings.ToLower(r.name(n, "maturity")), Platforms: r.words(n, "platforms")})
	return &r.out.Atlas.Techniques[len(r.out.Atlas.Techniques)-1]
}

// mitigation reads a mitigation without its links.
func (r *reader) mitigation(id, n *yamltree.Node, categories, phases string) *catalog.Mitigation {
	if !r.claim(mitigation, id, n) {
		return &catalog.Mitigation{}
	}
	r.out.Atlas.Mitigations = append(r.out.Atlas.Mitigations, catalog.Mitigation{ID: id.Value, Name: r.name(n, "name"), Attack: r.attack(n),
		Categories: r.words(n, categories), Phases: r.words(n, phases)})
	return &r.out.Atlas.Mitigations[len(r.out.Atlas.Mitigations)-1]
}

// claim takes an id of a record. An id has one shape for each kind of record, and one record.
func (r *reader) claim(what string, id, n *yamltree.Node) bool {
	switch first, taken := r.seen[text(id)]; {
	case n.Kind != yamltree.Map:
		r.fail(n.Span, "a "+what+" is a mapping, found "+n.Kind.String(), again)
	case id == nil:
		r.fail(n.Span, "the "+what+" has no id", again)
	case !r.shapes[what].MatchString(text(id)):
		r.fail(id.Span, diag.Quote(id.Value)+" is no id of a "+what, "an id looks like "+map[string]string{tactic: "AML.TA0000", technique: "AML.T0000 or AML.T0000.000", mitigation: "AML.M0000"}[what])
	case taken:
		r.bag.Add(diag.Diagnostic{Code: diag.DuplicateID, Span: id.Span, Message: "the id " + diag.Quote(id.Value) + " is taken", Hint: again,
			Notes: []diag.Note{{Span: first, Message: "first given here"}}})
	default:
		r.seen[id.Value] = id.Span
		return true
	}
	return false
}

// name is the value of a key that every record of its kind has: one line of text.
func (r *reader) name(n *yamltree.Node, key string) string {
	v := n.Get(key)
	if v == nil {
		r.fail(head(n), "the record has no "+key, again)
		return ""
	}
	return r.line(v, key)
}

// line is a text that must be one line of bounded length.
func (r *reader) line(v *yamltree.Node, key string) string {
	s := text(v)
	if s == "" || strings.ContainsAny(s, "\r\n") || utf8.RuneCountInString(s) > longestName {
		r.fail(v.Span, "a short text is expected for "+key, again)
		return ""
	}
	return s
}

// words is a list of short texts; none when the format does not have the key. A link that was put into the list by
// mistake, as some files of format 5 have it, is left to whoever reads links.
func (r *reader) words(n *yamltree.Node, key string) []string {
	list := n.Get(key)
	if list == nil {
		return nil
	}
	if list.Kind != yamltree.List {
		r.fail(list.Span, key+" is a list, found "+list.Kind.String(), again)
	}
	var out []string
	for _, v := range list.Items {
		if v.Kind != yamltree.Map {
			out = append(out, r.line(v, key))
		}
	}
	return out
}

// attack is the id that ATT&CK has for a record, "" for none.
func (r *reader) attack(n *yamltree.Node) string {
	for _, key := range []string{"attack-reference", "ATT&CK-reference"} {
		id := n.Get(key).Get("id")
		if id == nil {
			continue
		}
		if !r.shapes[inAttack].MatchString(text(id)) {
			r.fail(id.Span, diag.Quote(id.Value)+" is no id of a "+inAttack, again)
		}
		return text(id)
	}
	return ""
}

// head is where a mapping begins to say something.
func head(n *yamltree.Node) source.Span {
	if len(n.Pairs) > 0 {
		return n.Pairs[0].Key.Span
	}
	return n.Span
}
