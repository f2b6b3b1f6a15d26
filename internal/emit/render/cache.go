package render

import (
	"fmt"
	"os"
	"path/filepath"
)

// folder is where the renderer keeps machine code between runs. Whoever can write to it decides what the next run
// executes, so a shared one must be private to the user; any other one lives for a single run.
//
// Runs may share a folder at the same time: wazero, which writes the code, names it by a hash of the module and of the
// processor's features in a folder for its own version, and moves each file into place when it is complete.
type folder struct {
	dir    string
	shared bool // kept for the next run
}

// openCache returns the cache at dir, or at the user's usual place if dir is empty. Where that is not to be had, or is
// not private, it returns a new temporary folder.
func openCache(dir string) (*folder, error) {
	if dir == "" {
		if base, err := os.UserCacheDir(); err == nil {
			dir = filepath.Join(base, "tmodel", "render")
		}
	}
	if dir != "" {
		if path, err := privateDir(dir); err == nil {
			return &folder{dir: path, shared: true}, nil
		}
	}
	tmp, err := os.MkdirTemp("", "tmodel-render-")
	if err != nil {
		return nil, fmt.Errorf("create a folder for the renderer (set TMPDIR to one that can be written): %w", err)
	}
	return &folder{dir: tmp}, nil
}

// privateDir makes dir with mode 0700 if it is not there, and returns its absolute path without symbolic links. It
// fails if anyone but the user and root could write to it or put another folder in its place.
func privateDir(dir string) (string, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(abs, 0o700); err != nil {
		return "", err
	}
	path, err := filepath.EvalSymlinks(abs)
	if err != nil {
		return "", err
	}
	return path, checkPrivate(path)
}

// empty returns a new folder to try instead of f. It lies beside a shared f, so that it can take its place.
func (f *folder) empty() (*folder, error) {
	parent := ""
	if f.shared {
		parent = filepath.Dir(f.dir)
	}
	dir, err := os.MkdirTemp(parent, "render-fresh-")
	if err != nil {
		return nil, err
	}
	return &folder{dir: dir}, nil
}

// replace puts fresh where the shared folder f is, and removes what was there. It is best effort: another run may do
// the same at the same time, and the drawing is good either way.
func (f *folder) replace(fresh *folder) {
	if !f.shared {
		return
	}
	aside, err := os.MkdirTemp(filepath.Dir(f.dir), "render-bad-")
	if err != nil {
		return
	}
	defer os.RemoveAll(aside)
	if err := os.Rename(f.dir, filepath.Join(aside, "cache")); err != nil {
		return
	}
	_ = os.Rename(fresh.dir, f.dir)
}

// close removes a folder that lives for one run; after replace there is nothing left to remove.
func (f *folder) close() {
	if !f.shared {
		_ = os.RemoveAll(f.dir)
	}
}
