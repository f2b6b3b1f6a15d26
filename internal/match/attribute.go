package match

import (
	"fmt"
	"slices"

	"tmodel/internal/graph"
	"tmodel/internal/model"
	"tmodel/internal/vocab"
)

// attribute decides what is asked of the element alone.
func (e *Engine) attribute(c *Cond, r graph.Ref) Truth {
	switch c.Op {
	case OpKind:
		k := e.g.Kind(r)
		return truth(k != nil && slices.Contains(c.Values, k.ID))
	case OpFamily:
		k := e.g.Kind(r)
		return truth(k != nil && slices.Contains(c.Values, k.Family))
	case OpFits:
		return truth(e.g.Stages[r.Index].Kind.Fits)
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
	return False
}

func truth(b bool) Truth {
	if b {
		return True
	}
	return False
}

// fact is unknown when the file doesn't give it, and false when the kind doesn't have it.
func (e *Engine) fact(c *Cond, r graph.Ref) Truth {
	if k := e.g.Kind(r); k == nil || !k.HasFact(c.Name) {
		return False
	}
	v, known := e.g.Fact(r, c.Name)
	return e.value(c, r, v, known, "facts."+c.Name)
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
	return e.value(c, r, v, v.Set() && v.Value != "unknown", c.Name)
}

func (e *Engine) value(c *Cond, r graph.Ref, v model.Text, known bool, missing string) Truth {
	if !known {
		at := v.Span
		if !at.Valid() {
			at = e.g.Span(r)
		}
		return e.trail.add(Unknown, Evidence{r, e.g.ID(r) + " does not say " + c.Name, at, missing})
	}
	return e.trail.add(truth(slices.Contains(c.Values, v.Value)), Evidence{At: r, Clause: fmt.Sprintf("%s has %s: %s", e.g.ID(r), c.Name, v.Value), Span: v.Span})
}

func (e *Engine) origin(c *Cond, r graph.Ref) Truth {
	a := &e.g.Assets[r.Index]
	if a.Origin == vocab.NoTrust {
		return e.trail.add(Unknown, Evidence{r, a.ID.Value + " does not say origin", a.ID.Span, "origin"})
	}
	return e.trail.add(truth(a.Origin <= c.Trust), Evidence{At: r, Clause: a.ID.Value + " has origin: " + a.Asset.Origin.Value, Span: a.Asset.Origin.Span})
}

// trust is that of an actor, or of the zone that a component stands in. Zones are drawn, and what is not drawn is
// not there: a component in no zone stands in nobody's.
func (e *Engine) trust(c *Cond, r graph.Ref) Truth {
	has, at := e.endTrust(r), e.g.Span(r)
	if r.Type == graph.ActorType {
		has, at = e.g.Actors[r.Index].Trust, e.g.Actors[r.Index].Actor.Trust.Span
	} else if z := e.g.Components[r.Index].Component.Zone; z.Set() {
		at = z.Span
	}
	if has == vocab.NoTrust {
		return False
	}
	if has <= c.Trust {
		e.trail.who = append(e.trail.who, who{trust: has})
	}
	return e.trail.add(truth(has <= c.Trust), Evidence{At: r, Clause: e.g.ID(r) + " is trusted as " + e.g.Vocab.TrustWord(has), Span: at})
}

func (e *Engine) sensitivity(c *Cond, r graph.Ref) Truth {
	a := &e.g.Assets[r.Index]
	p, _ := vocab.ParseProperty(c.Name)
	at, says := []model.Text{a.Confidentiality, a.Integrity, a.Availability}[p].Span, ""
	if a.Assumed[p] {
		at, says = a.Asset.Kind.Span, " (assumed for its kind)"
	}
	return e.trail.add(truth(a.Sensitivity[p] >= c.Level), Evidence{At: r, Clause: fmt.Sprintf("%s has %s: %s%s", a.ID.Value, c.Name, a.Sensitivity[p], says), Span: at})
}

// crosses is true when the ends are trusted differently; whoever is trusted less may be on the line.
func (e *Engine) crosses(r graph.Ref) Truth {
	f := &e.g.Flows[r.Index]
	from, to := e.endTrust(f.From), e.endTrust(f.To)
	if from == to || from == vocab.NoTrust || to == vocab.NoTrust {
		return False
	}
	e.trail.who = append(e.trail.who, who{trust: min(from, to)})
	return e.trail.add(True, Evidence{At: r, Clause: fmt.Sprintf("%s goes from %s (%s) to %s (%s)", f.ID.Value,
		e.g.ID(f.From), e.g.Vocab.TrustWord(from), e.g.ID(f.To), e.g.Vocab.TrustWord(to)), Span: f.Flow.To.Span})
}

// endTrust is the trust of the zone at an end of a flow; of an actor without a zone his own.
func (e *Engine) endTrust(r graph.Ref) vocab.Trust {
	t := e.g.ZoneTrust(r)
	if t == vocab.NoTrust && r.Type == graph.ActorType {
		return e.g.Actors[r.Index].Trust
	}
	return t
}
