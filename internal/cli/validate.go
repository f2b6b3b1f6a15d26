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

// validation is one run of a command that says what is wrong with its inputs.
type validation struct {
	*app
	command string // that lists everything
	formats []string
	inputs  []checked
}

// checked is what was said about a file, or about the folder of a catalogue.
type checked struct {
	name  string
	valid bool
	is    string // of a valid one, a line
	list  []diag.Diagnostic
}

func (a *app) validate() *cobra.Command {
	run := &validation{app: a, command: "tmodel validate"}
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
		PreRunE:               func(*cobra.Command, []string) error { return run.extend() },
		RunE:                  func(_ *cobra.Command, args []string) error { return run.run(args) },
	}
	run.formatFlag(cmd)
	a.stdinFlag(cmd)
	return cmd
}

func (v *validation) formatFlag(cmd *cobra.Command) {
	cmd.Flags().StringArrayVarP(&v.formats, "format", "f", nil, "write `FORMAT[=FILE]`, repeatable: text, json, sarif, github (default text)")
	completeFlag(cmd, "format", diagnosticFormats...)
}

// extend adds the folders of --catalog. What is wrong in them is written in the formats that are asked for.
func (v *validation) extend() error {
	loaded, bag, err := v.added()
	if err != nil || !bag.Failed() {
		return err
	}
	if len(v.formats) == 0 {
		return v.refuse(v.stderr, loaded, bag)
	}
	v.catalogues(v.folders, bag, "")
	return errors.Join(v.writeAll(), broken(loaded))
}

func (v *validation) run(args []string) error {
	outputs, err := v.wanted()
	if err != nil {
		return err
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
		if v.inputs = append(v.inputs, c); !c.valid {
			errs = append(errs, fail(exitSystem, nil))
		}
	}
	return errors.Join(errors.Join(errs...), v.writeAll())
}

// wanted are the outputs that are asked for, text when none is.
func (v *validation) wanted() ([]output, error) {
	outputs, err := v.outputs(v.formats, diagnosticFormats)
	if len(outputs) == 0 {
		outputs = []output{{format: "text"}}
	}
	return outputs, err
}

func (v *validation) writeAll() error {
	outputs, err := v.wanted()
	if err != nil {
		return err
	}
	var errs []error
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
	out := checked{name: f.Name, valid: g != nil, list: bag.Sorted()}
	if g != nil {
		out.is = fmt.Sprintf("%s: valid: %s, %s, %s\n", diag.Printable(f.Name), plural(len(g.Components), "component"), plural(len(g.Flows), "flow"), plural(len(g.Stages), "stage"))
	}
	return out, nil
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
