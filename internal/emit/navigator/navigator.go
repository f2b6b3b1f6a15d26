// Package navigator writes a register as a layer for the ATLAS Navigator: one entry a technique, coloured by the worst
// threat that it is.
package navigator

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/register"
	"tmodel/internal/report"
	"tmodel/internal/vocab"
)

// The format of the layer is that of the MITRE ATT&CK Navigator, which the ATLAS Navigator is made from; domain names
// the matrix that techniques are looked up in.
const (
	layerVersion     = "4.5"
	navigatorVersion = "4.9.1"
	domain           = "atlas-atlas"
)

// colours are those of the risk matrix, by level.
var colours = [vocab.Critical + 1]string{"#FFFFFF", "#D9E2EC", "#F4C95D", "#B5432A", "#5B0F1A"}

// highest is the score that nothing exceeds.
const highest = 100

// Write writes the layer of one system. The same report gives the same bytes.
func Write(w io.Writer, r *report.Report) error {
	e := json.NewEncoder(w)
	e.SetIndent("", " ")
	e.SetEscapeHTML(false)
	return e.Encode(layerOf(r))
}

func layerOf(r *report.Report) layer {
	name := diag.Printable(r.Graph.Name(graph.Ref{Type: graph.SystemType}))
	out := layer{Name: "Threats to " + name, Domain: domain, Versions: versions{Navigator: navigatorVersion, Layer: layerVersion},
		Description: fmt.Sprintf("What remains of each technique in the threat model of %s, made by tmodel %s. The score is that of the worst threat with the controls that are in place; concerns, which need no attacker, are left out.",
			name, r.Tool.Version),
		Sorting:                       3, // by score, the highest first
		Layout:                        layout{Layout: "side", ShowName: true, Aggregate: "max", Expanded: "annotated"},
		Techniques:                    techniques(r),
		Gradient:                      gradient{Colors: colours[vocab.Low:], Max: highest},
		SelectTechniquesAcrossTactics: true,
		Metadata: []pair{{"tool", "tmodel " + r.Tool.Version}, {"catalogue", r.Tool.Catalog}, {"atlas", r.Catalog.Atlas.Label()},
			{"system", r.Graph.System.ID.Value}, {"file", diag.Printable(r.File)}}}
	for level := vocab.Critical; level >= vocab.Low; level-- {
		out.Legend = append(out.Legend, legendItem{Label: level.String() + " residual risk", Color: colours[level]})
	}
	return out
}

// techniques are the entries by id.
func techniques(r *report.Report) []technique {
	threats := map[string][]*register.Threat{}
	for i := range r.Register.Threats {
		t := &r.Register.Threats[i]
		for _, id := range t.Atlas {
			threats[id] = append(threats[id], t)
		}
	}
	out := []technique{}
	for id, list := range threats {
		out = append(out, entry(id, list))
	}
	slices.SortFunc(out, func(a, b technique) int { return strings.Compare(a.ID, b.ID) })
	for i := range out {
		out[i].ShowSubtechniques = i+1 < len(out) && strings.HasPrefix(out[i+1].ID, out[i].ID+".")
	}
	return out
}

// most is how many threats the comment of a technique names.
const most = 40

// entry is a technique that some threats are.
func entry(id string, list []*register.Threat) technique {
	worst := slices.MaxFunc(list, func(a, b *register.Threat) int {
		return cmp.Or(cmp.Compare(a.Residual.Level, b.Residual.Level), cmp.Compare(a.Residual.Score, b.Residual.Score))
	})
	var ids []string
	for _, t := range list[:min(len(list), most)] {
		ids = append(ids, t.ID)
	}
	comment := strings.Join(ids, ", ")
	if more := len(list) - most; more > 0 {
		comment += fmt.Sprintf(" and %d more", more)
	}
	level := worst.Residual.Level
	return technique{ID: id, Score: worst.Residual.Score, Color: colours[level], Comment: comment, Enabled: true,
		Metadata: []pair{{"level", level.String()}, {"worst", worst.ID}, {"threats", fmt.Sprint(len(list))}}}
}
