// Package csvout writes the register as a table for spreadsheets.
package csvout

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/register"
	"tmodel/internal/report"
)

var header = []string{"system", "class", "rank", "id", "rule", "title", "elements", "stride", "atlas", "status", "confidence",
	"inherent_level", "inherent_score", "inherent_likelihood", "inherent_impact",
	"residual_level", "residual_score", "residual_likelihood", "residual_impact",
	"path", "controls_in_place", "controls_missing", "unknown", "file", "line"}

// Write writes a row for each threat, then one for each concern. Cells that a spreadsheet would run as a formula are made text.
func Write(w io.Writer, r *report.Report) error { return WriteAll(w, []*report.Report{r}) }

// WriteAll writes the threats of several systems into one table.
func WriteAll(w io.Writer, reports []*report.Report) error {
	out := csv.NewWriter(w)
	if err := out.Write(header); err != nil {
		return err
	}
	for _, r := range reports {
		id := r.Graph.System.ID.Value
		if err := rows(out, id, "threat", r.Register.Threats); err != nil {
			return err
		}
		if err := rows(out, id, "concern", r.Register.Concerns); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func rows(out *csv.Writer, system, class string, list []register.Threat) error {
	for i := range list {
		cells := append([]string{system, class}, row(&list[i])...)
		for i := range cells {
			cells[i] = harmless(diag.Printable(cells[i]))
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	return nil
}

func row(t *register.Threat) []string {
	cells := []string{strconv.Itoa(t.Rank), t.ID, t.Rule, t.Title, words(t.Elements), words(t.Stride), words(t.Atlas), string(t.Status), t.Confidence.String()}
	cells = append(cells, rating(t.Inherent)...)
	cells = append(cells, rating(t.Residual)...)
	in, missing := controls(t)
	cells = append(cells, strings.Join(t.Path, " > "), words(in), words(missing), words(unknown(t)))
	if !t.Location.Valid() {
		return append(cells, "", "")
	}
	return append(cells, t.Location.File.Name, strconv.Itoa(int(t.Location.Line)))
}

func words(list []string) string { return strings.Join(list, " ") }

func rating(r register.Rating) []string {
	return []string{r.Level.String(), number(r.Score), number(r.Likelihood), number(r.Impact)}
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// controls are the treatments that count, and those that do not.
func controls(t *register.Threat) (in, missing []string) {
	for _, c := range t.Treatments {
		if c.Effect > 0 {
			in = append(in, c.Control)
		} else {
			missing = append(missing, c.Control)
		}
	}
	return in, missing
}

// unknown are the facts that the threat rests on and that nobody gave, as element.fact.
func unknown(t *register.Threat) []string {
	var out []string
	said := map[string]bool{}
	for _, e := range t.Evidence {
		if fact := e.Element + "." + strings.TrimPrefix(e.Missing, "facts."); e.Missing != "" && !said[fact] {
			said[fact] = true
			out = append(out, fact)
		}
	}
	return out
}

// harmless puts an apostrophe before what a spreadsheet would take for a formula, leading spaces or not.
func harmless(s string) string {
	if first := strings.TrimLeft(s, " \u00a0\u3000"); first != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(first)[0]) {
		return "'" + s
	}
	return s
}
