// Package cli is the program as users meet it: commands, flags, streams, exit codes. A command is a file.
package cli

import (
	"context"
	"fmt"
	"io"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"tmodel/catalogs"
	"tmodel/internal/catalog"
)

// Version is that of the program.
const Version = "0.1.0"

// Run is the program. It returns the exit code; exit.go says what each means.
func Run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) (code int) {
	a := &app{catalog: catalogs.Shipped(), stdin: stdin, stdout: stdout, stderr: stderr}
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintf(stderr, "tmodel: internal error: %v\n%s", r, debug.Stack())
			code = exitInternal
		}
	}()
	surviveClosedPipes()
	// A run is short and its memory bounded by the input: collecting less often costs nothing and saves a third of the time.
	debug.SetGCPercent(400)
	root := a.root()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	if len(args) > 0 && strings.HasPrefix(args[0], cobra.ShellCompRequestCmd) {
		plainFlags(root)
	}
	err := root.ExecuteContext(ctx)
	complain(stderr, err)
	return exitCode(err)
}

// app is what the commands share.
type app struct {
	catalog        *catalog.Catalog
	stdin          io.Reader
	stdout, stderr io.Writer
	color          string
	quiet          bool
	stdinName      string   // what standard input is called
	folders        []string // of catalogues, --catalog
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "tmodel",
		Short: "Find the threats to an AI system in a description of its design",
		Long: `tmodel reads a YAML description of an AI system (who uses it, what it is made
of, what flows, how models are made, what protects it) and writes a prioritized
register of threats, a risk matrix and a data-flow diagram.

Exit codes: 0 done and gate passed, 1 gate failed, 2 usage or configuration
wrong, 3 the system does not compile, 4 internal or I/O error.`,
		Example: `  tmodel analyze system.yaml
  tmodel explain risk`,
		Version:       Version,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          knownCommand,
	}
	root.PersistentFlags().StringVar(&a.color, "color", "auto", "colour the output: `WHEN` is auto, always or never")
	root.PersistentFlags().BoolVarP(&a.quiet, "quiet", "q", false, "no notices on standard error")
	root.PersistentPreRunE = func(*cobra.Command, []string) error { return a.checkColor() }
	root.AddCommand(a.analyze(), a.validate(), a.why(), a.diagram(), a.explain(), a.catalogs(), a.atlas(), a.initialize(), a.schema(), a.version())
	a.takeCatalogs(root.Commands())
	root.SetHelpCommand(helpCommand(root))
	a.completion(root)
	completeFlag(root, "color", "auto", "always", "never")
	root.SetVersionTemplate(a.versionText())
	root.SetUsageFunc(writeUsage)
	root.SetFlagErrorFunc(flagError)
	root.RunE = func(cmd *cobra.Command, _ []string) error {
		cmd.SetOut(a.stderr) // nobody asked for help, and nothing was done
		_ = cmd.Help()
		return fail(exitUsage, nil)
	}
	return root
}
