package bundle

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// One writes a single file aside and moves it into place. A symbolic link stays one; a device or a pipe is written to;
// a file that is there keeps its rights.
func One(name string, write func(io.Writer) error) error {
	if err := one(name, write); err != nil {
		return fmt.Errorf("write %q: %w", name, cause(err))
	}
	return nil
}

func one(name string, write func(io.Writer) error) error {
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target
	}
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	case info.IsDir():
		return errors.New("it is a folder")
	case !info.Mode().IsRegular():
		return writeTo(name, 0, write)
	}
	parent := filepath.Dir(name)
	if _, err := os.Stat(parent); errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there is no folder %q", parent)
	}
	aside, err := scratch(parent)
	if err != nil {
		return err
	}
	defer os.RemoveAll(aside)
	made := filepath.Join(aside, "file")
	if err := writeTo(made, os.O_CREATE|os.O_EXCL, write); err != nil {
		return err
	}
	if info != nil {
		if err := os.Chmod(made, info.Mode().Perm()); err != nil {
			return err
		}
	}
	return os.Rename(made, name)
}

// writeTo opens a file for writing and has it written.
func writeTo(name string, flags int, write func(io.Writer) error) error {
	f, err := os.OpenFile(name, os.O_WRONLY|flags, 0o666)
	if err != nil {
		return err
	}
	if err := write(f); err != nil {
		_ = f.Close()
		return err
	}
	return f.Close()
}
