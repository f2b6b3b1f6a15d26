package cli

import (
	"io"
	"os"
	"slices"

	"golang.org/x/term"

	"tmodel/internal/diag"
	"tmodel/internal/emit/diagtext"
)

func (a *app) checkColor() error {
	if !slices.Contains([]string{"auto", "always", "never"}, a.color) {
		return usage("--color is auto, always or never, not %s", diag.Quote(a.color))
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
	return os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && onTerminal(w)
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

// onTerminal says whether w is a terminal.
func onTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
