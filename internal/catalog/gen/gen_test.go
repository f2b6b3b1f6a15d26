package main

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tmodel/internal/catalog"
	"tmodel/internal/vocab"
)

const root = "../../.."

// The committed files are what the YAML gives today.
func TestGeneratedFilesAreFresh(t *testing.T) {
	files, err := generate(root)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join(root, name))
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is stale: run make generate (%v)", name, err)
		}
	}
	committed, err := filepath.Glob(filepath.Join(root, "catalogs", "*_gen.go"))
	if err != nil || len(committed) != len(files)-2 {
		t.Errorf("%d generated Go files, %d are committed", len(files)-2, len(committed))
	}
}

// Nothing in the generated package runs at start: there are variables, and their values are literals.
func TestGeneratedFilesHoldLiteralsOnly(t *testing.T) {
	files, err := generate(root)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		if !strings.HasSuffix(name, ".go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		if !ast.IsGenerated(f) {
			t.Errorf("%s does not say that it is generated", name)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl, *ast.FuncLit, *ast.CallExpr, *ast.BinaryExpr, *ast.MapType:
				t.Errorf("%s: %T is not a literal", name, n)
			case *ast.UnaryExpr:
				if n.Op != token.SUB { // a negative number is one
					t.Errorf("%s: %s is not a literal", name, n.Op)
				}
			}
			return true
		})
	}
}

func TestRunWritesTheSameFilesElsewhere(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "catalogs"), os.DirFS(filepath.Join(root, "catalogs"))); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(dir, "schemas"), os.DirFS(filepath.Join(root, "schemas"))); err != nil {
		t.Fatal(err)
	}
	if err := run(dir); err != nil {
		t.Fatal(err)
	}
	want, err := generate(root)
	if err != nil {
		t.Fatal(err)
	}
	for name := range want {
		if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || !bytes.Equal(got, want[name]) {
			t.Errorf("%s differs (%v)", name, err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "catalogs/controls/bad.yaml"), []byte("- id: Bad Id\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if run(dir) == nil {
		t.Error("a catalogue with errors was compiled")
	}
	if run(t.TempDir()) == nil {
		t.Error("no catalogue was compiled")
	}
}

func TestSystemSchemaNeedsItsPlace(t *testing.T) {
	empty := &catalog.Catalog{Vocab: &vocab.Vocabulary{}}
	if _, err := systemSchema([]byte(`{}`), empty); err == nil {
		t.Error("a base without the marker was filled")
	}
	if _, err := systemSchema([]byte(`{"@vocabulary": {}, `), empty); err == nil {
		t.Error("a base that is not JSON was filled")
	}
}
