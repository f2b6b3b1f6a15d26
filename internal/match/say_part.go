package match

import (
	"fmt"
	"strings"

	"tmodel/internal/graph"
	"tmodel/internal/reach"
	"tmodel/internal/vocab"
)

// verbs say how an element is related to another, which follows.
var verbs = map[string]string{
	"holds": "holds", "receives": "receives", "sends": "sends", "opened_by": "is opened by", "inflow": "gets", "outflow": "starts", "runs": "runs",
	"runs_on": "runs on", "hosts": "has running on it", "operator": "is run by", "replies_to": "answers", "system": "belongs to",
	"from": "comes from", "to": "goes to", "carries": "carries", "returns": "returns",
	"held_by": "lies at", "opens": "opens", "contains": "contains", "part_of": "is part of", "produced_by": "is made by", "consumed_by": "is used by", "read_by": "is read by",
	"on": "runs on", "consumes": "uses", "produces": "makes", "includes": "includes",
}

// part says a condition as a sentence without its subject; under `not` it says the opposite.
func (s *speaker) part(c *Cond, t graph.Type, not bool) string {
	switch c.Op {
	case OpAll, OpAny:
		var out []string
		for i := range c.Subs {
			sub := &c.Subs[i]
			out = append(out, s.part(sub, t, not))
			s.unclear = s.unclear || sub.Op == OpAll || sub.Op == OpAny
		}
		if (c.Op == OpAll) != not {
			return strings.Join(out, " and ")
		}
		return "either " + strings.Join(out, " or ")
	case OpNot:
		return s.part(&c.Subs[0], t, !not)
	case OpKnown:
		return s.part(&c.Subs[0], t, not) + " (as is known)"
	case OpRelation:
		return map[bool]string{true: "never "}[not] + verbs[c.Name] + " " + s.noun(relations(t)[c.Name], c.Subs, c.As)
	case OpAtLeast:
		return s.part(&c.Subs[0], t, false) + s.number(c)
	case OpInfluenced, OpDisclosed, OpAuthority, OpDepends, OpCycle:
		return s.analysis(c, t)
	}
	return s.attribute(c, t, not)
}

func (s *speaker) number(c *Cond) string { return fmt.Sprintf(", at least %d such", c.Count) }

// attribute says what is asked of the element alone.
func (s *speaker) attribute(c *Cond, t graph.Type, not bool) string {
	other := map[bool]string{true: "another "}[not]
	than := map[bool]string{true: " than ", false: ": "}[not]
	switch c.Op {
	case OpKind:
		return "is of " + other + "kind" + strings.TrimPrefix(than, ":") + or(c.Values)
	case OpFamily:
		return "is of " + other + "family" + strings.TrimPrefix(than, ":") + or(c.Values)
	case OpFact, OpAttribute:
		return "has " + other + c.Name + than + or(c.Values)
	case OpOrigin:
		return "was made by " + s.bound(c.Trust, not)
	case OpTrust:
		return s.standing(c.Trust, t, not)
	case OpSensitivity:
		return fmt.Sprintf("needs %s of %s %s", c.Name, c.Level, map[bool]string{true: "at most, but less", false: "or more"}[not])
	case OpCrosses:
		return map[bool]string{true: "joins zones of one trust", false: "joins zones of different trust"}[not]
	case OpFits:
		return map[bool]string{true: "fits no parameters", false: "fits parameters"}[not]
	case OpActor:
		return map[bool]string{true: "is a component", false: "is an actor"}[not]
	}
	return "is itself"
}

// standing says how far an actor is trusted, or the zone that a component stands in.
func (s *speaker) standing(most vocab.Trust, t graph.Type, not bool) string {
	as := "trusted at most as " + s.v.TrustWord(most)
	switch {
	case t == graph.ActorType:
		return map[bool]string{true: "is not ", false: "is "}[not] + as
	case t == anyEnd:
		return map[bool]string{true: "neither is nor stands in a zone ", false: "is, or stands in a zone, "}[not] + as
	}
	return map[bool]string{true: "stands in no zone ", false: "stands in a zone "}[not] + as
}

// bound is whoever is trusted no more, or more.
func (s *speaker) bound(most vocab.Trust, more bool) string {
	switch {
	case most == vocab.Administrator:
		return "anybody"
	case more:
		return "somebody trusted more than " + s.v.TrustWord(most)
	}
	return "somebody trusted at most as " + s.v.TrustWord(most)
}

// analysis says what paths must show.
func (s *speaker) analysis(c *Cond, t graph.Type) string {
	who := s.bound(c.Trust, false)
	switch c.Op {
	case OpInfluenced:
		out := "can be influenced" + modes(c.Modes) + " by " + who
		if len(c.Subs) > 0 {
			out += " through " + s.noun(graph.AssetType, c.Subs, "")
		}
		return out
	case OpDisclosed:
		how := map[bool]string{true: ", as it is", false: ", " + c.Least.String() + " or better"}[c.Least == reach.Verbatim]
		if t == graph.AssetType {
			return "comes to be known to " + who + how
		}
		return "lets " + who + " know " + s.noun(graph.AssetType, c.Subs, c.As) + how
	case OpAuthority:
		return "lets " + who + ", by influence" + modes(c.Modes) + ", make act " + s.noun(graph.ComponentType, c.Subs, c.As)
	case OpDepends:
		return "stops without " + s.noun(graph.ComponentType, c.Subs, c.As)
	}
	if len(c.Subs) == 0 {
		return "gets back what it sends"
	}
	through := graph.ComponentType
	if c.Name == "stage" {
		through = graph.StageType
	}
	return "gets back what it sends, on a way through " + s.noun(through, c.Subs, c.As)
}

func modes(list []reach.Mode) string {
	var out []string
	for _, m := range list {
		out = append(out, m.String())
	}
	if len(out) == 0 {
		return ""
	}
	return " (" + or(out) + ")"
}
