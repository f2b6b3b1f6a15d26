package graph

import (
	"tmodel/internal/diag"
	"tmodel/internal/source"
	"tmodel/internal/vocab"
)

// host holds that a component runs on something that can run it: no store, no person, no source of somebody else's.
func (b *builder) host(c *Component) {
	if c.RunsOn < 0 {
		return
	}
	h := &b.g.Components[c.RunsOn]
	if h.Kind == nil || h.Kind.Shape == vocab.Process && h.Kind.Family != "people" || h.Kind.Shape == vocab.External && h.Kind.Family != "source" {
		return
	}
	b.add(diag.NoHost, c.Component.RunsOn.Span, "nothing can run on "+diag.Quote(h.ID.Value)+", which is "+ofKind(h.Kind),
		"name the machine, as a component of kind host; a connection between the two is a flow", b.declaredAt(h.Component.Kind.Span))
}

// workplace holds that a stage runs on something that does work.
func (b *builder) workplace(s *Stage) {
	c := &b.g.Components[s.On]
	if c.Kind == nil || c.Kind.Shape == vocab.Process {
		return
	}
	b.add(diag.StageOnStore, s.Stage.RunsOn.Span, "no stage can run on "+diag.Quote(c.ID.Value)+": "+ofKind(c.Kind)+" does no work of its own",
		"name the component that does it; what lies in "+diag.Printable(diag.Clip(c.ID.Value, 40))+" is reached by consumes and produces", b.declaredAt(c.Component.Kind.Span))
}

func (b *builder) declaredAt(at source.Span) diag.Note {
	return diag.Note{Span: at, Message: "its kind is said here"}
}

// opens holds that only credentials and answers open components.
func (b *builder) opens(a *Asset) {
	if len(a.Opens) == 0 || a.Kind.Acts == "key" || a.Kind.ID == "prediction" {
		return
	}
	b.add(diag.OpensNoKey, a.Opens[0].Span, ofKind(a.Kind)+" opens nothing: only a credential does, or a prediction that something obeys",
		"a key that lies inside it is an asset of its own: contains: [the-key], and opens on that", b.declaredAt(a.Asset.Kind.Span))
}

// settings holds that what governs a control can be read as its settings: rules, code, a model, or a record of the
// business, but no secret and nothing that passes by.
func (b *builder) settings(uses []Use) {
	for _, u := range uses {
		a := &b.g.Assets[u.Index]
		if a.Kind == nil || a.Kind.Acts != "key" && (a.Kind.Acts != "data" || !a.Kind.AI) {
			continue
		}
		b.add(diag.NoSetting, u.Span, "no control is governed by "+ofKind(a.Kind), "name the settings that can switch the control off, such as an agent-config or source-code; leave governed_by out when there are none",
			b.declaredAt(a.Asset.Kind.Span))
	}
}
