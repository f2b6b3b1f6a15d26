package main

import (
	"bytes"
	"context"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tmodel/internal/emit/render"
)

const loop = `digraph { subgraph cluster_z { label="zone"; a; b }
a -> b [label="x < y"]; b -> a [style=dashed]; a -> a; a -> b [style="bold, invis"] }`

// draw runs the program in-process.
func draw(dot string, args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	code = run(context.Background(), args, strings.NewReader(dot), &out, &errs)
	return code, out.String(), errs.String()
}

func TestExitCodes(t *testing.T) {
	tests := []struct {
		name, dot string
		args      []string
		code      int
		says      string
	}{
		{"svg", loop, nil, render.ExitOK, ""},
		{"png", loop, []string{"-T", "png"}, render.ExitOK, ""},
		{"unknown flag", loop, []string{"-x"}, render.ExitUsage, "-x"},
		{"unknown format", loop, []string{"-T", "pdf"}, render.ExitUsage, `unknown format "pdf"`},
		{"argument", loop, []string{"a.dot"}, render.ExitUsage, `unexpected argument "a.dot"`},
		{"nothing", "", nil, render.ExitSyntax, "no graph"},
		{"not closed", "digraph {", nil, render.ExitSyntax, "syntax error"},
		{"NUL", "digraph { a } \x00", nil, render.ExitSyntax, "not UTF-8 text"},
		{"Latin-1", "digraph { \"\xe9\" }", nil, render.ExitSyntax, "not UTF-8 text"},
		{"too large", strings.Repeat(" ", render.MaxInput+1), nil, render.ExitSyntax, "larger than 16 MiB"},
		{"lost in SVG", "digraph { concentrate=true; a -> b; a -> b }", nil, render.ExitEdgesLost, "1 of 2 edges"},
		{"lost in PNG", "digraph { concentrate=true; a -> b; a -> b }", []string{"-T", "png"},
			render.ExitEdgesLost, "1 of 2 edges"},
		{"huge image", `digraph { a [width=200, height=200] }`, []string{"-T", "png"}, render.ExitDraw, "pixels"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			code, stdout, stderr := draw(test.dot, test.args...)
			if code != test.code || !strings.Contains(stderr, test.says) {
				t.Fatalf("exit %d, stderr %q; want exit %d and %q", code, stderr, test.code, test.says)
			}
			if (code == render.ExitOK) != (stdout != "") || (code == render.ExitOK) != (stderr == "") {
				t.Fatalf("exit %d with %d bytes of stdout and stderr %q", code, len(stdout), stderr)
			}
			if code != 0 && (!strings.HasPrefix(stderr, "tmodel-render: ") || strings.Count(stderr, "\n") != 1) {
				t.Fatalf("stderr is not one line of the program: %q", stderr)
			}
		})
	}
}

func TestSVGHasEveryVisibleEdge(t *testing.T) {
	code, svg, stderr := draw(loop)
	if code != 0 {
		t.Fatalf("exit %d: %s", code, stderr)
	}
	if n, err := svgEdges([]byte(svg)); n != 3 || err != nil {
		t.Fatalf("svgEdges = %d, %v; want 3", n, err)
	}
}

func TestSVGEdges(t *testing.T) {
	const node = `<g class="node edge"><title>edge</title><text>class="edge"</text></g><!-- <g class="edge"/> -->`
	tests := []struct {
		name, svg string
		edges     int
		fails     bool
	}{
		{"both", `<svg>` + node + `<g id="e1" class="edge"/><g id="e2" class="edge attack"/></svg>`, 2, false},
		{"one is missing", `<svg>` + node + `<g id="e1" class="edge"/></svg>`, 1, false},
		{"cut off", `<svg><g id="e1" class="edge">`, 0, true},
		{"not well-formed", `<svg><g class="edge">a & b</g></svg>`, 0, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			n, err := svgEdges([]byte(test.svg))
			if n != test.edges || (err != nil) != test.fails {
				t.Fatalf("svgEdges = %d, %v; want %d, error %v", n, err, test.edges, test.fails)
			}
		})
	}
	if err := complete(1, 2); err == nil {
		t.Fatal("one edge of two passes for complete")
	}
}

