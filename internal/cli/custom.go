package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tmodel/internal/catalog/lint"
	"tmodel/internal/catalog/load"
	"tmodel/internal/diag"
)

// catalogFlag lets a command take catalogues of the user's own.
func (a *app) catalogFlag(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&a.folders, "catalog", nil, "add the rules (stride-ai/*.yaml), controls (controls/*.yaml), frameworks (frameworks/*.yaml) and ATLAS content (atlas/) of this `FOLDER`, repeatable")
	_ = cmd.MarkFlagDirname("catalog")
}

// takeCatalogs gives --catalog to commands that read systems or explain records, and has the folders read before they run.
func (a *app) takeCatalogs(commands []*cobra.Command) {
	for _, c := range commands {
		if slices.Contains([]string{"analyze", "validate", "why", "diagram", "explain", "version"}, c.Name()) {
			a.catalogFlag(c)
			if c.PreRunE == nil {
				c.PreRunE = func(*cobra.Command, []string) error { return a.extend() }
			}
		}
	}
}

// extend adds the folders of --catalog to the catalogue. What is wrong in them goes to standard error.
func (a *app) extend() error {
	loaded, bag, err := a.added()
	if err != nil || !bag.Failed() {
		return err
	}
	return a.refuse(a.stderr, loaded, bag)
}

// refuse says what is wrong with a catalogue.
func (a *app) refuse(w io.Writer, loaded *load.Loaded, bag *diag.Bag) error {
	if err := a.diagnostics(w, bag); err != nil {
		return err
	}
	return broken(loaded)
}

// broken is the failure of a catalogue that is wrong, or could not be read.
func broken(loaded *load.Loaded) error {
	if loaded.Unread {
		return fail(exitInternal, nil)
	}
	return fail(exitUsage, nil)
}

// added adds the folders of --catalog to the catalogue, unless the bag says what is wrong in them.
func (a *app) added() (*load.Loaded, *diag.Bag, error) {
	bag := &diag.Bag{}
	if len(a.folders) == 0 {
		return nil, bag, nil
	}
	loaded, err := a.loadFolders(a.folders, bag)
	if err != nil {
		return nil, bag, err
	}
	if lint.Check(loaded, bag); !bag.Failed() {
		a.take(loaded)
	}
	return loaded, bag, nil
}

// take makes what was read the catalogue, and says so.
func (a *app) take(loaded *load.Loaded) {
	a.catalog = loaded.Catalog.Renewed()
	rules, controls := counts(loaded)
	if rules+controls+loaded.Frameworks > 0 {
		text := fmt.Sprintf("%s%s and %s added by %s", lists(loaded), plural(rules, "rule"), plural(controls, "control"), strings.Join(a.folders, ", "))
		if len(loaded.Replaced) > 0 {
			text += "; replaced: " + strings.Join(loaded.Replaced, ", ")
		}
		a.notice("%s", text)
	}
	a.tellAtlas(loaded)
}

// lists says how many frameworks a folder adds, "" for none.
func lists(l *load.Loaded) string {
	if l.Frameworks == 0 || l.Whole {
		return ""
	}
	return plural(l.Frameworks, "framework") + ", "
}

// counts are the rules and controls that were read, or all of a compiled catalogue.
func counts(l *load.Loaded) (rules, controls int) {
	if l.Records == nil {
		return len(l.Catalog.Rules), len(l.Catalog.Controls)
	}
	for id := range l.Records {
		if r, _ := l.Catalog.Rule(id); r != nil {
			rules++
		}
		if c, _ := l.Catalog.Control(id); c != nil {
			controls++
		}
	}
	return rules, controls
}

// loadFolders reads folders beside the shipped catalogue. Nothing outside of them is opened, whatever links say.
func (a *app) loadFolders(dirs []string, bag *diag.Bag) (*load.Loaded, error) {
	var folders []load.Folder
	for _, dir := range dirs {
		root, err := openFolder(dir)
		if err != nil {
			return nil, err
		}
		defer root.Close()
		f := load.Folder{Name: filepath.ToSlash(filepath.Clean(dir)), Files: root.FS()}
		if !slices.ContainsFunc(folders, func(x load.Folder) bool { return x.Name == f.Name }) {
			folders = append(folders, f)
		}
	}
	loaded, err := load.Extend(a.catalog, folders, bag)
	if err != nil {
		return nil, fail(exitInternal, err)
	}
	return loaded, nil
}

func openFolder(dir string) (*os.Root, error) {
	if dir == "" {
		return nil, usage("--catalog names no folder")
	}
	info, err := os.Stat(dir)
	if err == nil && !info.IsDir() {
		return nil, usage("%s is a file; a catalogue is a folder with stride-ai/*.yaml, controls/*.yaml, frameworks/*.yaml or atlas/content.yaml", diag.Quote(dir))
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fail(exitInternal, fmt.Errorf("read catalogue %q: %w", dir, errors.Unwrap(err)))
	}
	return root, nil
}
