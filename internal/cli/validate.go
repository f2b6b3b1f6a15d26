package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"tmodel/internal/compile"
	"tmodel/internal/diag"
)

func (a *app) validate() *cobra.Command {
	return &cobra.Command{
		Use:   "validate PATH...",
		Short: "Say what is wrong with a system description",
		Example: `  tmodel validate system.yaml
  tmodel validate systems/ 'teams/**/system.yaml'
  tmodel validate - < system.yaml`,
		Args: needPath,
		RunE: func(_ *cobra.Command, args []string) error {
			files, err := a.read(args)
			if err != nil {
				return err
			}
			failed := false
			for _, f := range files {
				g, bag, err := compile.Resolve(f, a.options())
				if err != nil {
					return fail(exitInternal, err)
				}
				if err := a.diagnostics(a.stdout, bag); err != nil {
					return err
				}
				if g == nil {
					failed = true
					continue
				}
				if _, err := fmt.Fprintf(a.stdout, "%s: valid: %d components, %d flows, %d stages\n", diag.Printable(f.Name), len(g.Components), len(g.Flows), len(g.Stages)); err != nil {
					return wrote(err)
				}
			}
			if failed {
				return fail(exitSystem, nil)
			}
			return nil
		},
	}
}

func (a *app) options() compile.Options {
	return compile.Options{Catalog: a.catalog, Version: Version}
}

// needPath asks for at least one input.
func needPath(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return fail(exitUsage, fmt.Errorf("name a file, a folder or a glob, or - for standard input"))
	}
	return nil
}
