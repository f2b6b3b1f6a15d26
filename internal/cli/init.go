package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"tmodel/examples"
	"tmodel/internal/diag"
	"tmodel/schemas"
)

// starting is one run of the command.
type starting struct {
	*app
	example     string
	force, list bool
}

// starter is the example that init writes, and schemaFile what its first line points to.
const (
	starter    = "starter"
	schemaFile = "system.schema.json"
)

func (a *app) initialize() *cobra.Command {
	run := &starting{app: a}
	cmd := &cobra.Command{
		Use:   "init [DIR] [flags]",
		Short: "Write a first system description to start from",
		Long: `Writes system.yaml, a small system with a comment for everything that it says,
and ` + schemaFile + `, by which editors with yaml-language-server complete and
check it. Files that are there stay, unless --force is given.`,
		Example: `  tmodel init
  tmodel init services/chat
  tmodel init --example image-classifier`,
		DisableFlagsInUseLine: true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usage("name one folder")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if run.list {
				return run.printList(args)
			}
			return run.write(append(args, ".")[0])
		},
	}
	f := cmd.Flags()
	f.StringVar(&run.example, "example", "", "copy this shipped example, under its `NAME`, not the first system")
	f.BoolVar(&run.list, "list", false, "list the shipped examples and write nothing")
	f.BoolVar(&run.force, "force", false, "replace files that are there")
	_ = cmd.RegisterFlagCompletionFunc("example", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return exampleNames(), cobra.ShellCompDirectiveNoFileComp
	})
	return cmd
}

// exampleNames are those of the shipped examples, sorted.
func exampleNames() []string {
	entries, _ := examples.Files.ReadDir(".") // what is built in can be read
	var names []string
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), ".yaml"))
	}
	return names
}

// write writes the system and the schema into a folder, which is made when it is not there.
func (s *starting) write(dir string) error {
	name, target := starter, "system.yaml"
	if s.example != "" {
		name, target = s.example, s.example+".yaml"
	}
	text, err := examples.Files.ReadFile(name + ".yaml")
	if err != nil {
		return usage("there is no example %s; %s", diag.Quote(name), diag.DidYouMean(name, exampleNames()))
	}
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return usage("%s is a file; name a folder", diag.Quote(shown(dir)))
	}
	system, schema := filepath.Join(dir, target), filepath.Join(dir, schemaFile)
	if err := errors.Join(s.free(system), s.freeSchema(schema)); err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return fail(exitInternal, fmt.Errorf("make folder %q: %w", dir, unwrapPath(err)))
	}
	for _, f := range []struct {
		name string
		text []byte
	}{{schema, schemas.System}, {system, pointed(text)}} {
		if err := s.to(f.name, func(w io.Writer) error { _, err := w.Write(f.text); return err }); err != nil {
			return err
		}
	}
	s.notice("wrote %s and %s; next: tmodel analyze %s", shown(system), shown(schema), shown(system))
	return nil
}

// free refuses a file that is there.
func (s *starting) free(file string) error {
	_, err := os.Lstat(file)
	switch {
	case s.force || errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fail(exitInternal, fmt.Errorf("write %q: %w", file, unwrapPath(err)))
	}
	return usage("%s is there already; --force replaces it", diag.Quote(shown(file)))
}

// freeSchema refuses a file that is there, but for a schema of ours: another version of it is replaced.
func (s *starting) freeSchema(file string) error {
	if text, err := os.ReadFile(file); err == nil && bytes.Contains(text, []byte(`"$id": "tmodel:system"`)) {
		return nil
	}
	return s.free(file)
}

func shown(file string) string { return filepath.ToSlash(filepath.Clean(file)) }

// pointed is an example whose first line points to the schema beside it.
func pointed(text []byte) []byte {
	_, rest, _ := bytes.Cut(text, []byte("\n"))
	return append([]byte("# yaml-language-server: $schema="+schemaFile+"\n"), rest...)
}
