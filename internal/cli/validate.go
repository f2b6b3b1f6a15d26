package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"tmodel/internal/compile"
	"tmodel/internal/diag"
	"tmodel/internal/source"
)

func (a *app) validate() *cobra.Command {
	return &cobra.Command{
		Use:   "validate PATH...",
		Short: "Say what is wrong with a system description",
		Long: `Says on standard output what is wrong with system descriptions, and what is odd.
PATH is a file, a folder (the YAML files in it), a glob, or - for standard
input.`,
		Example: `  tmodel validate system.yaml
  tmodel validate systems/ 'teams/**/system.yaml'
  tmodel validate - < system.yaml`,
		DisableFlagsInUseLine: true,
		Args:                  needPath,
		RunE: func(_ *cobra.Command, args []string) error {
			files, unread := a.read(args)
			errs := []error{unread}
			for _, f := range files {
				errs = append(errs, a.check(f))
			}
			return errors.Join(errs...)
		},
	}
}

// check says what is wrong with one file.
func (a *app) check(f *source.File) error {
	stop := a.progress("reading %s", f.Name)
	g, bag, err := compile.Resolve(f, a.options())
	stop()
	if err != nil {
		return fail(exitInternal, err)
	}
	if err := a.diagnostics(a.stdout, bag); err != nil {
		return err
	}
	if g == nil {
		return fail(exitSystem, nil)
	}
	_, err = fmt.Fprintf(a.stdout, "%s: valid: %s, %s, %s\n", diag.Printable(f.Name), plural(len(g.Components), "component"),
		plural(len(g.Flows), "flow"), plural(len(g.Stages), "stage"))
	return wrote(err)
}

func (a *app) options() compile.Options {
	return compile.Options{Catalog: a.catalog, Version: Version}
}

// needPath asks for at least one input.
func needPath(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return usage("name a file, a folder or a glob, or - for standard input")
	}
	return nil
}
