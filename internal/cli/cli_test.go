package cli

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/spf13/cobra"

	"tmodel/catalogs"
	"tmodel/internal/report"
	"tmodel/internal/report/sample"
	"tmodel/internal/vocab"
)

// run is the program in-process, in a folder that has system.yaml and broken.yaml.
func run(t *testing.T, stdin string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	code = Run(context.Background(), args, strings.NewReader(stdin), &out, &err)
	return code, out.String(), err.String()
}

func inFolderWithSystems(t *testing.T) {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"system.yaml", "broken.yaml"} {
		b, err := os.ReadFile(filepath.Join(scripts, "systems", name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	t.Setenv("PATH", dir)
	t.Setenv("XDG_CACHE_HOME", dir)
}

// TestCommands runs every command once; testdata/scripts says what each must print.
func TestCommands(t *testing.T) {
	inFolderWithSystems(t)
	other := strings.Replace(readFile(t, "system.yaml"), "id: labels", "id: other", 1)
	for _, c := range []struct {
		want int
		args []string
	}{
		{exitDone, []string{"analyze", "system.yaml"}},
		{exitDone, []string{"analyze", "system.yaml", "-", "-q"}},
		{exitDone, []string{"analyze", "system.yaml", "-", "-f", "text", "-f", "json=a", "-f", "csv=b", "-f", "md=c"}},
		{exitDone, []string{"analyze", "system.yaml", "-f", "dot", "-f", "csv=d", "-f", "matrix=e", "-f", "text=f", "-f", "markdown=g", "-f", "json=h"}},
		{exitGate, []string{"analyze", "system.yaml", "-", "-f", "text", "--fail-on", "low", "--fail-on-concerns"}},
		{exitUsage, []string{"analyze", "system.yaml", "-", "-f", "svg"}},
		{exitUsage, []string{"analyze"}}, {exitUsage, []string{"analyse"}}, {exitUsage, []string{"system.yaml"}}, {exitUsage, nil},
		{exitUsage, []string{"analyze", "--nothing"}}, {exitUsage, []string{"help", "nothing"}}, {exitUsage, []string{"completion", "csh"}},
		{exitUsage, []string{"completion"}}, {exitUsage, []string{"version", "x"}}, {exitUsage, []string{"--color", "x", "version"}},
		{exitUsage, []string{"explain", "nothing-at-all"}}, {exitUsage, []string{"explain"}}, {exitUsage, []string{"diagram"}},
		{exitUsage, []string{"diagram", "system.yaml", "-o", "x.gif"}}, {exitUsage, []string{"diagram", "*.yaml"}}, {exitUsage, []string{"validate", "*.nothing"}},
		{exitUsage, []string{"validate", ""}}, {exitUsage, []string{"analyze", "system.yaml", "-o", ""}},
		{exitSystem, []string{"analyze", "broken.yaml"}}, {exitSystem, []string{"analyze", "."}}, {exitSystem, []string{"validate", "*.yaml", "--color", "always"}},
		{exitInternal, []string{"analyze", "nowhere.yaml", "broken.yaml"}}, {exitInternal, []string{"diagram", "system.yaml", "-o", "x.svg"}},
		{exitInternal, []string{"analyze", "system.yaml", "-o", "broken.yaml"}},
		{exitDone, []string{"diagram", "system.yaml"}}, {exitDone, []string{"validate", "-"}}, {exitDone, []string{"explain", "risk"}},
		{exitDone, []string{"version"}}, {exitDone, []string{"--version"}}, {exitDone, []string{"help", "analyze"}}, {exitDone, []string{"completion", "bash"}},
	} {
		if got, out, err := run(t, other, c.args...); got != c.want {
			t.Errorf("tmodel %s: exit code %d, want %d\n%s%s", strings.Join(c.args, " "), got, c.want, out, err)
		}
	}
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestHelpFits holds every help page to 80 columns.
func TestHelpFits(t *testing.T) {
	var walk func(c *cobra.Command, path []string)
	walk = func(c *cobra.Command, path []string) {
		_, text, _ := run(t, "", append(path, "--help")...)
		for line := range strings.Lines(text) {
			if n := len([]rune(strings.TrimSuffix(line, "\n"))); n > 80 && path[0] != "completion" {
				t.Errorf("%v: %d columns: %s", path, n, line)
			}
		}
		for _, sub := range c.Commands() {
			walk(sub, append(path, sub.Name()))
		}
	}
	for _, c := range (&app{catalog: catalogs.Shipped()}).root().Commands() {
		walk(c, []string{c.Name()})
	}
	if _, text, _ := run(t, "", "--help"); !strings.Contains(text, "analyze") {
		t.Errorf("help:\n%s", text)
	}
}

// TestGate: what counts is open and at the level or above; concerns when they are asked for.
func TestGate(t *testing.T) {
	for _, c := range []struct {
		level    vocab.Level
		concerns bool
		reports  []*report.Report
		want     string
	}{
		{vocab.LevelUnknown, false, []*report.Report{sample.Report()}, ""},
		{vocab.Critical, false, []*report.Report{sample.Report()}, "gate failed: 1 threat open at critical: TT-01@reader"},
		{vocab.High, false, []*report.Report{sample.Report()}, "gate failed: 1 threat open at high or above: TT-01@reader"},
		{vocab.Low, false, []*report.Report{sample.Report()}, "gate failed: 2 threats open at low or above: TT-01@reader, TT-02@tune+weights"}, // TT-02@reader is treated
		{vocab.Medium, true, []*report.Report{sample.Report()}, "gate failed: 3 threats open at medium or above: TT-01@reader, TT-02@tune+weights, CC-01@reader"},
		{vocab.Low, true, []*report.Report{sample.Empty()}, ""},
		{vocab.High, false, []*report.Report{sample.Report(), sample.Empty()}, "gate failed: 1 threat open at high or above: sorter: TT-01@reader"},
		{vocab.Low, true, []*report.Report{sample.Report(), sample.Report()}, "gate failed: 6 threats open at low or above: sorter: TT-01@reader, " +
			"sorter: TT-02@tune+weights, sorter: CC-01@reader, sorter: TT-01@reader, sorter: TT-02@tune+weights and 1 more"},
	} {
		n := &analysis{app: &app{}, gate: c.level, concerns: c.concerns}
		err := n.judge(c.reports)
		text, code := "", exitDone
		if err != nil {
			text = err.Error()
		}
		if c.want != "" {
			code = exitGate
		}
		if text != c.want || exitCode(err) != code {
			t.Errorf("%v: code %d\n got %s\nwant %s", c.level, exitCode(err), text, c.want)
		}
	}
}

func TestExitCode(t *testing.T) {
	system, gate := fail(exitSystem, nil), fail(exitGate, errors.New("gate"))
	for _, c := range []struct {
		err  error
		want int
	}{
		{nil, 0}, {errors.New("from cobra"), 2}, {gate, 1}, {errors.Join(gate, nil, system), 3},
		{errors.Join(system, errors.Join(fail(exitInternal, os.ErrNotExist), gate)), 4},
	} {
		if got := exitCode(c.err); got != c.want {
			t.Errorf("%v: %d, want %d", c.err, got, c.want)
		}
	}
	var b bytes.Buffer
	complain(&b, errors.Join(system, gate, errors.New("two\nlines")))
	if got := b.String(); got != "tmodel: gate\ntmodel: two\\u000alines\n" {
		t.Errorf("%q", got)
	}
}

func TestWrote(t *testing.T) {
	if err := wrote(&os.PathError{Op: "write", Path: "|1", Err: syscall.EPIPE}); err != nil {
		t.Errorf("a reader who has seen enough: %v", err)
	}
	if got := exitCode(wrote(errors.New("disk full"))); got != exitInternal {
		t.Errorf("exit code %d", got)
	}
	if got := exitCode(wrote(usage("two formats"))); got != exitUsage {
		t.Errorf("exit code %d", got)
	}
}

// faulty fails every write, and panics when it is told to.
type faulty struct{ panics bool }

func (f faulty) Write([]byte) (int, error) {
	if f.panics {
		panic("boom")
	}
	return 0, errors.New("disk full")
}

func TestFaultyStdout(t *testing.T) {
	inFolderWithSystems(t)
	for _, args := range [][]string{{"analyze", "system.yaml"}, {"analyze", "system.yaml", "-f", "json"}, {"validate", "system.yaml"}, {"validate", "broken.yaml"},
		{"explain", "risk"}, {"version"}, {"diagram", "system.yaml"}} {
		var stderr bytes.Buffer
		if code := Run(context.Background(), args, nil, faulty{}, &stderr); code != exitInternal {
			t.Errorf("%v: exit code %d: %s", args, code, stderr.String())
		}
		if _, err := os.Stat("tmodel-out"); err == nil {
			t.Errorf("%v: reports were written", args)
		}
	}
	var stderr bytes.Buffer
	if code := Run(context.Background(), []string{"version"}, nil, faulty{true}, &stderr); code != exitInternal || !strings.HasPrefix(stderr.String(), "tmodel: internal error: boom\n") {
		t.Errorf("a panic: exit code %d: %s", code, stderr.String())
	}
}
