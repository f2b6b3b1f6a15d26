package model

import "tmodel/internal/yamltree"

func system(n *yamltree.Node) (s System) {
	for _, p := range n.Pairs {
		switch v := p.Value; p.Key.Value {
		case "owner":
			s.Owner = text(v)
		case "criticality":
			s.Criticality = text(v)
		case "purpose":
			s.Purpose = text(v)
		case "objectives":
			s.Objectives = elements(v, objective, func(x *Objective) *Common { return &x.Common })
		default:
			s.common(p.Key.Value, v)
		}
	}
	return s
}

func objective(n *yamltree.Node) (o Objective) {
	for _, p := range n.Pairs {
		switch v := p.Value; p.Key.Value {
		case "statement":
			o.Statement = text(v)
		case "loss":
			o.Loss = text(v)
		case "assets":
			o.Assets = texts(v)
		default:
			o.common(p.Key.Value, v)
		}
	}
	return o
}

func actor(n *yamltree.Node) (a Actor) {
	for _, p := range n.Pairs {
		switch v := p.Value; p.Key.Value {
		case "trust":
			a.Trust = text(v)
		case "zone":
			a.Zone = text(v)
		default:
			a.common(p.Key.Value, v)
		}
	}
	return a
}

func zone(n *yamltree.Node) (z Zone) {
	for _, p := range n.Pairs {
		switch v := p.Value; p.Key.Value {
		case "trust":
			z.Trust = text(v)
		case "parent":
			z.Parent = text(v)
		case "operator":
			z.Operator = text(v)
		default:
			z.common(p.Key.Value, v)
		}
	}
	return z
}

func asset(n *yamltree.Node) (a Asset) {
	for _, p := range n.Pairs {
		switch v := p.Value; p.Key.Value {
		case "kind":
			a.Kind = text(v)
		case "personal_data":
			a.PersonalData = text(v)
		case "origin":
			a.Origin = text(v)
		case "sensitivity":
			a.sensitivity(v)
		case "contains":
			a.Contains = texts(v)
		case "opens":
			a.Opens = texts(v)
		default:
			a.common(p.Key.Value, v)
		}
	}
	return a
}

func (a *Asset) sensitivity(n *yamltree.Node) {
	for _, p := range n.Pairs {
		switch p.Key.Value {
		case "confidentiality":
			a.Confidentiality = text(p.Value)
		case "integrity":
			a.Integrity = text(p.Value)
		case "availability":
			a.Availability = text(p.Value)
		}
	}
}

func component(n *yamltree.Node) (c Component) {
	for _, p := range n.Pairs {
		switch v := p.Value; p.Key.Value {
		case "kind":
			c.Kind = text(v)
		case "zone":
			c.Zone = text(v)
		case "runs_on":
			c.RunsOn = text(v)
		case "operator":
			c.Operator = text(v)
		case "holds":
			c.Holds = texts(v)
		default:
			c.common(p.Key.Value, v)
		}
	}
	return c
}

func flow(n *yamltree.Node) (f Flow) {
	for _, p := range n.Pairs {
		switch v := p.Value; p.Key.Value {
		case "from":
			f.From = text(v)
		case "to":
			f.To = text(v)
		case "protocol":
			f.Protocol = text(v)
		case "encrypted":
			f.Encrypted = text(v)
		case "authentication":
			f.Authentication = text(v)
		case "carries":
			f.Carries = texts(v)
		case "returns":
			f.Returns = texts(v)
		default:
			f.common(p.Key.Value, v)
		}
	}
	return f
}

func stage(n *yamltree.Node) (s Stage) {
	for _, p := range n.Pairs {
		switch v := p.Value; p.Key.Value {
		case "kind":
			s.Kind = text(v)
		case "runs_on":
			s.RunsOn = text(v)
		case "consumes":
			s.Consumes = texts(v)
		case "produces":
			s.Produces = texts(v)
		default:
			s.common(p.Key.Value, v)
		}
	}
	return s
}

func control(n *yamltree.Node) (c Control) {
	for _, p := range n.Pairs {
		switch v := p.Value; p.Key.Value {
		case "use":
			c.Use = text(v)
		case "on":
			c.On = texts(v)
		case "state":
			c.State = text(v)
		case "evidence":
			c.Evidence = text(v)
		case "notes":
			c.Notes = text(v)
		case "description":
			c.Description = text(v)
		case "tags":
			c.Tags = texts(v)
		case "governed_by":
			c.GovernedBy = texts(v)
		}
	}
	return c
}
