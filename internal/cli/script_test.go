package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain makes the test binary the program as well, and a renderer that only pretends to draw: the folder that it is
// started from says how it goes about that.
func TestMain(m *testing.M) {
	if filepath.Base(os.Args[0]) == "tmodel-render" {
		os.Exit(pretendToDraw(filepath.Base(filepath.Dir(os.Args[0]))))
	}
	testscript.Main(m, map[string]func(){
		"tmodel": func() { os.Exit(Run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

func pretendToDraw(how string) int {
	dot, _ := io.ReadAll(os.Stdin)
	switch how {
	case "failing":
		fmt.Fprintln(os.Stderr, "tmodel-render: no room for the edges")
		return 4
	case "slow":
		time.Sleep(patience + patience/4)
	}
	fmt.Printf("<svg><desc>%d bytes of DOT</desc></svg>\n", len(dot))
	return 0
}

const scripts = "../../testdata/scripts"

// TestScripts runs testdata/scripts/*.txtar. Each starts in a folder of its own that has system.yaml.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 scripts,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup:               setup,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "same": same, "lines": lines, "renderer": renderer, "shuffle": shuffleLists,
		},
	})
}

func setup(env *testscript.Env) error {
	bin, _, _ := strings.Cut(os.Getenv("PATH"), string(filepath.ListSeparator))
	env.Setenv("PATH", strings.Join([]string{bin, "/usr/bin", "/bin"}, string(filepath.ListSeparator)))
	env.Setenv("HOME", env.WorkDir)
	env.Setenv("RED", "\x1b[31m")
	env.Setenv("XDG_CACHE_HOME", filepath.Join(env.WorkDir, ".cache"))
	for _, name := range []string{"system.yaml", "broken.yaml"} {
		b, err := os.ReadFile(filepath.Join(scripts, "systems", name))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(env.WorkDir, name), b, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// exits runs a program and holds it to an exit code: exits 3 tmodel analyze broken.yaml
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM ARGS...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	err = ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// lines counts the lines of a stream or file: lines 1 stderr
func lines(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: lines COUNT FILE")
	}
	if got := strings.Count(ts.ReadFile(args[1]), "\n"); strconv.Itoa(got) != args[0] {
		ts.Fatalf("%d lines, want %s:\n%s", got, args[0], ts.ReadFile(args[1]))
	}
}

// renderer puts a tmodel-render on PATH: renderer good, failing or slow
func renderer(ts *testscript.TestScript, neg bool, args []string) {
	self, err := os.Executable()
	ts.Check(err)
	dir := ts.MkAbs(filepath.Join(".renderers", args[0]))
	ts.Check(os.MkdirAll(dir, 0o755))
	ts.Check(os.Symlink(self, filepath.Join(dir, "tmodel-render")))
	ts.Setenv("PATH", dir+string(filepath.ListSeparator)+ts.Getenv("PATH"))
}

var numbers = regexp.MustCompile(`"(line|column|endLine|endColumn)":\d+`)

// same compares two JSON reports but for line numbers and the names of files: same A B
func same(ts *testscript.TestScript, neg bool, args []string) {
	text := func(name string) string {
		s := numbers.ReplaceAllString(ts.ReadFile(name), `"$1":0`)
		return regexp.MustCompile(`"file":"[^"]*"`).ReplaceAllString(s, `"file":""`)
	}
	if (text(args[0]) == text(args[1])) == neg {
		ts.Fatalf("%s and %s: same is %t", args[0], args[1], neg)
	}
}

// shuffleLists turns the order of list items around, section by section: shuffle FROM TO
func shuffleLists(ts *testscript.TestScript, neg bool, args []string) {
	var out, items []string
	flush := func() {
		for i := len(items) - 1; i >= 0; i-- {
			out = append(out, items[i])
		}
		items = nil
	}
	for _, l := range strings.Split(strings.TrimRight(ts.ReadFile(args[0]), "\n"), "\n") {
		if strings.HasPrefix(l, "  - {") {
			items = append(items, l)
			continue
		}
		flush()
		out = append(out, l)
	}
	flush()
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(strings.Join(out, "\n")+"\n"), 0o644))
}
