package cli

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"path/filepath"

	"tmodel/internal/emit/bundle"
	"tmodel/internal/emit/dot"
	"tmodel/internal/emit/markdown"
	"tmodel/internal/emit/render"
	"tmodel/internal/report"
)

// folders writes the terminal view and the folder of every system.
func (n *analysis) folders(ctx context.Context, reports []*report.Report) error {
	for i, r := range reports {
		dir := n.dir
		if len(reports) > 1 {
			dir = filepath.Join(n.dir, r.Graph.System.ID.Value)
		}
		if i > 0 {
			if err := n.to("", func(w io.Writer) error { _, err := fmt.Fprintln(w); return err }); err != nil {
				return err
			}
		}
		if err := n.folder(ctx, dir, r); err != nil {
			return err
		}
	}
	return nil
}

// folder writes the terminal view and the bundle. The diagram is drawn meanwhile, and waited for where it is needed
// first; without it the bundle has the DOT all the same.
func (n *analysis) folder(ctx context.Context, dir string, r *report.Report) error {
	drawn := n.startDrawing(ctx, r)
	defer drawn.stop()
	if err := n.to("", func(w io.Writer) error { return n.one(ctx, w, "text", r) }); err != nil {
		return err
	}
	stop := n.progress("drawing the diagram of %s", r.File)
	err := bundle.Write(dir, n.files(ctx, r, drawn))
	stop()
	if err != nil {
		return wrote(err)
	}
	shown := filepath.ToSlash(dir)
	if _, failed := drawn.wait(); failed != nil {
		n.notice("no diagram.svg: %v; %s/diagram.dot is there", failed, shown)
	}
	n.notice("reports are in %s", shown)
	return nil
}

// files are those of a bundle. Those that need no drawing come first.
func (n *analysis) files(ctx context.Context, r *report.Report, drawn *drawing) []bundle.File {
	as := func(name, format string) bundle.File {
		return bundle.File{Name: name, Write: func(w io.Writer) error { return n.one(ctx, w, format, r) }}
	}
	diagram := bundle.File{Name: "diagram.svg", Write: func(w io.Writer) error {
		svg, err := drawn.wait()
		if err != nil {
			return bundle.ErrNone
		}
		_, err = w.Write(svg)
		return err
	}}
	text := bundle.File{Name: "report.md", Write: func(w io.Writer) error {
		beside := markdown.Options{Single: n.single}
		if _, err := drawn.wait(); err == nil {
			beside.Diagram = diagram.Name
		}
		return markdown.Write(w, r, beside)
	}}
	return []bundle.File{as("register.json", "json"), as("register.csv", "csv"), as("diagram.dot", "dot"), as("risk-matrix.svg", "matrix"), diagram, text}
}

// drawing is a diagram in the making.
type drawing struct {
	cancel context.CancelFunc
	done   chan struct{}
	svg    []byte
	err    error
}

func (n *analysis) startDrawing(ctx context.Context, r *report.Report) *drawing {
	ctx, cancel := context.WithCancel(ctx)
	d := &drawing{cancel: cancel, done: make(chan struct{})}
	go func() {
		defer close(d.done)
		d.svg, d.err = draw(ctx, r, render.SVG)
	}()
	return d
}

func (d *drawing) wait() ([]byte, error) {
	<-d.done
	return d.svg, d.err
}

// stop ends the renderer, too.
func (d *drawing) stop() {
	d.cancel()
	<-d.done
}

// draw renders the diagram in another process.
func draw(ctx context.Context, r *report.Report, f render.Format) ([]byte, error) {
	var b bytes.Buffer
	if err := dot.Write(&b, r); err != nil {
		return nil, err
	}
	return render.Render(ctx, b.Bytes(), f, render.Options{})
}
