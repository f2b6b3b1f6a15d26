package render

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"image/png"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"
)

const small = `digraph { subgraph cluster_z { label="zone"; a; b } a -> b [label="x < y"]; b -> c; c -> c }`

func TestRenderSVG(t *testing.T) {
	svg, err := Render(context.Background(), []byte(small), SVG, renderer(t))
	if err != nil {
		t.Fatal(err)
	}
	edges := 0
	for dec := xml.NewDecoder(bytes.NewReader(svg)); ; {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("the SVG is no XML: %v", err)
		}
		if start, ok := token.(xml.StartElement); ok {
			for _, attr := range start.Attr {
				if attr.Name.Local == "class" && attr.Value == "edge" {
					edges++
				}
			}
		}
	}
	if edges != 3 {
		t.Fatalf("%d edges in the SVG, want 3", edges)
	}
}

func TestRenderPNG(t *testing.T) {
	out, err := Render(context.Background(), []byte(small), PNG, renderer(t))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := png.Decode(bytes.NewReader(out)); err != nil {
		t.Fatalf("not a PNG: %v", err)
	}
}

func TestRenderErrors(t *testing.T) {
	tests := []struct {
		name, fake string
		tries      int
		says       string
		change     func(*Options)
	}{
		{"two crashes", "panics", 2, "crashed twice, the second time with an empty cache", nil},
		{"an answer", "refuses", 1, "tmodel-render: no such shape", nil},
		{"another version", "outdated", 1, "install the version that tmodel has", nil},
		{"no output", "silent", 1, "wrote nothing", nil},
		{"a crash after the first byte", "dies late", 1, "exit status 2", nil},
		{"too much output", "floods", 1, "the drawing is larger than 100000 bytes", func(o *Options) { o.MaxOutput = 100_000 }},
		{"too slow", "sleeps", 1, "stopped after 300ms", func(o *Options) { o.Timeout = 300 * time.Millisecond }},
		{"too much input", "silent", 0, "larger than 10 bytes", func(o *Options) { o.MaxInput = 10 }},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			program := fake(t, test.fake)
			o := Options{Program: program, CacheDir: filepath.Join(t.TempDir(), "cache"), Timeout: 20 * time.Second}
			if test.change != nil {
				test.change(&o)
			}
			begin := time.Now()
			out, err := Render(context.Background(), []byte(small), SVG, o)
			if err == nil || out != nil || !strings.Contains(err.Error(), test.says) {
				t.Fatalf("%d bytes, error %v; want none and %q", len(out), err, test.says)
			}
			if strings.ContainsFunc(err.Error(), func(r rune) bool { return !unicode.IsPrint(r) }) {
				t.Errorf("the error is not one line of plain text: %q", err)
			}
			if n := started(program); n != test.tries {
				t.Errorf("started %d times, want %d", n, test.tries)
			}
			if took := time.Since(begin); took > 15*time.Second {
				t.Errorf("took %s", took)
			}
		})
	}
}

func TestDeadlineAndCancelCanBeTold(t *testing.T) {
	o := Options{Program: fake(t, "sleeps"), CacheDir: t.TempDir(), Timeout: 200 * time.Millisecond}
	if _, err := Render(context.Background(), nil, SVG, o); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("after the deadline: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(200*time.Millisecond, cancel)
	o.Timeout = time.Minute
	begin := time.Now()
	if _, err := Render(ctx, nil, SVG, o); !errors.Is(err, context.Canceled) {
		t.Errorf("after a cancel: %v", err)
	}
	if took := time.Since(begin); took > 15*time.Second {
		t.Errorf("the cancelled run took %s", took)
	}
}

func TestASignalIsACrash(t *testing.T) {
	program := fake(t, "killed once")
	o := Options{Program: program, CacheDir: filepath.Join(t.TempDir(), "cache")}
	out, err := Render(context.Background(), []byte(small), SVG, o)
	if err != nil || string(out) != "<svg/>" || started(program) != 2 {
		t.Fatalf("%q, %v after %d tries; want <svg/> after 2", out, err, started(program))
	}
}

func TestBadDOTIsTheUsersToSee(t *testing.T) {
	o := renderer(t)
	for dot, says := range map[string]string{
		"digraph {":  "tmodel-render: parse DOT: syntax error",
		"\xff":       "tmodel-render: the input is not UTF-8 text",
		lossy:        "Graphviz drew 1 of 2 edges",
		"digraph {}": "",
	} {
		_, err := Render(context.Background(), []byte(dot), SVG, o)
		if (err == nil) != (says == "") || err != nil && !strings.Contains(err.Error(), says) {
			t.Errorf("%q: error %v, want %q", dot, err, says)
		}
	}
}

const lossy = "digraph { concentrate=true; a -> b; a -> b }"

func TestUnknownFormat(t *testing.T) {
	if _, err := Render(context.Background(), nil, "pdf", renderer(t)); err == nil || !strings.Contains(err.Error(), `"pdf"`) {
		t.Fatalf("error %v, want one that names pdf", err)
	}
}

func TestFirstLine(t *testing.T) {
	tests := map[string]string{
		"":                                    "",
		"\n\n  tmodel-render: no shape\nmore": "no shape",
		"a\x1b[2Jb\x00c\u202ed":               "a [2Jb c d",
		"\xff\xfe":                            "",
		strings.Repeat("é", 300):              strings.Repeat("é", maxQuoted) + "...",
	}
	for text, want := range tests {
		if got := firstLine(text); got != want {
			t.Errorf("firstLine(%q) = %q, want %q", text, got, want)
		}
	}
}

// BenchmarkRender measures a whole run with a warm cache.
func BenchmarkRender(b *testing.B) {
	if err := build(); err != nil {
		b.Fatal(err)
	}
	o := Options{Program: beside(filepath.Join(scratch, "tmodel")), CacheDir: filepath.Join(scratch, "cache")}
	for b.Loop() {
		if _, err := Render(context.Background(), []byte(small), SVG, o); err != nil {
			b.Fatal(fmt.Errorf("render: %w", err))
		}
	}
}
