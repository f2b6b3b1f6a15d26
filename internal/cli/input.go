package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/spf13/cobra"

	"tmodel/internal/source"
	"tmodel/internal/yamltree"
)

// read opens what the arguments name: files, folders (the YAML files in them), globs, and - for standard input. Each
// file comes once, in the order of the arguments. What cannot be read is in the error, and the other files are there.
func (a *app) read(args []string) ([]*source.File, error) {
	if a.stdinName != "" && !slices.Contains(args, "-") {
		return nil, usage("--stdin-filename names standard input, which is read where an argument is -")
	}
	var names []string
	var errs []error
	for _, arg := range args {
		more, err := expand(arg)
		if err != nil {
			errs = append(errs, err)
		}
		for _, n := range more {
			if !slices.Contains(names, n) {
				names = append(names, n)
			}
		}
	}
	out := make([]*source.File, 0, len(names))
	for _, n := range names {
		f, err := a.open(n)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		out = append(out, f)
	}
	return out, errors.Join(errs...)
}

func expand(arg string) ([]string, error) {
	if arg == "-" {
		return []string{arg}, nil
	}
	info, err := os.Stat(arg)
	switch {
	case err == nil && info.IsDir():
		return inFolder(arg)
	case err == nil:
		return []string{filepath.ToSlash(filepath.Clean(arg))}, nil
	case strings.ContainsAny(arg, "*?[{"):
		return matching(arg)
	case arg == "":
		return nil, usage("an argument is empty; name a file, a folder or a glob")
	}
	return nil, fail(exitInternal, fmt.Errorf("read %q: %w", arg, unwrapPath(err)))
}

// inFolder lists the YAML files of a folder, not those of the folders in it.
func inFolder(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fail(exitInternal, fmt.Errorf("read %q: %w", dir, unwrapPath(err)))
	}
	var names []string
	for _, e := range entries {
		if ext := filepath.Ext(e.Name()); !e.IsDir() && (ext == ".yaml" || ext == ".yml") {
			names = append(names, filepath.ToSlash(filepath.Join(dir, e.Name())))
		}
	}
	return systems(names, usage("the folder %q has no YAML files", dir))
}

func matching(pattern string) ([]string, error) {
	names, err := doublestar.FilepathGlob(filepath.Clean(pattern), doublestar.WithFilesOnly())
	if err != nil {
		return nil, usage("pattern %q: %w", pattern, err)
	}
	for i := range names {
		names[i] = filepath.ToSlash(names[i])
	}
	slices.Sort(names)
	return systems(names, usage("nothing matches %q", pattern))
}

// systems leaves out what is no system: hidden files, .tmodel.yaml among them, and decisions.
func systems(names []string, none error) ([]string, error) {
	names = slices.DeleteFunc(names, func(n string) bool {
		base := filepath.Base(n)
		return strings.HasPrefix(base, ".") || base == "decisions.yaml"
	})
	if len(names) == 0 {
		return nil, none
	}
	return names, nil
}

// stdinName is what standard input is called that has no other name.
const stdinName = "<stdin>"

// stdinFlag lets editors and scripts say which file they send.
func (a *app) stdinFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&a.stdinName, "stdin-filename", "", "call standard input `NAME` in messages and reports")
}

// open reads one file, and no more of it than the limit of a system and a byte, so that the limit is noticed.
func (a *app) open(name string) (*source.File, error) {
	r, shown := a.stdin, stdinName
	if a.stdinName != "" {
		shown = filepath.ToSlash(filepath.Clean(a.stdinName))
	}
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, fail(exitInternal, fmt.Errorf("read %q: %w", name, unwrapPath(err)))
		}
		defer f.Close()
		r, shown = f, name
	}
	data, err := io.ReadAll(io.LimitReader(r, int64(yamltree.DefaultLimits.Bytes)+1))
	if err != nil {
		return nil, fail(exitInternal, fmt.Errorf("read %q: %w", shown, unwrapPath(err)))
	}
	return source.New(shown, data), nil
}

// unwrapPath drops the path from a file error: our message names it already.
func unwrapPath(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
