package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/goccy/go-graphviz"
	"github.com/goccy/go-graphviz/cgraph"

	"tmodel/internal/emit/render"
)

// graph is a parsed DOT graph. Its memory is Graphviz's and goes with the process, which draws one graph only.
type graph struct {
	parsed *cgraph.Graph
	edges  int // that a drawing must show
}

func parse(dot []byte) (*graph, error) {
	// Attributes such as image name files; none of them is opened.
	graphviz.SetFileSystem(noFiles{})
	parsed, err := graphviz.ParseBytes(dot)
	if err != nil {
		return nil, failed(render.ExitSyntax, "parse DOT: %v", err)
	}
	if parsed == nil {
		return nil, failed(render.ExitSyntax, "parse DOT: there is no graph in the input")
	}
	edges, err := visibleEdges(parsed)
	if err != nil {
		return nil, fmt.Errorf("count edges: %w", err)
	}
	return &graph{parsed: parsed, edges: edges}, nil
}

// layout runs dot on the graph and returns it in one of Graphviz's output formats. It takes no context: a render that
// is cancelled leaves go-graphviz unusable.
func (g *graph) layout(format graphviz.Format) ([]byte, error) {
	ctx := context.Background()
	engine, err := graphviz.New(ctx)
	if err != nil {
		return nil, fmt.Errorf("start Graphviz: %w", err)
	}
	var out bytes.Buffer
	if err := engine.Render(ctx, g.parsed, format, &out); err != nil {
		return nil, fmt.Errorf("lay out the graph: %w", err)
	}
	if out.Len() == 0 { // go-graphviz drops the error of the last step
		return nil, errors.New("lay out the graph: Graphviz wrote nothing")
	}
	return out.Bytes(), nil
}

// visibleEdges counts the edges that g has, without those of style invis.
func visibleEdges(g *cgraph.Graph) (int, error) {
	count := 0
	node, err := g.FirstNode()
	for ; node != nil && err == nil; node, err = g.NextNode(node) {
		edge, eerr := g.FirstOut(node)
		for ; edge != nil && eerr == nil; edge, eerr = g.NextOut(edge) {
			if !invisible(edge.GetStr("style")) {
				count++
			}
		}
		if eerr != nil {
			return 0, eerr
		}
	}
	return count, err
}

// invisible says whether style, a list, has invis in it.
func invisible(style string) bool {
	for item := range strings.SplitSeq(style, ",") {
		if strings.TrimSpace(item) == "invis" {
			return true
		}
	}
	return false
}

// complete fails when fewer edges are drawn than the graph has.
func complete(drawn, declared int) error {
	if drawn == declared {
		return nil
	}
	return failed(render.ExitEdgesLost, "Graphviz drew %d of %d edges; set newrank=true and splines=line, leave out "+
		"concentrate, or draw a smaller view", drawn, declared)
}

// noFiles is a file system without files.
type noFiles struct{}

func (noFiles) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}
