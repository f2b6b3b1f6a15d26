package render

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

// TestMain makes the test binary a renderer of every bad kind as well: it acts by the name it was started under,
// because Render passes no environment on.
func TestMain(m *testing.M) {
	if act, ok := fakes[filepath.Base(os.Args[0])]; ok {
		count()
		act()
		return
	}
	code := m.Run()
	if scratch != "" {
		_ = os.RemoveAll(scratch)
	}
	os.Exit(code)
}

var fakes = map[string]func(){
	"sleeps":   func() { time.Sleep(time.Minute) },
	"panics":   func() { panic("\x1b[31mcannot read \u202ecache") },
	"floods":   func() { _, _ = io.Copy(os.Stdout, endless{}) },
	"silent":   func() {},
	"refuses":  func() { fmt.Fprintln(os.Stderr, "tmodel-render: no such shape"); os.Exit(ExitDraw) },
	"outdated": func() { fmt.Fprintln(os.Stderr, "tmodel-render: unknown format"); os.Exit(ExitUsage) },
	"dies late": func() {
		fmt.Print("<svg>")
		_ = os.Stderr.Close() // a binary that measures coverage would complain of having no folder for it
		os.Exit(2)
	},
	"killed once": func() {
		if tries() == 1 {
			self, _ := os.FindProcess(os.Getpid())
			_ = self.Kill()
			time.Sleep(time.Minute)
		}
		fmt.Print("<svg/>")
	},
	"tells": func() {
		info, _ := os.Stat(os.TempDir())
		fmt.Printf("%s\n%04o\n%q\n", os.TempDir(), info.Mode().Perm(), os.Environ())
	},
}

// endless gives spaces without end.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

// count writes a byte beside the fake, so that a test can ask how often it was started.
func count() {
	f, err := os.OpenFile(os.Args[0]+".tries", os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		panic(err)
	}
	defer f.Close()
	_, _ = f.WriteString("x")
}

func tries() int { return started(os.Args[0]) }

// started returns how often the fake at path was started.
func started(path string) int {
	marks, _ := os.ReadFile(path + ".tries")
	return len(marks)
}

// fake returns the path of the fake renderer called name.
func fake(t *testing.T, name string) string {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), name)
	if err := os.Symlink(exe, path); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
	return path
}

// scratch holds the real renderer and a warm cache for the tests that do not need their own.
var scratch string

var build = sync.OnceValue(func() error {
	var err error
	if scratch, err = os.MkdirTemp("", "render-test-"); err != nil {
		return err
	}
	target := beside(filepath.Join(scratch, "tmodel"))
	out, err := exec.Command("go", "build", "-o", target, "tmodel/cmd/tmodel-render").CombinedOutput()
	if err != nil {
		return fmt.Errorf("go build: %w\n%s", err, bytes.TrimSpace(out))
	}
	return nil
})

// renderer returns options for the real renderer with a cache that the tests share.
func renderer(t *testing.T) Options {
	t.Helper()
	if err := build(); err != nil {
		t.Fatal(err)
	}
	return Options{Program: beside(filepath.Join(scratch, "tmodel")), CacheDir: filepath.Join(scratch, "cache")}
}
