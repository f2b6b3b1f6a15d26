package render

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// program puts an executable file at path.
func program(t *testing.T, path string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestFindOrder(t *testing.T) {
	dir := t.TempDir()
	exe := filepath.Join(dir, "bin", "tmodel")
	onPath := program(t, beside(filepath.Join(dir, "path", "x")))
	t.Setenv("PATH", filepath.Dir(onPath))
	if got, err := findNear(exe, nil); got != onPath || err != nil {
		t.Errorf("nothing beside: %s, %v; want %s", got, err, onPath)
	}
	own := program(t, beside(exe))
	if got, err := findNear(exe, nil); got != own || err != nil {
		t.Errorf("one beside: %s, %v; want %s", got, err, own)
	}
	if got, err := findNear("", errors.New("unknown")); got != onPath || err != nil {
		t.Errorf("unknown executable: %s, %v; want %s", got, err, onPath)
	}
}

func TestFindFollowsLinks(t *testing.T) {
	dir := real(t, t.TempDir())
	own := program(t, beside(filepath.Join(dir, "opt", "tmodel")))
	exe := program(t, filepath.Join(dir, "opt", "tmodel"))
	link := filepath.Join(dir, "bin", "tmodel")
	if err := os.Mkdir(filepath.Dir(link), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(exe, link); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
	t.Setenv("PATH", "")
	if got, err := findNear(link, nil); got != own || err != nil {
		t.Errorf("%s, %v; want %s", got, err, own)
	}
}

func TestMissing(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("PATH", "."+string(os.PathListSeparator)+dir)
	t.Chdir(t.TempDir())
	if _, err := Find(); !errors.Is(err, ErrMissing) {
		t.Errorf("Find: %v, want ErrMissing", err)
	}
	program(t, beside(filepath.Join(".", "tmodel")))
	if path, err := Find(); !errors.Is(err, ErrMissing) {
		t.Errorf("Find takes the program of the working directory: %s, %v", path, err)
	}
	for _, name := range []string{"", filepath.Join(dir, "absent"), dir} {
		if _, err := Render(context.Background(), nil, SVG, Options{Program: name}); !errors.Is(err, ErrMissing) {
			t.Errorf("program %q: %v, want ErrMissing", name, err)
		}
	}
}
