package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tmodel/internal/compile"
	"tmodel/internal/register"
	"tmodel/internal/report"
	"tmodel/internal/source"
	"tmodel/internal/vocab"
)

// analysis is one run of the command.
type analysis struct {
	*app
	formats          []string
	dir              string
	failOn, severity string
	all              bool
	gate, least      vocab.Level
}

func (a *app) analyze() *cobra.Command {
	run := &analysis{app: a}
	cmd := &cobra.Command{
		Use:   "analyze PATH...",
		Short: "Find threats: register, risk matrix, questions and diagram",
		Long: `Reads system descriptions and writes, for each, the register on the terminal and a
folder of reports (report.md, register.json, register.csv, diagram.dot,
diagram.svg, risk-matrix.svg). With -f just the formats that are asked for.`,
		Example: `  tmodel analyze system.yaml
  tmodel analyze system.yaml --fail-on high
  tmodel analyze system.yaml -f json -f markdown=report.md`,
		Args: needPath,
		RunE: func(cmd *cobra.Command, args []string) error { return run.run(cmd.Context(), args) },
	}
	f := cmd.Flags()
	f.StringArrayVarP(&run.formats, "format", "f", nil, "write `FORMAT[=FILE]` instead of the folder: text, json, markdown, csv, dot, svg, png, matrix (repeatable)")
	f.StringVarP(&run.dir, "output", "o", "tmodel-out", "folder for the reports")
	f.StringVar(&run.failOn, "fail-on", "", "exit 1 when an open threat has this residual `LEVEL` or a higher one: low, medium, high, critical")
	f.StringVar(&run.severity, "severity", "low", "hide threats below this residual `LEVEL` on the terminal; the reports and the gate see all")
	f.BoolVar(&run.all, "all", false, "list every threat on the terminal, not the first 25")
	return cmd
}

func (n *analysis) run(ctx context.Context, args []string) error {
	outputs, err := n.flags()
	if err != nil {
		return err
	}
	files, err := n.read(args)
	if err != nil {
		return err
	}
	reports, failed, err := n.compileAll(files)
	if err != nil {
		return err
	}
	if len(reports) > 0 && !failed {
		if err := n.write(ctx, reports, outputs); err != nil {
			return err
		}
	}
	if failed {
		return fail(exitSystem, nil)
	}
	return n.judge(reports)
}

// flags checks all flags before any work is done.
func (n *analysis) flags() ([]output, error) {
	for _, l := range []struct {
		flag, value string
		into        *vocab.Level
	}{{"--fail-on", n.failOn, &n.gate}, {"--severity", n.severity, &n.least}} {
		*l.into = vocab.ParseLevel(l.value)
		if *l.into == vocab.LevelUnknown && l.value != "" {
			return nil, fail(exitUsage, fmt.Errorf("%s is low, medium, high or critical, not %q", l.flag, l.value))
		}
	}
	return parseOutputs(n.formats)
}

// compileAll compiles every input and says on stderr what is wrong or odd. A system that does not compile
// stops nothing else from being checked.
func (n *analysis) compileAll(files []*source.File) (reports []*report.Report, failed bool, err error) {
	for _, f := range files {
		r, bag, err := compile.Compile(f, n.options())
		if err != nil {
			return nil, false, fail(exitInternal, err)
		}
		if r == nil || !n.quiet {
			if err := n.diagnostics(n.stderr, bag); err != nil {
				return nil, false, err
			}
		}
		if r == nil {
			failed = true
			continue
		}
		reports = append(reports, r)
	}
	return reports, failed, n.distinct(reports)
}

// distinct refuses two systems of one id: their reports would overwrite each other.
func (n *analysis) distinct(reports []*report.Report) error {
	seen := map[string]string{}
	for _, r := range reports {
		id := r.Graph.System.ID.Value
		if other, ok := seen[id]; ok {
			return fail(exitUsage, fmt.Errorf("%s and %s both describe a system %q; give one of them another id", other, r.File, id))
		}
		seen[id] = r.File
	}
	return nil
}

// judge is the gate: open threats at the level or above fail it.
func (n *analysis) judge(reports []*report.Report) error {
	if n.gate == vocab.LevelUnknown {
		return nil
	}
	var over []string
	for _, r := range reports {
		for i := range r.Register.Threats {
			if t := &r.Register.Threats[i]; t.Status == register.Open && t.Residual.Level >= n.gate {
				over = append(over, t.ID)
			}
		}
	}
	if len(over) == 0 {
		return nil
	}
	shown := strings.Join(over[:min(len(over), 5)], ", ")
	if len(over) > 5 {
		shown += fmt.Sprintf(" and %d more", len(over)-5)
	}
	verb := "are"
	if len(over) == 1 {
		verb = "is"
	}
	return fail(exitGate, fmt.Errorf("gate failed: %d open at %s or above %s not treated: %s", len(over), n.gate, verb, shown))
}

// output is one thing to write: a format, and the file that takes it; "" is standard output.
type output struct{ format, file string }

var formatNames = []string{"text", "json", "markdown", "csv", "dot", "svg", "png", "matrix"}

// parseOutputs reads the values of -f. Only one of them can go to standard output.
func parseOutputs(values []string) ([]output, error) {
	var out []output
	stdout := ""
	for _, v := range values {
		format, file, toFile := strings.Cut(v, "=")
		if format == "md" {
			format = "markdown"
		}
		switch {
		case !slices.Contains(formatNames, format):
			return nil, fail(exitUsage, fmt.Errorf("there is no format %q; expected one of: %s", format, strings.Join(formatNames, ", ")))
		case toFile && file == "":
			return nil, fail(exitUsage, fmt.Errorf("-f %s= names no file", format))
		case !toFile && stdout != "":
			return nil, fail(exitUsage, fmt.Errorf("both %s and %s would go to standard output; write one to a file: -f %s=FILE", stdout, format, format))
		case !toFile:
			stdout = format
		}
		out = append(out, output{format, file})
	}
	return out, nil
}
