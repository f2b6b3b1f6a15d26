package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"golang.org/x/term"

	"tmodel/internal/diag"
	"tmodel/internal/emit/diagtext"
)

func (a *app) checkColor() error {
	if !slices.Contains([]string{"auto", "always", "never"}, a.color) {
		return fail(exitUsage, fmt.Errorf("--color is auto, always or never, not %s", diag.Quote(a.color)))
	}
	return nil
}

// colored says whether to colour what goes to w: asked for, or a terminal and no NO_COLOR.
func (a *app) colored(w io.Writer) bool {
	switch a.color {
	case "always":
		return true
	case "never":
		return false
	}
	f, ok := w.(*os.File)
	return ok && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && term.IsTerminal(int(f.Fd()))
}

// width is that of the terminal behind w, between 60 and 120 columns; 80 when there is none.
func width(w io.Writer) int {
	if f, ok := w.(*os.File); ok {
		if n, _, err := term.GetSize(int(f.Fd())); err == nil && n > 0 {
			return min(max(n, 60), 120)
		}
	}
	return 80
}

// diagnostics writes what was said about the input to w.
func (a *app) diagnostics(w io.Writer, bag *diag.Bag) error {
	return wrote(diagtext.Write(w, bag.Sorted(), a.colored(w)))
}

// wrote turns an error of writing into the exit code for I/O.
func wrote(err error) error {
	var f *failure
	if err == nil || errors.As(err, &f) {
		return err
	}
	return fail(exitInternal, err)
}
