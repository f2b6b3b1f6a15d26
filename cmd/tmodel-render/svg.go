package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/goccy/go-graphviz"
)

// drawSVG returns the graph as an SVG document that is well-formed and has every edge.
func drawSVG(g *graph) ([]byte, error) {
	svg, err := g.layout(graphviz.SVG)
	if err != nil {
		return nil, err
	}
	drawn, err := svgEdges(svg)
	if err != nil {
		return nil, fmt.Errorf("read back the SVG: %w", err)
	}
	return svg, complete(drawn, g.edges)
}

// svgEdges counts the groups of svg whose first class is "edge"; classes that the graph sets itself come after it.
func svgEdges(svg []byte) (int, error) {
	count := 0
	for dec := xml.NewDecoder(bytes.NewReader(svg)); ; {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return count, nil
		}
		if err != nil {
			return 0, err
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "g" && firstClass(start) == "edge" {
			count++
		}
	}
}

func firstClass(e xml.StartElement) string {
	for _, attr := range e.Attr {
		if attr.Name.Local == "class" {
			class, _, _ := strings.Cut(attr.Value, " ")
			return class
		}
	}
	return ""
}
