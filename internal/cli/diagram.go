package cli

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tmodel/internal/diag"
	"tmodel/internal/emit/bundle"
)

func (a *app) diagram() *cobra.Command {
	var format, file string
	cmd := &cobra.Command{
		Use:   "diagram PATH",
		Short: "Draw the data flows: DOT, SVG or PNG",
		Example: `  tmodel diagram system.yaml > system.dot
  tmodel diagram system.yaml -o system.svg`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return fail(exitUsage, fmt.Errorf("name one system: a file, or - for standard input"))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.drawDiagram(cmd.Context(), args[0], format, file)
		},
	}
	cmd.Flags().StringVarP(&format, "format", "f", "", "`FORMAT`: dot, svg or png (default: what the file's name says, else dot)")
	cmd.Flags().StringVarP(&file, "output", "o", "", "write to this `FILE`")
	return cmd
}

func (a *app) drawDiagram(ctx context.Context, path, format, file string) error {
	if format == "" {
		format = "dot"
		if ext := strings.TrimPrefix(filepath.Ext(file), "."); ext != "" {
			format = ext
		}
	}
	if !slices.Contains([]string{"dot", "svg", "png"}, format) {
		return fail(exitUsage, fmt.Errorf("there is no format %s; expected dot, svg or png", diag.Quote(format)))
	}
	files, err := a.read([]string{path})
	if err != nil {
		return err
	}
	if len(files) != 1 {
		return fail(exitUsage, fmt.Errorf("%s names %d files; name one", diag.Quote(path), len(files)))
	}
	n := &analysis{app: a}
	reports, failed, err := n.compileAll(files)
	if err != nil {
		return err
	}
	if failed {
		return fail(exitSystem, nil)
	}
	write := func(w io.Writer) error { return n.one(ctx, w, format, reports[0]) }
	if file == "" {
		return wrote(write(a.stdout))
	}
	return wrote(bundle.One(file, write))
}
