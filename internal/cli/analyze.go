package cli

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tmodel/internal/compile"
	"tmodel/internal/diag"
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
	view             string
	concerns         bool
	all, single      bool
	gate, least      vocab.Level
}

// views are what the terminal can list.
var views = []string{"threats", "techniques"}

func (a *app) analyze() *cobra.Command {
	run := &analysis{app: a}
	cmd := &cobra.Command{
		Use:   "analyze PATH... [flags]",
		Short: "Find threats: register, risk matrix, questions and diagram",
		Long: `Reads system descriptions and writes, for each, the register on the terminal and
a folder of reports (report.md, register.json, register.csv, diagram.dot,
diagram.svg, risk-matrix.svg). With -f just the formats that are asked for.

PATH is a file, a folder (the YAML files in it), a glob, or - for standard
input. Several systems have a folder each, named by the system's id.`,
		Example: `  tmodel analyze system.yaml
  tmodel analyze system.yaml --fail-on high
  tmodel analyze system.yaml -f json -f markdown=report.md
  tmodel analyze system.yaml -f navigator=layer.json`,
		DisableFlagsInUseLine: true,
		Args:                  needPath,
		ValidArgsFunction:     completeFiles,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(run.formats) > 0 && cmd.Flags().Changed("output") {
				return usage("-o names the folder of all reports, and -f asks for single ones; write -f %s=FILE", run.formats[0])
			}
			return run.run(cmd.Context(), args)
		},
	}
	f := cmd.Flags()
	a.stdinFlag(cmd)
	f.StringArrayVarP(&run.formats, "format", "f", nil, "write `FORMAT[=FILE]` instead of the folder, repeatable: "+strings.Join(formatNames, ", "))
	f.StringVarP(&run.dir, "output", "o", "tmodel-out", "write the reports into this `FOLDER`")
	f.StringVar(&run.failOn, "fail-on", "", "exit 1 when an open threat has this residual `LEVEL` or a higher one: low, medium, high, critical")
	f.BoolVar(&run.concerns, "fail-on-concerns", false, "let --fail-on count concerns too: failures without an attacker")
	f.StringVar(&run.severity, "severity", "low", "hide threats below this residual `LEVEL` on the terminal; the reports and the gate see all")
	f.BoolVar(&run.all, "all", false, "list all threats on the terminal, not those of the first 15 rules")
	f.StringVar(&run.view, "view", "threats", "list on the terminal `WHAT`: threats, or techniques, those of ATLAS, each with the first threat that shows it")
	f.BoolVar(&run.single, "no-group", false, "a row for each threat, on the terminal and in report.md, not one for each rule")
	completeFlag(cmd, "format", formatNames...)
	completeFlag(cmd, "view", views...)
	for _, flag := range []string{"fail-on", "severity"} {
		completeFlag(cmd, flag, "critical", "high", "medium", "low")
	}
	return cmd
}

func (n *analysis) run(ctx context.Context, args []string) error {
	outputs, err := n.flags()
	if err != nil {
		return err
	}
	files, unread := n.read(args)
	if err := fits(outputs, files); err != nil {
		return errors.Join(unread, err)
	}
	reports, err := n.compileAll(files)
	if err := errors.Join(unread, err); err != nil {
		return err
	}
	if err := n.write(ctx, reports, outputs); err != nil {
		return err
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
			return nil, usage("%s is low, medium, high or critical, not %s", l.flag, diag.Quote(l.value))
		}
	}
	switch {
	case n.concerns && n.gate == vocab.LevelUnknown:
		return nil, usage("--fail-on-concerns widens --fail-on LEVEL, which is missing")
	case !slices.Contains(views, n.view):
		return nil, usage("there is no view %s; %s", diag.Quote(n.view), expected(n.view, views))
	case n.dir == "":
		return nil, usage("-o names no folder")
	}
	return n.app.outputs(n.formats, formatNames)
}

// compileAll compiles every input and says on stderr what is wrong or odd. A system that does not compile stops nothing
// else from being checked; then the error says so.
func (n *analysis) compileAll(files []*source.File) ([]*report.Report, error) {
	var reports []*report.Report
	for _, f := range files {
		stop := n.progress("analyzing %s", f.Name)
		r, bag, err := compile.Compile(f, n.options())
		stop()
		if err != nil {
			return nil, fail(exitInternal, err)
		}
		if r == nil || !n.quiet {
			if err := n.diagnostics(n.stderr, bag); err != nil {
				return nil, err
			}
		}
		if r != nil {
			reports = append(reports, r)
		}
	}
	switch failed := len(files) - len(reports); {
	case failed > 0 && len(files) > 1:
		return nil, fail(exitSystem, notCompiled(failed, len(files)))
	case failed > 0:
		return nil, fail(exitSystem, nil)
	}
	return reports, distinct(reports)
}

// distinct refuses two systems of one id: their reports would overwrite each other.
func distinct(reports []*report.Report) error {
	seen := map[string]string{}
	for _, r := range reports {
		id := r.Graph.System.ID.Value
		if other, ok := seen[id]; ok {
			return usage("%s and %s both describe a system %s; give one of them another id", other, r.File, diag.Quote(id))
		}
		seen[id] = r.File
	}
	return nil
}
