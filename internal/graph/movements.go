package graph

// exchange is one asset that goes one way between two components.
type exchange struct{ from, to, asset int32 }

// movements derives what the stages imply. A drawn flow that carries the same asset the same way replaces a movement:
// it is kept with the flow's index, so that analyses meet it once, with the flow's facts.
func (b *builder) movements() {
	drawn := b.drawn()
	for i := range b.g.Stages {
		s := &b.g.Stages[i]
		if s.On < 0 {
			continue
		}
		for _, u := range s.Consumes {
			for _, h := range b.g.Assets[u.Index].HeldBy {
				b.move(drawn, int32(i), u, h.Index, s.On)
			}
		}
		for _, u := range s.Produces {
			for _, h := range b.g.Assets[u.Index].HeldBy {
				b.move(drawn, int32(i), u, s.On, h.Index)
			}
		}
	}
}

func (b *builder) move(drawn map[exchange]int32, stage int32, u Use, from, to int32) {
	if from == to {
		return
	}
	flow, ok := drawn[exchange{from, to, u.Index}]
	if !ok {
		flow = -1
	}
	b.g.Movements = append(b.g.Movements, Movement{Stage: stage, From: from, To: to, Asset: u.Index, Flow: flow, Span: u.Span})
}

// drawn indexes what the flows between components move, requests and replies; of several flows the first by id.
func (b *builder) drawn() map[exchange]int32 {
	out := map[exchange]int32{}
	if len(b.g.Stages) == 0 {
		return out
	}
	note := func(from, to int32, uses []Use, flow int) {
		for _, u := range uses {
			if _, ok := out[exchange{from, to, u.Index}]; !ok {
				out[exchange{from, to, u.Index}] = int32(flow)
			}
		}
	}
	for i := range b.g.Flows {
		f := &b.g.Flows[i]
		if f.From.Type == ComponentType && f.To.Type == ComponentType {
			note(f.From.Index, f.To.Index, f.Carries, i)
			note(f.To.Index, f.From.Index, f.Returns, i)
		}
	}
	return out
}
