package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"tmodel/catalogs"
	"tmodel/internal/catalog/atlasfile"
	"tmodel/internal/catalog/lint"
	"tmodel/internal/catalog/load"
	"tmodel/internal/diag"
	"tmodel/internal/emit/bundle"
)

func (a *app) atlas() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "atlas",
		Short: "Bring in newer content of MITRE ATLAS",
		Long: `tmodel brings the ids, names and links of MITRE ATLAS; "tmodel explain atlas"
says of which content. MITRE publishes new content about every month.`,
		Example: "  tmodel atlas import ATLAS-2026.05.yaml -o my-catalog",
		Args:    cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(cmd, args[0])
			}
			return usage("say what to do: tmodel atlas import FILE -o FOLDER")
		},
	}
	cmd.AddCommand(a.atlasImport())
	return cmd
}

func (a *app) atlasImport() *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use:   "import FILE -o FOLDER",
		Short: "Make a catalogue of a data file of MITRE ATLAS",
		Long: `Reads a data file of format 5 (dist/ATLAS.yaml) or 6 (dist/v6/ATLAS-*.yaml), or
standard input for -, and writes the facts in it to atlas/ in the folder. With
--catalog FOLDER they stand for those that tmodel brings. What they change for
the shipped rules is told on standard error.`,
		Example: `  tmodel atlas import ATLAS-2026.05.yaml -o my-catalog
  tmodel analyze system.yaml --catalog my-catalog`,
		DisableFlagsInUseLine: true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage("name one data file of ATLAS")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if dir == "" {
				return usage("say where to: -o FOLDER")
			}
			return a.importAtlas(args[0], dir)
		},
	}
	cmd.Flags().StringVarP(&dir, "output", "o", "", "write to atlas/ in this `FOLDER`")
	_ = cmd.MarkFlagDirname("output")
	return cmd
}

func (a *app) importAtlas(name, dir string) error {
	f, err := a.open(name)
	if err != nil {
		return err
	}
	bag := &diag.Bag{}
	in := atlasfile.Read(f, bag)
	if in == nil {
		if err := a.diagnostics(a.stderr, bag); err != nil {
			return err
		}
		return fail(exitUsage, nil)
	}
	if err := writeAtlas(dir, in); err != nil {
		return err
	}
	c := *a.catalog
	c.Atlas = in.Atlas
	c.Atlas.Aliases = a.catalog.Atlas.Aliases
	lint.Moved(&load.Loaded{Catalog: &c, Records: map[string]*load.Record{}, Was: &a.catalog.Atlas, Content: in.Version}, bag)
	if !a.quiet {
		if err := a.diagnostics(a.stderr, bag); err != nil {
			return err
		}
	}
	a.notice("ATLAS %s is in %s: %s, %s, %s", c.Atlas.Stamp(), filepath.ToSlash(filepath.Join(dir, load.Atlas)),
		plural(len(c.Atlas.Tactics), "tactic"), plural(len(c.Atlas.Techniques), "technique"), plural(len(c.Atlas.Mitigations), "mitigation"))
	return nil
}

// writeAtlas writes the content last, so that it never stands without its notice.
func writeAtlas(dir string, in *atlasfile.File) error {
	if err := os.MkdirAll(filepath.Join(dir, load.Atlas), 0o777); err != nil {
		return fail(exitInternal, fmt.Errorf("write to %q: %w", dir, unwrapPath(err)))
	}
	for _, f := range []struct {
		name string
		text []byte
	}{{load.Atlas + "/LICENSE", []byte(catalogs.Licence)}, {load.Atlas + "/NOTICE", in.Notice()}, {load.AtlasContent, in.Text()}} {
		write := func(w io.Writer) error { _, err := w.Write(f.text); return err }
		if err := bundle.One(filepath.Join(dir, filepath.FromSlash(f.name)), write); err != nil {
			return fail(exitInternal, err)
		}
	}
	return nil
}

// tellAtlas says that a folder's content of ATLAS is used, and when that changes something for rules.
func (a *app) tellAtlas(loaded *load.Loaded) {
	if loaded.Was == nil {
		return
	}
	bag := &diag.Bag{}
	lint.Moved(loaded, bag)
	text := fmt.Sprintf("ATLAS %s is used, not %s", loaded.Catalog.Atlas.Stamp(), loaded.Was.Label())
	if n := len(bag.Sorted()); n > 0 {
		text += fmt.Sprintf("; %s that rules cite changed, tmodel catalog lint %s says how", plural(n, "id"), filepath.ToSlash(filepath.Dir(filepath.Dir(loaded.Content.File.Name))))
	}
	a.notice("%s", text)
}
