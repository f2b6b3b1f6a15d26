package bundle

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// says is a report with a text.
func says(name, text string) File {
	return File{name, func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}}
}

func all(text string) []File {
	var out []File
	for _, n := range Names {
		out = append(out, says(n, text))
	}
	return out
}

var errPlanned = errors.New("planned")

func failing(name string) File {
	return File{name, func(w io.Writer) error {
		_, _ = io.WriteString(w, "half a rep")
		return errPlanned
	}}
}

// tree reads a folder: names and texts; a folder in it is "/".
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, e := range entries {
		if e.IsDir() {
			out[e.Name()] = "/"
			continue
		}
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		out[e.Name()] = string(b)
	}
	return out
}

func same(t *testing.T, what string, want, got map[string]string) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func texts(text string) map[string]string {
	out := map[string]string{}
	for _, n := range Names {
		out[n] = text
	}
	return out
}

func TestNewFolder(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "a", "b")
	must(t, Write(dir, all("one")))
	same(t, "the bundle", texts("one"), tree(t, dir))
	same(t, "beside it", map[string]string{"b": "/"}, tree(t, filepath.Join(parent, "a")))
}

func TestReplace(t *testing.T) {
	dir := t.TempDir()
	must(t, Write(dir, all("one")))
	must(t, os.WriteFile(filepath.Join(dir, "notes.txt"), []byte("mine"), 0o644))
	must(t, os.Mkdir(filepath.Join(dir, "sub"), 0o755))
	must(t, Write(dir, []File{says("report.md", "two"), says("diagram.dot", "two")}))
	same(t, "stale reports go, other files stay", map[string]string{"report.md": "two", "diagram.dot": "two", "notes.txt": "mine", "sub": "/"}, tree(t, dir))
}

// TestNothingToWrite: a file that turns out empty is left out, and an old one of that name goes too.
func TestNothingToWrite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	none := File{"diagram.svg", func(w io.Writer) error {
		_, _ = io.WriteString(w, "half a dra")
		return ErrNone
	}}
	for range 2 {
		if err := Write(dir, []File{says("report.md", "new"), none}); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(map[string]string{"report.md": "new"}, tree(t, dir)); diff != "" {
			t.Error(diff)
		}
		if err := os.WriteFile(filepath.Join(dir, "diagram.svg"), []byte("old"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestFailureKeepsOld: whatever goes wrong, the old bundle is as it was, and nothing lies about.
func TestFailureKeepsOld(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "out")
	must(t, Write(dir, all("one")))
	err := Write(dir, []File{says("report.md", "two"), failing("register.json")})
	if !errors.Is(err, errPlanned) || !strings.Contains(err.Error(), "register.json") {
		t.Errorf("error: %v", err)
	}
	same(t, "a report that fails", texts("one"), tree(t, dir))

	// The last report cannot be moved into place: all that was moved comes back.
	last := filepath.Join(dir, Names[len(Names)-1])
	must(t, os.Remove(last))
	must(t, os.Mkdir(last, 0o755))
	if err := Write(dir, all("two")); err == nil {
		t.Error("a folder in the place of a report was replaced")
	}
	want := texts("one")
	want[Names[len(Names)-1]] = "/"
	same(t, "a move that fails", want, tree(t, dir))
	same(t, "beside it", map[string]string{"out": "/"}, tree(t, parent))

	if err := Write(filepath.Join(parent, "new"), []File{failing("report.md")}); err == nil {
		t.Error("no error")
	}
	same(t, "a folder that never was", map[string]string{"out": "/"}, tree(t, parent))
}

func TestFileInTheWay(t *testing.T) {
	name := filepath.Join(t.TempDir(), "file")
	must(t, os.WriteFile(name, []byte("mine"), 0o644))
	for _, dir := range []string{name, filepath.Join(name, "sub")} {
		if err := Write(dir, all("x")); err == nil {
			t.Errorf("%s: no error", dir)
		}
	}
}

func TestSymlinkedFolder(t *testing.T) {
	parent := t.TempDir()
	real, link := filepath.Join(parent, "real"), filepath.Join(parent, "link")
	must(t, os.Mkdir(real, 0o755))
	must(t, os.Symlink(real, link))
	must(t, Write(link, all("one")))
	must(t, Write(link, all("two")))
	same(t, "what the link points at", texts("two"), tree(t, real))
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v %v", info, err)
	}
}

// TestReadOnly needs a user who is held to rights.
func TestReadOnly(t *testing.T) {
	if os.Getuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("rights do not hold this user")
	}
	dir := t.TempDir()
	must(t, Write(dir, all("one")))
	must(t, os.Chmod(dir, 0o555))
	defer os.Chmod(dir, 0o755)
	if err := Write(dir, all("two")); err == nil {
		t.Error("no error")
	}
	same(t, "a folder that may not be written", texts("one"), tree(t, dir))
}

// TestOnlyFolderWritable: the folder may be the one place that can be written to.
func TestOnlyFolderWritable(t *testing.T) {
	if os.Getuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("rights do not hold this user")
	}
	parent := t.TempDir()
	dir := filepath.Join(parent, "out")
	must(t, os.Mkdir(dir, 0o755))
	must(t, os.Chmod(parent, 0o555))
	defer os.Chmod(parent, 0o755)
	must(t, Write(dir, all("one")))
	same(t, "the bundle", texts("one"), tree(t, dir))
}
