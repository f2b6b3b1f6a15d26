package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"tmodel/internal/compile"
	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/source"
)

// validation is one run of the command.
type validation struct {
	*app
	formats []string
	files   []checked
}

// checked is what was said about a file. The graph is nil when the file does not compile.
type checked struct {
	file  *source.File
	graph *graph.Graph
	list  []diag.Diagnostic
}

func (a *app) validate() *cobra.Command {
	run := &validation{app: a}
	cmd := &cobra.Command{
		Use:   "validate PATH... [flags]",
		Short: "Say what is wrong with a system description",
		Long: `Says on standard output what is wrong with system descriptions, and what is odd.
PATH is a file, a folder (the YAML files in it), a glob, or - for standard
input.

text is for people, json for editors and scripts, sarif for code scanning, and
github for annotations in a GitHub workflow, with a table in its summary.`,
		Example: `  tmodel validate system.yaml
  tmodel validate systems/ 'teams/**/system.yaml'
  tmodel validate systems/ -f github -f sarif=tmodel.sarif
  tmodel validate - --stdin-filename system.yaml -f json < system.yaml`,
		DisableFlagsInUseLine: true,
		Args:                  needPath,
		ValidArgsFunction:     completeFiles,
		RunE:                  func(_ *cobra.Command, args []string) error { return run.run(args) },
	}
	cmd.Flags().StringArrayVarP(&run.formats, "format", "f", nil, "write `FORMAT[=FILE]`, repeatable: text, json, sarif, github (default text)")
	a.stdinFlag(cmd)
	completeFlag(cmd, "format", diagnosticFormats...)
	return cmd
}

func (v *validation) run(args []string) error {
	outputs, err := v.outputs(v.formats, diagnosticFormats)
	if err != nil {
		return err
	}
	if len(outputs) == 0 {
		outputs = []output{{format: "text"}}
	}
	files, unread := v.read(args)
	if err := fits(outputs, files); err != nil || len(files) == 0 {
		return errors.Join(unread, err)
	}
	errs := []error{unread}
	for _, f := range files {
		c, err := v.check(f)
		if err != nil {
			return errors.Join(unread, err)
		}
		if v.files = append(v.files, c); c.graph == nil {
			errs = append(errs, fail(exitSystem, nil))
		}
	}
	for _, o := range outputs {
		errs = append(errs, v.write(o))
	}
	return errors.Join(errs...)
}

// check says what is wrong with one file.
func (v *validation) check(f *source.File) (checked, error) {
	g, bag, err := v.resolve(f)
	if err != nil {
		return checked{}, err
	}
	return checked{f, g, bag.Sorted()}, nil
}

// resolve reads a system up to its graph, which is nil when the bag has an error.
func (a *app) resolve(f *source.File) (*graph.Graph, *diag.Bag, error) {
	stop := a.progress("reading %s", f.Name)
	g, bag, err := compile.Resolve(f, a.options())
	stop()
	if err != nil {
		return nil, nil, fail(exitInternal, fmt.Errorf("check %q: %w", f.Name, err))
	}
	return g, bag, nil
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
