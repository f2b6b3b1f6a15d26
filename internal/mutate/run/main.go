// Command run says which clauses of the rules no example would miss. `make mutate` runs it at the root of the repository.
package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"tmodel/internal/catalog"
	"tmodel/internal/catalog/load"
	"tmodel/internal/diag"
	"tmodel/internal/mutate"
)

func main() {
	if err := run(os.Args[1:], os.DirFS("."), os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(1)
	}
}

// run measures the rules of these ids or files, or all. It fails where nothing can be measured, and where reasons are not
// right; not where the measure is bad.
func run(args []string, root fs.FS, out io.Writer) error {
	catalogs, err := fs.Sub(root, "catalogs")
	if err != nil {
		return err
	}
	bag := &diag.Bag{}
	l, err := load.Whole(load.Folder{Files: catalogs}, catalog.Version, bag)
	if err != nil {
		return err
	}
	if bag.Failed() {
		d := bag.Sorted()[0]
		return fmt.Errorf("catalogs/%s: %s", d.Span, d.Message)
	}
	reasons, err := mutate.Load(root, mutate.File)
	if err != nil {
		return err
	}
	results, err := mutate.Run(l, args)
	if err != nil {
		return err
	}
	mutate.Print(out, results, reasons)
	if useless, _ := reasons.Wrong(l, results); len(useless) > 0 {
		return fmt.Errorf("%s: %s", mutate.File, strings.Join(useless, "; "))
	}
	return nil
}
