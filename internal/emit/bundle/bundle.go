// Package bundle writes reports so that they are always whole: everything is made aside and moved into place when
// nothing can fail any more.
package bundle

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrNone is what a file's function returns when there turned out to be nothing to write: the file is left out.
var ErrNone = errors.New("nothing to write")

// File is one report and the function that writes it. Files are written in their order, one after the other.
type File struct {
	Name  string
	Write func(io.Writer) error
}

// Names are the files that a bundle may have. A bundle that replaces another takes away those that it does not have itself.
var Names = []string{"report.md", "register.json", "register.csv", "diagram.dot", "diagram.svg", "risk-matrix.svg"}

// Write makes the folder, or replaces what an earlier run left in it; other files in it stay. On an error the old
// content is as it was.
func Write(dir string, files []File) error {
	dir = filepath.Clean(dir)
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		err = create(dir, files)
	case err == nil && !info.IsDir():
		return fmt.Errorf("write reports: %q is a file, not a folder", dir)
	case err == nil:
		err = replace(dir, files)
	}
	if err != nil {
		return fmt.Errorf("write reports to %q: %w", dir, cause(err))
	}
	return nil
}

// create makes a folder that is not there yet: whole, or not at all.
func create(dir string, files []File) error {
	if err := os.MkdirAll(filepath.Dir(dir), 0o777); err != nil {
		return err
	}
	aside, err := scratch(filepath.Dir(dir))
	if err != nil {
		return err
	}
	defer os.RemoveAll(aside)
	if err := fill(aside, files); err != nil {
		return err
	}
	return os.Rename(aside, dir)
}

// replace changes the reports of a folder. They are made inside it, because only there is it certain that they can be
// moved: the folder may be a mount point, or all that this user may write to.
func replace(dir string, files []File) error {
	aside, err := scratch(dir)
	if err != nil {
		return err
	}
	defer os.RemoveAll(aside)
	fresh, old := filepath.Join(aside, "new"), filepath.Join(aside, "old")
	for _, d := range []string{fresh, old} {
		if err := os.Mkdir(d, 0o777); err != nil {
			return err
		}
	}
	if err := fill(fresh, files); err != nil {
		return err
	}
	return swap(dir, fresh, old)
}

// swap moves the old reports out and the new ones in, and everything back when a move fails.
func swap(dir, fresh, old string) (err error) {
	var undo []func()
	defer func() {
		if err != nil {
			for i := len(undo) - 1; i >= 0; i-- {
				undo[i]()
			}
		}
	}()
	move := func(from, to string) error {
		if _, err := os.Lstat(from); errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		err := os.Rename(from, to)
		if err == nil {
			undo = append(undo, func() { _ = os.Rename(to, from) })
		}
		return err
	}
	for _, name := range Names {
		place := filepath.Join(dir, name)
		if info, err := os.Lstat(place); err == nil && info.IsDir() {
			return fmt.Errorf("%q is a folder", name)
		}
		if err := move(place, filepath.Join(old, name)); err != nil {
			return err
		}
		if err := move(filepath.Join(fresh, name), place); err != nil {
			return err
		}
	}
	return nil
}

// scratch makes a folder with a name of its own. Others get the rights that the umask gives them, because the folder
// may become the bundle.
func scratch(parent string) (string, error) {
	name, err := os.MkdirTemp(parent, ".tmodel-*")
	if err != nil {
		return "", err
	}
	if err := os.Remove(name); err != nil {
		return "", err
	}
	return name, os.Mkdir(name, 0o777)
}

func fill(dir string, files []File) error {
	for _, f := range files {
		file := filepath.Join(dir, f.Name)
		err := writeTo(file, os.O_CREATE|os.O_EXCL, f.Write)
		if errors.Is(err, ErrNone) {
			err = os.Remove(file)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", f.Name, cause(err))
		}
	}
	return nil
}

// cause drops the names of temporary files from an error.
func cause(err error) error {
	switch e := err.(type) {
	case *fs.PathError:
		return e.Err
	case *os.LinkError:
		return e.Err
	}
	return err
}
