package internal_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"tmodel/internal/golden"
)

// TestReadme runs every command that README.md shows with its output, and compares.
func TestReadme(t *testing.T) {
	bin := t.TempDir()
	if out, err := exec.Command("go", "build", "-o", bin, "tmodel/cmd/tmodel").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	text, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?s)```console\n\\$ ([^\n]*)\n(.*?)```")
	if n := len(blocks.FindAll(text, -1)); n < 3 {
		t.Fatalf("README.md shows %d commands; the pattern may be wrong", n)
	}
	now := blocks.ReplaceAllStringFunc(string(text), func(block string) string {
		m := blocks.FindStringSubmatch(block)
		got := shell(t, bin, m[1])
		if got != m[2] && !golden.Update() {
			t.Errorf("$ %s\nREADME.md says:\n%s\nit prints:\n%s", m[1], m[2], got)
		}
		return "```console\n$ " + m[1] + "\n" + got + "```"
	})
	if golden.Update() {
		if err := os.WriteFile("../README.md", []byte(now), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// shell runs a line at the root of the repository, with only the programs of bin and of the system.
func shell(t *testing.T, bin, line string) string {
	t.Helper()
	cmd := exec.Command("sh", "-c", line)
	cmd.Dir = ".."
	cmd.Env = []string{"PATH=" + bin + string(filepath.ListSeparator) + os.Getenv("PATH"), "HOME=" + t.TempDir()}
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("$ %s: %v\n%s", line, err, out)
	}
	return strings.TrimRight(string(out), "\n") + "\n"
}
