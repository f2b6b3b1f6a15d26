// Package internal_test holds the architecture to what internal/README.md says of it.
package internal_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// listed is what go list says of a package.
type listed struct {
	ImportPath string
	Imports    []string
}

func list(t *testing.T, args ...string) []listed {
	t.Helper()
	out, err := exec.Command("go", append([]string{"list", "-json=ImportPath,Imports"}, args...)...).Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listed
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// order reads the list of packages from the README.
func order(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile("(?s)```order\n(.*?)\n```").FindSubmatch(text)
	if m == nil {
		t.Fatal("README.md has no order")
	}
	return strings.Fields(string(m[1]))
}

// room is the package below internal that a path belongs to: catalog for tmodel/internal/catalog/load.
func room(path string) (string, bool) {
	rest, ok := strings.CutPrefix(path, "tmodel/internal/")
	name, _, _ := strings.Cut(rest, "/")
	return name, ok
}

// testOnly are packages that no program may import.
var testOnly = []string{"synthetic", "bench", "eval", "golden", "mutate"}

func TestImportsRunOneWay(t *testing.T) {
	rooms := order(t)
	for _, p := range list(t, "tmodel/...") {
		from, inside := room(p.ImportPath)
		if inside && !slices.Contains(rooms, from) && !slices.Contains(testOnly, from) && p.ImportPath != "tmodel/internal" {
			t.Errorf("%s is not in the order of internal/README.md", p.ImportPath)
		}
		for _, imp := range p.Imports {
			to, ok := room(imp)
			switch {
			case !ok:
			case (slices.Contains(testOnly, to) || to == "report" && strings.HasSuffix(imp, "/sample")) && !slices.Contains(testOnly, from):
				t.Errorf("%s imports %s, which is for tests", p.ImportPath, imp)
			case inside && !slices.Contains(testOnly, from) && slices.Index(rooms, to) > slices.Index(rooms, from):
				t.Errorf("%s imports %s, which stands after it", p.ImportPath, imp)
			}
		}
	}
}

// sole says who alone may import a package.
var sole = map[string][]string{
	"gopkg.in/yaml.v3":                    {"tmodel/internal/yamltree", "tmodel/internal/synthetic"},
	"github.com/xeipuuv/gojsonschema":     {"tmodel/internal/schema"},
	"github.com/goccy/go-graphviz":        {"tmodel/cmd/tmodel-render"},
	"github.com/goccy/go-graphviz/cgraph": {"tmodel/cmd/tmodel-render"},
	"github.com/spf13/cobra":              {"tmodel/internal/cli"},
	"tmodel/catalogs":                     {"tmodel/internal/cli", "tmodel/internal/eval/run"},
	"tmodel/examples":                     {"tmodel/internal/cli"},
	"flag":                                {"tmodel/cmd/tmodel-render", "tmodel/internal/golden"},
	"time":                                {"tmodel/internal/emit/render", "tmodel/internal/cli", "tmodel/cmd/tmodel-render"},
	"os/exec":                             {"tmodel/internal/emit/render"},
	"net/http":                            {},
	"math/rand":                           {},
	"os": {"tmodel/internal/cli", "tmodel/internal/emit/bundle", "tmodel/internal/emit/render", "tmodel/internal/catalog/gen", "tmodel/internal/golden",
		"tmodel/internal/eval/run", "tmodel/internal/mutate/run",
		"tmodel/cmd/tmodel", "tmodel/cmd/tmodel-render"},
}

func TestWhoTouchesWhat(t *testing.T) {
	for _, p := range list(t, "tmodel/...") {
		for _, imp := range p.Imports {
			if may, limited := sole[imp]; limited && !slices.Contains(may, p.ImportPath) {
				t.Errorf("%s imports %s; only %v may", p.ImportPath, imp, may)
			}
		}
	}
}

// TestLean keeps out of the program what costs at every start.
func TestLean(t *testing.T) {
	for _, p := range list(t, "-deps", "tmodel/cmd/tmodel") {
		for _, heavy := range []string{"goccy/go-graphviz", "tetratelabs/wazero", "xuri/excelize"} {
			if strings.Contains(p.ImportPath, heavy) {
				t.Errorf("cmd/tmodel links %s", p.ImportPath)
			}
		}
	}
}
