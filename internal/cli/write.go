package cli

import (
	"context"
	"fmt"
	"io"

	"tmodel/internal/emit/bundle"
	"tmodel/internal/emit/csvout"
	"tmodel/internal/emit/dot"
	"tmodel/internal/emit/jsonout"
	"tmodel/internal/emit/markdown"
	"tmodel/internal/emit/matrixsvg"
	"tmodel/internal/emit/navigator"
	"tmodel/internal/emit/render"
	"tmodel/internal/emit/terminal"
	"tmodel/internal/report"
)

// write writes what was asked for: the formats, or the terminal view and the folder.
func (n *analysis) write(ctx context.Context, reports []*report.Report, outputs []output) error {
	if len(outputs) == 0 {
		return n.folders(ctx, reports)
	}
	for _, o := range outputs {
		if err := n.to(o.file, func(w io.Writer) error { return n.format(ctx, w, o.format, reports) }); err != nil {
			return err
		}
	}
	return nil
}

// to has something written to a file, or to standard output when that has no name.
func (a *app) to(file string, write func(io.Writer) error) error {
	if file == "" {
		return wrote(write(a.stdout))
	}
	return wrote(bundle.One(file, write))
}

// format writes all reports in one format.
func (n *analysis) format(ctx context.Context, w io.Writer, format string, reports []*report.Report) error {
	if len(reports) == 1 {
		return n.one(ctx, w, format, reports[0])
	}
	switch format {
	case "json":
		return jsonout.WriteAll(w, reports)
	case "csv":
		return csvout.WriteAll(w, reports)
	case "markdown":
		return markdown.WriteAll(w, reports, markdown.Options{Single: n.single})
	}
	for i, r := range reports {
		if i > 0 {
			if _, err := fmt.Fprintln(w); err != nil {
				return err
			}
		}
		if err := n.one(ctx, w, format, r); err != nil {
			return err
		}
	}
	return nil
}

// one writes one report.
func (n *analysis) one(ctx context.Context, w io.Writer, format string, r *report.Report) error {
	switch format {
	case "text":
		return terminal.Write(w, r, terminal.Options{Width: width(w), Color: n.colored(w), Severity: n.least, All: n.all, Single: n.single,
			Techniques: n.view == "techniques"})
	case "json":
		return jsonout.Write(w, r)
	case "markdown":
		return markdown.Write(w, r, markdown.Options{Single: n.single})
	case "csv":
		return csvout.Write(w, r)
	case "matrix":
		return matrixsvg.Write(w, r)
	case "dot":
		return dot.Write(w, r)
	case "navigator":
		return navigator.Write(w, r)
	}
	defer n.progress("drawing %s", r.File)()
	image, err := draw(ctx, r, render.Format(format))
	if err != nil {
		return err
	}
	_, err = w.Write(image)
	return err
}
