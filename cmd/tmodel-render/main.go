// Command tmodel-render draws a DOT graph from standard input as SVG or PNG on standard output.
//
//	tmodel-render [-T svg|png] < diagram.dot > diagram.svg
//
// It is a program of its own because go-graphviz compiles Graphviz, a WebAssembly module, whenever a program that
// links it starts: a second of work, or 50 ms with its cache. tmodel starts it with a private cache. On its own it has
// the one in $TMPDIR/go-graphviz, which holds machine code: where others can write to the temporary folder, set TMPDIR
// to a private one.
//
// Nothing that the graph names is read: no image, no font file. Output appears only when it is whole and holds every
// visible edge of the graph, because Graphviz drops edges in silence that it cannot route.
//
// Exit codes: 0 done, 1 usage, 3 the input is no DOT graph or too large, 4 drawing, reading or writing failed, 5 edges
// are missing from the drawing. A 2 is a crash: the Go runtime's exit code after a panic.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"tmodel/internal/emit/render"
)

func main() {
	os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is the program. It returns the exit code; each error is one line on stderr.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	err := command(ctx, args, stdin, stdout, stderr)
	if err == nil {
		return render.ExitOK
	}
	fmt.Fprintf(stderr, "tmodel-render: %s\n", strings.Join(strings.Fields(err.Error()), " "))
	var f failure
	if errors.As(err, &f) {
		return f.code
	}
	return render.ExitDraw
}

// failure is an error with the exit code that it asks for.
type failure struct {
	code int
	text string
}

func (f failure) Error() string { return f.text }

func failed(code int, format string, args ...any) error {
	return failure{code, fmt.Sprintf(format, args...)}
}

func command(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("tmodel-render", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	format := flags.String("T", "svg", "`format` of the drawing, svg or png")
	version := flags.Bool("version", false, "print the version and end")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		usage(flags, stdout)
		return nil
	case err != nil:
		return failed(render.ExitUsage, "%v", err)
	case flags.NArg() > 0:
		return failed(render.ExitUsage, "unexpected argument %q, the graph is read from standard input", flags.Arg(0))
	case *version:
		_, err := fmt.Fprintln(stdout, versionLine())
		return err
	}
	draw, ok := map[string]func(*graph) ([]byte, error){"svg": drawSVG, "png": drawPNG}[*format]
	if !ok {
		return failed(render.ExitUsage, "unknown format %q, expected svg or png", *format)
	}
	return convert(ctx, draw, stdin, stdout)
}

// convert reads the graph, draws it in memory, and writes the drawing.
func convert(ctx context.Context, draw func(*graph) ([]byte, error), stdin io.Reader, stdout io.Writer) error {
	dot, err := read(stdin)
	if err != nil {
		return err
	}
	g, err := parse(dot)
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	out, err := draw(g)
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	_, err = stdout.Write(out)
	return err
}

// read returns all of r, which must be UTF-8 text of at most render.MaxInput bytes.
func read(r io.Reader) ([]byte, error) {
	dot, err := io.ReadAll(io.LimitReader(r, render.MaxInput+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("read standard input: %w", err)
	case len(dot) > render.MaxInput:
		return nil, failed(render.ExitSyntax, "the input is larger than %d MiB; draw a smaller view", render.MaxInput>>20)
	case !utf8.Valid(dot) || strings.ContainsRune(string(dot), 0):
		return nil, failed(render.ExitSyntax, "the input is not UTF-8 text")
	}
	return dot, nil
}

func usage(flags *flag.FlagSet, w io.Writer) {
	fmt.Fprintln(w, "Usage: tmodel-render [-T svg|png] < diagram.dot > diagram.svg")
	flags.SetOutput(w)
	flags.PrintDefaults()
}
