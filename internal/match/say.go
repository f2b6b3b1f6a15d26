package match

import (
	"cmp"
	"slices"
	"strings"

	"tmodel/internal/graph"
	"tmodel/internal/vocab"
)

// Line is a condition in words. Parts stand under it, where one sentence would be too long.
type Line struct {
	Text  string
	Parts []Line
}

// longest is how many characters a condition may have as one sentence.
const longest = 110

// Say puts a condition on a target into words, all of which must hold. Names that clauses give stand in < >.
func Say(v *vocab.Vocabulary, t Target, when *Cond) []Line {
	for _, on := range typesAsked {
		if typeWord(on) == t.Element {
			return (&speaker{v: v}).lines(when, on, "it")
		}
	}
	return nil
}

// String says what a rule looks at.
func (t Target) String() string {
	out := "the system"
	if t.Element != "system" {
		out = article(t.Element)
	}
	var of []string
	if len(t.Kinds) > 0 {
		of = append(of, "kind "+or(t.Kinds))
	}
	if len(t.Families) > 0 {
		of = append(of, "family "+or(t.Families))
	}
	if len(of) > 0 {
		out += " of " + strings.Join(of, ", or of ")
	}
	return out
}

// speaker puts conditions into words.
type speaker struct {
	v       *vocab.Vocabulary
	unclear bool // a sentence could be read in two ways
}

// lines says a condition of a subject, part by part.
func (s *speaker) lines(c *Cond, t graph.Type, subject string) []Line {
	if c.Op == OpAll {
		var out []Line
		for i := range c.Subs {
			out = append(out, s.lines(&c.Subs[i], t, subject)...)
		}
		return out
	}
	s.unclear = false
	if text := subject + " " + s.part(c, t, false); len(text) <= longest && !s.unclear {
		return []Line{{Text: text}}
	}
	switch c.Op {
	case OpAny:
		out := Line{Text: "one of these is so:"}
		for i := range c.Subs {
			out.Parts = append(out.Parts, together(s.lines(&c.Subs[i], t, subject)))
		}
		return []Line{out}
	case OpKnown:
		return []Line{{"known, and not only possible:", s.lines(&c.Subs[0], t, subject)}}
	case OpAtLeast:
		out := s.relation(&c.Subs[0], t, subject)
		out.Text += s.number(c)
		return []Line{out}
	case OpRelation:
		return []Line{s.relation(c, t, subject)}
	}
	return []Line{{Text: subject + " " + s.part(c, t, false)}}
}

// together makes one line of what must hold together.
func together(list []Line) Line {
	if len(list) == 1 {
		return list[0]
	}
	return Line{"all of these are so:", list}
}

// relation says what is asked of the related element in lines of their own.
func (s *speaker) relation(c *Cond, t graph.Type, subject string) Line {
	head, to, rest := s.head(relations(t)[c.Name], c.Subs, c.As)
	out := Line{Text: subject + " " + verbs[c.Name] + " " + head}
	for _, r := range rest {
		out.Parts = append(out.Parts, s.lines(r, to, "that "+typeWord(to))...)
	}
	return out
}

// noun names an element and what is asked of it.
func (s *speaker) noun(t graph.Type, subs []Cond, as string) string {
	out, t, rest := s.head(t, subs, as)
	slices.SortStableFunc(rest, func(a, b *Cond) int { return cmp.Compare(weight(a), weight(b)) })
	for i, r := range rest {
		part := s.part(r, t, false)
		out += []string{" that ", " and "}[min(i, 1)] + part
		s.unclear = s.unclear || i < len(rest)-1 && (strings.Contains(part, " that ") || r.Op == OpAny)
	}
	return out
}

// weight puts what is said of an element alone before what leads further.
func weight(c *Cond) int {
	if c.Relates() {
		return 1
	}
	return 0
}

// head names an element by its kind or family, or as an actor, and says of which type it is then; what else is asked of it
// is the rest.
func (s *speaker) head(t graph.Type, subs []Cond, as string) (string, graph.Type, []*Cond) {
	of, rest := "", []*Cond(nil)
	for _, c := range conjuncts(subs) {
		switch {
		case c.Op == OpActor && t == anyEnd:
			t = graph.ActorType
		case (c.Op == OpKind || c.Op == OpFamily) && of == "":
			of = map[Op]string{OpKind: " of kind ", OpFamily: " of family "}[c.Op] + or(c.Values)
			if t == anyEnd {
				t = graph.ComponentType
			}
		default:
			rest = append(rest, c)
		}
	}
	out := article(bare(t)) + of
	if as != "" {
		out += " <" + as + ">"
	}
	return out, t, rest
}

// conjuncts are the parts that are joined by all.
func conjuncts(subs []Cond) []*Cond {
	var out []*Cond
	for i := range subs {
		if c := &subs[i]; c.Op == OpAll {
			out = append(out, conjuncts(c.Subs)...)
		} else {
			out = append(out, c)
		}
	}
	return out
}

// bare is what an element is called.
func bare(t graph.Type) string {
	if t == anyEnd {
		return "actor or component"
	}
	return t.String()
}

func article(noun string) string {
	if strings.ContainsAny(noun[:1], "aeiou") {
		return "an " + noun
	}
	return "a " + noun
}

// or joins words.
func or(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], ", ") + " or " + list[len(list)-1]
}
