package render

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

// ErrMissing says that no tmodel-render is installed; its text tells how to get one.
var ErrMissing = errors.New("tmodel-render is neither beside tmodel nor on PATH; " +
	"\"make build\" or \"go install ./cmd/...\" gives both programs, or render the .dot file with Graphviz")

// Find returns the absolute path of tmodel-render: beside the running executable (as started, then with symbolic links
// followed), else on PATH. It returns ErrMissing if there is none.
func Find() (string, error) {
	return findNear(os.Executable())
}

// findNear is Find for the executable exe; an err means that exe is unknown and only PATH counts.
func findNear(exe string, err error) (string, error) {
	if err == nil {
		if path, err := exec.LookPath(beside(exe)); err == nil {
			return path, nil
		}
		if target, err := filepath.EvalSymlinks(exe); err == nil {
			if path, err := exec.LookPath(beside(target)); err == nil {
				return path, nil
			}
		}
	}
	// LookPath fails for a program that only the working directory has, and that is wanted: a checkout under review
	// must not bring its own renderer.
	path, err := exec.LookPath("tmodel-render")
	if err != nil {
		return "", ErrMissing
	}
	return filepath.Abs(path)
}

func beside(exe string) string {
	name := "tmodel-render"
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	return filepath.Join(filepath.Dir(exe), name)
}

// locate checks a path given by the caller, or finds one.
func locate(program string) (string, error) {
	if program == "" {
		return Find()
	}
	abs, err := filepath.Abs(program)
	if err != nil {
		return "", fmt.Errorf("resolve %q: %w", program, err)
	}
	path, err := exec.LookPath(abs)
	if err != nil {
		return "", fmt.Errorf("no program at %q: %w", program, ErrMissing)
	}
	return path, nil
}
