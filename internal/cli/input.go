package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"tmodel/internal/source"
	"tmodel/internal/yamltree"
)

// read opens what the arguments name: files, folders (the YAML files in them), globs, and - for standard
// input. Each file comes once, in the order of the arguments.
func (a *app) read(args []string) ([]*source.File, error) {
	var names []string
	for _, arg := range args {
		more, err := expand(arg)
		if err != nil {
			return nil, err
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
			return nil, err
		}
		out = append(out, f)
	}
	return out, nil
}

func expand(arg string) ([]string, error) {
	if arg == "-" {
		return []string{arg}, nil
	}
	info, err := os.Stat(arg)
	switch {
	case err == nil && info.IsDir():
		return pick(filepath.ToSlash(arg)+"/*.{yaml,yml}", fmt.Sprintf("the folder %q has no YAML files", arg))
	case err == nil:
		return []string{filepath.ToSlash(arg)}, nil
	case strings.ContainsAny(arg, "*?[{"):
		return pick(filepath.ToSlash(arg), fmt.Sprintf("nothing matches %q", arg))
	}
	return nil, fail(exitInternal, fmt.Errorf("read %q: no such file or folder", arg))
}

func pick(pattern, none string) ([]string, error) {
	names, err := doublestar.FilepathGlob(pattern, doublestar.WithFilesOnly())
	if err != nil {
		return nil, fail(exitUsage, fmt.Errorf("pattern %q: %w", pattern, err))
	}
	names = slices.DeleteFunc(names, func(n string) bool { return filepath.Base(n) == "decisions.yaml" })
	if len(names) == 0 {
		return nil, fail(exitUsage, fmt.Errorf("%s", none))
	}
	slices.Sort(names)
	return names, nil
}

// open reads one file, and no more of it than the limit of a system and a byte, so that the limit is noticed.
func (a *app) open(name string) (*source.File, error) {
	r, shown := a.stdin, "<stdin>"
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, fail(exitInternal, fmt.Errorf("read %q: %w", name, unwrapPath(err)))
		}
		defer f.Close()
		r, shown = f, filepath.ToSlash(filepath.Clean(name))
	}
	data, err := io.ReadAll(io.LimitReader(r, int64(yamltree.DefaultLimits.Bytes)+1))
	if err != nil {
		return nil, fail(exitInternal, fmt.Errorf("read %q: %w", shown, unwrapPath(err)))
	}
	return source.New(shown, data), nil
}

// unwrapPath drops the path from a file error: our message names it already.
func unwrapPath(err error) error {
	if p, ok := err.(*os.PathError); ok {
		return p.Err
	}
	return err
}
