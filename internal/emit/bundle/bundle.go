// Package bundle writes a folder of reports so that it is always whole: everything is made in a folder aside
// and moved into place when nothing can fail any more.
package bundle

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
)

// File is one report and the function that writes it.
type File struct {
	Name  string
	Write func(io.Writer) error
}

// Names are the files that a bundle may have. A bundle that replaces another takes away those that it does not have itself.
var Names = []string{"report.md", "register.json", "register.csv", "diagram.dot", "diagram.svg", "risk-matrix.svg"}

// Write makes the folder, or replaces what an earlier run left in it. On an error the old content is as it was.
func Write(dir string, files []File) (err error) {
	dir = filepath.Clean(dir)
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return fmt.Errorf("write reports: %q is a file, not a folder", dir)
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return fmt.Errorf("write reports: %w", err)
	}
	aside, err := os.MkdirTemp(filepath.Dir(dir), ".tmodel-out-*")
	if err != nil {
		return fmt.Errorf("write reports: %w", err)
	}
	defer os.RemoveAll(aside)
	for _, f := range files {
		if err := one(filepath.Join(aside, f.Name), f.Write); err != nil {
			return err
		}
	}
	if err := os.Chmod(aside, 0o755); err != nil {
		return fmt.Errorf("write reports: %w", err)
	}
	return install(aside, dir)
}

// One writes a single file aside and moves it into place.
func One(name string, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(name), ".tmodel-*")
	if err != nil {
		return fmt.Errorf("write %q: %w", name, err)
	}
	f.Close()
	defer os.Remove(f.Name())
	if err := one(f.Name(), write); err != nil {
		return err
	}
	if err := os.Chmod(f.Name(), 0o644); err != nil {
		return fmt.Errorf("write %q: %w", name, err)
	}
	if err := os.Rename(f.Name(), name); err != nil {
		return fmt.Errorf("write %q: %w", name, err)
	}
	return nil
}

func one(name string, write func(io.Writer) error) error {
	f, err := os.Create(name)
	if err != nil {
		return fmt.Errorf("write %q: %w", name, err)
	}
	if err := write(f); err != nil {
		f.Close()
		return fmt.Errorf("write %q: %w", filepath.Base(name), err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("write %q: %w", name, err)
	}
	return nil
}

// install puts the new folder where the old one is. A folder that holds other things too keeps them: then
// the files are moved one by one.
func install(aside, dir string) error {
	old, err := os.ReadDir(dir)
	if os.IsNotExist(err) {
		return wrap(os.Rename(aside, dir))
	}
	if err != nil {
		return wrap(err)
	}
	if slices.ContainsFunc(old, func(e os.DirEntry) bool { return !slices.Contains(Names, e.Name()) }) {
		return wrap(mix(aside, dir))
	}
	before := aside + ".old"
	if err := os.Rename(dir, before); err != nil {
		return wrap(mix(aside, dir)) // such as a mount point
	}
	if err := os.Rename(aside, dir); err != nil {
		os.Rename(before, dir)
		return wrap(err)
	}
	return wrap(os.RemoveAll(before))
}

// mix moves the new files into a folder and takes away old reports that have no new one.
func mix(aside, dir string) error {
	for _, name := range Names {
		from, to := filepath.Join(aside, name), filepath.Join(dir, name)
		if _, err := os.Stat(from); err == nil {
			if err := os.Rename(from, to); err != nil {
				return err
			}
		} else if err := os.Remove(to); err != nil && !os.IsNotExist(err) {
			return err
		}
	}
	return nil
}

func wrap(err error) error {
	if err != nil {
		return fmt.Errorf("write reports: %w", err)
	}
	return nil
}
