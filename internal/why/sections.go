package why

import (
	"fmt"
	"strings"

	"tmodel/internal/graph"
	"tmodel/internal/reach"
)

// flows writes a row for each flow: who is at the other end, what moves, how it is protected.
func (p *page) flows() {
	titles := map[string]string{"in": "Flows that arrive", "out": "Flows that leave", "with": "Flows that move it"}
	for _, way := range []string{"in", "out", "with"} {
		first := true
		for _, f := range p.v.Flows {
			if f.Way != way {
				continue
			}
			if first {
				p.title(titles[way])
			}
			first = false
			p.row(p.g.Flows[f.Index].ID.Value, p.flow(f))
		}
	}
}

func (p *page) flow(at Flow) string {
	f := &p.g.Flows[at.Index]
	ends := map[string]string{"in": "from " + p.g.ID(f.From), "out": "to " + p.g.ID(f.To), "with": p.g.ID(f.From) + arrow + p.g.ID(f.To)}[at.Way]
	if p.v.Ref.Type == graph.ZoneType {
		ends = p.g.ID(f.From) + arrow + p.g.ID(f.To)
	}
	moves := []string{}
	if len(f.Carries) > 0 {
		moves = append(moves, p.assets(f.Carries))
	}
	if len(f.Returns) > 0 {
		moves = append(moves, "returns "+p.assets(f.Returns))
	}
	if len(moves) > 0 {
		ends += ": " + strings.Join(moves, ", ")
	}
	out := fmt.Sprintf("%s; encrypted: %s, authentication: %s", ends, known(f.Encrypted), known(f.Authentication))
	if f.Protocol.Set() {
		out += ", " + f.Protocol.Value
	}
	return out
}

func (p *page) assets(uses []graph.Use) string {
	list := make([]string, len(uses))
	for i, u := range uses {
		list[i] = p.g.Assets[u.Index].ID.Value
	}
	return strings.Join(list, ", ")
}

// controls writes those that stand on the element, with their state and what proves them.
func (p *page) controls() {
	if p.v.Ref.Type == graph.ObjectiveType {
		return
	}
	p.title("Controls")
	if len(p.v.Controls) == 0 {
		p.hang("  ", "  ", "None is declared "+p.around()+".")
	}
	for _, c := range p.v.Controls {
		s := c.Use.Value + ": " + c.State.String()
		if c.At != p.v.Ref {
			s += ", on " + c.At.Type.String() + " " + p.g.ID(c.At)
		}
		if c.Evidence.Set() {
			s += ", evidence: " + c.Evidence.Value
		}
		p.hang("  ", "    ", s)
	}
}

// around says where a control would stand that counts here.
func (p *page) around() string {
	switch {
	case p.v.Ref.Type == graph.SystemType:
		return "on the system as a whole"
	case len(p.v.Zones) == 0:
		return "on it, or on the system"
	}
	return "on it, on a zone around it, or on the system"
}

func (p *page) influence() {
	p.byMode("Who can influence it: the least trusted, by mode", p.v.Influence)
	if len(p.v.Place) > 0 {
		p.byMode("Who can influence what it runs on, "+p.g.Components[p.g.Stages[p.v.Ref.Index].On].ID.Value, p.v.Place)
	}
}

func (p *page) byMode(title string, list []Influence) {
	if len(list) == 0 {
		return
	}
	p.title(title)
	for _, in := range list {
		if in.Witness == nil {
			p.row(in.Mode.String(), "nobody: no path is drawn")
			continue
		}
		p.row(in.Mode.String(), Sentence(p.g, in.Witness))
	}
}

func (p *page) readers() {
	if len(p.v.Readers) == 0 {
		return
	}
	if p.v.Ref.Type == graph.AssetType {
		p.title("Who can come to know it: the least trusted")
	} else {
		p.title("Who can come to know what it holds and sends: the least trusted, by asset")
	}
	for _, r := range p.v.Readers {
		id := p.g.Assets[r.Asset].ID.Value
		if r.Witness == nil {
			p.row(id, "nobody: no path leads to an actor")
			continue
		}
		p.row(id, r.Witness.Strength.String()+": "+Sentence(p.g, r.Witness)+p.where(r.Witness))
	}
}

// where says what a witness tells of that does not end at a reader: who has power over the place reads there.
func (p *page) where(w *reach.Witness) string {
	if w.Because == nil {
		return ""
	}
	return " (by power over " + p.g.ID(w.Because.Steps[len(w.Because.Steps)-1].At) + ")"
}

// acts says who makes a component act.
func (p *page) acts() {
	if p.v.Ref.Type != graph.ComponentType {
		return
	}
	p.title("Who can make it act: the least trusted")
	if p.v.Acts == nil {
		p.hang("  ", "  ", "nobody: no path is drawn")
		return
	}
	p.hang("  ", "  ", Sentence(p.g, p.v.Acts))
}

// needs lists what stops the element when it stops.
func (p *page) needs() {
	if p.v.Ref.Type != graph.ComponentType && p.v.Ref.Type != graph.StageType {
		return
	}
	p.title("What it depends on")
	if len(p.v.Needs) == 0 {
		p.hang("  ", "  ", "nothing that is drawn")
	}
	for i, n := range p.v.Needs {
		var ids []string
		for _, s := range reach.StepsTo(p.v.Needs, i) {
			ids = append(ids, p.g.ID(s.At))
		}
		p.row(p.g.Components[n.Component].ID.Value, p.needed(ids))
	}
}

// needed says by way of what something is needed.
func (p *page) needed(ids []string) string {
	if len(ids) == 1 {
		return "directly"
	}
	return "through " + strings.Join(ids[:len(ids)-1], arrow)
}
