package match

import (
	"fmt"
	"slices"

	"tmodel/internal/graph"
	"tmodel/internal/model"
	"tmodel/internal/source"
	"tmodel/internal/vocab"
)

// attribute decides what is asked of the element alone.
func (e *Engine) attribute(c *Cond, r graph.Ref) Truth {
	switch c.Op {
	case OpKind:
		k := e.g.Kind(r)
		return e.isKind(r, k, k != nil && slices.Contains(c.Values, k.ID))
	case OpFamily:
		k := e.g.Kind(r)
		return e.isKind(r, k, k != nil && slices.Contains(c.Values, k.Family))
	case OpActor:
		return e.decide(r.Type == graph.ActorType)
	case OpFits:
		return e.decide(e.g.Stages[r.Index].Kind.Fits)
	case OpFact:
		return e.fact(c, r)
	case OpAttribute:
		return e.word(c, r)
	case OpOrigin:
		return e.origin(c, r)
	case OpTrust:
		return e.trust(c, r)
	case OpSensitivity:
		return e.sensitivity(c, r)
	case OpCrosses:
		return e.crosses(r)
	}
	return e.decide(false)
}

// isKind decides by kind. What a flow or a stage joins is written elsewhere in the file, so that its kind is evidence.
func (e *Engine) isKind(r graph.Ref, k *vocab.Kind, is bool) Truth {
	if is && !e.negated && r != e.target && (e.target.Type == graph.FlowType || e.target.Type == graph.StageType) {
		e.trail.add(Evidence{At: r, Clause: e.g.ID(r) + " is of kind " + k.ID, Span: e.g.KindSpan(r)})
	}
	return e.decide(is)
}

func truth(b bool) Truth {
	if b {
		return True
	}
	return False
}

// fact is unknown when the file doesn't give it, and false when the kind doesn't have it.
func (e *Engine) fact(c *Cond, r graph.Ref) Truth {
	if k := e.g.Kind(r); r.Type != graph.SystemType && (k == nil || !k.HasFact(c.Name)) {
		return e.decide(false)
	}
	v, known := e.g.Fact(r, c.Name)
	return e.value(c, r, v, known, noFact)
}

// word decides an attribute that is written as a word of its own key.
func (e *Engine) word(c *Cond, r graph.Ref) Truth {
	var v model.Text
	switch c.Name {
	case "encrypted":
		v = e.g.Flows[r.Index].Encrypted
	case "authentication":
		v = e.g.Flows[r.Index].Authentication
	case "personal_data":
		v = e.g.Assets[r.Index].PersonalData
	}
	return e.value(c, r, v, v.Set() && v.Value != "unknown", noValue)
}

func (e *Engine) value(c *Cond, r graph.Ref, v model.Text, known bool, missing about) Truth {
	t := Unknown
	if known {
		t = truth(slices.Contains(c.Values, v.Value))
	}
	if t = e.turned(t); t == False {
		return False
	}
	n := note{Evidence: Evidence{At: r, Clause: v.Value, Span: v.Span}, about: aValue, name: c.Name}
	if !known {
		n.about = missing
	}
	if !v.Span.Valid() {
		n.Span = e.g.Span(r)
	}
	e.trail.evidence = append(e.trail.evidence, n)
	return t
}

func (e *Engine) origin(c *Cond, r graph.Ref) Truth {
	a := &e.g.Assets[r.Index]
	if a.Origin == vocab.NoTrust {
		return e.show(Unknown, func() Evidence { return Evidence{r, a.ID.Value + " does not say origin", a.ID.Span, "origin"} })
	}
	return e.show(truth(a.Origin <= c.Trust), func() Evidence {
		return Evidence{At: r, Clause: a.ID.Value + " has origin: " + a.Asset.Origin.Value, Span: a.Asset.Origin.Span}
	})
}

// trust is that of an actor, or of the zone that a component stands in. Zones are drawn, and what is not drawn is
// not there: a component in no zone stands in nobody's.
func (e *Engine) trust(c *Cond, r graph.Ref) Truth {
	has := e.g.ZoneTrust(r)
	if r.Type == graph.ActorType {
		has = e.g.Actors[r.Index].Trust
	}
	if has == vocab.NoTrust {
		return e.decide(false)
	}
	if has <= c.Trust {
		e.name(has)
	}
	return e.show(truth(has <= c.Trust), func() Evidence { return e.trusted(r, has, r.Type == graph.ActorType) })
}

// trusted says how far an element is trusted: by its own word, or by that of the zone that it stands in.
func (e *Engine) trusted(r graph.Ref, has vocab.Trust, own bool) Evidence {
	ev := Evidence{At: r, Clause: e.g.ID(r) + " is trusted as " + e.g.Vocab.TrustWord(has), Span: e.g.Span(r)}
	if own {
		ev.Span = e.g.Actors[r.Index].Actor.Trust.Span
	} else if z := e.g.Zone(r); z >= 0 {
		ev.Clause = fmt.Sprintf("%s stands in %s, which is trusted as %s", e.g.ID(r), e.g.Zones[z].ID.Value, e.g.Vocab.TrustWord(has))
		ev.Span = e.zoneSpan(r)
	}
	return ev
}

// zoneSpan is the place where an actor or a component names its zone.
func (e *Engine) zoneSpan(r graph.Ref) source.Span {
	if r.Type == graph.ActorType {
		return e.g.Actors[r.Index].Actor.Zone.Span
	}
	return e.g.Components[r.Index].Component.Zone.Span
}

func (e *Engine) sensitivity(c *Cond, r graph.Ref) Truth {
	a := &e.g.Assets[r.Index]
	p, _ := vocab.ParseProperty(c.Name)
	at, how := []model.Text{a.Confidentiality, a.Integrity, a.Availability}[p].Span, ""
	if a.Assumed[p] {
		at, how = a.Asset.Kind.Span, " (assumed for kind "+a.Kind.ID+")"
	}
	return e.show(truth(a.Sensitivity[p] >= c.Level), func() Evidence {
		return Evidence{At: r, Clause: a.ID.Value + " has " + c.Name + ": " + a.Sensitivity[p].String() + how, Span: at}
	})
}

// crosses is true when the ends are trusted differently; whoever is trusted less may be on the line.
func (e *Engine) crosses(r graph.Ref) Truth {
	f := &e.g.Flows[r.Index]
	from, to := e.endTrust(f.From), e.endTrust(f.To)
	if e.negated || from == to || from == vocab.NoTrust || to == vocab.NoTrust {
		return e.decide(from != to && from != vocab.NoTrust && to != vocab.NoTrust)
	}
	e.name(min(from, to))
	e.trail.add(e.trusted(f.From, from, e.g.ZoneTrust(f.From) == vocab.NoTrust))
	e.trail.add(e.trusted(f.To, to, e.g.ZoneTrust(f.To) == vocab.NoTrust))
	return True
}

// endTrust is the trust of the zone at an end of a flow; of an actor without a zone his own.
func (e *Engine) endTrust(r graph.Ref) vocab.Trust {
	t := e.g.ZoneTrust(r)
	if t == vocab.NoTrust && r.Type == graph.ActorType {
		return e.g.Actors[r.Index].Trust
	}
	return t
}
