package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"

	"github.com/fogleman/gg"
)

const (
	scale     = 2.0      // pixels a point; Graphviz lays out in points of 1/72 inch
	margin    = 4.0      // points around the drawing, as Graphviz leaves in SVG
	maxPixels = 64 << 20 // 256 MiB of image in memory
)

// drawPNG paints the graph from the drawing instructions in Graphviz's JSON output. The PNG writer of go-graphviz
// v0.2.10 is of no use here: it fills the curves of edges black and leaves out the outlines of nodes.
func drawPNG(g *graph) ([]byte, error) {
	text, err := g.layout("json")
	if err != nil {
		return nil, err
	}
	var d drawing
	if err := json.Unmarshal(text, &d); err != nil {
		return nil, fmt.Errorf("read the layout: %w", err)
	}
	if err := complete(d.drawnEdges(), g.edges); err != nil {
		return nil, err
	}
	return d.png()
}

// drawing is the part of Graphviz's JSON output that is painted.
type drawing struct {
	Box string `json:"bb"` // "x0,y0,x1,y1" in points, y upwards
	element
	Objects []element // clusters, outer before inner, then nodes
	Edges   []element
}

// element is a graph, cluster, node or edge: lists of instructions for its parts.
type element struct {
	Body      []instruction `json:"_draw_"`
	Head      []instruction `json:"_hdraw_"`
	Tail      []instruction `json:"_tdraw_"`
	Label     []instruction `json:"_ldraw_"`
	HeadLabel []instruction `json:"_hldraw_"`
	TailLabel []instruction `json:"_tldraw_"`
}

func (e element) parts() [][]instruction {
	return [][]instruction{e.Body, e.Head, e.Tail, e.Label, e.HeadLabel, e.TailLabel}
}

// drawnEdges counts the edges that have a line.
func (d drawing) drawnEdges() int {
	count := 0
	for _, edge := range d.Edges {
		if len(edge.Body) > 0 {
			count++
		}
	}
	return count
}

func (d drawing) png() ([]byte, error) {
	var x0, y0, x1, y1 float64
	if _, err := fmt.Sscanf(d.Box, "%g,%g,%g,%g", &x0, &y0, &x1, &y1); err != nil {
		return nil, fmt.Errorf("read the bounding box %q: %w", d.Box, err)
	}
	width, height := pixels(x1-x0), pixels(y1-y0)
	if !(width*height <= maxPixels) {
		return nil, fmt.Errorf("the image would have %.0f by %.0f pixels; draw SVG, or a smaller view", width, height)
	}
	p := painter{dc: gg.NewContext(int(width), int(height)), left: x0, top: y1, faces: faces{}}
	p.dc.SetRGB(1, 1, 1)
	p.dc.Clear()
	for _, group := range [][]element{{d.element}, d.Objects, d.Edges} {
		for _, e := range group {
			for _, part := range e.parts() {
				if err := p.paint(part); err != nil {
					return nil, err
				}
			}
		}
	}
	var out bytes.Buffer
	if err := p.dc.EncodePNG(&out); err != nil {
		return nil, fmt.Errorf("encode PNG: %w", err)
	}
	return out.Bytes(), nil
}

func pixels(points float64) float64 { return math.Ceil((points + 2*margin) * scale) }
