package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tmodel/internal/catalog/lint"
	"tmodel/internal/catalog/load"
	"tmodel/internal/diag"
)

func (a *app) catalogs() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "catalog",
		Short: "List, check and test rules and controls, and what they cite",
		Long: `The catalogue is what tmodel knows: rules that find threats, and controls that
treat them. A folder of your own adds to it: rules in stride-ai/*.yaml, controls
in controls/*.yaml, lists that rules cite in frameworks/*.yaml, in the format of
the shipped ones. A record that replaces a shipped one says override: true.
Content of MITRE ATLAS that is newer than the shipped one comes in with tmodel
atlas import.`,
		Example: `  tmodel catalog list
  tmodel catalog lint my-catalog
  tmodel catalog test my-catalog
  tmodel catalog coverage
  tmodel analyze system.yaml --catalog my-catalog`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(cmd, args[0])
			}
			return usage("say what to do: tmodel catalog list, lint, test or coverage")
		},
	}
	cmd.AddCommand(a.catalogList(), a.catalogLint(), a.catalogTest(), a.catalogCoverage())
	return cmd
}

func (a *app) catalogLint() *cobra.Command {
	run := &validation{app: a, command: "tmodel catalog lint"}
	cmd := &cobra.Command{
		Use:   "lint [FOLDER...] [flags]",
		Short: "Say what is wrong with rules and controls",
		Long: `Says on standard output what is wrong with the rules and controls of a folder,
and what is odd. Without a folder it looks at the shipped catalogue.

text is for people, json for editors and scripts, sarif for code scanning, and
github for annotations in a GitHub workflow, with a table in its summary.`,
		Example: `  tmodel catalog lint my-catalog
  tmodel catalog lint my-catalog -f github -f sarif=catalog.sarif`,
		DisableFlagsInUseLine: true,
		RunE:                  func(_ *cobra.Command, args []string) error { return run.lintCatalog(args) },
	}
	run.formatFlag(cmd)
	a.catalogFlag(cmd)
	return cmd
}

func (v *validation) lintCatalog(args []string) error {
	if _, err := v.wanted(); err != nil {
		return err
	}
	bag := &diag.Bag{}
	loaded, err := v.subject(args, bag)
	if err != nil {
		return err
	}
	rules, controls := counts(loaded)
	content := ""
	if loaded.Was != nil {
		content = "ATLAS " + loaded.Catalog.Atlas.Label() + ", "
	}
	v.catalogues(append(append([]string(nil), v.folders...), args...), bag, fmt.Sprintf("%s%s%s, %s: no mistakes\n", content, lists(loaded), plural(rules, "rule"), plural(controls, "control")))
	if err := v.writeAll(); err != nil || !bag.Failed() {
		return err
	}
	return broken(loaded)
}

// catalogues takes what was said of catalogues' folders, and what to say when nothing is wrong.
func (v *validation) catalogues(dirs []string, bag *diag.Bag, is string) {
	if len(dirs) == 0 {
		dirs = []string{shippedName}
	}
	v.inputs = make([]checked, 0, len(dirs))
	for _, dir := range dirs {
		name := filepath.ToSlash(filepath.Clean(dir))
		if !slices.ContainsFunc(v.inputs, func(c checked) bool { return c.name == name }) {
			v.inputs = append(v.inputs, checked{name: name, valid: true})
		}
	}
	for _, d := range bag.Sorted() {
		c := &v.inputs[0]
		for i := range v.inputs {
			if d.Span.File != nil && (d.Span.File.Name == v.inputs[i].name || strings.HasPrefix(d.Span.File.Name, v.inputs[i].name+"/")) {
				c = &v.inputs[i]
			}
		}
		c.list = append(c.list, d)
		c.valid = c.valid && d.Severity != diag.Error
	}
	if !bag.Failed() {
		v.inputs[len(v.inputs)-1].is = is
	}
}

// shippedName is what reports call the catalogue that the program brings.
const shippedName = "shipped catalogue"

// subject is what lint and test look at: folders, held to all laws, or the shipped catalogue. What is wrong is in the bag.
func (a *app) subject(args []string, bag *diag.Bag) (*load.Loaded, error) {
	dirs := append(append([]string(nil), a.folders...), args...)
	switch {
	case len(dirs) == 0:
		loaded := &load.Loaded{Catalog: a.catalog}
		lint.Shipped(loaded, bag)
		return loaded, nil
	case len(dirs) == 1 && standsAlone(dirs[0]):
		return a.wholeCatalog(dirs[0], bag)
	}
	loaded, err := a.loadFolders(dirs, bag)
	if err == nil {
		lint.Check(loaded, bag)
	}
	return loaded, err
}

// standsAlone says whether a folder is a catalogue with a vocabulary of its own, as the source of the shipped one is.
func standsAlone(dir string) bool {
	info, err := os.Stat(filepath.Join(dir, "vocabulary.yaml"))
	return err == nil && info.Mode().IsRegular()
}

func (a *app) wholeCatalog(dir string, bag *diag.Bag) (*load.Loaded, error) {
	root, err := openFolder(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	loaded, err := load.Whole(load.Folder{Name: filepath.ToSlash(filepath.Clean(dir)), Files: root.FS()}, a.catalog.Version, bag)
	switch {
	case err != nil:
		return nil, fail(exitInternal, err)
	case loaded == nil:
		return &load.Loaded{Catalog: a.catalog, Records: map[string]*load.Record{}}, nil // the bag says what is wrong
	}
	lint.Shipped(loaded, bag)
	return loaded, nil
}
