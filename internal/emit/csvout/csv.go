// Package csvout writes the register as a table for spreadsheets.
package csvout

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"tmodel/internal/register"
	"tmodel/internal/report"
)

var header = []string{"rank", "id", "rule", "title", "elements", "stride", "atlas", "status", "confidence",
	"inherent_level", "inherent_score", "likelihood", "impact", "residual_level", "residual_score", "residual_likelihood", "residual_impact",
	"path", "controls_in_place", "controls_missing", "file", "line"}

// Write writes a line for each threat. Cells that a spreadsheet would run as a formula are made text.
func Write(w io.Writer, r *report.Report) error {
	out := csv.NewWriter(w)
	if err := out.Write(header); err != nil {
		return err
	}
	for i := range r.Register.Threats {
		if err := out.Write(row(&r.Register.Threats[i])); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func row(t *register.Threat) []string {
	in, missing := []string{}, []string{}
	for _, c := range t.Treatments {
		if c.Effect > 0 {
			in = append(in, c.Control)
		} else {
			missing = append(missing, c.Control)
		}
	}
	cells := []string{strconv.Itoa(t.Rank), t.ID, t.Rule, t.Title, strings.Join(t.Elements, " "), strings.Join(t.Stride, " "), strings.Join(t.Atlas, " "),
		string(t.Status), t.Confidence.String(), t.Inherent.Level.String(), number(t.Inherent.Score), number(t.Inherent.Likelihood), number(t.Inherent.Impact),
		t.Residual.Level.String(), number(t.Residual.Score), number(t.Residual.Likelihood), number(t.Residual.Impact),
		strings.Join(t.Path, " > "), strings.Join(in, " "), strings.Join(missing, " "), file(t), strconv.Itoa(int(t.Location.Line))}
	for i := range cells {
		cells[i] = harmless(cells[i])
	}
	return cells
}

func number(f float64) string { return fmt.Sprintf("%g", f) }

func file(t *register.Threat) string {
	if t.Location.File == nil {
		return ""
	}
	return t.Location.File.Name
}

// harmless puts an apostrophe before what a spreadsheet would take for a formula.
func harmless(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
