// Command run prints the measure of the shipped rules on real systems. `make eval` runs it at the root of the repository.
package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"

	"tmodel/catalogs"
	"tmodel/internal/eval"
)

func main() {
	if err := run(os.Args[1:], os.DirFS("testdata"), os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}

// run measures on what a folder testdata has. It fails where nothing can be measured, not where the measure is bad.
func run(args []string, testdata fs.FS, out io.Writer) error {
	more := len(args) == 1 && args[0] == "-v"
	if len(args) > 0 && !more {
		return fmt.Errorf("unexpected arguments %q; the only one is -v, for what is missed and what each rule does", args)
	}
	set, err := eval.Load(testdata)
	if err != nil {
		return err
	}
	r, err := eval.Run(set, catalogs.Shipped())
	if err != nil {
		return err
	}
	r.Print(out, more)
	for _, broken := range eval.Reached().Broken(r) {
		fmt.Fprintln(out, "Below a floor:", broken)
	}
	return nil
}