// TestEdgesLostInNestedZones is the loss that the count is there for. newrank=true, which it advises, cures it.
func TestEdgesLostInNestedZones(t *testing.T) {
	dot, err := os.ReadFile("testdata/nested-zones.dot")
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"svg", "png"} {
		if code, out, stderr := draw(string(dot), "-T", format); code != render.ExitEdgesLost || out != "" {
			t.Errorf("%s: exit %d, %d bytes, %s; want exit %d", format, code, len(out), stderr, render.ExitEdgesLost)
		}
		cured := strings.Replace(string(dot), "digraph G {", "digraph G { newrank=true;", 1)
		if code, _, stderr := draw(cured, "-T", format); code != 0 {
			t.Errorf("%s with newrank=true: exit %d, %s", format, code, stderr)
		}
	}
}

func TestNamedFilesAreNotRead(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	if code, image, stderr := draw("digraph { a }", "-T", "png"); code != 0 {
		t.Fatal(stderr)
	} else if err := os.WriteFile(filepath.Join(dir, "a.png"), []byte(image), 0o600); err != nil {
		t.Fatal(err)
	}
	code, svg, stderr := draw(`digraph { a [image="a.png"] }`)
	if code != 0 || strings.Contains(svg, "a.png") {
		t.Fatalf("exit %d %s, or the image is in the SVG:\n%s", code, stderr, svg)
	}
}

// TestPNGShowsOutlinesAndFill guards what go-graphviz's own PNG writer gets wrong.
func TestPNGShowsOutlinesAndFill(t *testing.T) {
	code, out, stderr := draw(`digraph { bgcolor=white
a [shape=box, label=" ", style=filled, fillcolor="#ff0000", color="#0000ff"]
a -> b [color="#00ff00"]; b [shape=box, label=" ", color="#0000ff"] }`, "-T", "png")
	if code != 0 {
		t.Fatal(stderr)
	}
	img, err := png.Decode(strings.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	count := map[[3]uint32]int{}
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			r, g, b, _ := img.At(x, y).RGBA()
			count[[3]uint32{r >> 8, g >> 8, b >> 8}]++
		}
	}
	red, blue, green := count[[3]uint32{255, 0, 0}], count[[3]uint32{0, 0, 255}], count[[3]uint32{0, 255, 0}]
	// A box is 54 by 36 points, 108 by 72 pixels; a line is 2 pixels wide.
	if red < 5000 || red > 108*72 || blue < 300 || blue > 2000 || green < 50 || green > 1000 {
		t.Fatalf("pixels: %d red of the filling, %d blue of two outlines, %d green of a line", red, blue, green)
	}
}

func TestSameInputSameBytes(t *testing.T) {
	for _, format := range []string{"svg", "png"} {
		_, first, _ := draw(loop, "-T", format)
		_, second, _ := draw(loop, "-T", format)
		if first == "" || first != second {
			t.Errorf("two %s drawings of one graph differ", format)
		}
	}
}

func TestNothingIsWrittenOnceCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var out bytes.Buffer
	if code := run(ctx, nil, strings.NewReader(loop), &out, io.Discard); code != render.ExitDraw || out.Len() > 0 {
		t.Fatalf("exit %d and %d bytes, want %d and none", code, out.Len(), render.ExitDraw)
	}
}

func TestVersionAndHelp(t *testing.T) {
	if code, out, _ := draw("", "-version"); code != 0 || !strings.HasPrefix(out, "tmodel-render ") {
		t.Errorf("-version: exit %d, %q", code, out)
	}
	if code, out, _ := draw("", "-h"); code != 0 || !strings.Contains(out, "svg or png") {
		t.Errorf("-h: exit %d, %q", code, out)
	}
}

// TestOnlyThisProgramLinksGraphviz keeps a second of start-up time out of every other program.
func TestOnlyThisProgramLinksGraphviz(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "tmodel/internal/emit/render").CombinedOutput()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, out)
	}
	if bytes.Contains(out, []byte("graphviz")) || bytes.Contains(out, []byte("wazero")) {
		t.Errorf("the client of this program links Graphviz")
	}
}
