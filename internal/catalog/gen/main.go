// Command gen compiles catalogs/*.yaml into catalogs/*_gen.go and writes the vocabulary into the published
// schema of systems. `make generate` runs it at the root of the repository.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"tmodel/internal/catalog"
	"tmodel/internal/catalog/load"
	"tmodel/internal/diag"
)

func main() {
	if err := run("."); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

// run writes all generated files below root.
func run(root string) error {
	files, err := generate(root)
	if err != nil {
		return err
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(root, name), text, 0o644); err != nil {
			return fmt.Errorf("write %q: %w", name, err)
		}
	}
	return nil
}

// generate is the content of every generated file, by its path below root.
func generate(root string) (map[string][]byte, error) {
	bag := &diag.Bag{}
	c, err := load.Catalog(os.DirFS(filepath.Join(root, "catalogs")), catalog.Version, bag)
	if err != nil {
		return nil, err
	}
	if bag.Failed() {
		for _, d := range bag.Sorted() {
			fmt.Fprintf(os.Stderr, "catalogs/%s: %s: %s (%s)\n", d.Span, d.Severity, d.Message, d.Hint)
		}
		return nil, fmt.Errorf("the catalogue has errors")
	}
	files := map[string][]byte{}
	for _, part := range parts(c) {
		text, err := source(part)
		if err != nil {
			return nil, fmt.Errorf("format %q: %w", part.file, err)
		}
		files["catalogs/"+part.file] = text
	}
	base, err := os.ReadFile(filepath.Join(root, "schemas/system.base.json"))
	if err != nil {
		return nil, fmt.Errorf("read schema: %w", err)
	}
	published, err := systemSchema(base, c)
	if err != nil {
		return nil, err
	}
	files["schemas/system.schema.json"] = published
	files["schemas/system.run.json"], err = runSchema(published, c.Vocab)
	return files, err
}
