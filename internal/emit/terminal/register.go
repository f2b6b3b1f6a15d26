package terminal

import (
	"fmt"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"tmodel/internal/diag"
	"tmodel/internal/register"
)

// register draws the table of threats: what, where, the way there, and what would help most.
func (p *page) register(list []*register.Threat) {
	t := table.NewWriter()
	t.SetStyle(plain)
	t.AppendHeader(table.Row{"#", "Level", "Score", "Threat"})
	t.SetColumnConfigs([]table.ColumnConfig{{Number: 1, Align: text.AlignRight}, {Number: 3, Align: text.AlignRight}})
	width := p.o.Width - 4 - 10 - 7 - 1
	for _, x := range list {
		level := p.level(x.Residual.Level, x.Residual.Level.String())
		if x.Status == register.Treated {
			level += "\n" + p.dim("treated")
		}
		if x.Confidence != register.HighConfidence {
			level += "\n" + p.dim("unsure")
		}
		t.AppendRow(table.Row{x.Rank, level, fmt.Sprintf("%.1f", x.Residual.Score), p.threat(x, width)})
	}
	p.b.WriteString(trimRight(t.Render()))
	p.line("")
}

// plain is a table without lines.
var plain = table.Style{
	Name:   "plain",
	Box:    table.BoxStyle{PaddingLeft: "", PaddingRight: "  "},
	Format: table.FormatOptions{Header: text.FormatUpper},
}

// trimRight takes the padding off the ends of lines.
func trimRight(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

func (p *page) threat(x *register.Threat, width int) string {
	var out []string
	for _, l := range wrap(diag.Printable(x.Title), width) {
		out = append(out, p.bold(l))
	}
	at := fmt.Sprintf("%s  line %d", x.ID, x.Location.Line)
	out = append(out, wrap(at, width)...)
	if len(x.Path) > 1 {
		out = append(out, p.dimAll(wrap("via "+strings.Join(x.Path, " → "), width))...)
	}
	if todo := help(x); todo != "" {
		out = append(out, p.dimAll(wrap(todo, width))...)
	}
	return strings.Join(out, "\n")
}

// help names the first treatment that is not in place, and where it belongs.
func help(x *register.Threat) string {
	var in []string
	for _, t := range x.Treatments {
		if t.Effect > 0 {
			in = append(in, t.Control)
		}
	}
	have := ""
	if len(in) > 0 {
		have = "in place: " + strings.Join(in, ", ")
	}
	for _, t := range x.Treatments {
		if t.Effect > 0 || len(t.At) == 0 {
			continue
		}
		next := "next: " + t.Control + " on " + t.At[0]
		if t.State != "undeclared" {
			next += " (" + t.State + ")"
		}
		return strings.TrimPrefix(have+"; "+next, "; ")
	}
	return have
}

// wrap breaks text at spaces; a word that is longer than the line is cut.
func wrap(s string, width int) []string {
	return strings.Split(text.WrapSoft(s, max(width, 20)), "\n")
}
