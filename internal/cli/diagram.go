package cli

import (
	"context"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tmodel/internal/diag"
)

func (a *app) diagram() *cobra.Command {
	var format, file string
	cmd := &cobra.Command{
		Use:   "diagram PATH [flags]",
		Short: "Draw the data flows: DOT, SVG or PNG",
		Long:  "Draws the data flows of one system. DOT is text for Graphviz; SVG and PNG are\ndrawn by tmodel-render, which is installed with tmodel.",
		Example: `  tmodel diagram system.yaml > system.dot
  tmodel diagram system.yaml -o system.svg`,
		DisableFlagsInUseLine: true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage("name one system: a file, or - for standard input")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.drawDiagram(cmd.Context(), args[0], format, file)
		},
	}
	cmd.ValidArgsFunction = completeFile
	cmd.Flags().StringVarP(&format, "format", "f", "", "`FORMAT`: dot, svg or png (default: what the file's name says, else dot)")
	cmd.Flags().StringVarP(&file, "output", "o", "", "write to this `FILE`, not to standard output")
	completeFlag(cmd, "format", "dot", "svg", "png")
	return cmd
}

func (a *app) drawDiagram(ctx context.Context, path, format, file string) error {
	if format == "" {
		format = "dot"
		if ext := strings.TrimPrefix(filepath.Ext(file), "."); ext != "" {
			format = strings.ToLower(ext)
		}
	}
	switch {
	case !slices.Contains([]string{"dot", "svg", "png"}, format):
		return usage("there is no format %s; expected dot, svg or png", diag.Quote(format))
	case format == "png" && file == "" && onTerminal(a.stdout):
		return usage("a terminal cannot show png; write it to a file: -o FILE")
	}
	files, err := a.read([]string{path})
	if err != nil {
		return err
	}
	if len(files) != 1 {
		return usage("%s names %d files; name one", diag.Quote(path), len(files))
	}
	if err := fits([]output{{format, file}}, files); err != nil {
		return err
	}
	n := &analysis{app: a}
	reports, err := n.compileAll(files)
	if err != nil {
		return err
	}
	return a.to(file, func(w io.Writer) error { return n.one(ctx, w, format, reports[0]) })
}
