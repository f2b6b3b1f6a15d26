package jsonout

import (
	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/report"
	"tmodel/internal/vocab"
)

type object = map[string]any // keys are sorted when it is written

func toolOf(r *report.Report) object {
	a := &r.Catalog.Atlas
	return object{"name": "tmodel", "version": r.Tool.Version, "catalog": object{"version": r.Tool.Catalog, "atlas": a.Version, "atlasFormat": a.Format, "atlasSha256": a.SHA256}}
}

func systemOf(r *report.Report) object {
	s := &r.Graph.System
	out := object{"id": s.ID.Value, "name": r.Graph.Name(graph.Ref{Type: graph.SystemType}), "file": r.File, "criticality": r.Graph.Criticality.String()}
	for key, t := range map[string]string{"owner": s.Owner.Value, "purpose": s.Purpose.Value, "description": s.Description.Value} {
		if t != "" {
			out[key] = t
		}
	}
	out["facts"] = facts(s.Facts)
	goals := make([]object, len(r.Graph.Objectives))
	for i := range r.Graph.Objectives {
		o := &r.Graph.Objectives[i]
		goals[i] = object{"id": o.ID.Value, "statement": o.Statement.Value, "loss": o.Loss.Value, "assets": assets(r.Graph, o.Assets)}
	}
	out["objectives"] = goals
	return out
}

func summaryOf(r *report.Report) object {
	s := &r.Summary
	return object{"threats": s.Threats, "concerns": s.Concerns, "inherent": levels(s.Inherent), "residual": levels(s.Residual),
		"status": object{"open": s.Open, "treated": s.Treated}}
}

func levels(counts [vocab.Critical + 1]int) object {
	out := object{}
	for l := vocab.Low; l <= vocab.Critical; l++ {
		out[l.String()] = counts[l]
	}
	return out
}

func ruleOf(c *catalog.Catalog, r *report.Rule) object {
	refs, titles, derived := object{}, object{}, object{}
	for _, f := range r.References {
		refs[f.Framework] = filled(f.IDs)
		for _, id := range f.IDs {
			titles[id] = c.Title(id)
			for _, it := range c.Became(id) {
				derived[it.ID], titles[it.ID] = id, it.Title
			}
		}
	}
	treat := make([]object, len(r.Treat))
	for i, t := range r.Treat {
		treat[i] = object{"control": t.Control, "on": t.On}
	}
	affects := make([]string, len(r.Affects))
	for i, p := range r.Affects {
		affects[i] = p.String()
	}
	return object{"id": r.Rule.ID, "title": r.Title, "since": r.Since, "stride": filled(r.Stride), "affects": affects, "likelihood": r.Likelihood,
		"description": r.Description, "attack": filled(r.Attack), "verify": r.Verify, "treatments": treat, "references": refs, "derived": derived, "titles": titles, "threats": r.Threats}
}

func matrixOf(r *report.Report) object {
	k := &r.Catalog.Risk
	cells := []object{}
	for l := range 5 {
		for i := range 5 {
			cells = append(cells, object{"likelihood": l + 1, "impact": i + 1, "level": k.Matrix[l][i].String(), "threats": r.Summary.Matrix[l][i]})
		}
	}
	return object{"likelihood": k.Likelihoods, "impact": k.Impacts, "cells": cells}
}

func questionOf(q *report.Question) object {
	return object{"element": q.Element, "fact": q.Fact, "values": filled(q.Values), "ordered": !q.Unordered, "threats": filled(q.Threats), "settles": filled(q.Settles)}
}

func assumptionsOf(r *report.Report) []object {
	out := make([]object, len(r.Assumptions))
	for i, a := range r.Assumptions {
		out[i] = object{"element": a.Element, "what": a.What, "value": a.Value}
	}
	return out
}

// controlsOf are the controls that treatments of the found threats name.
func controlsOf(r *report.Report) []object {
	named := map[string]bool{}
	for i := range r.Rules {
		for _, t := range r.Rules[i].Treat {
			named[t.Control] = true
		}
	}
	out := []object{}
	for i := range r.Catalog.Controls {
		c, p := &r.Catalog.Controls[i], &r.Catalog.ControlProse[i]
		if !named[c.ID] {
			continue
		}
		reduces := "likelihood"
		if c.ReducesImpact {
			reduces = "impact"
		}
		o := object{"id": c.ID, "name": p.Name, "is": p.Is, "reduces": reduces, "effect": object{"implemented": c.Implemented, "verified": c.Verified},
			"why": p.Why, "proof": p.Proof, "cost": p.Cost, "standsOn": filled(c.StandsOn)}
		if p.Atlas != "" {
			o["atlas"] = p.Atlas
		}
		out = append(out, o)
	}
	return out
}

func coverageOf(r *report.Report) object {
	c := &r.Coverage
	stride := object{}
	for _, s := range c.Stride {
		stride[s.Word] = s.N
	}
	return object{"rules": c.Rules, "rulesFired": c.Fired, "elements": c.Elements, "elementsWithThreats": c.WithThreats, "stride": stride}
}

// policyOf says which files and settings judged the result: none beside the shipped tables.
func policyOf() object {
	return object{"config": nil, "decisions": nil, "settings": object{}}
}

func diagnosticOf(d *diag.Diagnostic) object {
	notes := make([]object, len(d.Notes))
	for i, n := range d.Notes {
		notes[i] = object{"message": n.Message, "location": locationOf(n.Span)}
	}
	return object{"code": d.Code.String(), "severity": d.Severity.String(), "message": d.Message, "notes": notes, "hint": d.Hint, "location": locationOf(d.Span)}
}
