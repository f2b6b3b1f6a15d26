package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tmodel/internal/diag"
	"tmodel/internal/emit/sarif"
)

// TestValidateFormats runs every format in-process; testdata/scripts says what each must print.
func TestValidateFormats(t *testing.T) {
	inFolderWithSystems(t)
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("GITHUB_WORKSPACE", filepath.Dir(dir))
	t.Setenv("GITHUB_STEP_SUMMARY", filepath.Join(dir, "summary.md"))
	code, out, said := run(t, "", "validate", ".", "-f", "github", "-f", "sarif=a", "-f", "json=b", "-f", "text=c")
	if code != exitSystem || !strings.HasPrefix(out, "::error file="+filepath.Base(dir)+"/broken.yaml,") || said != "" {
		t.Errorf("exit code %d\n%s%s", code, out, said)
	}
	for file, want := range map[string]string{"a": `"uri": "` + filepath.Base(dir) + `/broken.yaml"`, "b": `"valid": true`, "c": "system.yaml: valid: ", "summary.md": "1 of 2 files valid"} {
		if text := readFile(t, file); !strings.Contains(text, want) {
			t.Errorf("%s has no %s:\n%s", file, want, text)
		}
	}
	t.Setenv("GITHUB_STEP_SUMMARY", dir)
	if code, out, said := run(t, "", "validate", "system.yaml", "-f", "github"); code != exitDone || out != "" || !strings.HasPrefix(said, "tmodel: no summary: ") {
		t.Errorf("exit code %d\n%s%s", code, out, said)
	}
	for args, want := range map[string]int{"-f xml system.yaml": exitUsage, "system.yaml -f json=system.yaml": exitUsage, "missing.yaml -f json": exitInternal,
		"system.yaml --stdin-filename x": exitUsage, "broken.yaml": exitSystem, "system.yaml -f json=missing/b": exitInternal} {
		if code, _, said := run(t, "", append([]string{"validate"}, strings.Fields(args)...)...); code != want {
			t.Errorf("validate %s: exit code %d, want %d\n%s", args, code, want, said)
		}
	}
}

// TestNamedStdin: what comes in on standard input is called what the user says.
func TestNamedStdin(t *testing.T) {
	inFolderWithSystems(t)
	_, out, _ := run(t, readFile(t, "broken.yaml"), "validate", "-", "--stdin-filename", "./x/y.yaml", "-f", "json")
	var got struct{ Files []struct{ File string } }
	if err := json.Unmarshal([]byte(out), &got); err != nil || len(got.Files) != 1 || got.Files[0].File != "x/y.yaml" {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestWhy(t *testing.T) {
	inFolderWithSystems(t)
	for args, want := range map[string]int{
		"api system.yaml": exitDone, "api system.yaml -f json": exitDone, "api -": exitDone, "api *.yaml": exitUsage, "apy system.yaml": exitUsage,
		"not-there-at-all system.yaml": exitUsage, "api": exitUsage, "": exitUsage, "system.yaml api": exitUsage, "api system.yaml -f dot": exitUsage,
		"api broken.yaml": exitSystem, "api missing.yaml": exitInternal,
	} {
		code, out, said := run(t, readFile(t, "system.yaml"), append([]string{"why"}, strings.Fields(args)...)...)
		if code != want || (want == exitDone) != (out != "") || (want == exitDone) != (said == "") {
			t.Errorf("why %s: exit code %d, want %d\n%s%s", args, code, want, out, said)
		}
	}
}

// TestCompletions asks as the scripts of shells do.
func TestCompletions(t *testing.T) {
	inFolderWithSystems(t)
	for _, c := range []struct {
		want string
		args []string
	}{
		{"api\t", []string{"why", ""}}, {"yaml\n", []string{"why", "api", ""}}, {":4\n", []string{"why", "api", "system.yaml", ""}},
		{"risk\n", []string{"explain", ""}}, {":4\n", []string{"explain", "risk", ""}}, {"github\n", []string{"validate", "-f", ""}},
		{":0\n", []string{"analyze", "-f", "json="}}, {"critical\n", []string{"analyze", "--fail-on", ""}}, {"yaml\n", []string{"analyze", ""}},
		{"svg\n", []string{"diagram", "-f", ""}}, {":4\n", []string{"diagram", "system.yaml", ""}}, {"never\n", []string{"version", "--color", ""}},
	} {
		if code, out, _ := run(t, "", append([]string{"__complete"}, c.args...)...); code != exitDone || !strings.Contains(out, c.want) {
			t.Errorf("%q: exit code %d, no %q in\n%s", c.args, code, c.want, out)
		}
	}
	t.Chdir(t.TempDir())
	if _, out, _ := run(t, "", "__complete", "why", ""); out != ":4\n" {
		t.Errorf("an empty folder offers %q", out)
	}
}

func TestTooManyForCodeScanning(t *testing.T) {
	var said strings.Builder
	v := &validation{app: &app{stderr: &said}, inputs: []checked{{name: "a", list: make([]diag.Diagnostic, sarif.Limit+1)}}}
	if got := v.limited(); len(got) != sarif.Limit+1 || !strings.Contains(said.String(), "code scanning takes 25000 results") {
		t.Errorf("%d results, and %q", len(got), said.String())
	}
}
