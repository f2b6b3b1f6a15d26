package cli

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"path/filepath"

	"tmodel/internal/emit/bundle"
	"tmodel/internal/emit/csvout"
	"tmodel/internal/emit/dot"
	"tmodel/internal/emit/jsonout"
	"tmodel/internal/emit/markdown"
	"tmodel/internal/emit/matrixsvg"
	"tmodel/internal/emit/render"
	"tmodel/internal/emit/terminal"
	"tmodel/internal/report"
)

// write writes what was asked for: the formats, or the terminal view and the folder.
func (n *analysis) write(ctx context.Context, reports []*report.Report, outputs []output) error {
	for _, o := range outputs {
		write := func(w io.Writer) error { return n.format(ctx, w, o.format, reports) }
		if o.file == "" {
			if err := wrote(write(n.stdout)); err != nil {
				return err
			}
		} else if err := wrote(bundle.One(o.file, write)); err != nil {
			return err
		}
	}
	if len(outputs) > 0 {
		return nil
	}
	for _, r := range reports {
		dir := n.dir
		if len(reports) > 1 {
			dir = filepath.Join(n.dir, r.Graph.System.ID.Value)
		}
		if err := n.folder(ctx, dir, r); err != nil {
			return err
		}
	}
	return nil
}

// format writes all reports in one format.
func (n *analysis) format(ctx context.Context, w io.Writer, format string, reports []*report.Report) error {
	if format == "json" && len(reports) > 1 {
		return jsonout.WriteAll(w, reports)
	}
	if len(reports) > 1 && format != "text" && format != "markdown" {
		return fail(exitUsage, fmt.Errorf("%s is for one system; name one, or leave -f out for a folder each", format))
	}
	for _, r := range reports {
		if err := n.one(ctx, w, format, r); err != nil {
			return err
		}
	}
	return nil
}

func (n *analysis) one(ctx context.Context, w io.Writer, format string, r *report.Report) error {
	switch format {
	case "text":
		return terminal.Write(w, r, terminal.Options{Width: width(w), Color: n.colored(w), Severity: n.least, All: n.all})
	case "json":
		return jsonout.Write(w, r)
	case "markdown":
		return markdown.Write(w, r)
	case "csv":
		return csvout.Write(w, r)
	case "matrix":
		return matrixsvg.Write(w, r)
	case "dot":
		return dot.Write(w, r)
	}
	image, err := draw(ctx, r, render.Format(format))
	if err != nil {
		return err
	}
	_, err = w.Write(image)
	return err
}

// draw renders the diagram in another process.
func draw(ctx context.Context, r *report.Report, f render.Format) ([]byte, error) {
	var b bytes.Buffer
	if err := dot.Write(&b, r); err != nil {
		return nil, err
	}
	return render.Render(ctx, b.Bytes(), f, render.Options{})
}

// folder writes the terminal view and the bundle. The diagram is drawn while the reports are being written; without
// it the bundle has the DOT all the same.
func (n *analysis) folder(ctx context.Context, dir string, r *report.Report) error {
	type drawing struct {
		svg []byte
		err error
	}
	drawn := make(chan drawing, 1)
	go func() {
		svg, err := draw(ctx, r, render.SVG)
		drawn <- drawing{svg, err}
	}()
	if err := wrote(n.one(ctx, n.stdout, "text", r)); err != nil {
		return err
	}
	var files []bundle.File
	for _, f := range []struct{ name, format string }{{"report.md", "markdown"}, {"register.json", "json"}, {"register.csv", "csv"},
		{"diagram.dot", "dot"}, {"risk-matrix.svg", "matrix"}} {
		files = append(files, bundle.File{Name: f.name, Write: func(w io.Writer) error { return n.one(ctx, w, f.format, r) }})
	}
	d := <-drawn
	if d.err == nil {
		files = append(files, bundle.File{Name: "diagram.svg", Write: func(w io.Writer) error { _, err := w.Write(d.svg); return err }})
	} else {
		n.notice("no diagram.svg: %v; %s is there", d.err, filepath.ToSlash(filepath.Join(dir, "diagram.dot")))
	}
	if err := wrote(bundle.Write(dir, files)); err != nil {
		return err
	}
	n.notice("reports are in %s", filepath.ToSlash(dir))
	return nil
}
