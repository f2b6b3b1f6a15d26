package mutate

import (
	"fmt"

	"tmodel/internal/match"
)

// word is the key by which a condition stands in YAML.
func word(c *match.Cond) string {
	switch c.Op {
	case match.OpFact:
		return "facts." + c.Name
	case match.OpSensitivity:
		return "sensitivity." + c.Name
	case match.OpAttribute, match.OpRelation:
		return c.Name
	}
	return words[c.Op]
}

var words = map[match.Op]string{
	match.OpAll: "all", match.OpAny: "any", match.OpNot: "not", match.OpKnown: "known", match.OpActor: "actor", match.OpKind: "kind", match.OpFamily: "family",
	match.OpOrigin: "origin_at_most", match.OpTrust: "trust_at_most", match.OpCrosses: "crosses", match.OpFits: "fits", match.OpAtLeast: "at_least",
	match.OpInfluenced: "influenced", match.OpDisclosed: "disclosed", match.OpAuthority: "authority", match.OpDepends: "depends_on", match.OpCycle: "cycle",
}

// inside is the key under which the parts of an analysis stand, where there is one.
func inside(c *match.Cond) string {
	switch c.Op {
	case match.OpInfluenced:
		return ".assets"
	case match.OpDisclosed:
		return ".asset"
	case match.OpAuthority:
		return ".over"
	case match.OpCycle:
		return "." + c.Name
	}
	return ""
}

// below is the way to part i. Keys that stand together are one part in the file: only what has the same word as another
// gets a number.
func below(at string, c *match.Cond, i int) string {
	part := &c.Subs[i]
	switch {
	case c.Op == match.OpAny:
		at = fmt.Sprintf("%s[%d]", at, i+1)
	case c.Op == match.OpAll:
		return at + "." + word(part) + number(c.Subs, i)
	}
	at += inside(c)
	if part.Op == match.OpAll {
		return at
	}
	return at + "." + word(part)
}

// number tells a part from others of the same word.
func number(parts []match.Cond, i int) string {
	nth, same := 0, 0
	for j := range parts {
		if word(&parts[j]) == word(&parts[i]) {
			if same++; j <= i {
				nth++
			}
		}
	}
	if same == 1 {
		return ""
	}
	return fmt.Sprintf("[%d]", nth)
}
